import { computed, type ComputedRef } from 'vue';
import { api } from '@ui/base/api';
import type { Order, PlaceCode } from '@ui/base/api_types';
import { useLive } from '@ui/base/live';
import { useResource, type Resource } from '@ui/base/resource';

/** Pages that are read to colour the map: 1,000 open orders, far more than the region has at once. */
const PAGES_MAX = 5;

export interface OpenSeats {
    resource: Resource<Order[]>;
    byPlace: ComputedRef<Map<PlaceCode, number>>;
    seats: ComputedRef<number>;
    employers: ComputedRef<number>;
}

async function loadAll(signal: AbortSignal): Promise<Order[]> {
    const orders: Order[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES_MAX; page += 1) {
        const answer = await api.orders.list({ status: 'open', limit: 200, cursor }, signal);
        orders.push(...answer.items);
        if (answer.next === null) break;
        cursor = answer.next;
    }
    return orders;
}

/** All open orders of the region with their seats, kept current by live events. */
export function useOpenSeats(): OpenSeats {
    const resource = useResource(loadAll);
    useLive(['order.remaining'], (event) => {
        const left = event.data.remaining;
        if (typeof left !== 'number' || !resource.data.value) return;
        resource.put(resource.data.value.map((order) => (order.id === event.subject ? { ...order, remaining: left } : order)));
    });
    useLive(['order.opened', 'order.closed', 'order.cancelled', 'order.expired'], () => void resource.reload());
    return {
        resource,
        byPlace: computed(() => {
            const seats = new Map<PlaceCode, number>();
            for (const order of resource.data.value ?? []) seats.set(order.place, (seats.get(order.place) ?? 0) + order.remaining);
            return seats;
        }),
        seats: computed(() => (resource.data.value ?? []).reduce((sum, order) => sum + order.remaining, 0)),
        employers: computed(() => new Set((resource.data.value ?? []).map((order) => order.employer.id)).size),
    };
}
