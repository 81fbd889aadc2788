import { describe, expect, it } from 'vitest';
import { strongest } from './score_parts';

describe('the reasons in short', () => {
    it('are what brought most of what it could, and nothing that is known by half or speaks against it', () => {
        const part = (code: string, points: number, max: number) => ({ code, points, max, reason: { code, zh: code, en: code } });
        const parts = [part('occupation', 300, 300), part('skills', 150, 300), part('experience', 90, 100), part('distance', 70, 120), part('pay', 79, 80), part('reliability', 0, 0)];
        expect(strongest(parts).map((each) => each.code)).toEqual(['occupation', 'experience', 'pay']);
        expect(strongest([part('skills', 150, 300), part('experience', 0, 100)])).toEqual([]);
    });
});
