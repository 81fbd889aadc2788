import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '@ui/base/api_types';
import { lineOf, middleOf, withLine, type Line } from './stream';

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

describe('the middle of a county', () => {
    it('is that of its outline, however many pieces it has', () => {
        expect(middleOf('M10 10l20 0l0 10l-20 0z')).toEqual({ x: 20, y: 15 });
        expect(middleOf('M0 0l10 0l0 10zM20 20l10 10z')).toEqual({ x: 15, y: 15 });
    });
});
