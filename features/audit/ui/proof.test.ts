import { describe, expect, it } from 'vitest';
import document from '../testdata/proof.json';
import { canonical, checkProof, rootFrom, type Proof } from './proof';

/** Written by `jianghui audit prove` of a demo deployment: what C++ signs, TypeScript verifies. */
const made = (): Proof => structuredClone(document) as unknown as Proof;

describe('canonical', () => {
    it('sorts members by UTF-16 code units and writes numbers as ECMAScript does', () => {
        expect(canonical({ b: 1, a: [1e21, 0.000001, -0], '\u{1F600}': 1, '\uFB33': 2 })).toBe('{"a":[1e+21,0.000001,0],"b":1,"\u{1F600}":1,"\uFB33":2}');
    });
});

describe('checkProof', () => {
    it('holds for what the server wrote, and for the key that one knows', () => {
        const proof = made();
        expect(checkProof(proof)).toBe('holds');
        expect(checkProof(proof, proof.point.toUpperCase())).toBe('holds');
        expect(checkProof(proof, `04${'0'.repeat(128)}`)).toBe('other_key');
    });
    it('shows every change', () => {
        const bend = (change: (proof: Proof) => void): string => { const proof = made(); change(proof); return checkProof(proof); };
        expect(bend((proof) => { (proof.event as Record<string, unknown>).kind = 'order.closed'; })).toBe('event_differs');
        expect(bend((proof) => { proof.event.position += 1; })).toBe('event_differs');
        expect(bend((proof) => { proof.index += 1; })).toBe('event_differs');
        expect(bend((proof) => { proof.path.reverse(); })).toBe('event_differs');
        expect(bend((proof) => { proof.block.number += 1; })).toBe('signature_wrong');
        expect(bend((proof) => { proof.block.at = '2020-01-01T00:00:00+08:00'; })).toBe('signature_wrong');
        expect(bend((proof) => { proof.block.previous = '1'.repeat(64); })).toBe('signature_wrong');
        expect(bend((proof) => { proof.path.pop(); })).toBe('event_differs');
    });
    it('calls everything else malformed', () => {
        for (const value of [null, 7, 'proof', {}, { ...made(), format: 'other' }, { ...made(), path: ['zz'] }, { ...made(), block: null }]) expect(checkProof(value)).toBe('malformed');
    });
    it('finds no root for a path of the wrong length', () => {
        expect(rootFrom('0'.repeat(64), 0, 4, ['1'.repeat(64)])).toBeNull();
        expect(rootFrom('0'.repeat(64), 4, 4, [])).toBeNull();
    });
});
