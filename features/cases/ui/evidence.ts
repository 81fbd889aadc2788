import type { Case, CaseFile, CodeItem, CaseStep, Field, FieldColumn, FieldValues, Id, Instant, Words } from '@ui/base/api_types';
import { rowsOf } from '@ui/base/field_rules';

/** One line of the list of custody: a file with its digest, since when, from whom, and where it was handed in. */
export interface Exhibit {
    number: number;
    file: CaseFile;
    /** The field that asked for it; null: handed in beside the forms. */
    asked: Words | null;
    /** What the row said about it beside the file. */
    about: string[];
    step: Words | null;
    at: Instant;
}

/** One line of a checklist: what a form asks for as a file, and whether it is there. */
export interface CheckLine { title: Words; required: boolean; files: Id[] }

interface Mention { file: Id; asked: Words; about: string[]; step: CaseStep }

const isText = (column: FieldColumn): boolean => column.type === 'text' || column.type === 'long_text' || column.type === 'date';

function mentionsOf(field: Field, values: FieldValues, step: CaseStep): Mention[] {
    const value = values[field.id];
    if (field.type === 'file') return typeof value === 'string' ? [{ file: value, asked: field.title, about: [], step }] : [];
    if (field.type !== 'rows') return [];
    const columns = field.columns ?? [];
    return rowsOf(value).flatMap((row) => columns.filter((column) => column.type === 'file' && typeof row[column.id] === 'string').map((column) => ({
        file: String(row[column.id]), asked: field.title, about: columns.filter(isText).map((each) => row[each.id]).filter((each): each is string => typeof each === 'string' && each !== ''), step,
    })));
}

/** Every file of the case with where it comes from, oldest first. Pure. */
export function exhibitsOf(value: Pick<Case, 'files' | 'forms' | 'timeline'>): Exhibit[] {
    const mentions = value.timeline.flatMap((step) => (value.forms.find((form) => form.id === step.form)?.fields ?? []).flatMap((field) => mentionsOf(field, step.values, step)));
    return [...value.files].sort((one, other) => one.at.localeCompare(other.at)).map((file, index) => {
        const mention = mentions.find((each) => each.file === file.id);
        return { number: index + 1, file, asked: mention?.asked ?? null, about: mention?.about ?? [], step: mention?.step.title ?? null, at: file.at };
    });
}

/** Whether forms of the procedure collect files in rows: evidence with custody. */
export const collectsEvidence = (forms: Case['forms']): boolean => forms.some((form) => form.fields.some((field) => field.type === 'rows' && field.columns?.some((column) => column.type === 'file')));

/** What the forms that were sent ask for as files, and which came: with the newest of each form, in rows with any of them. Pure. */
export function checklistOf(value: Pick<Case, 'forms' | 'timeline'>): CheckLine[] {
    return value.forms.flatMap((form) => {
        const steps = value.timeline.filter((each) => each.form === form.id);
        const step = steps.at(-1);
        if (!step) return [];
        const lines = form.fields.filter((field) => field.type === 'file' || (field.type === 'rows' && field.columns?.some((column) => column.type === 'file')));
        return lines.filter((field) => !field.when || field.when.is.includes(String(step.values[field.when.field] ?? ''))).map((field) => ({
            title: field.title, required: field.required ?? true, files: (field.type === 'rows' ? steps : [step]).flatMap((each) => mentionsOf(field, each.values, each)).map((mention) => mention.file).filter((id, index, all) => all.indexOf(id) === index),
        }));
    });
}

/** The list as CSV rows: number, name, what for, SM3, bytes, from whom, when. */
export const custodyRows = (exhibits: Exhibit[], say: (words: Words | null) => string): (string | number)[][] =>
    exhibits.map((each) => [each.number, each.file.name, say(each.asked), each.file.digest, each.file.bytes, each.file.by_name ?? '', each.at]);

/** A kind of evidence that such a case asks for, and the files of that kind. */
export interface WantedEvidence { table: string; code: string; files: Id[] }

/**
 * What the tables say is to be collected: a form said a code (the violation) whose item names codes of another table (kinds of
 * evidence), and rows of evidence have a column of that table. Nothing where no such pair is. Pure.
 */
export function wantedEvidence(value: Pick<Case, 'forms' | 'timeline'>, tables: ReadonlyMap<string, CodeItem[]>): WantedEvidence[] {
    const rows = value.forms.flatMap((form) => form.fields.filter((field) => field.type === 'rows').flatMap((field) => {
        const kind = field.columns?.find((column) => column.type === 'code');
        return kind?.table && field.columns?.some((column) => column.type === 'file') ? [{ form, field, kind, table: kind.table }] : [];
    }));
    const codes = value.forms.flatMap((form) => form.fields.filter((field) => field.type === 'code').map((field) => ({ form, field })));
    for (const { form, field, kind, table } of rows) {
        const known = new Set((tables.get(table) ?? []).map((item) => item.code));
        for (const each of codes) {
            const said = value.timeline.filter((step) => step.form === each.form.id).map((step) => step.values[each.field.id]).at(-1);
            const wanted = (tables.get(each.field.table ?? '') ?? []).find((item) => item.code === said)?.value?.split('|') ?? [];
            if (!wanted.length || !wanted.every((code) => known.has(code))) continue;
            const given = value.timeline.filter((step) => step.form === form.id).flatMap((step) => rowsOf(step.values[field.id]));
            const fileColumns = (field.columns ?? []).filter((column) => column.type === 'file');
            return wanted.map((code) => ({ table, code, files: given.filter((row) => row[kind.id] === code).flatMap((row) => fileColumns.map((column) => String(row[column.id] ?? '')).filter(Boolean)) }));
        }
    }
    return [];
}
