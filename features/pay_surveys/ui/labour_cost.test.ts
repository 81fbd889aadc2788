import { describe, expect, it } from 'vitest';
import { costTotal, readCost, textsOf } from './labour_cost';

const FILLED = { staff: '6', wages: '390,000', welfare: '1万', education: '0', insurance: '90000.50', protection: '0', housing: '0', other: '0', costs: '900000', revenue: '90000000000', profit: '-20000', value_added: '' };

describe('labour cost', () => {
    it('names the first item that is wrong', () => {
        expect(readCost(FILLED)).toEqual({ wrong: 'welfare' });
        expect(readCost({ ...FILLED, welfare: '-1' })).toEqual({ wrong: 'welfare' });
        expect(readCost({ ...FILLED, staff: '0' })).toEqual({ wrong: 'staff' });
        expect(readCost({ ...FILLED, welfare: '0', wages: '0' })).toEqual({ wrong: 'wages' });
    });
    it('is what the form said, a loss and what is not known included', () => {
        const read = readCost({ ...FILLED, welfare: '0' });
        if (!('cost' in read)) throw new Error('complete');
        expect(read.cost).toMatchObject({ staff: 6, insurance: 9_000_050, revenue: 9_000_000_000_000, profit: -2_000_000, value_added: null });
        expect(costTotal(read.cost)).toBe(48_000_050);
        expect(readCost(textsOf(read.cost))).toEqual(read);
    });
});
