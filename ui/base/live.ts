import { onScopeDispose, ref, type Ref } from 'vue';
import type { JournalEvent } from './api_types';
import { urlOf } from './http';

export type Connection = 'off' | 'connecting' | 'live' | 'lost';

/** The part of EventSource that is used: a test hands in its own. */
export interface Source {
    addEventListener(kind: string, listener: (event: MessageEvent<string>) => void): void;
    onopen: ((event: Event) => void) | null;
    onerror: ((event: Event) => void) | null;
    close(): void;
}

export interface FeedParts {
    open: (url: string) => Source;
    setTimer: (run: () => void, ms: number) => unknown;
    clearTimer: (timer: unknown) => void;
}

/** Goes up when the stream could not go on from where it was: what pages show may be old, and they load again. */
export const resets: Ref<number> = ref(0);

type Listener = (event: JournalEvent) => void;

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000];
/** While much happens the stream says again and again that pages are to load anew: they do at most this often. */
const RESET_MS = 5_000;

/**
 * One stream of events for the whole page, shared by everything that listens. After a loss it connects again,
 * slower and slower, from the last position seen, so that no event is missed or told twice.
 */
export class Feed {
    readonly connection: Ref<Connection> = ref('off');
    private source: Source | null = null;
    private position = 0;
    private failures = 0;
    private timer: unknown = null;
    private reload: 'none' | 'done' | 'again' = 'none';
    private readonly listeners = new Map<string, Set<Listener>>();
    private readonly attached = new Set<string>();

    constructor(private readonly parts: FeedParts) {}

    /** Calls `listener` for each event of the kind until the returned function is called. */
    listen(kind: string, listener: Listener): () => void {
        const set = this.listeners.get(kind) ?? new Set<Listener>();
        this.listeners.set(kind, set.add(listener));
        if (!this.source && this.timer === null) this.connect();
        else this.attach(kind);
        return () => {
            set.delete(listener);
            if (set.size === 0) this.listeners.delete(kind);
            if (this.listeners.size === 0) this.stop();
        };
    }

    /** Tries again at once, e.g. when the network is back. */
    retry(): void {
        if (this.connection.value !== 'lost') return;
        this.dropTimer();
        this.connect();
    }

    private connect(): void {
        this.connection.value = this.failures ? 'lost' : 'connecting';
        this.attached.clear();
        const source = this.parts.open(urlOf('events', { after: this.position || undefined }));
        this.source = source;
        source.onopen = () => {
            this.failures = 0;
            this.connection.value = 'live';
        };
        source.onerror = () => this.fail();
        source.addEventListener('reset', (message) => this.jump(message));
        for (const kind of this.listeners.keys()) this.attach(kind);
    }

    /** Events between were too many to tell: goes on from the server's position. */
    private jump(message: MessageEvent<string>): void {
        this.position = Number(message.lastEventId || 0);
        if (this.reload === 'none') this.loadAnew();
        else this.reload = 'again';
    }

    private loadAnew(): void {
        resets.value += 1;
        this.reload = 'done';
        this.parts.setTimer(() => {
            const again = this.reload === 'again';
            this.reload = 'none';
            if (again) this.loadAnew();
        }, RESET_MS);
    }

    private attach(kind: string): void {
        if (!this.source || this.attached.has(kind)) return;
        this.attached.add(kind);
        this.source.addEventListener(kind, (message) => this.take(kind, message));
    }

    private take(kind: string, message: MessageEvent<string>): void {
        let body: Partial<JournalEvent>;
        try {
            body = JSON.parse(message.data) as Partial<JournalEvent>;
        } catch {
            return;
        }
        const position = Number(message.lastEventId || body.position || 0);
        if (position && position <= this.position) return;
        if (position) this.position = position;
        const event: JournalEvent = {
            position, kind, at: body.at ?? '', city: body.city ?? '', subject_kind: body.subject_kind ?? '',
            subject: body.subject ?? '', data: body.data ?? {},
        };
        for (const listener of this.listeners.get(kind) ?? []) listener(event);
    }

    private fail(): void {
        this.source?.close();
        this.source = null;
        this.connection.value = 'lost';
        const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 30_000;
        this.failures += 1;
        this.dropTimer();
        this.timer = this.parts.setTimer(() => {
            this.timer = null;
            this.connect();
        }, wait);
    }

    private dropTimer(): void {
        if (this.timer !== null) this.parts.clearTimer(this.timer);
        this.timer = null;
    }

    private stop(): void {
        this.dropTimer();
        this.source?.close();
        this.source = null;
        this.failures = 0;
        this.connection.value = 'off';
    }
}

let shared: Feed | null = null;

/** The stream of this page. */
export function liveFeed(): Feed {
    if (!shared) {
        const feed = new Feed({
            open: (url) => new EventSource(url) as Source,
            setTimer: (run, ms) => setTimeout(run, ms),
            clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
        });
        addEventListener('online', () => feed.retry());
        shared = feed;
    }
    return shared;
}

/** Listens while the component lives: `useLive(['order.remaining'], (event) => …)`. */
export function useLive(kinds: string[], listener: Listener): Ref<Connection> {
    const feed = liveFeed();
    const stops = kinds.map((kind) => feed.listen(kind, listener));
    onScopeDispose(() => stops.forEach((stop) => stop()));
    return feed.connection;
}
