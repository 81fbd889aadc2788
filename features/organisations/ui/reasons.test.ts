import { describe, expect, it } from 'vitest';
import type { Organisation, OrganisationStatus } from '@ui/base/api_types';
import { REASONS, stepsOf } from './reasons';

const organisation = (status: OrganisationStatus, excluded = false): Organisation => ({
    id: 'o', kind: 'agency', name: '', credit_code: null, place: '510502', industry: null, address: null, status, verified_at: null, capacity: null,
    excluded: excluded ? { reason_code: 'serious_breach', since_on: '2026-01-01', until_on: null } : null, credentials: [], reliability: null,
});

describe('stepsOf', () => {
    it('follows the states of organisations', () => {
        expect(stepsOf(organisation('registered'), 'official')).toEqual(['verify', 'refuse', 'exclude']);
        expect(stepsOf(organisation('suspended', true), 'official')).toEqual(['restore', 'include']);
        expect(stepsOf(organisation('refused'), 'official')).toEqual(['exclude']);
        const proposed = { ...organisation('refused'), exclusion_proposed: { reason_code: 'serious_breach' as const, since_on: '2026-01-01', until_on: null, proposed_at: '2026-01-01T00:00:00+08:00', mine: true, lifts: false } };
        expect(stepsOf(proposed, 'official')).toEqual([]);
    });
    it('lets inspectors exclude only, and others nothing', () => {
        expect(stepsOf(organisation('registered'), 'inspector')).toEqual(['exclude']);
        expect(stepsOf(organisation('verified'), 'agency')).toEqual([]);
    });
});

it('offers “other” for every step', () => {
    for (const reasons of Object.values(REASONS)) expect(reasons.at(-1)).toBe('other');
});
