import { describe, expect, it } from 'vitest';
import { mostOf, shade, stepOf, sumText } from './shortage_text';

const cell = (amount: number | null) => ({ amount, hidden: amount === null });

describe('the flow matrix', () => {
    it('is the darker the more there are, and blank where nothing is shown', () => {
        const cells = [[cell(100), cell(25)], [cell(null), cell(0)]];
        expect(mostOf(cells)).toBe(100);
        expect(cells.flat().map((each) => shade(each, 100))).toEqual([1, 0.5, 0, 0]);
        expect(shade(cell(0), mostOf([]))).toBe(0);
    });
    it('does not say nobody where all that there is is hidden', () => {
        expect(sumText(0, [cell(null), cell(0)], String)).toBe('＊');
        expect(sumText(0, [cell(0), cell(0)], String)).toBe('0');
        expect(sumText(12, [cell(12), cell(null)], String)).toBe('12');
    });
    it('is walked by arrow keys and stops at its edges', () => {
        expect(stepOf('ArrowRight', 0, 0, 3)).toEqual({ row: 0, column: 1 });
        expect(stepOf('ArrowUp', 0, 1, 3)).toEqual({ row: 0, column: 1 });
        expect(stepOf('ArrowDown', 2, 2, 3)).toEqual({ row: 2, column: 2 });
        expect(stepOf('End', 1, 0, 3)).toEqual({ row: 1, column: 2 });
        expect(stepOf('Home', 1, 2, 3)).toEqual({ row: 1, column: 0 });
        expect(stepOf('a', 1, 2, 3)).toBeNull();
    });
});
