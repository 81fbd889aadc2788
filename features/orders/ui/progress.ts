import type { Order, OrderProgress } from '@ui/base/api_types';

const seatsIn = (progress: OrderProgress | null, ...statuses: string[]): number =>
    statuses.reduce((sum, status) => sum + (progress?.seats[status] ?? 0), 0);

export interface SeatPart {
    /** Key of the part in this feature's words. */
    name: 'seat_on_site' | 'seat_accepted' | 'seat_staffing' | 'left';
    value: number;
    tone: 'accent' | 'soft' | 'signal' | 'empty';
}

/**
 * Where the seats of an order stand now, parts that add up to its headcount. Without progress (not known yet) everything
 * grabbed counts as being staffed.
 */
export function seatParts(order: Pick<Order, 'headcount' | 'remaining'>, progress: OrderProgress | null): SeatPart[] {
    const onSite = seatsIn(progress, 'on_site', 'done');
    const accepted = seatsIn(progress, 'accepted');
    return [
        { name: 'seat_on_site', value: onSite, tone: 'accent' },
        { name: 'seat_accepted', value: accepted, tone: 'soft' },
        { name: 'seat_staffing', value: Math.max(0, order.headcount - order.remaining - onSite - accepted), tone: 'signal' },
        { name: 'left', value: order.remaining, tone: 'empty' },
    ];
}

export interface FunnelStep {
    name: 'step_headcount' | 'step_grabbed' | 'step_offered' | 'step_accepted' | 'step_on_site' | 'step_done';
    value: number;
}

/** How many seats reached each step; who is further on has passed the steps before, so no step is larger than the last. */
export function funnelSteps(progress: OrderProgress): FunnelStep[] {
    const done = seatsIn(progress, 'done');
    const onSite = done + seatsIn(progress, 'on_site', 'ended_early');
    const accepted = onSite + seatsIn(progress, 'accepted');
    const offered = accepted + seatsIn(progress, 'offered');
    return [
        { name: 'step_headcount', value: progress.headcount },
        { name: 'step_grabbed', value: progress.grabbed },
        { name: 'step_offered', value: offered },
        { name: 'step_accepted', value: accepted },
        { name: 'step_on_site', value: onSite },
        { name: 'step_done', value: done },
    ];
}
