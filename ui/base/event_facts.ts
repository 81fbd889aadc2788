/**
 * The facts of an event of the journal as people read them. What each fact and each code is called stands in one place,
 * event_words.json, in both languages; ui/tests/event_words.test.ts reads the server's sources and misses none.
 */
import { formatDate, formatExact, formatMonth, formatQuarter } from './dates';
import words from './event_words.json';
import { moneyExact } from './money';
import { groupDigits, hundredths, percentOf } from './numbers';
import { inLanguage, type Language } from './problems';

type Named = Record<string, { zh: string; en: string }>;
const FACTS: Named = words.facts;
const CODES: Named = words.codes;

/** What facts are said with. `kind`: the event's. */
export interface EventSaying {
    kind: string;
    language: Language;
    now: Date;
    /** The name of a place, an occupation or an industry; the code itself where it is not known. */
    nameOf: (table: NamedTable, code: string) => string;
    /** Other words for a code: of the gate's rules, of kinds of events. */
    word?: (code: string) => string | null;
}
export type NamedTable = 'places' | 'occupations' | 'industries';

export interface EventFact {
    name: string;
    label: string;
    text: string;
    /** Only programs read it: shown in the type of codes. */
    isCode: boolean;
    /** Where its page is in the desk; none: it has none. */
    to: string | null;
}

/** Facts whose value, when it is text, is a code of a table. */
const TABLES: Record<string, NamedTable> = {
    place: 'places', office: 'places', sent_to: 'places', subject_place: 'places', agency_place: 'places',
    occupation: 'occupations', before: 'occupations', industry: 'industries',
};
const OCCUPATION = /^\d-\d{2}(-\d{2}){0,2}$/;
/** Names of members of somebody's data or of an order's terms. */
const OF_FIELDS = new Set(['fields', 'field', 'differs', 'parts']);
/** Pages of the desk by the fact that is their id. */
const PAGES: Record<string, string> = {
    order: '/orders/', share: '/shares/', statement: '/statements/', case_id: '/cases/', agreement: '/lending/agreements/', post: '/lending/posts/',
    proposal: '/lending/proposals/', engagement: '/engagements/', procurement: '/procurements/', person: '/people/', procedure: '/procedures/', register_id: '/registers/',
};
/** Pages of the desk by the kind of thing that an event is about. */
const SUBJECTS: Record<string, string> = {
    order: '/orders/', share: '/shares/', statement: '/statements/', case: '/cases/', entry: '/entries/', organisation: '/organisations/', person: '/people/', fair: '/fairs/',
    lead: '/leads/', list: '/lists/', duty: '/duties/', shortage_catalogue: '/shortages/', shortage_warning: '/shortage-warnings/', quarter_report: '/quarter-reports/',
    pay_survey: '/pay-surveys/', pay_answer: '/pay-answers/', survey: '/surveys/', engagement: '/engagements/', procurement: '/procurements/', import: '/imports/',
    booking: '/bookings/', cancellation_claim: '/cancellations/', lending_post: '/lending/posts/', lending_proposal: '/lending/proposals/', lending_agreement: '/lending/agreements/',
};

/** Where the page of what an event is about is in the desk. */
export const pageOfSubject = (kind: string, id: string): string | null => (SUBJECTS[kind] ? `${SUBJECTS[kind]}${id}` : null);

/** What a fact is called: of this kind of event, of any; null when it has no words. */
export function factWords(name: string, prefix: string): { zh: string; en: string } | null {
    return FACTS[`${prefix}.${name}`] ?? FACTS[name] ?? null;
}
/** What a code is called: of that fact, of any; null when it has no words. */
export function codeWords(name: string, code: string): { zh: string; en: string } | null {
    return (OF_FIELDS.has(name) ? CODES[`field.${code}`] : CODES[`${name}.${code}`]) ?? CODES[code] ?? null;
}

function sizeText(bytes: number): string {
    return bytes < 1_048_576 ? `${groupDigits(Math.ceil(bytes / 1024))} KB` : `${groupDigits(bytes / 1_048_576, 1)} MB`;
}

function numberText(name: string, value: number): string {
    if (name.endsWith('_fen')) return moneyExact(value);
    if (name.endsWith('_hundredths')) return hundredths(value);
    if (name === 'bytes') return sizeText(value);
    if (name === 'progress') return percentOf(value);
    return name === 'year' ? String(value) : groupDigits(value);
}

function codeText(name: string, value: string, say: EventSaying): { text: string; isCode: boolean } {
    const plain = (text: string): { text: string; isCode: boolean } => ({ text, isCode: false });
    const table = TABLES[name];
    if (table && (table !== 'occupations' || OCCUPATION.test(value))) return plain(say.nameOf(table, value));
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return plain(formatExact(value));
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return plain(formatDate(value, say.language, say.now));
    if (/^\d{4}-\d{2}$/.test(value)) return plain(formatMonth(value, say.language));
    if (/^\d{4}Q[1-4]$/.test(value)) return plain(formatQuarter(value, say.language));
    const known = codeWords(name, value);
    if (known) return plain(inLanguage(known, say.language));
    const otherwise = say.word?.(value);
    return otherwise ? plain(otherwise) : { text: value, isCode: true };
}

function valueText(name: string, value: unknown, say: EventSaying): { text: string; isCode: boolean } {
    if (typeof value === 'number') return { text: numberText(name, value), isCode: false };
    if (typeof value === 'boolean') return { text: inLanguage(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }, say.language), isCode: false };
    const between = say.language === 'en' ? ', ' : '、';
    if (Array.isArray(value)) {
        const each = value.map((one: unknown) => valueText(name, one, say));
        return { text: each.map((one) => one.text).join(typeof value[0] === 'object' ? (say.language === 'en' ? '; ' : '；') : between), isCode: each.some((one) => one.isCode) };
    }
    if (typeof value === 'object' && value !== null)
        return { text: factsOfEvent(value as Record<string, unknown>, say, `${name}.`).map((one) => `${one.label} ${one.text}`).join(between), isCode: false };
    return codeText(name, String(value), say);
}

/** Every fact that says something, in the event's own order. One without words keeps its name. `within`: of what they are parts. */
export function factsOfEvent(data: Record<string, unknown>, say: EventSaying, within = ''): EventFact[] {
    const prefix = say.kind.split('.')[0] ?? '';
    return Object.entries(data).flatMap(([name, value]) => {
        if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
        const called = within ? factWords(`${within}${name}`, '') ?? factWords(name, prefix) : factWords(name, prefix);
        const page = name === 'survey' ? SUBJECTS[prefix.startsWith('pay') ? 'pay_survey' : 'survey'] : PAGES[name];
        return [{ name, label: called ? inLanguage(called, say.language) : name, ...valueText(name, value, say), to: page && typeof value === 'string' ? `${page}${value}` : null }];
    });
}

/** The codes of a table that the facts of events name: what a page has to ask names for. */
export function codesNamed(events: { data: Record<string, unknown> }[], table: NamedTable): string[] {
    const found = new Set<string>();
    for (const { data } of events)
        for (const [name, value] of Object.entries(data))
            if (TABLES[name] === table && typeof value === 'string' && value !== '' && (table !== 'occupations' || OCCUPATION.test(value))) found.add(value);
    return [...found].sort();
}
