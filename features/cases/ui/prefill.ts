import type { Field, FieldValues, Seat, Statement } from '@ui/base/api_types';

/** What is known about somebody's complaint before she has written a word. */
export interface Known {
    employer: { id: string; name: string };
    agency?: { id: string; name: string };
    place?: string | null;
    order: { id: string; title: string };
    amountFen?: number;
    from?: string;
    to?: string | null;
    month?: string;
    text: string;
}

export function knownOfStatement(statement: Statement, owedFen: number, place: string | null, text: string): Known {
    return { employer: statement.employer, agency: statement.agency, order: statement.order, place, amountFen: owedFen, month: statement.month, from: `${statement.month}-01`, text };
}

export function knownOfSeat(seat: Seat, text: string): Known {
    return { employer: seat.employer, agency: seat.agency, order: seat.order, place: seat.order.place, from: seat.starts_on, to: seat.ends_on, text };
}

const means = (field: Field, pattern: RegExp): boolean => pattern.test(`${field.id} ${field.title.en}`.toLowerCase());

/** What a complaint about pay is in the tables of codes. */
const CODES: Record<string, string> = { violation_kinds: 'unpaid_wages', clue_sources: 'complaint' };

function valueOf(field: Field, known: Known): unknown {
    if (field.type === 'code') return CODES[field.table ?? ''];
    if (field.type === 'integer' && means(field, /workers|people/)) return 1;
    if (field.type === 'organisation') return means(field, /agency/) ? known.agency?.id : known.employer.id;
    if (field.type === 'place') return known.place ?? undefined;
    if (field.type === 'fen') return known.amountFen;
    if (field.type === 'date') return means(field, /until|\bto\b|_to|end/) ? known.to ?? undefined : known.from;
    if (field.type === 'long_text') return known.text;
    if (field.type === 'text' && means(field, /respondent|employer|against|party/)) return known.employer.name;
    if (field.type === 'text' && means(field, /month|period/)) return known.month;
    return undefined;
}

/** Fills what can be known into a form's first fields of each kind: each kind once, never a sealed one. Pure. */
export function prefilled(fields: readonly Field[], known: Known): FieldValues {
    const filled: FieldValues = {};
    const used = new Set<string>();
    for (const field of fields) {
        const value = field.sealed ? undefined : valueOf(field, known);
        const kind = `${field.type} ${String(value)}`;
        if (value === undefined || used.has(kind)) continue;
        used.add(kind);
        filled[field.id] = value;
    }
    return filled;
}
