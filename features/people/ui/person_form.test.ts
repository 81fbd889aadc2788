import { describe, expect, it } from 'vitest';
import { bodyOf, emptyPerson, skillNames } from './person_form';

describe('registering a candidate', () => {
    it('takes skills in any writing, each once', () => {
        expect(skillNames('氩弧焊、叉车 识图,叉车；')).toEqual(['氩弧焊', '叉车', '识图']);
        expect(skillNames('  ')).toEqual([]);
    });
    it('leaves out what was not stated', () => {
        const body = bodyOf({ ...emptyPerson(), name: ' 王建国 ', id_number: '510502197403071234', place: '510502', occupation: '6-18-02-04', reach_km: '' });
        expect(body).toEqual({ name: '王建国', id_number: '510502197403071234', place: '510502', occupations: ['6-18-02-04'], skills: [] });
    });
    it('sends the kind of job seeker where one is stated', () => {
        expect(bodyOf({ ...emptyPerson(), seeker_kind: 'lost_job' })).toMatchObject({ seeker_kind: 'lost_job' });
        expect('seeker_kind' in bodyOf(emptyPerson())).toBe(false);
    });
    it('sends pay with its unit', () => {
        expect(bodyOf({ ...emptyPerson(), pay: '7,500', pay_unit: 'month' })).toMatchObject({ pay_asked_fen: 750000, pay_unit: 'month' });
    });
});
