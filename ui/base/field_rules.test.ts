import { describe, expect, it } from 'vitest';
import type { Field } from './api_types';
import { askedFields, cleanValues, faultAt, faultsOf, holds, serverFaults } from './field_rules';
import { readProblem } from './problems';

const title = { zh: '名', en: 'Name' };
const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ id, title, type, ...more });

const FIELDS: Field[] = [
    field('kind', 'code', { table: 'kinds' }),
    field('reason', 'text', { when: { field: 'kind', is: ['other', 'odd'] }, max: 5 }),
    field('detail', 'text', { when: { field: 'reason', is: ['x'] }, required: false }),
    field('fee_fen', 'fen', { max: 10_000, required: false }),
    field('staff', 'rows', { required: false, max: 2, columns: [field('name', 'text'), field('phone', 'phone', { required: false })] }),
];

describe('fields of a form', () => {
    it('asks a field only while its condition holds, and what hangs on it likewise', () => {
        expect(askedFields(FIELDS, { kind: 'a', reason: 'x' }).map((each) => each.id)).toEqual(['kind', 'fee_fen', 'staff']);
        expect(askedFields(FIELDS, { kind: 'odd', reason: 'x' }).map((each) => each.id)).toContain('detail');
    });
    it('reads conditions over lists and truth values', () => {
        expect(holds({ field: 'a', is: ['two'] }, { a: ['one', 'two'] })).toBe(true);
        expect(holds({ field: 'a', is: ['true'] }, { a: true })).toBe(true);
        expect(holds({ field: 'a', is: ['true'] }, { a: 'false' })).toBe(false);
        expect(holds(null, {})).toBe(true);
    });
    it('sends what is asked and filled, trimmed', () => {
        expect(cleanValues(FIELDS, { kind: 'a', reason: 'left over', fee_fen: null, staff: [{ name: ' 王 ', phone: '' }] }))
            .toEqual({ kind: 'a', staff: [{ name: '王' }] });
    });
    it('keeps a plain no', () => {
        expect(cleanValues([field('agreed', 'boolean')], { agreed: false })).toEqual({ agreed: false });
    });
    it('tells every fault at its place, in rows too', () => {
        const faults = faultsOf(FIELDS, { kind: 'other', reason: 'too long', fee_fen: 10_001, staff: [{ phone: '123' }] });
        expect(Object.keys(faults)).toEqual(['/reason', '/fee_fen', '/staff/0/name', '/staff/0/phone']);
    });
    it('does not take what is no number for one', () => {
        expect(Object.keys(faultsOf([field('fee', 'fen'), field('n', 'integer')], { fee: 'a lot', n: 1.5 }))).toEqual(['/fee', '/n']);
    });
    it('wants the forms of codes', () => {
        const wrong = { code: '12', id: '510502199001011234', day: '1.2.2026' };
        expect(Object.keys(faultsOf([field('code', 'credit_code'), field('id', 'identity_number'), field('day', 'date')], wrong)))
            .toEqual(['/code', '/id', '/day']);
    });
});

describe('what the server found', () => {
    const problem = readProblem(400, {
        code: 'invalid_input', message: { zh: '有错', en: 'Faults' },
        errors: [{ code: 'unknown_code', message: { zh: '没有', en: 'Unknown' }, path: '/values/services/1' },
            { code: 'missing_field', message: { zh: '缺', en: 'Missing' }, path: '/valid_from_on' }],
    });
    it('lands below the form', () => {
        expect(serverFaults(problem, '/values', 'en')).toEqual({ '/services/1': 'Unknown' });
        expect(serverFaults(null, '/values', 'en')).toEqual({});
    });
    it('shows beside the control that holds it', () => {
        const faults = serverFaults(problem, '/values', 'zh-CN');
        expect(faultAt(faults, '/services')).toBe('没有');
        expect(faultAt(faults, '/services', false)).toBeNull();
        expect(faultAt(faults, '/service')).toBeNull();
    });
});
