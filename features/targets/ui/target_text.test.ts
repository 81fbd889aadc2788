import { describe, expect, it } from 'vitest';
import type { Goal } from '@ui/base/api_types';
import { percentText, reachOf, shareOf, stretchOf, total } from './target_text';

const goal = (changes: Partial<Goal>): Goal => ({
    measure: 'employment', unit: { zh: '人次', en: 'placements' }, target: 1000, computed: { figure: 'f', verified: 300, provisional: 200 },
    computed_per_mille: 300, reported: null, reported_per_mille: null, forecast: null, no_forecast: 'history_short', ...changes,
});

describe('what the picture of a target shows', () => {
    it('reaches over the target, and over what is more than it', () => {
        expect(reachOf([goal({})])).toBeCloseTo(1060);
        expect(reachOf([goal({}), goal({ reported_per_mille: 2000 })])).toBeCloseTo(2120);
        expect(reachOf([goal({ forecast: { method: 'linear', value: 1400, error: 100, tests: 3, months: 9 } })])).toBeCloseTo(1590);
    });
    it('has no share without a target, and none for what is not counted', () => {
        expect(shareOf(goal({ target: null }), 5)).toBeNull();
        expect(total(goal({ computed: null }))).toBe(0);
        expect(total(goal({}))).toBe(500);
    });
    it('does not let the forecast go below nothing', () => {
        expect(stretchOf(goal({ forecast: { method: 'seasonal', value: 50, error: 80, tests: 3, months: 24 } }))).toEqual([0, 130]);
        expect(stretchOf(goal({}))).toBeNull();
    });
    it('does not round a small share to nothing', () => {
        expect(percentText(0)).toBe('0.0%');
        expect(percentText(0.4)).toBe('< 0.1%');
        expect(percentText(637)).toBe('63.7%');
    });
});
