import type { ChangeAnswer, Order, OrderDraft, Terms, TermName, TermsChange } from '@ui/base/api_types';

/** What may still change once an order is published (features/orders/versions.hpp Terms), in the order in which it is shown. */
export const TERMS: TermName[] = ['headcount', 'description', 'address', 'starts_on', 'ends_on', 'shift', 'hours_per_day_tenths', 'skills', 'education', 'certificates', 'pay_min_fen', 'pay_max_fen', 'service_fee_fen', 'hold_hours', 'closes_at'];

/** Terms of which who holds a share already is asked nothing. */
const OF_LATER_GRABS: TermName[] = ['headcount', 'hold_hours', 'closes_at'];

type Skillish = { name: string; required?: boolean | null; level?: number | null };
const plain = (name: TermName, value: unknown): unknown => {
    if (value === undefined || value === null) return name === 'education' ? '' : null;
    if (name === 'closes_at') return Date.parse(String(value)) - Date.parse(String(value)) % 60_000;  // forms know minutes
    if (name === 'skills') return (value as Skillish[]).map((each) => [each.name, each.required ?? false, each.level ?? 0]);
    return value;
};

/** Only what differs from the order is sent: the rest stays as it is. */
export function changeOf(order: Order, draft: OrderDraft): TermsChange {
    const change: Record<string, unknown> = { version: order.version };
    for (const name of TERMS) {
        if (!(name in draft)) continue;
        const wanted = draft[name];
        if (JSON.stringify(plain(name, wanted)) !== JSON.stringify(plain(name, order[name]))) change[name] = wanted;
    }
    return change as TermsChange;
}

export const namesIn = (change: TermsChange): TermName[] => TERMS.filter((name) => name in change);

/** Whether the agencies of live shares are asked (features/changes/rules.cpp concerns_holders). */
export const asksHolders = (names: TermName[]): boolean => names.some((name) => !OF_LATER_GRABS.includes(name));

export interface Show {
    money: (fen: number) => string;
    date: (date: string) => string;
    exact: (instant: string) => string;
    hours: (tenths: number) => string;
    label: (table: string, code: string) => string;
    t: (key: string, values?: Record<string, unknown>) => string;
}

/** A term's value as people read it. */
export function valueText(name: TermName, value: unknown, show: Show): string {
    const { t } = show;
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return t(name === 'education' || name === 'skills' || name === 'certificates' ? 'any' : 'not_said');
    switch (name) {
        case 'starts_on': case 'ends_on': return show.date(String(value));
        case 'closes_at': return show.exact(String(value));
        case 'pay_min_fen': case 'pay_max_fen': case 'service_fee_fen': return show.money(Number(value));
        case 'hours_per_day_tenths': return t('n_hours', { n: show.hours(Number(value)) });
        case 'hold_hours': return t('n_hours', { n: value });
        case 'shift': return show.label('shifts', String(value));
        case 'education': return show.label('education_levels', String(value));
        case 'certificates': return (value as string[]).map((code) => show.label('certificate_kinds', code)).join(t('comma'));
        case 'skills': return (value as Terms['skills']).map((each) => each.name + (each.required ? t('required') : '')).join(t('comma'));
        default: return String(value);
    }
}

/** The one that this reader may still answer. */
export function standingOf(answers: ChangeAnswer[], organisation: string | undefined, now: number): ChangeAnswer[] {
    return answers.filter((each) => each.status === 'standing' && each.agency.id === organisation && Date.parse(each.answer_until_at) > now);
}
