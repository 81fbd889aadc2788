import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Page } from './api_types';
import { resets } from './live';
import { asProblem, type ApiProblem } from './problems';

export type LoadState = 'loading' | 'ready' | 'error';

export interface Resource<T> {
    data: ShallowRef<T | null>;
    problem: ShallowRef<ApiProblem | null>;
    /** `loading` only while there is nothing to show: a reload keeps the old data on the page. */
    state: ComputedRef<LoadState>;
    busy: Ref<boolean>;
    reload: () => Promise<void>;
    /** Shows an answer that an action has just brought. */
    put: (value: T) => void;
}

/** Loads one thing, again whenever `depends` changes. Late answers of an earlier question are dropped. */
export function useResource<T>(load: (signal: AbortSignal) => Promise<T>, depends?: () => unknown): Resource<T> {
    const data = shallowRef<T | null>(null);
    const problem = shallowRef<ApiProblem | null>(null);
    const busy = ref(false);
    let current: AbortController | null = null;

    async function reload(): Promise<void> {
        current?.abort();
        const mine = new AbortController();
        current = mine;
        busy.value = true;
        try {
            const value = await load(mine.signal);
            if (mine.signal.aborted) return;
            data.value = value;
            problem.value = null;
        } catch (thrown) {
            if (!mine.signal.aborted) problem.value = asProblem(thrown);
        } finally {
            if (current === mine) busy.value = false;
        }
    }

    onScopeDispose(() => current?.abort());
    if (depends) watch(depends, () => { data.value = null; void reload(); });
    watch(resets, () => void reload());
    void reload();

    const state = computed<LoadState>(() => {
        if (data.value !== null) return 'ready';
        return problem.value ? 'error' : 'loading';
    });
    return { data, problem, state, busy, reload, put: (value) => { data.value = value; problem.value = null; } };
}

export interface List<T> {
    items: ShallowRef<T[]>;
    /** How many there are in all, when the server says so. */
    total: Ref<number | null>;
    problem: ShallowRef<ApiProblem | null>;
    state: ComputedRef<LoadState>;
    busy: Ref<boolean>;
    hasMore: ComputedRef<boolean>;
    loadMore: () => Promise<void>;
    reload: () => Promise<void>;
    /** Changes the items that `matches` in place, e.g. after a live event. */
    patch: (matches: (item: T) => boolean, change: (item: T) => T) => void;
}

/** A list page by page, from the start again whenever `filters` changes. */
export function useList<T>(
    load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
    filters?: () => unknown,
): List<T> {
    const items = shallowRef<T[]>([]);
    const total = ref<number | null>(null);
    const problem = shallowRef<ApiProblem | null>(null);
    const busy = ref(false);
    const loadedOnce = ref(false);
    const next = ref<string | null>(null);
    let current: AbortController | null = null;

    async function fetchPage(cursor: string | undefined): Promise<void> {
        current?.abort();
        const mine = new AbortController();
        current = mine;
        busy.value = true;
        try {
            const page = await load(cursor, mine.signal);
            if (mine.signal.aborted) return;
            items.value = cursor === undefined ? page.items : [...items.value, ...page.items];
            total.value = page.total ?? (page.next === null ? items.value.length : null);
            next.value = page.next;
            problem.value = null;
            loadedOnce.value = true;
        } catch (thrown) {
            if (!mine.signal.aborted) problem.value = asProblem(thrown);
        } finally {
            if (current === mine) busy.value = false;
        }
    }

    const reload = (): Promise<void> => fetchPage(undefined);
    async function loadMore(): Promise<void> {
        if (next.value !== null && !busy.value) await fetchPage(next.value);
    }

    onScopeDispose(() => current?.abort());
    if (filters) watch(filters, () => void reload(), { deep: true });
    watch(resets, () => void reload());
    void reload();

    return {
        items, total, problem, busy, loadMore, reload,
        hasMore: computed(() => next.value !== null),
        state: computed<LoadState>(() => {
            if (problem.value && items.value.length === 0) return 'error';
            return loadedOnce.value ? 'ready' : 'loading';
        }),
        patch: (matches, change) => {
            items.value = items.value.map((item) => (matches(item) ? change(item) : item));
        },
    };
}

export interface Action<A extends unknown[], R> {
    busy: Ref<boolean>;
    problem: ShallowRef<ApiProblem | null>;
    /** Runs it unless it is running; gives null when it was refused (see `problem`). */
    run: (...args: A) => Promise<R | null>;
    clear: () => void;
}

/** A button's action: busy while it runs, its refusal kept for the page to show. */
export function useAction<A extends unknown[], R>(act: (...args: A) => Promise<R>): Action<A, R> {
    const busy = ref(false);
    const problem = shallowRef<ApiProblem | null>(null);
    return {
        busy, problem,
        clear: () => { problem.value = null; },
        run: async (...args: A): Promise<R | null> => {
            if (busy.value) return null;
            busy.value = true;
            problem.value = null;
            try {
                return await act(...args);
            } catch (thrown) {
                problem.value = asProblem(thrown);
                return null;
            } finally {
                busy.value = false;
            }
        },
    };
}
