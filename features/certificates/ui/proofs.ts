/**
 * Proofs over JSON documents as W3C Data Integrity 1.0 has them (docs/adr/0015): ecdsa-jcs-2019 by the browser's own
 * WebCrypto, sm2-jcs-2026 by sm-crypto-v2. Nothing is asked of anybody. The same as data_integrity.cpp.
 */
import { sm2, sm3 } from 'sm-crypto-v2';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export const SM2 = 'sm2-jcs-2026';
export const P256 = 'ecdsa-jcs-2019';

/** RFC 8785. What JSON.stringify writes of numbers and texts is already in its form; members are sorted by UTF-16 code units, as sort() does. */
export function canonical(value: Json): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

const LETTERS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Multibase base58btc; null for anything else. */
export function fromBase58(text: string): Uint8Array | null {
    if (!text.startsWith('z') || text.length > 1024) return null;
    const digits: number[] = [];
    let zeros = 0;
    let leading = true;
    for (const letter of text.slice(1)) {
        let carry = LETTERS.indexOf(letter);
        if (carry < 0) return null;
        leading &&= carry === 0;
        if (leading) zeros += 1;
        for (let i = 0; i < digits.length; i += 1) {
            carry += digits[i]! * 58;
            digits[i] = carry % 256;
            carry = Math.floor(carry / 256);
        }
        for (; carry > 0; carry = Math.floor(carry / 256)) digits.push(carry % 256);
    }
    return Uint8Array.from([...new Array<number>(zeros).fill(0), ...digits.reverse()]);
}

interface Curve { p: bigint; a: bigint; b: bigint; mark: number }
const CURVES: Record<string, Curve> = {
    [P256]: {
        p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn, a: -3n,
        b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn, mark: 0x80,
    },
    [SM2]: {
        p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn, a: -3n,
        b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n, mark: 0x86,
    },
};

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
    let result = 1n;
    for (let left = exponent, b = base % modulus; left > 0n; left >>= 1n, b = b * b % modulus) if (left & 1n) result = result * b % modulus;
    return result;
}

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** The point 04 x y of a Multikey, in hexadecimal; null when it is another sort of key or no point of the curve. */
export function pointOf(suite: string, multikey: string): string | null {
    const curve = CURVES[suite];
    const bytes = fromBase58(multikey);
    if (!curve || bytes?.length !== 35 || bytes[0] !== curve.mark || bytes[1] !== 0x24 || (bytes[2] !== 2 && bytes[2] !== 3)) return null;
    const x = BigInt(`0x${hexOf(bytes.slice(3))}`);
    if (x >= curve.p) return null;
    const square = (((x * x + curve.a) * x + curve.b) % curve.p + curve.p) % curve.p;
    let y = power(square, (curve.p + 1n) / 4n, curve.p);
    if (y * y % curve.p !== square) return null;
    if (y % 2n !== BigInt(bytes[2]! % 2)) y = curve.p - y;
    return `04${hexOf(bytes.slice(3))}${y.toString(16).padStart(64, '0')}`;
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** hash(proof options) ‖ hash(document), of their canonical forms. */
export async function hashData(suite: string, document: JsonObject, options: JsonObject): Promise<Uint8Array<ArrayBuffer>> {
    const out = new Uint8Array(64);
    const digest = async (value: Json): Promise<Uint8Array> => suite === SM2 ? bytesOf(sm3(utf8(canonical(value)))) : new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(canonical(value))));
    out.set(await digest(options));
    out.set(await digest(document), 32);
    return out;
}

async function isSigned(suite: string, key: string, data: Uint8Array<ArrayBuffer>, signature: Uint8Array): Promise<boolean> {
    const point = pointOf(suite, key);
    if (!point || signature.length !== 64) return false;
    try {
        if (suite === SM2) return sm2.doVerifySignature(data, hexOf(signature), point, { hash: true, der: false });
        const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
        const imported = await crypto.subtle.importKey('raw', bytesOf(point) as Uint8Array<ArrayBuffer>, algorithm, false, ['verify']);
        return await crypto.subtle.verify(algorithm, imported, signature as Uint8Array<ArrayBuffer>, data);
    } catch {
        return false;
    }
}

export interface CheckedProof { key: string; created: number; whole: boolean }
export interface CheckedProofs { sm2?: CheckedProof; p256?: CheckedProof }

export const isObject = (value: unknown): value is JsonObject => value !== null && typeof value === 'object' && !Array.isArray(value);
export const textOf = (object: JsonObject, member: string): string => typeof object[member] === 'string' ? object[member] : '';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Milliseconds; null when the member is no RFC 3339 instant. */
export function instantOf(object: JsonObject, member: string): number | null {
    const text = textOf(object, member);
    const at = INSTANT.test(text) ? Date.parse(text) : NaN;
    return Number.isFinite(at) ? at : null;
}
const without = (object: JsonObject, member: string): JsonObject => Object.fromEntries(Object.entries(object).filter(([name]) => name !== member));

async function checked(suite: string, document: JsonObject, proof: JsonObject): Promise<CheckedProof | null> {
    const [, key, again] = /^did:key:([^#]+)#(.+)$/.exec(textOf(proof, 'verificationMethod')) ?? [];
    const created = instantOf(proof, 'created');
    const signature = fromBase58(textOf(proof, 'proofValue'));
    if (textOf(proof, 'type') !== 'DataIntegrityProof' || textOf(proof, 'proofPurpose') !== 'assertionMethod' || !key || key !== again || created === null || !signature) return null;
    if ('@context' in proof && (!('@context' in document) || canonical(proof['@context']!) !== canonical(document['@context']!))) return null;
    return { key, created, whole: await isSigned(suite, key, await hashData(suite, document, without(proof, 'proofValue')), signature) };
}

/** Every proof of a known suite; null when there is none at all or one is malformed. */
export async function checkedProofs(document: unknown): Promise<CheckedProofs | null> {
    if (!isObject(document) || !('proof' in document)) return null;
    const unsecured = without(document, 'proof');
    const found: CheckedProofs = {};
    for (const proof of Array.isArray(document.proof) ? document.proof : [document.proof]) {
        if (!isObject(proof)) return null;
        const suite = textOf(proof, 'cryptosuite');
        if (suite !== SM2 && suite !== P256) continue;
        const place = suite === SM2 ? 'sm2' : 'p256';
        const one = found[place] ? null : await checked(suite, unsecured, proof);
        if (!one) return null;
        found[place] = one;
    }
    return found;
}

/** SM3 of the canonical credentialSubject: what a QR code carries. */
export const subjectDigest = (document: JsonObject): string => document.credentialSubject === undefined ? '' : sm3(utf8(canonical(document.credentialSubject)));
