/** Questions as the desk writes them. */
import type { SurveyCompare, SurveyQuestion, SurveyQuestionKind } from '@ui/base/api_types';

export const KINDS: SurveyQuestionKind[] = ['choice', 'choices', 'number', 'text', 'date', 'occupation', 'place'];

export function newQuestion(number: number): SurveyQuestion {
    return {
        code: `q${number}`, title: '', kind: 'choice', of_member: false, required: true,
        options: [{ code: 'a', title: '' }, { code: 'b', title: '' }], min: null, max: null, unit: '', shown_when: null,
    };
}

/** A code that no question has. */
export function freeNumber(questions: SurveyQuestion[]): number {
    for (let number = questions.length + 1; ; number += 1) if (!questions.some((each) => each.code === `q${number}`)) return number;
}

/** The question with what its kind needs, and nothing that it does not have. */
export function fitted(question: SurveyQuestion): SurveyQuestion {
    const hasOptions = question.kind === 'choice' || question.kind === 'choices';
    const isNumber = question.kind === 'number';
    return {
        ...question,
        options: hasOptions ? (question.options.length ? question.options : newQuestion(1).options) : [],
        min: isNumber ? question.min ?? 0 : null, max: isNumber ? question.max ?? 10 : null, unit: isNumber ? question.unit : '',
    };
}

/** Options from lines, one each; a line keeps the code that its place had. */
export function optionsOf(text: string, before: SurveyQuestion['options']): SurveyQuestion['options'] {
    return text.split('\n').map((line) => line.trim()).filter(Boolean)
        .map((title, index) => ({ code: before[index]?.code ?? `o${index + 1}`, title }));
}

/** The comparisons that the answer to a question allows. */
export function comparesOf(earlier: SurveyQuestion | undefined): SurveyCompare[] {
    if (earlier?.kind === 'choice') return ['is'];
    if (earlier?.kind === 'choices') return ['contains'];
    return earlier?.kind === 'number' ? ['is', 'above', 'below'] : [];
}

/** The earlier questions on which this one may depend. */
export function earlierOf(questions: SurveyQuestion[], index: number): SurveyQuestion[] {
    const own = questions[index];
    return questions.slice(0, index).filter((each) => comparesOf(each).length > 0 && (!each.of_member || own?.of_member));
}

/** Whether the condition can be met by an answer to an earlier question. */
function holds(questions: SurveyQuestion[], index: number): boolean {
    const condition = questions[index]?.shown_when;
    if (!condition) return true;
    const earlier = earlierOf(questions, index).find((each) => each.code === condition.question);
    if (!earlier || !comparesOf(earlier).includes(condition.compare)) return false;
    return earlier.options.length ? earlier.options.some((each) => each.code === condition.value) : /^-?\d+$/.test(condition.value);
}

/** The questions without conditions that nothing can meet any more, and the numbers, from 1, of those that lost theirs. */
export function repaired(questions: SurveyQuestion[]): { questions: SurveyQuestion[]; lost: number[] } {
    const lost = questions.flatMap((_, index) => (holds(questions, index) ? [] : [index + 1]));
    return { questions: questions.map((each, index) => (lost.includes(index + 1) ? { ...each, shown_when: null } : each)), lost };
}

/** The questions with one of them a place earlier (-1) or later (1). */
export function moved(questions: SurveyQuestion[], index: number, by: -1 | 1): SurveyQuestion[] {
    const [one, other] = [questions[index], questions[index + by]];
    if (!one || !other) return questions;
    return questions.map((each, at) => (at === index ? other : at === index + by ? one : each));
}

/** The questions with another code for one of them; whoever depends on it follows. */
export function renamed(questions: SurveyQuestion[], index: number, code: string): SurveyQuestion[] {
    const before = questions[index]?.code;
    const follow = before !== '' && questions.filter((each) => each.code === before).length === 1;
    return questions.map((each, at) => {
        if (at === index) return { ...each, code };
        const condition = each.shown_when;
        if (!follow || !condition || condition.question !== before) return each;
        return { ...each, shown_when: { ...condition, question: code } };
    });
}
