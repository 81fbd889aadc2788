/** The facts of a refusal as people read them: what each is called, and its value in a reader's form. */
import { formatDay, formatExact } from './dates';
import { money } from './money';
import { hundredths } from './numbers';
import type { ApiProblem, Language } from './problems';

/** What facts are said with: a word of the shell (nothing when there is none), the name of a code, language and moment of the page. */
export interface Saying {
    word: (key: string) => string | null;
    label: (table: string, code: string) => string;
    language: Language;
    now: Date;
}

export interface FactLine { name: string; label: string; text: string }

/** Said by the refusal's own sentence already, or only to programs: not shown. */
export const NOT_SHOWN = new Set([
    'act', 'criterion', 'parameter', 'value', 'needs_office', 'missing', 'finding', 'order_kind', 'import', 'refusal', 'version', 'reason',
    // Of the command line alone.
    'address', 'asked', 'cells', 'column', 'difference', 'fault', 'file', 'first', 'folder', 'left_out', 'line', 'measure', 'name', 'right', 'table',
]);

/** Facts whose value is a code of a table: who shows them needs the names of codes. */
export const TABLES: Record<string, string> = { place: 'places', certificate: 'certificate_kinds' };
/** The things whose states have words (`status` in ui/words). */
export const THINGS = ['order', 'share', 'seat', 'timesheet', 'statement', 'organisation', 'entry', 'credential', 'lead', 'fair', 'import', 'person'] as const;
export type Thing = (typeof THINGS)[number];

/** A state in words: of the thing that the refusal's code names, else when all things that know the state call it the same. */
function stateText(code: string, state: string, say: Saying): string | null {
    const wordOf = (thing: Thing): string | null => say.word(`status.${thing}.${state}`);
    const own = THINGS.find((thing) => code.startsWith(`${thing}_`));
    if (own) return wordOf(own);
    const all = new Set(THINGS.map(wordOf).filter((each) => each !== null));
    return all.size === 1 ? [...all][0] ?? null : null;
}

function textOf(name: string, value: string, code: string, say: Saying): string | null {
    const table = TABLES[name];
    if (table) return say.label(table, value);
    if (name === 'status') return stateText(code, value, say);
    if (name === 'needs') {
        const credential = say.label('credential_kinds', value);
        return credential === value ? stateText(code, value, say) : credential;
    }
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatExact(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, say.language, say.now);
    if (name.endsWith('_fen')) return money(Number(value));
    if (name.endsWith('_hundredths')) return hundredths(Number(value));
    if (name.startsWith('bytes')) return `${Math.floor(Number(value) / 1_048_576)} MB`;
    return value;
}

/** Every fact that a reader can use, in the order in which the refusal gives them. One without a name in words is left out. */
export function factsOf(problem: Pick<ApiProblem, 'code' | 'facts'>, say: Saying): FactLine[] {
    return Object.entries(problem.facts).flatMap(([name, value]) => {
        if (NOT_SHOWN.has(name) || value === '' || value === null || typeof value === 'object') return [];
        const label = say.word(`facts.${name}`);
        const text = textOf(name, String(value), problem.code, say);
        return label !== null && text !== null ? [{ name, label, text }] : [];
    });
}
