import { describe, expect, it } from 'vitest';
import type { ShortageWarning } from '@ui/base/api_types';
import { inForce } from './warnings';

const warning = (id: string, changes: Partial<ShortageWarning>): ShortageWarning => ({
    id, place: '511500', place_name: '宜宾市', occupation: '6-02-06-03', occupation_name: '白酒酿造工', period: '2026Q3', level: 'yellow', level_before: 'none',
    status: 'issued', due_at: null, overdue: false, who: { zh: '', en: '' }, note: '内部', measures: '办法', computed_at: '2026-10-01T00:00:00Z',
    decided_at: '2026-10-02T00:00:00Z', answered_at: null, acts: [], history: [], ...changes,
});

describe('warnings on the wall', () => {
    it('are those in force, the worst first, of these the newest', () => {
        const shown = inForce([
            warning('a', {}), warning('b', { level: 'red' }), warning('c', { level: 'orange', status: 'answered' }), warning('d', { level: 'red', decided_at: '2026-11-02T00:00:00Z' }),
            warning('e', { status: 'overtaken' }), warning('f', { status: 'lifted', level: 'none' }), warning('g', { status: 'computed', decided_at: null }), warning('h', { level: 'surplus' }),
            warning('i', { status: 'dismissed' }),
        ]);
        expect(shown.map((each) => each.id)).toEqual(['d', 'b', 'c', 'a']);
    });
    it('carry nobody\'s words', () => {
        expect(Object.keys(inForce([warning('a', {})])[0] ?? {}).sort()).toEqual(['id', 'level', 'occupation', 'place', 'since']);
    });
});
