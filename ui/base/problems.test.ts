import { describe, expect, it } from 'vitest';
import { asProblem, readProblem } from './problems';

describe('problems', () => {
    it('reads a problem document with facts, findings and what would satisfy it', () => {
        const problem = readProblem(409, {
            code: 'not_enough_seats', message: { zh: '只剩 2 个席位', en: 'Only 2 seats left' }, path: '/seats', facts: { remaining: 2 },
            errors: [{ code: 'x', message: { zh: '甲', en: 'a' }, path: '/seats', nearest: ['1'] }], satisfy: { zh: '改成 2', en: 'Ask for 2' }, trace: 't1', cap: 5,
        });
        expect(problem.text('zh-CN')).toBe('只剩 2 个席位');
        expect(problem.facts).toEqual({ remaining: 2, cap: 5 });
        expect(problem.errors[0]).toMatchObject({ path: '/seats', nearest: ['1'] });
        expect(problem.satisfy?.en).toBe('Ask for 2');
        expect(problem.isTransient).toBe(false);
    });
    it.each([[null], ['<html>502</html>'], [[1, 2]], [{ code: 7, message: 'x', errors: [null, 3] }]])('never fails on %s', (body) => {
        const problem = readProblem(502, body);
        expect(problem.status).toBe(502);
        expect(problem.text('zh-CN').length).toBeGreaterThan(0);
        expect(problem.isTransient).toBe(true);
    });
    it('keeps the other language when one is missing', () => {
        expect(readProblem(409, { code: 'a', message: { zh: '只有中文' } }).text('en')).toBe('只有中文');
    });
    it('makes anything thrown into something that can be shown', () => {
        expect(asProblem(new Error('boom')).code).toBe('page_failure');
        expect(asProblem('boom').text('en').length).toBeGreaterThan(0);
    });
});
