import { describe, expect, it } from 'vitest';
import { pointsOfLine, pointsText } from './points';

describe('the score sheet', () => {
    const lines = [{ weight: 40, per_mille: 800 }, { weight: 30, per_mille: 1000 }, { weight: 20, per_mille: null }, { weight: 10, per_mille: 335 }];
    it('shows what each line gives of the hundred points', () => {
        expect(lines.map((each) => pointsOfLine(each, lines))).toEqual([400, 375, null, 42]);
        expect(pointsText(375)).toBe('37.5');
    });
    it('gives the weight of lines with nothing to count to the others', () => {
        expect(pointsOfLine({ weight: 30, per_mille: 1000 }, [{ weight: 30, per_mille: 1000 }, { weight: 70, per_mille: null }])).toBe(1000);
        expect(pointsOfLine({ weight: 70, per_mille: null }, [{ weight: 70, per_mille: null }])).toBeNull();
    });
});
