/** Verifies a certificate from files alone, in the browser; finds the same faults as verify.cpp and is tested with the same files. */
import { checkedProofs, instantOf, isObject, subjectDigest, textOf, P256, SM2, type CheckedProof, type CheckedProofs, type Json, type JsonObject } from './proofs';

export const FAULTS = [
    'certificate_malformed', 'certificate_changed', 'signature_broken', 'proof_missing', 'issuer_not_trusted', 'issuer_not_trusted_then',
    'issuer_distrusted', 'issuer_register', 'issuer_list_broken', 'certificate_early', 'certificate_expired', 'certificate_suspended',
    'certificate_revoked', 'certificate_superseded', 'status_list_broken', 'status_list_other',
] as const;
export type FaultCode = (typeof FAULTS)[number];
export interface Fault { code: FaultCode; fact?: string }

export interface Asked {
    certificate: unknown;
    /** None: trust in the issuer is not checked. */
    issuers?: unknown;
    /** One list or several; none: the status is not checked. */
    status?: unknown;
    /** A Multikey that must have signed the list of issuers. */
    root?: string;
    /** Milliseconds. */
    at: number;
}

export interface FieldLine { title: { zh: string; en: string }; value: Json; shown?: { zh: string; en: string }[] }
export interface Verdict {
    verified: boolean;
    faults: Fault[];
    register: string;
    title: { zh: string; en: string };
    number: string;
    holder: string;
    creditCode: string;
    place: string;
    issuer: string;
    fields: FieldLine[];
    validFrom: string;
    validUntil: string;
    signedAt: number | null;
    digest: string;
    issuersChecked: boolean;
    root: string | null;
    rootCompared: boolean;
    statusChecked: boolean;
    statusAsOf: number | null;
}

type Purpose = 'revocation' | 'suspension' | 'refresh';
const PURPOSES: [Purpose, FaultCode][] = [['revocation', 'certificate_revoked'], ['suspension', 'certificate_suspended'], ['refresh', 'certificate_superseded']];

interface Looked { document: JsonObject; issuer: JsonObject; subject: JsonObject; validFrom: number; proofs: CheckedProofs }
interface TrustedIssuer { place: string; sm2: string; p256: string; since: number; until: number | null; distrusted: boolean; registers: string[] }

async function lookedAt(value: unknown, type: string): Promise<Looked | null> {
    if (!isObject(value) || !Array.isArray(value.type) || !value.type.includes(type)) return null;
    const validFrom = instantOf(value, 'validFrom');
    const proofs = await checkedProofs(value);
    if (!isObject(value.issuer) || !isObject(value.credentialSubject) || validFrom === null || !proofs) return null;
    return { document: value, issuer: value.issuer, subject: value.credentialSubject, validFrom, proofs };
}

const namesItsKey = (looked: Looked): boolean => !looked.proofs.p256 || textOf(looked.issuer, 'id') === `did:key:${looked.proofs.p256.key}`;
const placeOf = (looked: Looked): string => textOf(looked.issuer, 'place');
const isWhole = (looked: Looked): boolean => Boolean(looked.proofs.sm2?.whole && looked.proofs.p256?.whole) && namesItsKey(looked);

const ISSUER_MEMBERS = ['place', 'name', 'sm2', 'p256', 'since', 'until', 'distrusted_at', 'registers'];
function issuersOf(list: Looked): TrustedIssuer[] | null {
    if (!Array.isArray(list.subject.issuers)) return null;
    const issuers: TrustedIssuer[] = [];
    for (const line of list.subject.issuers) {
        if (!isObject(line) || Object.keys(line).some((name) => !ISSUER_MEMBERS.includes(name)) || !Array.isArray(line.registers)) return null;
        const since = instantOf(line, 'since');
        const until = 'until' in line ? instantOf(line, 'until') : null;
        if (since === null || ('until' in line && until === null)) return null;
        issuers.push({ place: textOf(line, 'place'), sm2: textOf(line, 'sm2'), p256: textOf(line, 'p256'), since, until, distrusted: 'distrusted_at' in line, registers: line.registers.map(String) });
    }
    return issuers;
}

const lineOf = (issuers: TrustedIssuer[], looked: Looked): TrustedIssuer | undefined => issuers.find((each) => each.place === placeOf(looked)
    && (!looked.proofs.sm2 || each.sm2 === looked.proofs.sm2.key) && (!looked.proofs.p256 || each.p256 === looked.proofs.p256.key));

/** Why the list of issuers does not vouch for the signatures of the document; null when it does. */
function distrustOf(issuers: TrustedIssuer[], looked: Looked): FaultCode | null {
    const line = lineOf(issuers, looked);
    if (!line) return 'issuer_not_trusted';
    if (line.distrusted) return 'issuer_distrusted';
    const late = (proof?: CheckedProof): boolean => proof !== undefined && (proof.created < line.since || (line.until !== null && proof.created > line.until));
    return late(looked.proofs.sm2) || late(looked.proofs.p256) ? 'issuer_not_trusted_then' : null;
}

/** The bytes behind an encodedList; null when it is none. */
export async function decodedList(text: string): Promise<Uint8Array | null> {
    if (!/^u[\w-]+$/.test(text)) return null;
    try {
        const packed = Uint8Array.from(atob(text.slice(1).replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
        const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
        return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
        return null;
    }
}

/** What one list says; 'broken' when it does not count. */
async function statusIn(list: Looked | null, looked: Looked, entry: JsonObject, purpose: Purpose, at: number, issuers: TrustedIssuer[] | null): Promise<{ since: string | null } | 'broken'> {
    const index = textOf(entry, 'statusListIndex');
    if (!list || !/^\d+$/.test(index) || !isWhole(list) || placeOf(list) !== placeOf(looked) || (issuers && distrustOf(issuers, list)) || textOf(list.subject, 'statusPurpose') !== purpose) return 'broken';
    const bytes = await decodedList(textOf(list.subject, 'encodedList'));
    const byte = bytes?.[Math.floor(Number(index) / 8)];
    if (byte === undefined || !Array.isArray(list.subject.changes)) return 'broken';
    let last = false;
    let since: string | null = null;
    for (const change of list.subject.changes) {
        if (!isObject(change) || textOf(change, 'index') !== index) continue;
        const changed = instantOf(change, 'at');
        if (changed === null || typeof change.value !== 'boolean') return 'broken';
        last = change.value;
        if (changed <= at) since = last ? textOf(change, 'at') : null;
    }
    return last === ((byte & (0x80 >> (Number(index) % 8))) !== 0) ? { since } : 'broken';
}

const titleOf = (value: Json | undefined): { zh: string; en: string } => isObject(value) ? { zh: textOf(value, 'zh'), en: textOf(value, 'en') } : { zh: '', en: '' };

function describe(looked: Looked): Verdict | null {
    const { document, subject, issuer } = looked;
    if (!isObject(subject.holder) || !isObject(subject.registerTitle) || ('validUntil' in document && instantOf(document, 'validUntil') === null)) return null;
    const fields = (Array.isArray(subject.fields) ? subject.fields : []).filter(isObject).map((line): FieldLine => ({
        title: titleOf(line.title), value: line.value ?? null, ...(Array.isArray(line.shown) ? { shown: line.shown.map(titleOf) } : {}),
    }));
    const verdict = {
        verified: false, faults: [], register: textOf(subject, 'register'), title: titleOf(subject.registerTitle), number: textOf(subject, 'number'),
        holder: textOf(subject.holder, 'name'), creditCode: textOf(subject.holder, 'creditCode'), place: placeOf(looked), issuer: textOf(issuer, 'name'), fields,
        validFrom: textOf(document, 'validFrom'), validUntil: textOf(document, 'validUntil'), signedAt: looked.proofs.p256?.created ?? null, digest: subjectDigest(document),
        issuersChecked: false, root: null, rootCompared: false, statusChecked: false, statusAsOf: null,
    };
    return verdict.register && verdict.place ? verdict : null;
}

function signatureFaults({ sm2, p256 }: CheckedProofs): Fault[] {
    const faults: Fault[] = [];
    if (!sm2) faults.push({ code: 'proof_missing', fact: SM2 });
    if (!p256) faults.push({ code: 'proof_missing', fact: P256 });
    const broken = [sm2 && !sm2.whole ? SM2 : '', p256 && !p256.whole ? P256 : ''].filter(Boolean);
    const there = [sm2, p256].filter(Boolean).length;
    if (broken.length > 0) faults.push(broken.length === there ? { code: 'certificate_changed' } : { code: 'signature_broken', fact: broken[0]! });
    return faults;
}

async function readIssuers(asked: Asked, verdict: Verdict): Promise<TrustedIssuer[] | null> {
    const list = await lookedAt(asked.issuers, 'TrustedIssuerList');
    const issuers = list && issuersOf(list);
    if (!list || !issuers || !isWhole(list) || placeOf(list) !== '000000' || (asked.root && asked.root !== list.proofs.p256?.key && asked.root !== list.proofs.sm2?.key)) {
        verdict.faults.push({ code: 'issuer_list_broken' });
        return null;
    }
    verdict.issuersChecked = true;
    verdict.root = list.proofs.p256!.key;
    verdict.rootCompared = Boolean(asked.root);
    return issuers;
}

function checkIssuer(looked: Looked, issuers: TrustedIssuer[] | null, verdict: Verdict): void {
    if (!namesItsKey(looked) || textOf(looked.subject, 'issuingPlace') !== placeOf(looked)) {
        verdict.faults.push({ code: 'issuer_not_trusted' });
        return;
    }
    if (!issuers) return;
    const distrust = distrustOf(issuers, looked);
    if (distrust) verdict.faults.push({ code: distrust, fact: placeOf(looked) });
    else if (!lineOf(issuers, looked)!.registers.includes(verdict.register)) verdict.faults.push({ code: 'issuer_register', fact: verdict.register });
}

async function checkStatus(asked: Asked, looked: Looked, issuers: TrustedIssuer[] | null, verdict: Verdict): Promise<void> {
    const lists = (Array.isArray(asked.status) ? asked.status : [asked.status]).filter(isObject);
    const entries = Array.isArray(looked.document.credentialStatus) ? looked.document.credentialStatus.filter(isObject) : null;
    let missing = false;
    let broken = entries === null;
    for (const [purpose, code] of PURPOSES) {
        if (broken) break;
        const entry = entries!.find((each) => textOf(each, 'statusPurpose') === purpose);
        const list = entry && lists.find((each) => textOf(each, 'id') === textOf(entry, 'statusListCredential'));
        if (!list) { missing = true; continue; }
        const read = await lookedAt(list, 'BitstringStatusListCredential');
        const found = await statusIn(read, looked, entry, purpose, asked.at, issuers);
        if (found === 'broken') { broken = true; break; }
        verdict.statusAsOf = Math.min(verdict.statusAsOf ?? Infinity, read!.validFrom);
        if (found.since !== null) verdict.faults.push({ code, fact: found.since });
    }
    if (missing) verdict.faults.push({ code: 'status_list_other' });
    if (broken) verdict.faults.push({ code: 'status_list_broken' });
    verdict.statusChecked = !missing && !broken;
}

/** Finds every fault; null instead of a verdict when the document is no certificate. */
export async function verify(asked: Asked): Promise<Verdict | null> {
    const looked = await lookedAt(asked.certificate, 'EntryCertificate');
    const verdict = looked && describe(looked);
    if (!looked || !verdict) return null;
    verdict.faults.push(...signatureFaults(looked.proofs));
    const issuers = asked.issuers === undefined ? null : await readIssuers(asked, verdict);
    checkIssuer(looked, issuers, verdict);
    if (asked.at < looked.validFrom) verdict.faults.push({ code: 'certificate_early', fact: verdict.validFrom });
    const until = instantOf(looked.document, 'validUntil');
    if (until !== null && asked.at > until) verdict.faults.push({ code: 'certificate_expired', fact: verdict.validUntil });
    if (asked.status !== undefined) await checkStatus(asked, looked, issuers, verdict);
    verdict.verified = verdict.faults.length === 0;
    return verdict;
}
