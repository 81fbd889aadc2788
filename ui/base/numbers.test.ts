import { describe, expect, it } from 'vitest';
import { groupDigits, hundredths, percentOf, shortNumber } from './numbers';

const zh = (value: number): string => shortNumber(value, 'zh-CN').replace(/\u2009/g, ' ');

describe('numbers', () => {
    it('groups digits by three and drops empty decimals', () => {
        expect(groupDigits(1234567)).toBe('1,234,567');
        expect(groupDigits(-1234.5, 2)).toBe('-1,234.5');
        expect(groupDigits(-0.001, 2)).toBe('0');
    });
    it('says 万 from ten thousand and 亿 from a hundred million', () => {
        expect(zh(9999)).toBe('9,999');
        expect(zh(10_000)).toBe('1 万');
        expect(zh(18_342)).toBe('1.83 万');
        expect(zh(99_999_999)).toBe('1 亿');
        expect(zh(250_000_000)).toBe('2.5 亿');
        expect(zh(-20_000)).toBe('-2 万');
    });
    it('says k, m and bn in English', () => {
        expect(shortNumber(18_342, 'en')).toBe('18.34k');
        expect(shortNumber(2_500_000, 'en')).toBe('2.5m');
        expect(shortNumber(2_500_000_000, 'en')).toBe('2.5bn');
    });
    it('shows shares and quantities without false precision', () => {
        expect(percentOf(637)).toBe('63.7%');
        expect(percentOf(1000)).toBe('100%');
        expect(hundredths(2150)).toBe('21.5');
    });
});
