import type { CaseClock, CaseStep, DateOnly, ProcedureClock } from '@ui/base/api_types';
import { daysBetween } from '@ui/base/dates';

/** A stretch of a bar, in per cent of its width. */
export interface Stretch { from: number; width: number }

/** A clock as a bar of calendar days: how far today is, where it stood still, when somebody is reminded. */
export interface ClockBar {
    /** Per cent of the bar that has passed; 100 when it ended or is overdue. */
    passed: number;
    pauses: (Stretch & { from_on: DateOnly; to_on: DateOnly | null })[];
    reminders: { at: number; on: DateOnly }[];
    /** Where the last day lies: 100, or less when the bar goes on beyond it because it is overdue. */
    due: number;
}

const dayOf = (instant: string): DateOnly => instant.slice(0, 10);

/** Times in which the case stood in a state where the clock stands still. Pure. */
export function pausesOf(clock: ProcedureClock | undefined, timeline: CaseStep[], since: DateOnly): { from_on: DateOnly; to_on: DateOnly | null }[] {
    const states = new Set(clock?.pauses ?? []);
    const found: { from_on: DateOnly; to_on: DateOnly | null }[] = [];
    timeline.forEach((step, index) => {
        if (!states.has(step.to)) return;
        const end = timeline.slice(index + 1).find((each) => !states.has(each.to));
        const before = found.at(-1);
        if (before && before.to_on === null) return;
        const to = end ? dayOf(end.at) : null;
        if (to !== null && to < since) return;
        found.push({ from_on: dayOf(step.at) < since ? since : dayOf(step.at), to_on: to });
    });
    return found;
}

/** Measures of the bar of a clock on a day. Pure. */
export function barOf(clock: CaseClock, definition: ProcedureClock | undefined, timeline: CaseStep[], today: DateOnly): ClockBar {
    const running = clock.status === 'running' || clock.status === 'paused';
    const last = running && today > clock.due_on ? today : clock.due_on;
    const whole = Math.max(1, daysBetween(clock.started_on, last));
    const at = (day: DateOnly): number => Math.min(100, Math.max(0, (100 * daysBetween(clock.started_on, day)) / whole));
    const end = running ? today : last;
    return {
        passed: running ? at(today) : 100,
        pauses: pausesOf(definition, timeline, clock.started_on).map((each) => {
            const from = at(each.from_on);
            return { ...each, from, width: Math.max(1.5, at(each.to_on ?? end) - from) };
        }),
        reminders: running ? clock.reminds_on.map((on) => ({ at: at(on), on })) : [],
        due: at(clock.due_on),
    };
}
