import { afterEach, describe, expect, it, vi } from 'vitest';
import { heard, programNow } from './clock';

afterEach(() => { heard(new Date().toUTCString()); vi.useRealTimers(); });

describe('the clock', () => {
    it('is the program’s, once an answer said its time', () => {
        vi.useFakeTimers({ now: Date.parse('2026-11-29T01:00:00Z') });
        heard('Tue, 01 Dec 2026 01:00:00 GMT');
        expect(programNow().toISOString()).toBe('2026-12-01T01:00:00.000Z');
        vi.setSystemTime(Date.parse('2026-11-29T01:10:00Z'));
        expect(programNow().toISOString()).toBe('2026-12-01T01:10:00.000Z');
    });
    it('stays the device’s where the two differ by the way of an answer', () => {
        vi.useFakeTimers({ now: Date.parse('2026-11-29T01:00:00.900Z') });
        heard('Sun, 29 Nov 2026 01:00:00 GMT');
        expect(programNow().getTime()).toBe(Date.now());
    });
    it('learns nothing from an answer without a date', () => {
        const before = programNow().getTime() - Date.now();
        heard(null);
        heard('soon');
        expect(programNow().getTime() - Date.now()).toBeCloseTo(before, -1);
    });
    it('goes back when the program does', () => {
        vi.useFakeTimers({ now: Date.parse('2026-11-29T01:00:00Z') });
        heard('Tue, 01 Dec 2026 01:00:00 GMT');
        heard('Sun, 29 Nov 2026 01:00:00 GMT');
        expect(programNow().getTime()).toBe(Date.now());
    });
});
