import type { GateFact } from '@ui/base/api_types';

/** What a fact is said with: the feature's words, the labels of codes, a moment in full. */
export interface Saying {
    word: (key: string) => string;
    label: (table: string, code: string) => string;
    moment: (instant: string) => string;
}

/** Values that stand for something else than a number, a date or a code of a table, and their words. */
const WORDS: Record<string, string> = {
    no: 'no',
    open_to_all: 'gate_open_to_all',
    open_ended: 'gate_value_open_ended',
    unlimited: 'gate_value_unlimited',
    in_place: 'gate_value_in_place',
    everywhere: 'gate_value_everywhere',
    recognised: 'gate_value_recognised',
};

/** One fact that the gate kept with a share, as people read it. */
export function gateFact({ rule, value }: GateFact, say: Saying): string {
    if (rule === 'verified' && value) return say.moment(value);
    if (rule === 'credential_kind') return say.label('credential_kinds', value);
    if (rule === 'scope') return say.label('order_kinds', value);
    const word = WORDS[value];
    return word === undefined ? value : say.word(word);
}
