import type { Words } from '@ui/base/api_types';

/**
 * The parts of a procedure's definition that pages draw and explain (procedures/ID.toml). A page hands in what the
 * server sent; members that the file leaves out are absent or null.
 */
export type Actor = 'applicant' | 'party' | 'official' | 'inspector' | 'counterpart_official' | 'counterpart_inspector' | 'clock';

export interface StateShape {
    id: string;
    title: Words;
    waits_for?: Actor | null;
    hint?: Words | null;
}

export interface StepShape {
    id: string;
    title: Words;
    from: string[];
    to: string;
    by: Actor[];
    form?: string | null;
    reason?: boolean | null;
    handles?: boolean | null;
    approves?: boolean | null;
    notifies?: boolean | null;
    objects?: boolean | null;
    burdens?: boolean | null;
    publishes?: boolean | null;
    effects?: { name: string; with?: Record<string, string> | null }[] | null;
    documents?: string[] | null;
    notice?: Words | null;
}

export interface ClockShape {
    id: string;
    title: Words;
    starts: string[];
    stops: string[];
    pauses?: string[] | null;
    days?: number | null;
    unit: 'working' | 'natural';
    at_end?: string | null;
}

/** What a picture of a procedure is drawn from. */
export interface GraphShape {
    states: StateShape[];
    steps: StepShape[];
    clocks?: ClockShape[] | null;
}

/** A step that nobody but the clock takes. */
export const isClockStep = (step: StepShape): boolean => step.by.every((each) => each === 'clock');

/** A state without anybody to wait for: the case is closed in it. */
export const isFinal = (state: StateShape): boolean => !state.waits_for;
