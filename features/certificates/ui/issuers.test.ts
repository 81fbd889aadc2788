import { describe, expect, it } from 'vitest';
import cases from '../testdata/cases.json';
import { issuersOf, stateOf } from './issuers';

describe('issuersOf', () => {
    it('reads the signed list, keys that sign first', () => {
        const lines = issuersOf(cases.documents.issuers);
        expect(lines.map((each) => [each.place, stateOf(each)])).toEqual([['000000', 'signs'], ['510500', 'signs'], ['510300', 'distrusted'], ['510500', 'retired']]);
        expect(lines[1]).toMatchObject({ name: '泸州市', registers: ['hr_service_licence'], until: null });
        expect(lines[1]?.sm2.startsWith('z')).toBe(true);
    });
    it('is empty for everything else', () => {
        for (const value of [null, 7, {}, { credentialSubject: {} }, { credentialSubject: { issuers: 'x' } }]) expect(issuersOf(value)).toEqual([]);
    });
});
