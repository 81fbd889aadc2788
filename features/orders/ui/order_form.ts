import type { GrabMode, Order, OrderDraft, OrderKind, OrderSkill, PayUnit, Shift, Tier } from '@ui/base/api_types';
import { formatExact } from '@ui/base/dates';
import type { Form, FormLimits } from '@ui/base/forms';
import { parseYuan, yuan } from '@ui/base/money';

/** What the wizard holds: as people type it; amounts in yuan, numbers as text, so that nothing typed is lost. */
export type OrderValues = {
    kind: string; title: string; occupation: string; occupation_name: string; place: string; address: string; description: string;
    starts_on: string; ends_on: string; shift: string; hours: string; pay_unit: string; pay_min: string; pay_max: string; service_fee: string;
    headcount: string; education: string; skills: OrderSkill[]; certificates: string[];
    lot_min: string; lot_max: string; cap: string; hold_hours: string; mode: string; apply_hours: string; leftover: string; team_size: string; tiers: Tier[]; opens_at: string; closes_at: string; source: string;
};
export type OrderForm = Form<OrderValues, Order>;
export type FieldName = keyof OrderValues & string;

export const STEPS = ['what', 'when', 'people', 'grab', 'check'] as const;
export type Step = typeof STEPS[number];

/** Which fields stand on which page of the wizard. */
export const FIELDS: Record<Exclude<Step, 'check'>, FieldName[]> = {
    what: ['kind', 'title', 'occupation', 'place', 'address', 'description'],
    when: ['starts_on', 'ends_on', 'shift', 'hours', 'pay_unit', 'pay_min', 'pay_max', 'service_fee'],
    people: ['headcount', 'education', 'skills', 'certificates'],
    grab: ['mode', 'apply_hours', 'leftover', 'team_size', 'tiers', 'lot_min', 'lot_max', 'cap', 'hold_hours', 'opens_at', 'closes_at', 'source'],
};

const POINTERS: Partial<Record<FieldName, string>> = {
    hours: '/hours_per_day_tenths', pay_min: '/pay_min_fen', pay_max: '/pay_max_fen', service_fee: '/service_fee_fen', cap: '/cap_per_agency',
};
export const pointerOf = (name: FieldName): string => POINTERS[name] ?? `/${name}`;

/** The page on which the field of a JSON pointer stands; null when it belongs to no field (the employer's own facts). */
export function stepOf(path: string): Exclude<Step, 'check'> | null {
    for (const [step, names] of Object.entries(FIELDS)) {
        if (names.some((name) => path === pointerOf(name) || path.startsWith(`${pointerOf(name)}/`))) return step as Exclude<Step, 'check'>;
    }
    return null;
}

export function emptyOrder(): OrderValues {
    return {
        kind: 'recruit', title: '', occupation: '', occupation_name: '', place: '', address: '', description: '',
        starts_on: '', ends_on: '', shift: 'day', hours: '8', pay_unit: 'month', pay_min: '', pay_max: '', service_fee: '',
        headcount: '', education: '', skills: [], certificates: [],
        lot_min: '1', lot_max: '', cap: '', hold_hours: '48', mode: 'race', apply_hours: '24', leftover: 'race', team_size: '', tiers: [], opens_at: '', closes_at: '', source: '',
    };
}

const moment = (text: string | null): string => (text ? formatExact(text).replace(' ', 'T') : '');
const amount = (fen: number | null): string => (fen ? yuan(fen).replaceAll(',', '') : '');

/** An order as the wizard holds it. Limits that follow the headcount stay empty. */
export function valuesOf(order: Order): OrderValues {
    return {
        kind: order.kind, title: order.title, occupation: order.occupation, occupation_name: order.occupation_name, place: order.place, address: order.address,
        description: order.description, starts_on: order.starts_on ?? '', ends_on: order.ends_on ?? '', shift: order.shift,
        hours: order.hours_per_day_tenths ? String(order.hours_per_day_tenths / 10) : '', pay_unit: order.pay_unit ?? 'month',
        pay_min: amount(order.pay_min_fen), pay_max: order.pay_max_fen === order.pay_min_fen ? '' : amount(order.pay_max_fen), service_fee: amount(order.service_fee_fen),
        headcount: String(order.headcount), education: order.education ?? '', skills: order.skills.map((each) => ({ ...each })), certificates: [...order.certificates],
        lot_min: String(order.lot_min), lot_max: order.lot_max === order.cap_per_agency ? '' : String(order.lot_max),
        cap: order.cap_per_agency === order.headcount ? '' : String(order.cap_per_agency), hold_hours: String(order.hold_hours),
        mode: order.mode, apply_hours: String(order.apply_hours), leftover: order.leftover,
        team_size: order.team_size ? String(order.team_size) : '', tiers: (order.tiers ?? []).map((each) => ({ ...each })),
        opens_at: moment(order.opens_at), closes_at: moment(order.closes_at), source: order.source,
    };
}

const toInstant = (local: string): string => `${local.length === 16 ? `${local}:00` : local}+08:00`;

/** What is sent. Empty limits mean "up to the whole order"; what is left open is left out. */
export function draftOf(values: OrderValues): OrderDraft {
    const headcount = Number(values.headcount);
    const cap = values.cap ? Number(values.cap) : headcount;
    const byHand = values.mode === 'race' || values.mode === 'direct';
    const team = byHand ? Number(values.team_size || 0) : 0;
    const payMin = parseYuan(values.pay_min);
    const payMax = values.pay_max ? parseYuan(values.pay_max) : payMin;
    return {
        kind: values.kind as OrderKind, title: values.title.trim(), occupation: values.occupation, place: values.place, address: values.address.trim(), description: values.description.trim(),
        shift: values.shift as Shift, pay_unit: values.pay_unit as PayUnit, service_fee_fen: parseYuan(values.service_fee) ?? 0,
        headcount, education: values.education, skills: values.skills, certificates: values.certificates,
        lot_min: lotMin(values, team), team_size: team, tiers: byHand ? values.tiers : [], lot_max: values.lot_max ? Number(values.lot_max) : cap, cap_per_agency: cap, hold_hours: Number(values.hold_hours || 48), mode: values.mode as GrabMode, apply_hours: Number(values.apply_hours || 24), leftover: values.leftover as Order['leftover'], source: values.source.trim(),
        ...(values.hours ? { hours_per_day_tenths: Math.round(Number(values.hours) * 10) } : {}),
        ...(values.starts_on ? { starts_on: values.starts_on } : {}), ...(values.ends_on ? { ends_on: values.ends_on } : {}),
        ...(payMin === null ? {} : { pay_min_fen: payMin }), ...(payMax === null ? {} : { pay_max_fen: payMax }),
        ...(values.opens_at ? { opens_at: toInstant(values.opens_at) } : {}), ...(values.closes_at ? { closes_at: toInstant(values.closes_at) } : {}),
    };
}

/** The smallest lot; of a team order a whole team, when one seat was left standing in the form. */
function lotMin(values: OrderValues, team: number): number {
    const typed = Number(values.lot_min || 1);
    return team > 1 && typed === 1 ? team : typed;
}

/** Headcount, lots and cap in whole teams; empty limits follow the headcount. */
export function teamsFit(values: Pick<OrderValues, 'team_size' | 'lot_min' | 'lot_max' | 'cap' | 'headcount'>): boolean {
    const team = Number(values.team_size || 0);
    if (!team) return true;
    const least = Number(values.lot_min || 1);
    const numbers = [values.headcount, values.cap, values.lot_max].filter(Boolean).map(Number);
    return team > 1 && numbers.every((n) => n % team === 0) && (least === 1 || least % team === 0);
}

type Say = (key: string, values?: Record<string, unknown>) => string;

/** A whole number within limits, as a sentence when it is not. */
function whole(t: Say, least: number, most: number): (value: unknown) => string | null {
    return (value) => (/^\d+$/.test(String(value).trim()) && Number(value) >= least && Number(value) <= most ? null : t('wrong_whole', { least, most }));
}
const money = (t: Say) => (value: unknown): string | null => (parseYuan(String(value)) === null ? t('wrong_money') : null);

/** Lots that fit each other: smallest ≤ largest ≤ cap per agency ≤ headcount. Empty ones follow the next. */
export function lotsFit(values: Pick<OrderValues, 'lot_min' | 'lot_max' | 'cap' | 'headcount'>): boolean {
    const headcount = Number(values.headcount);
    const cap = values.cap ? Number(values.cap) : headcount;
    const most = values.lot_max ? Number(values.lot_max) : cap;
    return !headcount || (Number(values.lot_min || 1) <= most && most <= cap && cap <= headcount);
}

/** The limits of each field (features/orders/model.hpp and rules.cpp). The server's word is final. */
export function limitsOf(t: Say): FormLimits<OrderValues> {
    const lots = (value: unknown, all: Record<string, unknown>): string | null => whole(t, 1, 10000)(value) ?? (lotsFit(all as OrderValues) ? null : t('wrong_lots'));
    const limits: FormLimits<OrderValues> = {
        kind: { required: true }, title: { required: true, minLength: 2, maxLength: 100 }, occupation: { required: true }, place: { required: true },
        address: { maxLength: 200 }, description: { required: true, minLength: 6, maxLength: 2000 },
        starts_on: { required: true },
        ends_on: { required: true, check: (value, all) => (String(value) < String(all.starts_on) ? t('wrong_end') : (Date.parse(String(value)) - Date.parse(String(all.starts_on))) / 86_400_000 >= 366 ? t('wrong_too_long') : null) },
        shift: { required: true }, hours: { required: true, check: (value) => (Number(value) >= 0.5 && Number(value) <= 24 ? null : t('wrong_hours')) },
        pay_unit: { required: true }, pay_min: { required: true, check: money(t) },
        pay_max: { check: (value, all) => money(t)(value) ?? ((parseYuan(String(value)) ?? 0) < (parseYuan(String(all.pay_min)) ?? 0) ? t('wrong_pay_max') : null) },
        service_fee: { check: money(t) }, headcount: { required: true, check: whole(t, 1, 10000) }, education: {}, skills: {}, certificates: {},
        lot_min: { required: true, check: lots }, lot_max: { check: lots }, cap: { check: lots }, hold_hours: { required: true, check: whole(t, 1, 720) }, mode: { required: true }, apply_hours: { required: true, check: whole(t, 1, 720) }, leftover: {},
        team_size: { check: (value, all) => whole(t, 2, 100)(value) ?? (teamsFit(all as OrderValues) ? null : t('wrong_team')) },
        tiers: { check: (value) => ((value as Tier[]).every((each) => each.criterion && each.parameter > 0 && each.hours > 0 && each.reason.trim()) ? null : t('wrong_tiers')) },
        opens_at: {}, closes_at: { check: (value, all) => (all.opens_at && String(value) <= String(all.opens_at) ? t('wrong_closes') : null) }, source: { maxLength: 200 },
    };
    for (const [name, pointer] of Object.entries(POINTERS)) limits[name as FieldName] = { ...limits[name as FieldName], pointer };
    return limits;
}
