import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { api } from './api';
import type { OccupationSuggestion } from './api_types';

/** `quiet` while there is too little to ask about; `ready` also with nothing found. */
export type SuggestionState = 'quiet' | 'asking' | 'ready' | 'failed';

export interface OccupationSuggestions {
    items: ShallowRef<OccupationSuggestion[]>;
    state: Ref<SuggestionState>;
    again: () => Promise<void>;
}

const WAIT_MS = 350;
const LEAST = 2;

/** What a title may mean, asked a moment after the last key; late answers of an earlier title are dropped. */
export function useOccupationSuggestions(title: () => string, description: () => string = () => ''): OccupationSuggestions {
    const items = shallowRef<OccupationSuggestion[]>([]);
    const state = ref<SuggestionState>('quiet');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | null = null;

    async function again(): Promise<void> {
        asking?.abort();
        const mine = new AbortController();
        asking = mine;
        state.value = 'asking';
        const told = description().trim().slice(0, 1000);
        try {
            const found = await api.codes.suggestOccupations({ title: title().trim(), ...(told ? { description: told } : {}) }, mine.signal);
            if (mine.signal.aborted) return;
            items.value = found.items;
            state.value = 'ready';
        } catch {
            if (!mine.signal.aborted) { items.value = []; state.value = 'failed'; }
        }
    }

    watch([title, description], () => {
        clearTimeout(timer);
        asking?.abort();
        if (title().trim().length < LEAST) { items.value = []; state.value = 'quiet'; return; }
        timer = setTimeout(() => void again(), WAIT_MS);
    }, { immediate: true });
    onScopeDispose(() => { clearTimeout(timer); asking?.abort(); });
    return { items, state, again };
}

/** Tells the server what a person chose for a title. It only makes later suggestions better: a failure is nobody's concern. */
export function confirmOccupation(title: string, occupation: string): void {
    if (title.trim().length >= LEAST && occupation) void api.codes.chooseOccupation(title.trim(), occupation).catch(() => undefined);
}
