import type { Proof } from './proof';

/** What a sealed record says, as a reader wants it: the record itself holds ids and codes only. */
export interface Facts { kind: string; at: string; position: number; subject: string; version: number | null; digest: string | null }

/** Pure. */
export function factsOf(event: Proof['event']): Facts {
    const data = (typeof event.data === 'object' && event.data !== null ? event.data : {}) as Record<string, unknown>;
    return {
        kind: String(event.kind ?? ''), at: new Date(Number(event.at ?? 0)).toISOString(), position: event.position, subject: String(event.subject ?? ''),
        version: event.subject_kind === 'entry' && typeof data.version === 'number' ? data.version : null,
        digest: typeof data.digest === 'string' ? data.digest : null,
    };
}
