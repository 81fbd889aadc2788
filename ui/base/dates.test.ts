import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatCountdown, formatDate, formatDaysLeft, formatExact, formatMonth, formatPeriod, formatRelative, today } from './dates';

const now = new Date('2026-11-24T14:00:00+08:00');
const plain = (text: string): string => text.replace(/\u2009/g, ' ');
const relative = (at: string): string => plain(formatRelative(at, 'zh-CN', now));

describe('dates', () => {
    it('lives in the platform’s zone wherever the browser is', () => {
        expect(today(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25');
        expect(formatExact('2026-11-24T16:30:00Z')).toBe('2026-11-25 00:30');
    });
    it.each([
        ['2026-11-24T14:00:20+08:00', '刚刚'], ['2026-11-24T13:55:00+08:00', '5 分钟前'], ['2026-11-24T14:30:00+08:00', '30 分钟后'], ['2026-11-24T18:05:00+08:00', '今天 18:05'],
        ['2026-11-25T09:00:00+08:00', '明天 09:00'], ['2026-11-23T09:00:00+08:00', '昨天 09:00'], ['2026-11-27T23:59:00+08:00', '3 天后'], ['2026-11-20T00:01:00+08:00', '4 天前'],
        ['2026-12-24T10:00:00+08:00', '12月24日'], ['2025-12-24T10:00:00+08:00', '2025年12月24日'],
    ])('says %s as %s', (at, text) => expect(relative(at)).toBe(text));
    it('names the weekday, and the year only when it is another', () => {
        expect(plain(formatDate('2026-11-24', 'zh-CN', now))).toBe('11月24日 周二');
        expect(formatDate('2027-01-01', 'en', now)).toBe('Fri 1 Jan 2027');
    });
    it('writes periods with open ends', () => {
        expect(formatPeriod('2026-11-27', null, 'zh-CN', now)).toBe('11月27日起');
        expect(formatPeriod('2026-11-27', '2027-05-03', 'zh-CN', now)).toBe('11月27日 – 2027年5月3日');
        expect(formatPeriod('2026-11-27', '2026-11-27', 'en', now)).toBe('27 Nov');
    });
    it('counts days over months and leap days', () => {
        expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
        expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
        expect(plain(formatDaysLeft('2026-11-22', 'zh-CN', now))).toBe('已过 2 天');
        expect(formatMonth('2026-11', 'zh-CN')).toBe('2026年11月');
    });
    it('counts down and stops at zero', () => {
        expect(formatCountdown(7_449_900, 'zh-CN')).toBe('02:04:09');
        expect(plain(formatCountdown(90_000_000, 'zh-CN'))).toBe('1 天 01:00');
        expect(formatCountdown(-1, 'zh-CN')).toBe('00:00:00');
    });
});
