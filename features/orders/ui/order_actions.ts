import type { GrabMode, Order, Role } from '@ui/base/api_types';

export type OrderAct = 'edit' | 'publish' | 'approve' | 'return' | 'suspend' | 'resume' | 'close' | 'cancel' | 'grab' | 'apply' | 'draw' | 'answer' | 'name' | 'bid' | 'quote' | 'counter' | 'standby' | 'change';

/** What an agency does for seats while the mode runs. */
const APPLY_ACT: Record<GrabMode, OrderAct> = { race: 'grab', draw: 'apply', direct: 'answer', quote: 'bid' };

/** What a role may do with an order now (features/orders/rules.cpp next_status); `own`: of the caller's organisation. */
export function actsOn(order: Pick<Order, 'status' | 'remaining'> & Partial<Pick<Order, 'mode' | 'open_to_all'>>, role: Role | null, own: boolean): OrderAct[] {
    const { status } = order;
    const acts: OrderAct[] = [];
    const supervisor = role === 'official' || role === 'inspector';
    if (own && status === 'draft') acts.push('publish', 'edit');
    if (own && status === 'running') acts.push('close');
    if (own && ['open', 'filled'].includes(status)) acts.push('change');
    if (own && ['draft', 'review', 'open', 'filled', 'suspended'].includes(status)) acts.push('cancel');
    if (role === 'official' && status === 'review') acts.push('approve', 'return');
    if (supervisor && ['open', 'filled', 'running'].includes(status)) acts.push('suspend');
    if (supervisor && status === 'suspended') acts.push('resume');
    const published = !['draft', 'review'].includes(status);
    const modeRuns = (order.mode ?? 'race') !== 'race' && !order.open_to_all;
    if (role === 'agency' && status === 'open') acts.push(...(!modeRuns ? ['grab', 'counter'] as const : [APPLY_ACT[order.mode ?? 'race']]));
    // Who comes too late may wait for seats that come back; the grab page says so while some are left.
    if ((role === 'agency' || own) && !modeRuns && status === 'filled') acts.push('standby');
    if (order.mode === 'draw' && published && !acts.includes('apply')) acts.push('draw');
    if (order.mode === 'quote' && published && !acts.includes('bid')) acts.push('quote');
    if (own && ['open', 'filled'].includes(status) && !modeRuns) acts.push('counter');
    if (own && order.mode === 'direct' && published) acts.push('name');
    return acts;
}

/** Acts that owe a reason: the other side reads it. */
export const NEEDS_REASON: OrderAct[] = ['return', 'suspend', 'cancel'];
