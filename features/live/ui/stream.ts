import type { Id, Instant, JournalEvent, Order, PlaceCode } from '@ui/base/api_types';

/** What the wall shows of an event: nobody's name, only an order, a place and seats. */
export type Happening = 'opened' | 'grabbed' | 'returned' | 'running' | 'closed' | 'placed';

export interface Line {
    position: number;
    at: Instant;
    happening: Happening;
    order: Id;
    title: string;
    place: PlaceCode;
    /** Seats that were offered, taken or given back; 0 where the event does not say. */
    seats: number;
    remaining: number;
}

/** Kinds that everybody may see (`EventKind::open`). */
export const KINDS = ['order.opened', 'order.remaining', 'order.opened_to_all', 'order.running', 'order.closed', 'order.cancelled', 'order.expired'];

/** Figures that are farther apart than this do not say what happens now. */
const LONG_MS = 300_000;
const ENDS = ['order.closed', 'order.cancelled', 'order.expired'];

/** What happened, seen from what the screen knew of the order before; null for what needs no line. */
export function lineOf(event: JournalEvent, known: Pick<Order, 'title' | 'place' | 'remaining'> | undefined): Line | null {
    const left = typeof event.data.remaining === 'number' ? event.data.remaining : (known?.remaining ?? 0);
    const line = { position: event.position, at: event.at, order: event.subject, title: known?.title ?? '', place: known?.place ?? event.city, remaining: left };
    if (event.kind === 'order.remaining') {
        if (!known || left === known.remaining) return null;
        return { ...line, happening: left < known.remaining ? 'grabbed' : 'returned', seats: Math.abs(known.remaining - left) };
    }
    if (event.kind === 'order.opened') return { ...line, happening: 'opened', seats: left };
    if (event.kind === 'order.running') return { ...line, happening: 'running', seats: 0 };
    return ENDS.includes(event.kind) ? { ...line, happening: 'closed', seats: 0 } : null;
}

/** What is known of an order that is open: a line of one that is not stands at its city, without a title. */
type KnownOrder = Pick<Order, 'title' | 'place' | 'remaining'>;
const numberIn = (event: JournalEvent, name: string): number | undefined => (typeof event.data[name] === 'number' ? event.data[name] : undefined);

/**
 * The lines of what happened before the screen was opened, the newest first. How many seats a grab took is the step from what an
 * earlier event said was left: of an order whose earlier events are not among these, the first step is not known and makes no line.
 */
export function replayed(events: readonly JournalEvent[], orders: ReadonlyMap<Id, KnownOrder>): Line[] {
    const left = new Map<Id, number>();
    const lines: Line[] = [];
    for (const event of events) {
        if (!KINDS.includes(event.kind)) continue;
        const known = orders.get(event.subject);
        const before = left.get(event.subject);
        const offered = numberIn(event, 'remaining') ?? numberIn(event, 'seats');
        if (event.kind === 'order.opened' && offered !== undefined) left.set(event.subject, offered);
        if (event.kind === 'order.remaining' && offered !== undefined) left.set(event.subject, offered);
        if (event.kind === 'order.remaining' && before === undefined) continue;
        const line = lineOf(event, { title: known?.title ?? '', place: known?.place ?? event.city, remaining: before ?? offered ?? 0 });
        if (line) lines.unshift(line);
    }
    return lines;
}

/** A city's placements of the year, confirmed by one side or both, as the public figure says. */
export interface Placed { place: PlaceCode; verified: number; provisional: number }

/**
 * Who came to work since the figures were read before, by city: a number that grew. No event of a seat is public, because it is
 * about one person; the figures are. Nothing when the time between is too long to be called now.
 */
export function placedSince(before: { value: Placed[]; taken_at: Instant } | null, now: { value: Placed[]; taken_at: Instant }): Line[] {
    const apart = before === null ? Infinity : Date.parse(now.taken_at) - Date.parse(before.taken_at);
    if (before === null || apart <= 0 || apart > LONG_MS) return [];
    const known = new Map(before.value.map((each) => [each.place, each.verified + each.provisional]));
    return now.value.flatMap((each, index) => {
        const came = each.verified + each.provisional - (known.get(each.place) ?? Infinity);
        // Numbers of their own, below those of events: two readings never give the same.
        return came > 0 ? [{ position: -(Date.parse(now.taken_at) * 10 + index), at: now.taken_at, happening: 'placed' as const, order: '', title: '', place: each.place, seats: came, remaining: 0 }] : [];
    });
}

/** The newest lines first, no more than fit. */
export function withLine(lines: Line[], line: Line, most: number): Line[] {
    return [line, ...lines.filter((each) => each.position !== line.position)].slice(0, most);
}

/** The middle of a county's outline ("M938 591l4-8…z": a start, then steps from point to point). */
export function middleOf(path: string): { x: number; y: number } {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const part of path.split(/(?=M)/)) {
        const numbers = (part.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
        let x = 0;
        let y = 0;
        for (let i = 0; i + 1 < numbers.length; i += 2) {
            x += numbers[i] ?? 0;
            y += numbers[i + 1] ?? 0;
            box.left = Math.min(box.left, x); box.right = Math.max(box.right, x);
            box.top = Math.min(box.top, y); box.bottom = Math.max(box.bottom, y);
        }
    }
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
