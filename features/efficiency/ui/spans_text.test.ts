import { describe, expect, it } from 'vitest';
import { differs, officeTime, overlap, pointsText, shareText } from './spans_text';

describe('efficiency in words', () => {
    it('says office days and hours', () => {
        expect(officeTime(465, 420)).toEqual({ days: 1, hours: 0.8 });
        expect(officeTime(419, 420)).toEqual({ days: 0, hours: 7 });
        expect(officeTime(840, 420)).toEqual({ days: 2, hours: 0 });
    });
    it('never says a share without its interval', () => {
        expect(shareText({ of: 10, hits: 5, per_mille: 500, low: 237, high: 763 }, 'zh-CN')).toBe('50.0%（23.7–76.3%）');
        expect(shareText({ of: 0, hits: 0, per_mille: null, low: null, high: null }, 'en')).toBe('–');
    });
    it('says a difference in points with its sign and interval', () => {
        expect(pointsText({ per_mille: -140, low: -256, high: -16 }, 'zh-CN')).toBe('−14.0（−25.6 … −1.6）');
        expect(pointsText({ per_mille: 0, low: -161, high: 278 }, 'en')).toBe('0.0 (−16.1 … +27.8)');
        expect(differs({ low: -256, high: -16 })).toBe(true);
        expect(differs({ low: -161, high: 278 })).toBe(false);
        expect(differs({ low: 0, high: 20 })).toBe(false);
    });
    it('sees a difference only between intervals that do not touch', () => {
        expect(overlap({ low: 1, high: 5 }, { low: 5, high: 9 })).toBe(true);
        expect(overlap({ low: 1, high: 4 }, { low: 5, high: 9 })).toBe(false);
        expect(overlap({ low: null, high: null }, { low: 5, high: 9 })).toBe(true);
    });
});
