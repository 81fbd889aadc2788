import { api } from '@ui/base/api';
import type { DateOnly, Me, Statement } from '@ui/base/api_types';
import { addDays } from '@ui/base/dates';
import { i18n } from '@ui/base/words';
import { useResource, type Resource } from '@ui/base/resource';

/** Something that runs out: what, on which day, whose turn it is, and what happens then (keys of the words). */
export interface Deadline {
    key: string;
    kind: 'order' | 'share' | 'credential' | 'statement' | 'case';
    what: string;
    on: DateOnly;
    turn: 'mine' | 'theirs';
    to: string;
}

const PAY_WAITS = new Set<Statement['status']>(['draft', 'agreed', 'instructed']);

async function statementsOf(me: Me, until: DateOnly): Promise<Deadline[]> {
    const { items } = await api.statements.list({ limit: 100 });
    return items.filter((each) => PAY_WAITS.has(each.status) && each.due_on !== null && each.due_on <= until).map((each) => ({
        key: each.id, kind: 'statement', what: `${me.role === 'employer' ? each.agency.name : each.employer.name} · ${each.month}`, on: each.due_on ?? '',
        turn: me.role === 'employer' || (me.role === 'agency' && each.status === 'draft') ? 'mine' : 'theirs', to: `/statements/${each.id}`,
    }));
}

async function ordersOf(until: DateOnly): Promise<Deadline[]> {
    const { items } = await api.orders.list({ mine: true, status: 'open', limit: 100 });
    return items.filter((each) => each.closes_at !== null && each.closes_at.slice(0, 10) <= until)
        .map((each) => ({ key: each.id, kind: 'order', what: each.title, on: (each.closes_at ?? '').slice(0, 10), turn: 'mine', to: `/orders/${each.id}` }));
}

async function sharesOf(until: DateOnly): Promise<Deadline[]> {
    const { items } = await api.shares.list({ limit: 100 });
    return items.filter((each) => ['held', 'staffing'].includes(each.status) && each.staffed < each.seats && each.held_until_at !== null && each.held_until_at.slice(0, 10) <= until)
        .map((each) => ({ key: each.id, kind: 'share', what: each.order.title, on: (each.held_until_at ?? '').slice(0, 10), turn: 'mine', to: `/orders/${each.order.id}` }));
}

async function credentialsOf(organisation: string, until: DateOnly): Promise<Deadline[]> {
    const { credentials } = await api.organisations.get(organisation);
    return credentials.filter((each) => each.status === 'valid' && each.valid_to_on !== null && each.valid_to_on <= until)
        .map((each) => ({ key: each.id, kind: 'credential', what: each.number, on: each.valid_to_on ?? '', turn: 'mine', to: '/organisation' }));
}

async function casesOf(until: DateOnly): Promise<Deadline[]> {
    const { items } = await api.cases.list({ open: true, sort: 'due', limit: 50 });
    return items.filter((each) => each.due_on !== null && each.due_on <= until)
        .map((each) => ({ key: each.id, kind: 'case', what: `${each.applicant.name} · ${i18n.global.locale.value === 'en' ? each.title.en : each.title.zh}`, on: each.due_on ?? '', turn: each.my_turn ? 'mine' : 'theirs', to: `/cases/${each.id}` }));
}

/** What runs out for this account soon, the nearest first. Days ahead: orders and shares 3, cases 7, pay 14, credentials 90. */
async function load(me: Me, today: DateOnly): Promise<Deadline[]> {
    const asked: Promise<Deadline[]>[] = [];
    if (!me.role.endsWith('administrator') && me.role !== 'worker') asked.push(statementsOf(me, addDays(today, 14)));
    if (!me.role.endsWith('administrator') && me.role !== 'worker') asked.push(casesOf(addDays(today, 7)));
    if (me.role === 'employer') asked.push(ordersOf(addDays(today, 3)));
    if (me.role === 'agency') asked.push(sharesOf(addDays(today, 3)));
    if (me.role === 'agency' && me.organisation) asked.push(credentialsOf(me.organisation.id, addDays(today, 90)));
    return (await Promise.all(asked)).flat().sort((one, other) => one.on.localeCompare(other.on));
}

export function useDeadlines(me: () => Me | null, today: () => DateOnly): Resource<Deadline[]> {
    return useResource(async () => {
        const who = me();
        return who ? load(who, today()) : [];
    }, () => me()?.account.id);
}
