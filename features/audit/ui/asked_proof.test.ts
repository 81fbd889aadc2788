import { describe, expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';
import document from '../testdata/proof.json';
import { askedProof } from './asked_proof';
import { factsOf } from './facts';
import type { Proof } from './proof';

describe('askedProof', () => {
    it('reads whose proof a link asks for', () => {
        expect(askedProof({ entry: '0b0794w00mjs5', version: '2' })).toEqual({ kind: 'entry', entry: '0b0794w00mjs5', version: 2 });
        expect(askedProof({ custody: '0b0794w00mjs5', position: '17' })).toEqual({ kind: 'custody', id: '0b0794w00mjs5', position: 17 });
        expect(askedProof({ document: '0b0794w00mjs5', digest: 'ab' })).toEqual({ kind: 'document', document: '0b0794w00mjs5', digest: 'ab' });
    });
    it('is null for every other link', () => {
        const others: LocationQuery[] = [{}, { entry: 'e' }, { entry: 'e', version: '0' }, { entry: 'e', version: '1;' }, { entry: ['e', 'f'], version: '1' }, { document: 'd' }];
        for (const query of others) expect(askedProof(query)).toBeNull();
    });
});

describe('factsOf', () => {
    it('says what a reader wants of the record', () => {
        expect(factsOf((document as unknown as Proof).event)).toEqual({ kind: 'order.opened', at: '2025-12-28T16:00:00.000Z', position: 1115, subject: '0b0794w00mjs5', version: null, digest: null });
        expect(factsOf({ position: 1, kind: 'entry.issued', at: 0, subject: 's', subject_kind: 'entry', data: { version: 3 } })).toMatchObject({ version: 3 });
        expect(factsOf({ position: 1, kind: 'case.document_issued', at: 0, subject: 's', subject_kind: 'case', data: { version: 3, digest: 'ab' } })).toMatchObject({ version: null, digest: 'ab' });
    });
});
