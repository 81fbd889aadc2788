import type { Nomination, Order, Role } from '@ui/base/api_types';

/** The one that may still be answered. */
export const waitingOf = (all: Nomination[]): Nomination | null => all.find((each) => each.status === 'asked') ?? null;

/** What a role may do with a nomination now (features/nominations/rules.cpp). */
export function acts(order: Pick<Order, 'status' | 'mode' | 'open_to_all'>, waiting: Nomination | null, role: Role | null, own: boolean): ('name' | 'answer')[] {
    if (order.mode !== 'direct' || order.open_to_all || order.status !== 'open') return [];
    if (own && !waiting) return ['name'];
    return role === 'agency' && waiting ? ['answer'] : [];
}
