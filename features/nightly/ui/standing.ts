import type { DailyOrder, DailyOrders } from '@ui/base/api_types';

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
