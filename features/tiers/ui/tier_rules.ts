import type { Tier, TierCriterion } from '@ui/base/api_types';

/** A tier as the editor begins it. */
export const newTier = (criterion: TierCriterion): Tier => ({ criterion: criterion.code, parameter: Math.max(criterion.min, criterion.code === 'reliability' ? 800 : criterion.min), hours: 4, reason: '' });

/** The word for what is wrong with a tier; null when nothing is (features/tiers/rules.cpp). */
export function problemOf(tier: Tier, criterion: TierCriterion | undefined, hoursMax: number): string | null {
    const whole = (n: unknown, least: number, most: number): boolean => Number.isInteger(n) && (n as number) >= least && (n as number) <= most;
    if (criterion && !whole(tier.parameter, criterion.min, criterion.max)) return 'wrong_parameter';
    if (!whole(tier.hours, 1, hoursMax)) return 'wrong_hours';
    return tier.reason.trim() ? null : 'wrong_reason';
}

/** A tier as it was passed, from the facts that are frozen with a share ("licence_months 94/60", "-" where nothing was known); null for other facts. */
export function passedTier(fact: string): { criterion: string; had: number | null; asked: number } | null {
    const found = /^([a-z_]+) (\d+|-)\/(\d+)$/.exec(fact);
    return found ? { criterion: found[1]!, had: found[2] === '-' ? null : Number(found[2]), asked: Number(found[3]) } : null;
}
