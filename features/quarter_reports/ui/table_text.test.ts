import { describe, expect, it } from 'vitest';
import type { QuarterRow, QuarterTable } from '@ui/base/api_types';
import { anchorOf, barsOf, cellsOf, drawsDemand, plainText, sideColumns, sideTexts, sideWords, signedText } from './table_text';

const side = (amount: number) => ({ amount, share: 1523, share_quarter: -250, share_year: null, growth_quarter: 1000, growth_year: null });
const row = (code: string, demand: number, supply: number): QuarterRow => ({ code, name: code, merged: false, demand: side(demand), supply: side(supply), ratio: 104, ratio_quarter: null, ratio_year: null });
const table = (rows: QuarterRow[]): QuarterTable => ({ table: 'age', number: '表10', title: { zh: '', en: '' }, has_demand: true, has_supply: true, shows_growth: false, is_whole: true, opens: false, notes: [], rows, total: row('total', 0, 0) });

describe('tables of a quarter report', () => {
    it('writes nothing as a dash and changes with their sign', () => {
        expect(plainText(null)).toBe('—');
        expect(plainText(104)).toBe('1.04');
        expect(signedText(250)).toBe('+2.50');
        expect(signedText(-250)).toBe('−2.50');
        expect(signedText(0)).toBe('0.00');
        expect(sideTexts(side(1), false)).toEqual(['15.23', '−2.50', '—']);
        expect(sideTexts(side(1), true)).toEqual(['+10.00', '—']);
    });
    it('draws bars in percent of the longest and leaves out what is empty', () => {
        expect(barsOf(table([row('a', 50, 200), row('b', 0, 0), row('c', 100, 0)])).map((bar) => [bar.code, bar.demandPart, bar.supplyPart]))
            .toEqual([['a', 25, 100], ['c', 50, 0]]);
    });
    it('draws people alone where posts may not ask', () => {
        const ages = table([row('age_16_24', 0, 20), row('any', 300, 0)]);
        expect(drawsDemand(ages)).toBe(false);
        expect(barsOf(ages).map((bar) => [bar.code, bar.supplyPart])).toEqual([['age_16_24', 100]]);
    });
    it('names the cells that a number of a sentence is', () => {
        expect(cellsOf('demand_share')).toEqual(['demand_share']);
        expect(cellsOf('gap')).toEqual(['demand', 'supply']);
        expect(sideColumns('supply', true)).toEqual(['supply_growth_quarter', 'supply_growth_year']);
        for (const growth of [true, false]) expect(sideColumns('demand', growth).map((each) => each.slice('demand_'.length))).toEqual(sideWords(growth));
    });
    it('names rows so that a link finds them', () => {
        expect(anchorOf('industry', '*secondary')).toBe('row-industry-mergedsecondary');
    });
});
