import { expect, it } from 'vitest';
import type { EngagementStep } from '@ui/base/api_types';
import { donePercent, levelTone, nextStep, stepTone } from './step_words';

const step = (number: number, status: EngagementStep['status']): EngagementStep => ({
    number, title: '', amount_fen: 1, due_on: '2026-12-01', status, act_by_on: null, late_level: 'none', note: null, return_reason: null, returns: 0,
    delivered_at: null, accepted_at: null, paid_reference: null, paid_on: null, confirmed_at: null, may: [],
});

it('names the step that comes next', () => {
    expect(nextStep([step(1, 'confirmed'), step(2, 'accepted'), step(3, 'agreed')])?.number).toBe(2);
    expect(nextStep([step(1, 'confirmed'), step(2, 'dropped')])).toBeNull();
});

it('counts what was confirmed', () => {
    expect(donePercent(2, 3)).toBe(66);
    expect(donePercent(0, 0)).toBe(0);
});

it('gives every state a tone', () => {
    expect(stepTone('returned')).toBe('danger');
    expect(levelTone('red')).toBe('danger');
});
