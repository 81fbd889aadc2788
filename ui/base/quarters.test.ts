import { describe, expect, it } from 'vitest';
import { partOf, quarterOf, quartersBack } from './quarters';

describe('quarters', () => {
    it('names the quarter of a day', () => {
        expect(quarterOf('2026-11-27')).toBe('2026Q4');
        expect(quarterOf('2026-01-01')).toBe('2026Q1');
        expect(quarterOf('2026-03-31')).toBe('2026Q1');
        expect(quarterOf('2026-04-01')).toBe('2026Q2');
    });
    it('counts back over the turn of the year', () => {
        expect(quartersBack('2026-02-01', 3)).toEqual(['2026Q1', '2025Q4', '2025Q3']);
    });
    it('tells the part of a whole, and nothing of nothing', () => {
        expect(partOf(1, 3)).toBe(33.3);
        expect(partOf(5, 0)).toBe(0);
    });
});
