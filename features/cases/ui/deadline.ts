import type { CaseSummary } from '@ui/base/api_types';

/** How pressing a deadline is; a word and a shape go with each colour. */
export type Pressure = 'closed' | 'none' | 'calm' | 'soon' | 'last' | 'over';

/** Days of its clock from which a deadline is said to be near. */
const SOON = 5;

/** Pressure of a case: over, the last day or the one before, soon, or calm. */
export function pressureOf(each: Pick<CaseSummary, 'closed_at' | 'waits_for' | 'due_on' | 'days_left' | 'overdue'>): Pressure {
    if (each.closed_at !== null || each.waits_for === null) return 'closed';
    if (each.due_on === null || each.days_left === null) return each.overdue ? 'over' : 'none';
    if (each.overdue || each.days_left < 0) return 'over';
    if (each.days_left <= 1) return 'last';
    return each.days_left <= SOON ? 'soon' : 'calm';
}

/** Class of a tag for it. */
export const TONES: Record<Pressure, '' | 'accent' | 'signal' | 'danger'> = { closed: '', none: '', calm: 'accent', soon: 'signal', last: 'signal', over: 'danger' };
export const SHAPES: Record<Pressure, string> = { closed: '○', none: '○', calm: '●', soon: '◆', last: '◆', over: '▲' };
