/** A key of an issuing place, as the signed list of issuers says it. */
export interface Issuer { place: string; name: string; sm2: string; p256: string; since: string; until: string | null; distrusted: string | null; registers: string[] }

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The lines of the list, those that sign now first; empty when the document is no such list. Pure. */
export function issuersOf(document: unknown): Issuer[] {
    const lines = (document as { credentialSubject?: { issuers?: unknown } } | null)?.credentialSubject?.issuers;
    if (!Array.isArray(lines)) return [];
    return (lines as Record<string, unknown>[]).map((line) => ({
        place: text(line.place), name: text(line.name), sm2: text(line.sm2), p256: text(line.p256), since: text(line.since),
        until: text(line.until) || null, distrusted: text(line.distrusted_at) || null, registers: Array.isArray(line.registers) ? line.registers.map(text) : [],
    })).sort((one, other) => Number(one.until !== null) - Number(other.until !== null) || one.place.localeCompare(other.place) || other.since.localeCompare(one.since));
}

/** signs: certificates of today carry it; retired: those of its time still hold; distrusted: none holds. */
export const stateOf = (issuer: Issuer): 'signs' | 'retired' | 'distrusted' => (issuer.distrusted ? 'distrusted' : issuer.until ? 'retired' : 'signs');
