import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '@ui/base/api_types';
import { lineOf, middleOf, placedSince, replayed, withLine, type Line } from './stream';

const order = { title: '装配工', place: '511502', remaining: 20 };
const event = (kind: string, data: object = {}, position = 5): JournalEvent => ({ position, kind, at: '2026-11-27T08:00:00Z', city: '511500', subject_kind: 'order', subject: 'o1', data: data as Record<string, unknown> });

describe('lines of the wall', () => {
    it('say how many seats a grab took, and that seats came back', () => {
        expect(lineOf(event('order.remaining', { remaining: 14 }), order)).toMatchObject({ happening: 'grabbed', seats: 6, remaining: 14, place: '511502', title: '装配工' });
        expect(lineOf(event('order.remaining', { remaining: 25 }), order)).toMatchObject({ happening: 'returned', seats: 5 });
    });
    it('say nothing of a change that cannot be measured', () => {
        expect(lineOf(event('order.remaining', { remaining: 14 }), undefined)).toBeNull();
        expect(lineOf(event('order.remaining', { remaining: 20 }), order)).toBeNull();
        expect(lineOf(event('seat.accepted'), order)).toBeNull();
    });
    it('stand at the city while the order is not known', () => {
        expect(lineOf(event('order.running'), undefined)).toMatchObject({ happening: 'running', place: '511500', title: '' });
        expect(lineOf(event('order.cancelled'), order)).toMatchObject({ happening: 'closed' });
    });
    it('are kept newest first, each once', () => {
        const line = (position: number): Line => ({ ...(lineOf(event('order.running', {}, position), order) as Line) });
        const lines = [1, 2, 3, 3, 4].reduce<Line[]>((kept, each) => withLine(kept, line(each), 3), []);
        expect(lines.map((each) => each.position)).toEqual([4, 3, 2]);
    });
});

describe('what happened before the screen was opened', () => {
    const orders = new Map([['o1', order]]);
    it('is told with the seats of each step, the newest first', () => {
        const lines = replayed([event('order.opened', { seats: 20 }, 1), event('order.remaining', { remaining: 14 }, 2), event('order.remaining', { remaining: 15 }, 3), event('order.running', {}, 4)], orders);
        expect(lines.map((line) => [line.position, line.happening, line.seats])).toEqual([[4, 'running', 0], [3, 'returned', 1], [2, 'grabbed', 6], [1, 'opened', 20]]);
        expect(lines[2]).toMatchObject({ title: '装配工', place: '511502', remaining: 14 });
    });
    it('does not guess how many seats were taken where the step before is not among the events', () => {
        expect(replayed([event('order.remaining', { remaining: 14 }, 2)], orders)).toEqual([]);
        expect(replayed([event('order.remaining', { remaining: 14 }, 2), event('order.remaining', { remaining: 12 }, 3)], orders)).toMatchObject([{ happening: 'grabbed', seats: 2 }]);
    });
    it('stands at the city when the order is over, and leaves out what is no line', () => {
        expect(replayed([event('order.closed', {}, 1), event('list.published', {}, 2)], new Map())).toMatchObject([{ happening: 'closed', place: '511500', title: '' }]);
    });
});

describe('placements on the wall', () => {
    const figures = (seconds: number, ...counts: [string, number, number][]) => ({ taken_at: new Date(Date.UTC(2026, 10, 28, 8, 0, seconds)).toISOString(), value: counts.map(([place, verified, provisional]) => ({ place, verified, provisional })) });
    it('are what the public figure of a city grew by', () => {
        const lines = placedSince(figures(0, ['511500', 10, 2], ['510500', 4, 0]), figures(10, ['511500', 12, 3], ['510500', 4, 0]));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatchObject({ happening: 'placed', place: '511500', seats: 3, order: '', title: '' });
    });
    it('are none when a start is only confirmed by the other side, or taken back', () => {
        expect(placedSince(figures(0, ['511500', 10, 2]), figures(10, ['511500', 12, 0]))).toEqual([]);
        expect(placedSince(figures(0, ['511500', 10, 2]), figures(10, ['511500', 10, 1]))).toEqual([]);
    });
    it('are none at the start, after a long silence, of a city that was not known, and of an answer that was kept', () => {
        expect(placedSince(null, figures(0, ['511500', 10, 0]))).toEqual([]);
        expect(placedSince(figures(0, ['511500', 1, 0]), figures(301, ['511500', 10, 0]))).toEqual([]);
        expect(placedSince(figures(0), figures(10, ['511500', 10, 0]))).toEqual([]);
        expect(placedSince(figures(5, ['511500', 1, 0]), figures(5, ['511500', 10, 0]))).toEqual([]);
    });
});

describe('the middle of a county', () => {
    it('is that of its outline, however many pieces it has', () => {
        expect(middleOf('M10 10l20 0l0 10l-20 0z')).toEqual({ x: 20, y: 15 });
        expect(middleOf('M0 0l10 0l0 10zM20 20l10 10z')).toEqual({ x: 15, y: 15 });
    });
});
