import { describe, expect, it } from 'vitest';
import type { Order } from '@ui/base/api_types';
import { draftOf, emptyOrder, lotsFit, stepOf, teamsFit, valuesOf } from './order_form';

const filled = { ...emptyOrder(), title: '焊工 12 人', occupation: '6-18-02-04', place: '510502', headcount: '12', pay_min: '7,000', pay_max: '9000元', starts_on: '2026-12-01', ends_on: '2026-12-31' };

describe('what the wizard sends', () => {
    it('turns yuan into fen, hours into tenths and local time into an instant', () => {
        const draft = draftOf({ ...filled, hours: '7.5', closes_at: '2026-12-20T18:00' });
        expect(draft).toMatchObject({ pay_min_fen: 700000, pay_max_fen: 900000, hours_per_day_tenths: 75, closes_at: '2026-12-20T18:00:00+08:00' });
        expect('opens_at' in draft).toBe(false);
    });
    it('lets empty limits follow the headcount', () => {
        expect(draftOf(filled)).toMatchObject({ lot_min: 1, lot_max: 12, cap_per_agency: 12 });
        expect(draftOf({ ...filled, cap: '6' })).toMatchObject({ lot_max: 6, cap_per_agency: 6 });
    });
    it('says one pay as a range of one', () => {
        expect(draftOf({ ...filled, pay_max: '' })).toMatchObject({ pay_min_fen: 700000, pay_max_fen: 700000 });
    });
    it('sends whole teams and tiers only where they can be', () => {
        const tiers = [{ criterion: 'reliability', parameter: 800, hours: 4, reason: '熟手' }];
        expect(draftOf({ ...filled, team_size: '4', tiers })).toMatchObject({ team_size: 4, lot_min: 4, tiers });
        expect(draftOf({ ...filled, team_size: '4', tiers, mode: 'draw' })).toMatchObject({ team_size: 0, lot_min: 1, tiers: [] });
    });
    it.each([['4', '1', '', '', '12', true], ['4', '8', '8', '', '12', true], ['5', '1', '', '', '12', false], ['4', '2', '', '', '12', false], ['1', '1', '', '', '12', false], ['', '3', '', '', '7', true]])('teams of %s: lots %s–%s, cap %s of %s: %s', (team_size, lot_min, lot_max, cap, headcount, good) => {
        expect(teamsFit({ team_size, lot_min, lot_max, cap, headcount })).toBe(good);
    });
    it('comes back from the server unchanged', () => {
        const order = { ...draftOf({ ...filled, cap: '6', hours: '7.5' }), id: '1', occupation_name: '焊工', education: null, opens_at: null, closes_at: '2026-12-20T18:00:00+08:00' } as unknown as Order;
        expect(draftOf(valuesOf(order))).toMatchObject({ cap_per_agency: 6, lot_max: 6, hours_per_day_tenths: 75, pay_min_fen: 700000, pay_max_fen: 900000, closes_at: '2026-12-20T18:00:00+08:00' });
    });
});

describe('the lots', () => {
    it.each([['1', '', '', '10', true], ['3', '2', '', '10', false], ['1', '5', '4', '10', false], ['1', '4', '11', '10', false], ['2', '4', '8', '10', true]])('%s ≤ %s ≤ %s ≤ %s: %s', (lot_min, lot_max, cap, headcount, good) => {
        expect(lotsFit({ lot_min, lot_max, cap, headcount })).toBe(good);
    });
});

describe('the page of a finding', () => {
    it('finds the field by its pointer', () => {
        expect(stepOf('/pay_min_fen')).toBe('when');
        expect(stepOf('/skills/2/name')).toBe('people');
        expect(stepOf('/cap_per_agency')).toBe('grab');
        expect(stepOf('')).toBeNull();
    });
});
