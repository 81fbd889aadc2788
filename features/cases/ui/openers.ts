import type { Opener, ProcedureSummary, Role, Words } from '@ui/base/api_types';

/** For whom a procedure is listed: one group each, those of the caller first. */
export const GROUPS: Opener[] = ['worker', 'agency', 'employer', 'anybody', 'official', 'inspector'];

export interface Group { opener: Opener; items: ProcedureSummary[] }

/** Procedures by who may open them; a procedure of several stands in each of their groups. Those of `role` come first. */
export function groupsOf(items: ProcedureSummary[], role: Role | null): Group[] {
    const order = [...GROUPS].sort((one, other) => Number(other === role) - Number(one === role));
    return order.map((opener) => ({ opener, items: items.filter((each) => each.opened_by.includes(opener)) })).filter((group) => group.items.length > 0);
}

/** Whether what was typed stands in the titles or what is said about it. */
export function matches(each: ProcedureSummary, typed: string, say: (words: Words | null) => string): boolean {
    const wanted = typed.trim().toLowerCase();
    return !wanted || `${say(each.title)} ${say(each.about)} ${each.basis.map((basis) => basis.text).join(' ')}`.toLowerCase().includes(wanted);
}
