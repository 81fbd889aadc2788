import type { Instant } from '@ui/base/api_types';
import { useResource, type Resource } from '@ui/base/resource';

export interface Kept<T> { value: T; taken_at: Instant }

/** A full or forbidden store only costs the memory of it. */
function keep(key: string, value: object): void {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { localStorage.removeItem(key); }
}

/**
 * Loads, and keeps the last answer in the browser: a wall that starts again without a network shows what was known, with its
 * time. Only what is public may be asked for through it.
 */
export function useKept<T>(name: string, load: (signal: AbortSignal) => Promise<T>, now: () => Date): Resource<Kept<T>> {
    const key = `jianghui.screen.${name}`;
    return useResource(async (signal) => {
        try {
            const kept = { value: await load(signal), taken_at: now().toISOString() };
            keep(key, kept);
            return kept;
        } catch (problem) {
            const old = localStorage.getItem(key);
            if (old === null || signal.aborted) throw problem;
            return JSON.parse(old) as Kept<T>;
        }
    });
}
