import type { Goal, Measure } from '@ui/base/api_types';
import { useFormat } from '@ui/base/format';
import { useWords } from '@ui/base/words';

/** How far the picture of one measure reaches, in per mille of the target: a little over the furthest bar, at least over the target. */
export function reachOf(goals: readonly Goal[]): number {
    const most = goals.flatMap((goal) => [1000, goal.reported_per_mille ?? 0, shareOf(goal, total(goal)) ?? 0, shareOf(goal, goal.forecast ? goal.forecast.value + goal.forecast.error : 0) ?? 0]);
    return Math.max(...most) * 1.06;
}

/** An amount in per mille of the goal's target; null without one. */
export const shareOf = (goal: Goal, amount: number): number | null => (goal.target ? (1000 * amount) / goal.target : null);

/** What both sides confirmed and what waits for it. */
export const total = (goal: Goal): number => (goal.computed ? goal.computed.verified + goal.computed.provisional : 0);

/** The forecast's stretch, never below 0. */
export const stretchOf = (goal: Goal): [number, number] | null =>
    (goal.forecast ? [Math.max(0, goal.forecast.value - goal.forecast.error), goal.forecast.value + goal.forecast.error] : null);

/** A share in words: small ones are not rounded to nothing. */
export function percentText(perMille: number): string {
    if (perMille > 0 && perMille < 1) return '< 0.1%';
    return `${(Math.round(perMille) / 10).toFixed(1)}%`;
}

/** Amounts of a measure in words: money from fen. */
export function useTargetText(): { amount: (measure: Measure, value: number) => string } {
    const f = useFormat();
    const { language } = useWords('targets');
    const units: Partial<Record<Measure, [string, string]>> = { employment: ['人次', ''], employers: ['家次', ''], talent: ['人', ''] };
    return {
        amount: (measure, value) => (measure.startsWith('revenue') ? f.moneyShort(value) : `${f.short(value)}\u2009${units[measure]?.[language.value === 'en' ? 1 : 0] ?? ''}`.trim()),
    };
}
