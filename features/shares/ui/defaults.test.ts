import { describe, expect, it } from 'vitest';
import { waysOut, wantsReason } from './defaults';

const open = { closed_at: null, employer: { id: 'e', name: '五粮液' }, city: '511500', lapses_at: '2027-06-07T12:00:00+08:00' };

describe('a default', () => {
    it('names whom to ask while it is open', () => {
        expect(waysOut(open, (code) => `place ${code}`, (at) => at.slice(0, 10))).toEqual([
            { who: 'employer', name: '五粮液' }, { who: 'authority', name: 'place 511500' }, { who: 'time', name: '2027-06-07' }]);
    });
    it('names nobody once it is closed', () => {
        expect(waysOut({ ...open, closed_at: '2026-12-10T08:00:00+08:00' }, String, String)).toEqual([]);
    });
    it('is excused with a reason, and closed by its employer without', () => {
        expect((['made_good', 'settled', 'excused'] as const).map(wantsReason)).toEqual([false, false, true]);
    });
});
