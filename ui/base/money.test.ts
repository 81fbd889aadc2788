import { describe, expect, it } from 'vitest';
import { money, moneyExact, moneyShort, parseAmount, parseYuan, payRange, yuan } from './money';

const plain = (text: string): string => text.replace(/\u2009/g, ' ');

describe('money', () => {
    it.each([[0, '0'], [650000, '6,500'], [650050, '6,500.50'], [650005, '6,500.05'], [-100, '-1'], [123456789012, '1,234,567,890.12']])(
        'shows %i fen as %s yuan', (fen, text) => expect(yuan(fen)).toBe(text));
    it('shows the sign of the currency after the minus', () => {
        expect(money(-250)).toBe('-¥2.50');
        expect(moneyExact(-5)).toBe('-¥0.05');
        expect(moneyExact(660000)).toBe('¥6,600.00');
    });
    it('says large sums in 万 and 亿, never rounded into the next unit’s size', () => {
        expect(plain(moneyShort(999_999, 'zh-CN'))).toBe('9,999.99 元');
        expect(plain(moneyShort(1_000_000, 'zh-CN'))).toBe('1 万元');
        expect(plain(moneyShort(123_456_700, 'zh-CN'))).toBe('123.5 万元');
        expect(plain(moneyShort(9_999_999_999, 'zh-CN'))).toBe('1 亿元');
        expect(plain(moneyShort(1_234_567_890_00, 'zh-CN'))).toBe('12.35 亿元');
        expect(moneyShort(123_456_700, 'en')).toBe('¥1.23m');
    });
    it('writes a pay range once when both ends agree, and 面议 when there is none', () => {
        expect(plain(payRange({ pay_min_fen: 550000, pay_max_fen: 780000, pay_unit: 'month' }, 'zh-CN'))).toBe('5,500–7,800 元/月');
        expect(plain(payRange({ pay_min_fen: 30000, pay_max_fen: 30000, pay_unit: 'day' }, 'zh-CN'))).toBe('300 元/天');
        expect(payRange({ pay_min_fen: 0, pay_max_fen: 0, pay_unit: 'hour' }, 'zh-CN')).toBe('面议');
        expect(payRange({ pay_min_fen: 1800, pay_max_fen: 2600, pay_unit: 'hour' }, 'en')).toBe('¥18–26 / hour');
    });
    it.each([['6500', 650000], ['6,500.5', 650050], ['６５００元', 650000], ['¥ 12.34', 1234], ['', null], ['6.555', null], ['-3', null], ['1e5', null], ['面议', null]])(
        'reads %s as %s fen', (text, fen) => expect(parseYuan(text)).toBe(fen));
    it('reads back what it writes', () => {
        for (let fen = 0; fen < 5_000_000; fen += 7919) expect(parseYuan(yuan(fen))).toBe(fen);
    });
    it('reads amounts as books have them', () => {
        expect(parseAmount('１２，３４５.6元')).toBe(1_234_560);
        expect(parseAmount('-20,000')).toBe(-2_000_000);
        expect(parseAmount('-0')).toBe(0);
        expect(parseAmount('六万')).toBeNull();
        expect(parseAmount('1.234')).toBeNull();
    });
});
