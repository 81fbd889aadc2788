import type { LocationQuery } from 'vue-router';
import { api } from '@ui/base/api';

/** Whose proof a link to /proof asks for: a version of an entry, a printed paper that somebody holds, or an act on a file of a case. */
export type AskedProof = { kind: 'entry'; entry: string; version: number } | { kind: 'document'; document: string; digest: string } | { kind: 'custody'; id: string; position: number };

/** Pure; null when the link asks for none. */
export function askedProof(query: LocationQuery): AskedProof | null {
    const { entry, version, document, digest, custody, position } = query;
    if (typeof entry === 'string' && typeof version === 'string' && /^[1-9]\d{0,8}$/.test(version)) return { kind: 'entry', entry, version: Number(version) };
    if (typeof document === 'string' && typeof digest === 'string') return { kind: 'document', document, digest };
    if (typeof custody === 'string' && typeof position === 'string' && /^[1-9]\d{0,12}$/.test(position)) return { kind: 'custody', id: custody, position: Number(position) };
    return null;
}

export const fetchAsked = (asked: AskedProof): Promise<unknown> =>
    asked.kind === 'entry' ? api.entries.proof(asked.entry, asked.version)
    : asked.kind === 'document' ? api.cases.documentProof(asked.document, asked.digest) : api.cases.custodyProof(asked.id, asked.position);
