import type { HistoryItem } from '@ui/base/api_types';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** Event kinds that have a sentence in this feature's words (`event_<kind with _>`). */
const TOLD = new Set(['order.drafted', 'order.edited', 'order.submitted', 'order.opened', 'order.returned', 'order.remaining',
    'order.running', 'order.closed', 'order.expired', 'order.cancelled', 'order.suspended', 'order.resumed', 'order.opened_to_all',
    'draw.opened', 'draw.closed', 'draw.drawn', 'draw.voided', 'nomination.asked', 'nomination.taken', 'nomination.declined',
    'nomination.lapsed', 'nomination.voided', 'quote.started', 'quote.closed', 'quote.opened', 'quote.voided',

    'order.revised', 'change.asked', 'change.accepted', 'change.declined', 'change.run_out', 'change.overtaken', 'change.voided']);

/** A step of an order's history in words; an unknown kind says its code rather than nothing. */
export function historySentence(item: HistoryItem, t: Say): string {
    if (!TOLD.has(item.kind)) return item.kind;
    const key = `event_${item.kind.replace('.', '_')}`;
    if (item.kind === 'order.remaining') {
        return Number(item.data.remaining) === 0 ? t('event_order_filled') : t(key, { n: item.data.remaining });
    }
    return t(key);
}
