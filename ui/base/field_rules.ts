/** What a form of `Field`s asks and whether a value will do: the server's rules again, so that a slip is told while typing. */
import type { Field, FieldColumn, FieldValues, FieldWhen } from './api_types';
import { hasCreditCodeForm, isIdNumber, isMobile } from './identifiers';
import { inLanguage, type ApiProblem, type Language } from './problems';
import { i18n } from './words';

const say = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(`shell.${key}`, values);

/** An empty control: nothing is sent for it. */
export function isBlank(value: unknown): boolean {
    return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function is(value: unknown, wanted: string): boolean {
    if (Array.isArray(value)) return value.some((one) => is(one, wanted));
    return typeof value === 'boolean' ? wanted === String(value) : typeof value === 'string' && value === wanted;
}

/** Whether the condition holds among these values; true without one. */
export function holds(when: FieldWhen | null | undefined, values: FieldValues): boolean {
    return !when || when.is.some((wanted) => is(values[when.field], wanted));
}

/** The fields that are asked with these values, in their order. What hangs on a field that is not asked is not asked either. */
export function askedFields<F extends FieldColumn>(fields: readonly F[], values: FieldValues): F[] {
    const seen: FieldValues = {};
    return fields.filter((field) => {
        if (!holds(field.when, seen)) return false;
        seen[field.id] = values[field.id];
        return true;
    });
}

export function isRequired(field: FieldColumn): boolean {
    return field.required ?? true;
}

/** The rows of a `rows` value; anything else is none. */
export function rowsOf(value: unknown): FieldValues[] {
    return Array.isArray(value)
        ? value.filter((row): row is FieldValues => typeof row === 'object' && row !== null && !Array.isArray(row)) : [];
}

/** What is sent: asked fields that are filled, texts trimmed, rows cleaned the same way. */
export function cleanValues(fields: readonly Field[], values: FieldValues): FieldValues {
    const clean: FieldValues = {};
    for (const field of askedFields(fields, values)) {
        const value = values[field.id];
        const tidy = field.type === 'rows' ? rowsOf(value).map((row) => cleanValues(field.columns ?? [], row))
            : typeof value === 'string' ? value.trim() : value;
        if (!isBlank(tidy)) clean[field.id] = tidy;
    }
    return clean;
}

function textFault(field: FieldColumn, value: string): string | null {
    const length = [...value.trim()].length;
    const most = field.max ?? (field.type === 'text' ? 200 : 4000);
    if (length < (field.min ?? 1)) return say('form.too_short', { least: field.min ?? 1, now: length });
    return length > most ? say('form.too_long', { most, now: length }) : null;
}

function numberFault(field: FieldColumn, value: unknown): string | null {
    if (typeof value !== 'number' || !Number.isInteger(value)) return say(field.type === 'fen' ? 'fields.not_money' : 'fields.not_whole');
    const shown = (limit: number): number => (field.type === 'fen' ? limit / 100 : limit);
    if (value < (field.min ?? 0)) return say('form.too_small', { least: shown(field.min ?? 0) });
    return field.max !== undefined && field.max !== null && value > field.max ? say('form.too_large', { most: shown(field.max) }) : null;
}

function countFault(field: FieldColumn, count: number): string | null {
    if (field.min && count < field.min) return say('fields.too_few', { least: field.min });
    return field.max && count > field.max ? say('fields.too_many', { most: field.max }) : null;
}

const FORMS: Partial<Record<FieldColumn['type'], { fits: (text: string) => boolean; words: string }>> = {
    credit_code: { fits: hasCreditCodeForm, words: 'fields.not_credit_code' },
    identity_number: { fits: isIdNumber, words: 'fields.not_identity_number' },
    phone: { fits: (text) => isMobile(text) || /^0\d{2,3}-?\d{7,8}$/.test(text.trim()), words: 'fields.not_phone' },
    date: { fits: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text), words: 'form.wrong_form' },
};

/** What is wrong with one value, as a sentence; null when it will do. The server's word is final. */
export function faultOf(field: FieldColumn, value: unknown): string | null {
    if (isBlank(value)) return isRequired(field) ? say('form.required') : null;
    if (field.type === 'text' || field.type === 'long_text') return textFault(field, String(value));
    if (field.type === 'integer' || field.type === 'fen') return numberFault(field, value);
    if (field.type === 'codes' || field.type === 'rows') return countFault(field, (value as unknown[]).length);
    const form = FORMS[field.type];
    return form && !form.fits(String(value)) ? say(form.words) : null;
}

/** Every fault of a form, by pointer below the form: "/premises", "/staff/0/name". In the order of the fields. */
export function faultsOf(fields: readonly Field[], values: FieldValues, at = ''): Record<string, string> {
    const faults: Record<string, string> = {};
    for (const field of askedFields(fields, values)) {
        const pointer = `${at}/${field.id}`;
        const own = faultOf(field, values[field.id]);
        if (own) faults[pointer] = own;
        if (field.type === 'rows') {
            rowsOf(values[field.id]).forEach((row, index) => Object.assign(faults, faultsOf(field.columns ?? [], row, `${pointer}/${index}`)));
        }
    }
    return faults;
}

/** The findings of the server that point below `at`, by pointer below the form ("/values/services/1" at "/values" → "/services/1"). */
export function serverFaults(problem: ApiProblem | null, at: string, language: Language): Record<string, string> {
    if (!problem) return {};
    const found: Record<string, string> = {};
    const findings = [...problem.errors.map((each) => ({ path: each.path, words: each.message })), { path: problem.path ?? '', words: problem.words }];
    for (const { path, words } of findings) {
        if (path.startsWith(`${at}/`)) found[path.slice(at.length)] ??= inLanguage(words, language);
    }
    return found;
}

/** The fault that belongs beside a control: its own, or the first inside it (a code of a list) unless its rows show theirs. */
export function faultAt(faults: Record<string, string>, pointer: string, deep = true): string | null {
    return faults[pointer] ?? (deep ? Object.entries(faults).find(([path]) => path.startsWith(`${pointer}/`))?.[1] : undefined) ?? null;
}
