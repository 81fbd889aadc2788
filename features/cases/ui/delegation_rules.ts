import type { Delegation } from '@ui/base/api_types';

/** What still holds or lies ahead, by who gave it; and what is over. Pure. */
export function partedOf(items: Delegation[]): { toMe: Delegation[]; byMe: Delegation[]; over: Delegation[] } {
    const live = items.filter((each) => each.state !== 'over');
    return { toMe: live.filter((each) => !each.mine), byMe: live.filter((each) => each.mine), over: items.filter((each) => each.state === 'over') };
}
