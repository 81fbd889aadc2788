import type { CaseForm, Field, Procedure, ProcedureClock, Words } from '@ui/base/api_types';

/** The clock that starts when a case is opened. */
export function firstClock(procedure: Pick<Procedure, 'states' | 'clocks'>): ProcedureClock | null {
    const first = procedure.states[0]?.id;
    return (procedure.clocks ?? []).find((clock) => first !== undefined && clock.starts.includes(first)) ?? null;
}

/** A line of "what you need": a thing that the form asks, and whether always. */
export interface Need { field: Field; always: boolean }

/** What has to be at hand before the form: files first, then what is asked. Pure. */
export function needsOf(opening: CaseForm): { papers: Need[]; facts: Need[] } {
    const needs = opening.fields.map((field) => ({ field, always: (field.required ?? true) && !field.when }));
    const isPaper = (need: Need): boolean => need.field.type === 'file' || Boolean(need.field.columns?.some((column) => column.type === 'file'));
    return { papers: needs.filter(isPaper), facts: needs.filter((need) => !isPaper(need)) };
}

/** Names of the ends that a case can come to, with what is printed on the way there. */
export function endsOf(procedure: Pick<Procedure, 'states'>): Words[] {
    return procedure.states.filter((state) => !state.waits_for).map((state) => state.title);
}
