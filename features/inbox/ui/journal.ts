import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { api } from '@ui/base/api';
import type { JournalEvent } from '@ui/base/api_types';
import { asProblem, type ApiProblem } from '@ui/base/problems';

const BATCH = 500;
/** How many events a page should have before it stops reading backwards, and how many batches it reads at most. */
const ENOUGH = 50;
const BATCHES_MAX = 12;

export interface Journal {
    /** Newest first. */
    events: ShallowRef<JournalEvent[]>;
    last: Ref<number>;
    busy: Ref<boolean>;
    problem: ShallowRef<ApiProblem | null>;
    hasEarlier: ComputedRef<boolean>;
    start: () => Promise<void>;
    earlier: () => Promise<void>;
    /** What was written since the page looked last. */
    newer: () => Promise<void>;
}

/** Reads the journal from its end backwards, and onwards as it grows. Nothing is skipped and nothing told twice. */
export function useJournal(): Journal {
    const events = shallowRef<JournalEvent[]>([]);
    const last = ref(0);
    const from = ref(0);
    const busy = ref(false);
    const problem = shallowRef<ApiProblem | null>(null);

    async function guarded(run: () => Promise<void>): Promise<void> {
        if (busy.value) return;
        busy.value = true;
        try {
            await run();
            problem.value = null;
        } catch (thrown) {
            problem.value = asProblem(thrown);
        } finally {
            busy.value = false;
        }
    }

    const read = async (after: number, until: number): Promise<JournalEvent[]> =>
        (await api.journal.list(after, until - after)).items.filter((each) => each.position <= until).reverse();

    /** Reads backwards until there is something to see: a place sees only its own part of the journal. */
    async function backwards(): Promise<void> {
        const before = events.value.length;
        for (let batch = 0; batch < BATCHES_MAX && from.value > 0 && events.value.length - before < ENOUGH; batch += 1) {
            const until = from.value;
            const after = Math.max(0, until - BATCH);
            events.value = [...events.value, ...(await read(after, until))];
            from.value = after;
        }
    }

    return {
        events, last, busy, problem,
        hasEarlier: computed(() => from.value > 0),
        start: () => guarded(async () => {
            last.value = (await api.journal.list(0, 1)).end;
            from.value = last.value;
            events.value = [];
            await backwards();
        }),
        earlier: () => guarded(backwards),
        newer: () => guarded(async () => {
            const page = await api.journal.list(last.value, BATCH);
            events.value = [...page.items.slice().reverse(), ...events.value];
            last.value = Math.max(last.value, page.last);
        }),
    };
}
