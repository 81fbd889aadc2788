/**
 * Checks a proof of the sealed journal without asking anybody (docs/adr/0010): the same arithmetic as
 * engine/journal/proof.cpp, from RFC 8785, RFC 6962 with SM3, and SM2 with the default user id.
 */
import { sm2, sm3 } from 'sm-crypto-v2';

export interface Block {
    number: number;
    first_position: number;
    last_position: number;
    root: string;
    previous: string;
    at: string;
    key_number: number;
    signature: string;
}

export interface Proof {
    format: 'jianghui-proof-1';
    event: Record<string, unknown> & { position: number };
    index: number;
    count: number;
    path: string[];
    block: Block;
    point: string;
}

export type Verdict = 'holds' | 'malformed' | 'event_differs' | 'signature_wrong' | 'other_key';

/** RFC 8785. What JSON.stringify writes of numbers and texts is already in its form; members are sorted by UTF-16 code units, as sort() does. */
export function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const joined = (prefix: number, ...parts: Uint8Array[]): Uint8Array => {
    const out = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
    out[0] = prefix;
    let at = 1;
    for (const part of parts) {
        out.set(part, at);
        at += part.length;
    }
    return out;
};
const leafOf = (document: string): string => sm3(joined(0, new TextEncoder().encode(document)));
const nodeOf = (left: string, right: string): string => sm3(joined(1, bytesOf(left), bytesOf(right)));

/** The root that follows from a leaf, its index among `count` leaves and its path (RFC 9162 section 2.1.3.2); null when no such tree has it. */
export function rootFrom(leaf: string, index: number, count: number, path: string[]): string | null {
    if (index >= count) return null;
    let node = index;
    let last = count - 1;
    let root = leaf;
    for (const sibling of path) {
        if (last === 0) return null;
        if (node % 2 === 1 || node === last) {
            root = nodeOf(sibling, root);
            while (node % 2 === 0 && node !== 0) {
                node = Math.floor(node / 2);
                last = Math.floor(last / 2);
            }
        } else {
            root = nodeOf(root, sibling);
        }
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
    }
    return last === 0 ? root : null;
}

const digestOf = (block: Block): Uint8Array => bytesOf(sm3(new TextEncoder().encode(canonical({
    at: Date.parse(block.at), first: block.first_position, key: block.key_number, last: block.last_position,
    number: block.number, previous: block.previous, root: block.root,
}))));

const isHex = (text: unknown, length: number): text is string => typeof text === 'string' && text.length === length && /^[0-9a-f]*$/.test(text);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isProof(value: unknown): value is Proof {
    const proof = value as Proof;
    return proof !== null && typeof proof === 'object' && proof.format === 'jianghui-proof-1' && isCount(proof.index) && isCount(proof.count)
        && proof.count > 0 && Array.isArray(proof.path) && proof.path.length <= 64 && proof.path.every((each) => isHex(each, 64))
        && isHex(proof.point, 130) && isCount(proof.event?.position) && isHex(proof.block?.root, 64) && isHex(proof.block.previous, 64)
        && isHex(proof.block.signature, 128) && [proof.block.number, proof.block.first_position, proof.block.last_position, proof.block.key_number].every(isCount)
        && Number.isFinite(Date.parse(proof.block.at));
}

/** What a proof is worth; with `point` also whether this key signed it. */
export function checkProof(value: unknown, point?: string): Verdict {
    if (!isProof(value)) return 'malformed';
    const { block } = value;
    const inPlace = value.event.position === block.first_position + value.index && value.count === block.last_position - block.first_position + 1;
    if (!inPlace || rootFrom(leafOf(canonical(value.event)), value.index, value.count, value.path) !== block.root) return 'event_differs';
    if (point && point.toLowerCase() !== value.point) return 'other_key';
    try {
        return sm2.doVerifySignature(digestOf(block), block.signature, value.point, { hash: true, der: false }) ? 'holds' : 'signature_wrong';
    } catch {
        return 'signature_wrong';
    }
}
