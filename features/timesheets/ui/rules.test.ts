import { describe, expect, it } from 'vitest';
import type { Timesheet } from '@ui/base/api_types';
import { barredDays, hundredthsOf, stepsOf } from './rules';

const sheet = (status: Timesheet['status']): Timesheet => ({
    id: 't', seat: 's', person: { id: 'p', name: '王' }, order: { id: 'o', title: '酿酒工' }, from_on: '2026-11-01', to_on: '2026-11-07',
    unit: 'day', quantity_hundredths: 700, status, pay_fen: 0, history: [],
});

describe('stepsOf', () => {
    it('lets the employer answer what was submitted, and nothing else', () => {
        expect(stepsOf(sheet('submitted'), 'employer')).toEqual(['approve', 'return']);
        for (const status of ['open', 'approved', 'returned', 'disputed', 'decided'] as const) expect(stepsOf(sheet(status), 'employer')).toEqual([]);
    });
    it('lets the agency submit what is open or returned', () => {
        expect(stepsOf(sheet('open'), 'agency')).toEqual(['submit']);
        expect(stepsOf(sheet('returned'), 'agency')).toEqual(['submit']);
        expect(stepsOf(sheet('submitted'), 'agency')).toEqual([]);
    });
    it('lets the worker object to what the employer has or had before it, and mend what was returned', () => {
        for (const status of ['submitted', 'approved'] as const) expect(stepsOf(sheet(status), 'worker')).toEqual(['dispute']);
        expect(stepsOf(sheet('returned'), 'worker')).toEqual(['dispute', 'mend']);
        for (const status of ['open', 'disputed', 'decided'] as const) expect(stepsOf(sheet(status), 'worker')).toEqual([]);
    });
    it('leaves disputes to authorities', () => {
        expect(stepsOf(sheet('disputed'), 'inspector')).toEqual(['decide']);
        expect(stepsOf(sheet('disputed'), 'official')).toEqual(['decide']);
        expect(stepsOf(sheet('disputed'), 'employer')).toEqual([]);
        expect(stepsOf(sheet('disputed'), null)).toEqual([]);
    });
});

describe('days on which the agency was barred', () => {
    const word = (key: string, values: Record<string, unknown> = {}): string => [key, ...Object.values(values)].join(' ');
    const shown = (barred_days: Timesheet['barred_days']): string => barredDays({ ...sheet('submitted'), barred_days }, word, (day) => day.slice(5));
    it('are said with the rule, and nothing is said without them', () => {
        expect(shown([{ day: '2026-11-02', refusal: 'licence_expired' }, { day: '2026-11-03', refusal: 'another' }]))
            .toBe('barred_days barred_day 11-02 barred_licence_expired、barred_day 11-03 another');
        expect(shown([])).toBe('');
        expect(shown(undefined)).toBe('');
    });
});

describe('hundredthsOf', () => {
    it('reads what people type', () => {
        expect(hundredthsOf('6.5')).toBe(650);
        expect(hundredthsOf(' ７ ')).toBe(700);
        expect(hundredthsOf('0.29')).toBe(29);
    });
    it('refuses what is no quantity', () => {
        for (const text of ['', '-1', '1.234', 'abc', '1e3']) expect(hundredthsOf(text)).toBeNull();
    });
});
