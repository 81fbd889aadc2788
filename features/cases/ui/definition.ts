import type { Procedure, ProcedureState, ProcedureStep } from '@ui/base/api_types';

/** What a picture of a procedure is drawn from: parts of its definition as its file says them. */
export type GraphShape = Pick<Procedure, 'states' | 'steps' | 'clocks'>;

/** A step that nobody but the clock takes. */
export const isClockStep = (step: ProcedureStep): boolean => step.by.every((each) => each === 'clock');

/** A state without anybody to wait for: the case is closed in it. */
export const isFinal = (state: ProcedureState): boolean => !state.waits_for;
