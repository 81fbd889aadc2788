import type { DailyOrder, DailyOrders, ScorePart } from '@ui/base/api_types';

/** How things are with an order that somebody was told of: to be had, not for her any more, or gone. */
export type Standing = 'open' | 'unfit' | 'gone';
export function standingOf(each: DailyOrder): Standing {
    if (!each.open) return 'gone';
    return each.fits ? 'open' : 'unfit';
}

/** Why there is nothing for today: the key of its words. */
export type Emptiness = 'off' | 'no_consent' | 'not_yet' | 'nothing_new';
export function emptinessOf(daily: DailyOrders): Emptiness {
    if (!daily.wanted) return 'off';
    if (!daily.consented) return 'no_consent';
    return daily.looked_at ? 'nothing_new' : 'not_yet';
}

/** What speaks for it most: the parts that brought most of what they could, in the order in which they are shown. */
export function strongest(parts: ScorePart[], most = 3): ScorePart[] {
    const share = (part: ScorePart): number => (part.max ? part.points / part.max : 0);
    const chosen = new Set([...parts].filter((part) => share(part) > 0.5).sort((a, b) => share(b) - share(a)).slice(0, most));
    return parts.filter((part) => chosen.has(part));
}
