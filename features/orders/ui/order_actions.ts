import type { Order, Role } from '@ui/base/api_types';

export type OrderAct = 'edit' | 'publish' | 'approve' | 'return' | 'suspend' | 'resume' | 'close' | 'cancel' | 'grab';

/** What a role may do with an order now (features/orders/rules.cpp next_status); `own`: of the caller's organisation. */
export function actsOn(order: Pick<Order, 'status' | 'remaining'>, role: Role | null, own: boolean): OrderAct[] {
    const { status } = order;
    const acts: OrderAct[] = [];
    const supervisor = role === 'official' || role === 'inspector';
    if (own && status === 'draft') acts.push('publish', 'edit');
    if (own && status === 'running') acts.push('close');
    if (own && ['draft', 'review', 'open', 'filled', 'suspended'].includes(status)) acts.push('cancel');
    if (role === 'official' && status === 'review') acts.push('approve', 'return');
    if (supervisor && ['open', 'filled', 'running'].includes(status)) acts.push('suspend');
    if (supervisor && status === 'suspended') acts.push('resume');
    if (role === 'agency' && status === 'open') acts.push('grab');
    return acts;
}

/** Acts that owe a reason: the other side reads it. */
export const NEEDS_REASON: OrderAct[] = ['return', 'suspend', 'cancel'];
