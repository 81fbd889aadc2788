import { describe, expect, it } from 'vitest';
import { Feed, resets, type Source } from './live';

class FakeSource implements Source {
    onopen: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    closed = false;
    readonly kinds = new Map<string, (event: MessageEvent<string>) => void>();
    constructor(readonly url: string) {}
    addEventListener(kind: string, listener: (event: MessageEvent<string>) => void): void { this.kinds.set(kind, listener); }
    close(): void { this.closed = true; }
    say(kind: string, position: number, data: object): void {
        this.kinds.get(kind)?.(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId: String(position) }));
    }
}

function setup(): { feed: Feed; sources: FakeSource[]; timers: { run: () => void; ms: number }[] } {
    const sources: FakeSource[] = [];
    const timers: { run: () => void; ms: number }[] = [];
    const feed = new Feed({
        open: (url) => { const source = new FakeSource(url); sources.push(source); return source; },
        setTimer: (run, ms) => { timers.push({ run, ms }); return timers.length; }, clearTimer: () => undefined,
    });
    return { feed, sources, timers };
}

describe('live feed', () => {
    it('opens one connection for all listeners and closes it after the last', () => {
        const { feed, sources } = setup();
        const stops = [feed.listen('order.remaining', () => undefined), feed.listen('order.opened', () => undefined)];
        expect(sources).toHaveLength(1);
        expect([...(sources[0]?.kinds.keys() ?? [])]).toEqual(['reset', 'order.remaining', 'order.opened']);
        sources[0]?.onopen?.(new Event('open'));
        expect(feed.connection.value).toBe('live');
        stops.forEach((stop) => stop());
        expect(sources[0]?.closed).toBe(true);
        expect(feed.connection.value).toBe('off');
    });
    it('continues after a loss from the last position, and tells nothing twice', () => {
        const { feed, sources, timers } = setup();
        const seen: number[] = [];
        feed.listen('order.remaining', (event) => seen.push(event.position));
        sources[0]?.say('order.remaining', 7, { subject: 'o1', data: { remaining: 3 } });
        sources[0]?.onerror?.(new Event('error'));
        expect(feed.connection.value).toBe('lost');
        timers[0]?.run();
        expect(sources[1]?.url).toBe('/api/v1/events?after=7');
        sources[1]?.say('order.remaining', 7, { subject: 'o1' });
        sources[1]?.say('order.remaining', 8, { subject: 'o1' });
        expect(seen).toEqual([7, 8]);
    });
    it('asks the pages to load again when too much was missed, and goes on from there', () => {
        const { feed, sources, timers } = setup();
        const before = resets.value;
        feed.listen('x', () => undefined);
        sources[0]?.say('reset', 900, {});
        expect(resets.value).toBe(before + 1);
        sources[0]?.onerror?.(new Event('error'));
        timers.find((timer) => timer.ms === 1000)?.run();
        expect(sources[1]?.url).toBe('/api/v1/events?after=900');
    });
    it('lets the pages load again every few seconds at most, however often it is told to', () => {
        const { feed, sources, timers } = setup();
        const before = resets.value;
        feed.listen('x', () => undefined);
        for (let position = 1; position <= 50; position += 1) sources[0]?.say('reset', position, {});
        expect(resets.value).toBe(before + 1);
        timers.splice(0).forEach((timer) => { expect(timer.ms).toBe(5000); timer.run(); });
        expect(resets.value).toBe(before + 2);
        timers.splice(0).forEach((timer) => timer.run());
        expect(resets.value).toBe(before + 2);
        sources[0]?.say('reset', 51, {});
        expect(resets.value).toBe(before + 3);
    });
    it('waits longer after each failure, and tries at once when the network is back', () => {
        const { feed, sources, timers } = setup();
        feed.listen('x', () => undefined);
        for (let round = 0; round < 6; round += 1) { sources.at(-1)?.onerror?.(new Event('error')); timers.at(-1)?.run(); }
        expect(timers.map((each) => each.ms)).toEqual([1000, 2000, 5000, 10000, 30000, 30000]);
        sources.at(-1)?.onerror?.(new Event('error'));
        const before = sources.length;
        feed.retry();
        expect(sources).toHaveLength(before + 1);
    });
    it('ignores what is not JSON', () => {
        const { feed, sources } = setup();
        let count = 0;
        feed.listen('x', () => { count += 1; });
        sources[0]?.kinds.get('x')?.(new MessageEvent('x', { data: 'not json' }));
        expect(count).toBe(0);
    });
});
