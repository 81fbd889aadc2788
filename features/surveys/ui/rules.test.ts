import { describe, expect, it } from 'vitest';
import type { SurveyQuestion } from '@ui/base/api_types';
import { firstFault, givenOf, isShown } from './rules';

const question = (more: Partial<SurveyQuestion>): SurveyQuestion => ({
    code: 'q', title: 'q', kind: 'choice', of_member: false, required: true, options: [{ code: 'a', title: 'a' }, { code: 'b', title: 'b' }],
    min: null, max: null, unit: '', shown_when: null, ...more,
});
const questions = [
    question({ code: 'home' }),
    question({ code: 'out', kind: 'number', options: [], min: 0, max: 2, shown_when: { question: 'home', compare: 'is', value: 'a' } }),
    question({ code: 'skills', kind: 'choices', of_member: true, shown_when: { question: 'out', compare: 'above', value: '0' } }),
];

describe('survey rules', () => {
    it('skips what depends on an answer that is not there or not shown', () => {
        expect(isShown(questions, questions[2]!, 1, { 'out/0': ['1'] })).toBe(false);
        expect(isShown(questions, questions[2]!, 1, { 'home/0': ['a'], 'out/0': ['1'] })).toBe(true);
        expect(isShown(questions, questions[2]!, 1, { 'home/0': ['b'], 'out/0': ['1'] })).toBe(false);
    });
    it('finds the first fault, and none in a whole answer', () => {
        expect(firstFault(questions, 1, {})).toEqual({ key: 'home/0', fault: 'missing' });
        expect(firstFault(questions, 1, { 'home/0': ['a'], 'out/0': ['3'] })).toEqual({ key: 'out/0', fault: 'unfit' });
        expect(firstFault(questions, 2, { 'home/0': ['a'], 'out/0': ['1'], 'skills/1': ['a'] })).toEqual({ key: 'skills/2', fault: 'missing' });
        expect(firstFault(questions, 2, { 'home/0': ['b'] })).toBeNull();
    });
    it('sends nothing that was skipped', () => {
        const values = { 'home/0': ['b'], 'out/0': ['1'], 'skills/1': ['a'] };
        expect(givenOf(questions, 1, values)).toEqual([{ question: 'home', member: 0, values: ['b'] }]);
    });
});
