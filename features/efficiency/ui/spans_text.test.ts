import { describe, expect, it } from 'vitest';
import { officeTime, overlap, shareText } from './spans_text';

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
    it('sees a difference only between intervals that do not touch', () => {
        expect(overlap({ low: 1, high: 5 }, { low: 5, high: 9 })).toBe(true);
        expect(overlap({ low: 1, high: 4 }, { low: 5, high: 9 })).toBe(false);
        expect(overlap({ low: null, high: null }, { low: 5, high: 9 })).toBe(true);
    });
});
