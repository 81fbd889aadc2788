import { describe, expect, it } from 'vitest';
import type { OpenTable } from '@ui/base/api_types';
import { bytesText, fits, formulaText } from './open_text';

const table: OpenTable = {
    id: 'demand-list-511500', theme: 'market', title: { zh: '宜宾市需求清单', en: 'Demand list, 宜宾市' }, about: { zh: '需求人数', en: 'Demand for people' },
    place: '511500', place_name: '宜宾市', often: { zh: '', en: '' }, newest: null, live: '',
};

describe('a table', () => {
    it('is found by words of either language, its id and its place', () => {
        expect(fits(table, '需求', '')).toBe(true);
        expect(fits(table, ' DEMAND ', '')).toBe(true);
        expect(fits(table, '511500', 'market')).toBe(true);
        expect(fits(table, '宜宾', '')).toBe(true);
        expect(fits(table, '泸州', '')).toBe(false);
    });
    it('is left out by another theme', () => {
        expect(fits(table, '', 'pay')).toBe(false);
        expect(fits(table, '', '')).toBe(true);
    });
});

describe('a formula', () => {
    const text = (formula: string): string => formulaText(formula, (name) => ({ demand: '需求人数', supply: '求职人数' })[name] ?? null, (name, number) => `${name}第${number}版`, '，');
    it('is said in words', () => {
        expect(text('demand 1, supply 2')).toBe('需求人数第1版，求职人数第2版');
    });
    it('stands as it is where it has no words', () => {
        expect(text('hr_service_licence 3')).toBe('hr_service_licence 3');
        expect(text('')).toBe('');
    });
});

describe('sizes', () => {
    it('are told as files are measured', () => {
        expect([0, 999, 1000, 1549, 123_456, 1_234_567].map(bytesText)).toEqual(['0 B', '999 B', '1 kB', '1.5 kB', '123 kB', '1.2 MB']);
    });
});
