/** The life of an entry as a line: which status it had from when to when. */
import type { DateOnly, EntryHistory, EntryStatus, GateEffect } from '@ui/base/api_types';

export interface Stretch {
    status: EntryStatus | 'waiting' | 'over';
    /** Per mille of the line. */
    from: number;
    to: number;
    since: DateOnly;
}

export interface Line {
    first: DateOnly;
    last: DateOnly;
    stretches: Stretch[];
    /** Where today stands; null when it lies outside. */
    today: number | null;
    /** Whether the entry has no last day. */
    open: boolean;
}

const DAY = 86_400_000;
const dayOf = (date: DateOnly): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
const dateOf = (day: number): DateOnly => new Date(day * DAY).toISOString().slice(0, 10);
/** The date in China of an instant. */
export const chinaDate = (instant: string): DateOnly => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

interface LifeOf {
    valid_from_on: DateOnly;
    valid_to_on: DateOnly | null;
    history: Pick<EntryHistory, 'at' | 'status' | 'valid_to_on'>[];
}

/** From the first day (or its first version, when that was earlier) to the last day, a year past today without one. */
export function lineOf(entry: LifeOf, today: DateOnly): Line {
    const start = Math.min(dayOf(entry.valid_from_on), ...entry.history.map((each) => dayOf(chinaDate(each.at))));
    const lastChange = Math.max(start, ...entry.history.map((each) => dayOf(chinaDate(each.at))));
    const end = Math.max(entry.valid_to_on ? dayOf(entry.valid_to_on) + 1 : dayOf(today) + 365, lastChange + 1, start + 1);
    const at = (day: number): number => Math.round(Math.min(1, Math.max(0, (day - start) / (end - start))) * 1000);
    const stretches: Stretch[] = [];
    const add = (status: Stretch['status'], from: number, to: number): void => {
        if (to <= from) return;
        const last = stretches.at(-1);
        if (last?.status === status) last.to = at(to);
        else stretches.push({ status, from: at(from), to: at(to), since: dateOf(from) });
    };
    const begins = dayOf(entry.valid_from_on);
    entry.history.forEach((version, index) => {
        const next = entry.history[index + 1];
        const from = dayOf(chinaDate(version.at));
        const until = next ? dayOf(chinaDate(next.at)) : end;
        if (version.status !== 'valid') { add(version.status, from, until); return; }
        const over = version.valid_to_on ? dayOf(version.valid_to_on) + 1 : end;
        add('waiting', from, Math.min(begins, until));
        add('valid', index === 0 ? begins : Math.max(from, begins), Math.min(until, over));
        add('over', Math.max(from, over), until);
    });
    const now = dayOf(today);
    return { first: dateOf(start), last: dateOf(end - 1), stretches, today: now >= start && now < end ? at(now) : null, open: entry.valid_to_on === null };
}

/** What everybody is told first: a licence in force is good news, standing on a list that bars or warns is not. */
export function verdictOf(gate: GateEffect, in_force: boolean): { word: string; tone: 'good' | 'bad' } {
    const lists = gate === 'exclusion' || gate === 'warning';
    return { word: lists ? (in_force ? 'listed_today' : 'not_listed_today') : in_force ? 'in_force_today' : 'not_in_force_today', tone: in_force !== lists ? 'good' : 'bad' };
}
