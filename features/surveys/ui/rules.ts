/** When a question is shown and an answer is whole: the same rules as features/surveys/questionnaire.cpp. */
import type { SurveyCondition, SurveyGiven, SurveyQuestion } from '@ui/base/api_types';

/** What was answered, by question and member (0 is the household). */
export type Values = Record<string, string[]>;
export const keyOf = (question: string, member: number): string => `${question}/${member}`;

const WHOLE = /^-?\d+$/;
const numberIn = (text: string | undefined): number | null => (text !== undefined && WHOLE.test(text) ? Number(text) : null);

function isMet(values: string[], condition: SurveyCondition): boolean {
    if (!values.length) return false;
    const number = numberIn(values[0]);
    const bound = numberIn(condition.value);
    switch (condition.compare) {
        case 'is': return number !== null && bound !== null ? number === bound : values[0] === condition.value;
        case 'contains': return values.includes(condition.value);
        case 'above': return number !== null && bound !== null && number > bound;
        case 'below': return number !== null && bound !== null && number < bound;
    }
}

export function isShown(questions: SurveyQuestion[], question: SurveyQuestion, member: number, values: Values): boolean {
    const condition = question.shown_when;
    if (!condition) return true;
    const earlier = questions.find((each) => each.code === condition.question);
    if (!earlier) return false;
    const whose = earlier.of_member ? member : 0;
    return isShown(questions, earlier, whose, values) && isMet(values[keyOf(earlier.code, whose)] ?? [], condition);
}

/** What is wrong with a value; '' when it fits. Codes are looked up by the server. */
export function faultOf(question: SurveyQuestion, values: string[]): '' | 'missing' | 'unfit' {
    if (!values.length || values[0] === '') return question.required ? 'missing' : '';
    const options = question.options.map((each) => each.code);
    if (question.kind === 'choice' || question.kind === 'choices') return values.every((each) => options.includes(each)) ? '' : 'unfit';
    if (question.kind === 'number') {
        const number = numberIn(values[0]);
        return number !== null && number >= (question.min ?? 0) && number <= (question.max ?? 0) ? '' : 'unfit';
    }
    if (question.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(values[0] ?? '') ? '' : 'unfit';
    return '';
}

/** The members that a question is asked of. */
export const membersOf = (question: SurveyQuestion, members: number): number[] =>
    question.of_member ? Array.from({ length: members }, (_, index) => index + 1) : [0];

/** The first question with a fault, by its key; null when the answer is whole. */
export function firstFault(questions: SurveyQuestion[], members: number, values: Values): { key: string; fault: string } | null {
    for (const question of questions) {
        for (const member of membersOf(question, members)) {
            if (!isShown(questions, question, member, values)) continue;
            const key = keyOf(question.code, member);
            const fault = faultOf(question, values[key] ?? []);
            if (fault) return { key, fault };
        }
    }
    return null;
}

/** What is sent: shown questions that were answered, nothing that was skipped. */
export function givenOf(questions: SurveyQuestion[], members: number, values: Values): SurveyGiven[] {
    return questions.flatMap((question) => membersOf(question, members).flatMap((member) => {
        const said = (values[keyOf(question.code, member)] ?? []).filter(Boolean);
        return said.length && isShown(questions, question, member, values) ? [{ question: question.code, member, values: said }] : [];
    }));
}
