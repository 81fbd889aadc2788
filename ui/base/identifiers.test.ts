import { describe, expect, it } from 'vitest';
import { hasCreditCodeForm, isCreditCode, isIdNumber, isMobile } from './identifiers';

describe('identifiers', () => {
    it('knows ID numbers by date and check digit (GB 11643 annex examples)', () => {
        expect(isIdNumber('11010519491231002X')).toBe(true);
        expect(isIdNumber('44052418800101001' + '4')).toBe(true);
        expect(isIdNumber('110105194912310021')).toBe(false);
        expect(isIdNumber('11010519490231002X')).toBe(false);
        expect(isIdNumber('')).toBe(false);
    });
    it('takes a small x and spaces around', () => expect(isIdNumber(' 11010519491231002x ')).toBe(true));
    it('knows credit codes by their check digit (GB 32100)', () => {
        expect(isCreditCode('91350100M000100Y43')).toBe(true);
        expect(isCreditCode('91350100M000100Y44')).toBe(false);
        expect(hasCreditCodeForm('91350100M000100Y44')).toBe(true);
        expect(hasCreditCodeForm('91350100I000100Y44')).toBe(false);
    });
    it('knows mobile numbers with spaces and dashes', () => {
        expect(isMobile('138 0000-1200')).toBe(true);
        expect(isMobile('12800001200')).toBe(false);
    });
});
