import { describe, expect, it } from 'vitest';
import type { SurveyQuestion } from '@ui/base/api_types';
import { moved, newQuestion, renamed, repaired } from './drafting';

const when = (question: string, value: string, compare: 'is' | 'above' = 'is') => ({ question, compare, value });
const home: SurveyQuestion = { ...newQuestion(1), code: 'home', title: '在家吗' };
const out: SurveyQuestion = { ...newQuestion(2), code: 'out', kind: 'number', options: [], min: 0, max: 9, shown_when: when('home', 'b') };
const far: SurveyQuestion = { ...newQuestion(3), code: 'far', shown_when: when('out', '2', 'above') };
const codes = (questions: SurveyQuestion[]): string[] => questions.map((each) => each.code);

describe('a questionnaire that is being written', () => {
    it('moves a question by one place, and not beyond its ends', () => {
        expect(codes(moved([home, out, far], 1, -1))).toEqual(['out', 'home', 'far']);
        expect(codes(moved([home, out, far], 1, 1))).toEqual(['home', 'far', 'out']);
        expect(codes(moved([home, out, far], 0, -1))).toEqual(['home', 'out', 'far']);
        expect(codes(moved([home, out, far], 2, 1))).toEqual(['home', 'out', 'far']);
    });
    it('keeps conditions that hold', () => {
        expect(repaired([home, out, far])).toEqual({ questions: [home, out, far], lost: [] });
    });
    it('drops a condition on a question that now comes later, and says whose', () => {
        const { questions, lost } = repaired(moved([home, out, far], 1, -1));
        expect(lost).toEqual([1]);
        expect(questions.map((each) => each.shown_when)).toEqual([null, null, far.shown_when]);
    });
    it('drops a condition on a question, an option or a comparison that is gone', () => {
        expect(repaired([out, far]).lost).toEqual([1]);
        expect(repaired([{ ...home, options: [{ code: 'a', title: '在' }] }, out]).lost).toEqual([2]);
        expect(repaired([home, { ...out, kind: 'text', min: null, max: null }, far]).lost).toEqual([3]);
        expect(repaired([home, { ...far, shown_when: when('home', 'a', 'above') }]).lost).toEqual([2]);
    });
    it('follows a question whose code is written anew, letter by letter', () => {
        const after = ['hom', 'homa', 'household'].reduce((at, code) => renamed(at, 0, code), [home, out, far]);
        expect(codes(after)).toEqual(['household', 'out', 'far']);
        expect(after[1]?.shown_when).toEqual(when('household', 'b'));
        expect(repaired(after).lost).toEqual([]);
    });
});
