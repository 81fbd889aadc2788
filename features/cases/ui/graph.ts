import type { ProcedureClock, ProcedureState, ProcedureStep } from '@ui/base/api_types';
import { isClockStep, isFinal, type GraphShape } from './definition';

/** A way out of a state that leaves the main line: the step, where it leads, and what can follow there. */
export interface Branch {
    step: ProcedureStep;
    state: ProcedureState;
    /** The state was told before: only its name is repeated. */
    again: boolean;
    branches: Branch[];
}

/** A station of the main line: the state, the clocks that begin there, the ways beside, the step to the next station. */
export interface Station {
    state: ProcedureState;
    clocks: ProcedureClock[];
    branches: Branch[];
    /** Steps that stay here (an extension). */
    stays: ProcedureStep[];
    next: ProcedureStep | null;
}

/** A procedure as a person tells it: a main line, ways beside it, and what is possible at any time. */
export interface Rail {
    stations: Station[];
    /** Steps into a final state from many states: told once, not drawn from each. */
    anytime: { step: ProcedureStep; state: ProcedureState }[];
}

const isVoluntary = (step: ProcedureStep): boolean => step.by.every((each) => each === 'applicant' || each === 'party');

/** What speaks against telling a step as part of the main line: it is refused, objected to, given up, or only happens by itself. */
function cost(step: ProcedureStep): number {
    return 1 + (isClockStep(step) ? 2 : 0) + (step.reason ? 2 : 0) + (step.objects ? 2 : 0) + (isVoluntary(step) ? 1 : 0);
}

/** What a step adds to an end's being the one that a procedure is about: a decision does, a refusal or giving up does not. */
function worth(step: ProcedureStep): number {
    return 1 + (step.approves || step.burdens ? 1 : 0) - (step.reason ? (step.burdens ? 0.5 : 2) : 0) - (step.objects ? 2 : 0) - (isVoluntary(step) ? 3 : 0);
}

const ANYTIME_FROM = 3;
const isAnytime = (graph: GraphShape, step: ProcedureStep): boolean => {
    const to = graph.states.find((each) => each.id === step.to);
    return !isClockStep(step) && step.from.length >= ANYTIME_FROM && to !== undefined && isFinal(to) && graph.states.length > ANYTIME_FROM + 1;
};

interface Way { cost: number; steps: ProcedureStep[] }

/** The cheapest way from the first state to each other one. O(states × steps). */
function waysFrom(first: string, steps: ProcedureStep[]): Map<string, Way> {
    const ways = new Map<string, Way>([[first, { cost: 0, steps: [] }]]);
    const open = [first];
    while (open.length) {
        open.sort((one, other) => (ways.get(one)?.cost ?? 0) - (ways.get(other)?.cost ?? 0));
        const from = open.shift() ?? '';
        const way = ways.get(from) ?? { cost: 0, steps: [] };
        for (const step of steps.filter((each) => each.from.includes(from) && each.to !== from)) {
            const sum = way.cost + cost(step);
            const known = ways.get(step.to);
            if (known && known.cost <= sum) continue;
            ways.set(step.to, { cost: sum, steps: [...way.steps, step] });
            open.push(step.to);
        }
    }
    return ways;
}

/** The steps of the main line: to the end that is reached last with the least against the party. */
export function mainLine(graph: GraphShape): ProcedureStep[] {
    const first = graph.states[0];
    if (!first) return [];
    const steps = graph.steps.filter((step) => !isAnytime(graph, step));
    const ways = waysFrom(first.id, steps);
    const worthOf = (way: Way): number => way.steps.reduce((sum, step) => sum + worth(step), 0);
    const ends = graph.states.filter(isFinal).flatMap((state) => ways.get(state.id) ?? []);
    return ends.reduce<Way | null>((best, way) => (best === null || worthOf(way) > worthOf(best) ? way : best), null)?.steps ?? [];
}

/** Tells a procedure: every state appears once in full, every step once. Pure. */
export function railOf(graph: GraphShape): Rail {
    const byId = new Map(graph.states.map((state) => [state.id, state]));
    const line = mainLine(graph);
    const first = graph.states[0];
    if (!first) return { stations: [], anytime: [] };
    const mainStates = [first, ...line.flatMap((step) => byId.get(step.to) ?? [])];
    const anytimeSteps = graph.steps.filter((step) => isAnytime(graph, step) && !line.includes(step));
    const told = new Set(mainStates.map((each) => each.id));

    function branchesOf(id: string, except: ProcedureStep | null): Branch[] {
        const steps = graph.steps.filter((step) => step.from.includes(id) && step.to !== id && step !== except && !anytimeSteps.includes(step));
        return steps.flatMap((step) => {
            const state = byId.get(step.to);
            if (!state) return [];
            const again = told.has(state.id);
            told.add(state.id);
            return [{ step, state, again, branches: again ? [] : branchesOf(state.id, null) }];
        });
    }

    return {
        stations: mainStates.map((state, index) => ({
            state,
            clocks: (graph.clocks ?? []).filter((clock) => clock.starts.includes(state.id)),
            branches: branchesOf(state.id, line[index] ?? null),
            stays: graph.steps.filter((step) => step.from.includes(state.id) && step.to === state.id),
            next: line[index] ?? null,
        })),
        anytime: anytimeSteps.flatMap((step) => { const state = byId.get(step.to); return state ? [{ step, state }] : []; }),
    };
}

/** A box of the picture. `main`: on the line; `column` and `row` count from 0. */
export interface Box { state: ProcedureState; column: number; row: number; main: boolean; by: ProcedureStep | null }
/** An arrow of the picture. */
export interface Arrow { step: ProcedureStep; from: string; to: string; kind: 'main' | 'out' | 'back' }
export interface Picture { boxes: Box[]; arrows: Arrow[]; columns: number; rows: number }

/** Places the boxes: the main line in row 0, ways beside it below, each one column right of where it begins. Pure. */
export function pictureOf(rail: Rail): Picture {
    const boxes: Box[] = [];
    const arrows: Arrow[] = [];
    const taken = new Set<string>();
    const freeRow = (column: number): number => {
        let row = 1;
        while (taken.has(`${column}/${row}`)) row += 1;
        taken.add(`${column}/${row}`);
        return row;
    };
    function lay(from: string, branches: Branch[], column: number): void {
        for (const branch of branches) {
            if (!branch.again) boxes.push({ state: branch.state, column: column + 1, row: freeRow(column + 1), main: false, by: branch.step });
            arrows.push({ step: branch.step, from, to: branch.state.id, kind: branch.again ? 'back' : 'out' });
        }
        for (const branch of branches) lay(branch.state.id, branch.branches, column + 1);
    }
    rail.stations.forEach((station, column) => {
        boxes.push({ state: station.state, column, row: 0, main: true, by: rail.stations[column - 1]?.next ?? null });
        if (station.next) arrows.push({ step: station.next, from: station.state.id, to: station.next.to, kind: 'main' });
    });
    rail.stations.forEach((station, column) => lay(station.state.id, station.branches, column));
    return { boxes, arrows, columns: Math.max(0, ...boxes.map((each) => each.column + 1)), rows: Math.max(0, ...boxes.map((each) => each.row + 1)) };
}
