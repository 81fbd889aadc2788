// @vitest-environment node
import { describe, expect, it } from 'vitest';
import file from '../testdata/cases.json';
import w3c from '../testdata/w3c/ecdsa-jcs-2019-p256.json';
import { canonical, checkedProofs, fromBase58, hashData, hexOf, pointOf, P256, SM2, type Json, type JsonObject } from './proofs';
import { decodedList, verify } from './verify';

/** Written by the C++ test: what C++ signs, TypeScript verifies. */
const documents = file.documents as unknown as Record<string, Json>;
const at = Date.parse('2026-11-23T12:00:00+08:00');
const copy = (name: string): JsonObject => structuredClone(documents[name]) as JsonObject;

describe('W3C vectors', () => {
    it('verify', async () => {
        for (const vector of w3c.vectors) {
            const proofs = await checkedProofs(vector.secured);
            expect(proofs?.p256, vector.title).toMatchObject({ whole: true, key: w3c.publicKeyMultibase });
            const { proof: { proofValue, ...options }, ...document } = vector.secured;
            expect(hexOf(await hashData(P256, document as unknown as JsonObject, options as unknown as JsonObject))).toBe(vector.proofHash + vector.documentHash);
            expect(hexOf(fromBase58(proofValue)!)).toBe(vector.signature);
        }
    });
});

describe('cases shared with C++', () => {
    for (const each of file.cases) {
        it(each.name, async () => {
            const verdict = await verify({
                certificate: documents[each.certificate], at: Date.parse(each.at),
                ...(each.issuers ? { issuers: documents[each.issuers] } : {}), ...(each.status ? { status: documents[each.status] } : {}), ...(each.root ? { root: each.root } : {}),
            });
            expect(verdict ? verdict.faults.map((fault) => fault.code) : ['certificate_malformed']).toEqual(each.faults);
        });
    }
    it('says what the certificate is', async () => {
        const verdict = await verify({ certificate: documents.certificate, at });
        expect(verdict).toMatchObject({ verified: true, number: '(510500)人服证字[2026]第0001号', issuer: '泸州市', issuersChecked: false, statusChecked: false });
        expect(verdict!.digest).toMatch(/^[0-9a-f]{64}$/);
    });
});

/** Every single change below a value, each undone after it was seen. */
async function eachChange(holder: Record<string, Json> | Json[], name: string | number, seen: (what: string) => Promise<void>, where: string): Promise<void> {
    const place = holder as Record<string | number, Json>;
    const before = place[name]!;
    const put = async (value: Json, what: string): Promise<void> => { place[name] = value; await seen(`${where} ${what}`); place[name] = before; };
    if (typeof before === 'string') {
        await put(`${before}x`, 'longer');
        await put(`${before.startsWith('q') ? 'r' : 'q'}${before.slice(1)}`, 'first character');
    } else if (typeof before === 'number') {
        await put(before + 1, 'more');
        await put(String(before), 'text instead');
    } else if (typeof before === 'boolean') {
        await put(!before, 'turned');
    } else if (Array.isArray(before)) {
        for (let i = 0; i < before.length; i += 1) {
            await put(before.filter((_, at) => at !== i), 'element taken');
            await eachChange(before, i, seen, `${where}/${i}`);
        }
        await put([...before, 'x'], 'element added');
    } else if (before !== null) {
        for (const member of Object.keys(before)) {
            const { [member]: value, ...rest } = before;
            await put(rest, `${member} taken`);
            await put({ ...rest, [`${member}x`]: value! }, `${member} renamed`);
            await eachChange(before, member, seen, `${where}/${member}`);
        }
        await put({ ...before, extra: null }, 'member added');
    }
}

/** Hundreds of signatures each; a busy machine takes its time. */
const PATIENT = 180_000;

describe('tampering', () => {
    it('breaks both signatures with every change of the document', async () => {
        const document = copy('certificate');
        let changes = 0;
        for (const member of Object.keys(document).filter((name) => name !== 'proof')) {
            await eachChange(document, member, async (what) => {
                changes += 1;
                const proofs = await checkedProofs(document);
                expect(proofs?.sm2?.whole ?? false, what).toBe(false);
                expect(proofs?.p256?.whole ?? false, what).toBe(false);
            }, `/${member}`);
        }
        expect(canonical(document)).toBe(canonical(documents.certificate!));
        expect(changes).toBeGreaterThan(150);
    }, PATIENT);
    it('refuses every change of the proofs', async () => {
        const document = copy('certificate');
        const proofs = document.proof as JsonObject[];
        for (const index of [0, 1]) {
            await eachChange(proofs, index, async (what) => {
                expect((await verify({ certificate: document, at }))?.verified ?? false, what).toBe(false);
            }, `/proof/${index}`);
        }
    }, PATIENT);
    it('refuses every change of the list of issuers', async () => {
        const issuers = copy('issuers');
        await eachChange(issuers, 'credentialSubject', async (what) => {
            expect((await verify({ certificate: documents.certificate, issuers, at }))?.faults.map((fault) => fault.code), what).toEqual(['issuer_list_broken']);
        }, '');
    }, PATIENT);
});

describe('the parts', () => {
    it('reads keys of both curves and refuses others', () => {
        expect(pointOf(P256, w3c.publicKeyMultibase)).toBe('0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299');
        expect(pointOf(SM2, w3c.publicKeyMultibase)).toBeNull();
        for (const wrong of ['', 'z', 'z0', 'zDna', w3c.publicKeyMultibase.slice(1)]) expect(pointOf(P256, wrong)).toBeNull();
    });
    it('reads status lists of the recommendation', async () => {
        expect(await decodedList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA')).toEqual(new Uint8Array(16_384));
        for (const wrong of ['', 'u', 'uH4s', 'x']) expect(await decodedList(wrong)).toBeNull();
    });
});
