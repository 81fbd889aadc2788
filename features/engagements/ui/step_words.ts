import type { EngagementStatus, EngagementStep, LateLevel, StepStatus } from '@ui/base/api_types';

type Tone = 'accent' | 'signal' | 'danger' | 'info' | '';

const STEPS: Record<StepStatus, Tone> = { agreed: '', delivering: 'info', delivered: 'signal', returned: 'danger', accepted: 'signal', paid: 'signal', confirmed: 'accent', dropped: '' };
const ENGAGEMENTS: Record<EngagementStatus, Tone> = { running: 'info', completed: 'accent', ended_early: '' };
const LEVELS: Record<LateLevel, Tone> = { none: '', yellow: 'signal', orange: 'signal', red: 'danger' };

export const stepTone = (status: StepStatus): Tone => STEPS[status];
export const engagementTone = (status: EngagementStatus): Tone => ENGAGEMENTS[status];
export const levelTone = (level: LateLevel): Tone => LEVELS[level];

/** The step that comes next: the first that is neither confirmed nor dropped. */
export const nextStep = (steps: EngagementStep[]): EngagementStep | null =>
    steps.find((step) => step.status !== 'confirmed' && step.status !== 'dropped') ?? null;

/** How much of the price was confirmed, in per cent, whole. */
export const donePercent = (confirmed: number, price: number): number => (price > 0 ? Math.floor(confirmed * 100 / price) : 0);
