import type { Field, FieldValues, ValueNames } from '@ui/base/api_types';
import { store, stored } from '@ui/base/preferences';

/** A form that was begun and not sent: kept on this device only. */
export interface Draft { values: FieldValues; /** Names of files that were sent for it. */ names: ValueNames }
interface Kept extends Partial<Draft> { at: number }

/** An uploaded file waits a day for its form. */
const FILE_LIFE_MS = 23 * 3_600_000;
const isSecret = (field: Field): boolean => Boolean(field.sealed) || field.type === 'identity_number';
const holdsFile = (field: Field): boolean => field.type === 'file' || Boolean(field.columns?.some((column) => column.type === 'file'));

/** Keeps a form without its sealed values and identity numbers; an empty one is forgotten. */
export function keepDraft(key: string, fields: readonly Field[], values: FieldValues, names: ValueNames = {}, now = Date.now()): void {
    const open = Object.fromEntries(fields.filter((field) => !isSecret(field) && values[field.id] !== undefined && values[field.id] !== '').map((field) => [field.id, values[field.id]]));
    store(`draft.${key}`, Object.keys(open).length ? JSON.stringify({ at: now, values: open, names } satisfies Kept) : null);
}

/** What was kept of a form that still asks for it; files that have waited too long are left out. Null: nothing. */
export function restoreDraft(key: string, fields: readonly Field[], now = Date.now()): Draft | null {
    try {
        const kept = JSON.parse(stored(`draft.${key}`) ?? 'null') as Kept | null;
        const values = kept?.values;
        if (!kept || !values) return null;
        const fresh = now - kept.at < FILE_LIFE_MS;
        const known = fields.filter((field) => !isSecret(field) && values[field.id] !== undefined && (fresh || !holdsFile(field)));
        return known.length ? { values: Object.fromEntries(known.map((field) => [field.id, values[field.id]])), names: kept.names ?? {} } : null;
    } catch {
        return null;
    }
}

export const forgetDraft = (key: string): void => store(`draft.${key}`, null);
