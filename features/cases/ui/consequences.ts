import type { Actor, CaseClock, NextStep, Procedure, ProcedureStep, Words } from '@ui/base/api_types';

/** What follows from a step, as a key of the words with what it says: shown before the last button. */
export interface Consequence {
    key: 'state' | 'closes' | 'waits' | 'prints' | 'tells' | 'burdens' | 'notifies' | 'publishes' | 'effect' | 'hands_on' | 'stops' | 'pauses' | 'starts' | 'goes_on';
    words?: Words;
    actor?: Actor;
    effect?: string;
    days?: number | null;
    unit?: 'working' | 'natural';
}

function ofState(step: NextStep, procedure: Procedure, target: string): Consequence[] {
    const state = procedure.states.find((each) => each.id === target);
    const told: Consequence[] = [{ key: 'state', words: step.to_title }];
    if (!state) return told;
    return [...told, state.waits_for ? { key: 'waits', actor: state.waits_for } : { key: 'closes' }];
}

function ofClocks(procedure: Procedure, running: CaseClock[], target: string): Consequence[] {
    return (procedure.clocks ?? []).flatMap((clock): Consequence[] => {
        const now = running.find((each) => each.clock === clock.id && (each.status === 'running' || each.status === 'paused'));
        const about = { words: clock.title, days: clock.days, unit: clock.unit };
        if (now && clock.stops.includes(target)) return [{ key: 'stops', ...about }];
        if (now && clock.pauses?.includes(target)) return now.status === 'paused' ? [] : [{ key: 'pauses', ...about }];
        if (now) return now.status === 'paused' ? [{ key: 'goes_on', ...about }] : [];
        return clock.starts.includes(target) ? [{ key: 'starts', ...about }] : [];
    });
}

function ofDefinition(step: ProcedureStep | undefined): Consequence[] {
    if (!step) return [];
    const told: Consequence[] = (step.effects ?? []).map((each) => ({ key: 'effect', effect: each.name }));
    if (step.notice) told.push({ key: 'tells', words: step.notice });
    if (step.notifies) told.push({ key: 'notifies' });
    if (step.handles) told.push({ key: 'hands_on' });
    return told;
}

/** All that follows from taking a step now, in the order in which it matters. Pure. */
export function consequencesOf(next: NextStep, procedure: Procedure, clocks: CaseClock[]): Consequence[] {
    const step = procedure.steps.find((each) => each.id === next.step);
    const told = step ? ofState(next, procedure, step.to) : [{ key: 'state', words: next.to_title } as Consequence];
    if (next.burdens) told.push({ key: 'burdens' });
    told.push(...next.documents.map((words): Consequence => ({ key: 'prints', words })));
    if (next.publishes) told.push({ key: 'publishes' });
    return [...told, ...ofDefinition(step), ...(step ? ofClocks(procedure, clocks, step.to) : [])];
}
