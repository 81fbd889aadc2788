import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { api } from './api';

type Table = 'occupations' | 'industries';
const ASK: Record<Table, (q: string) => Promise<{ items: { code: string; name: string }[] }>> = {
    occupations: (q) => api.codes.occupations({ q, limit: 1 }),
    industries: (q) => api.codes.industries({ q, limit: 1 }),
};
/** What was asked once stays known: names of codes do not change while a page is open. */
const known: Record<Table, Map<string, string>> = { occupations: new Map(), industries: new Map() };

/** The names of the codes that a page shows, asked for as they appear; a code that the server does not know keeps its own. */
export function useCodeNames(table: Table, codes: Ref<string[]>): ShallowRef<ReadonlyMap<string, string>> {
    const names = shallowRef<ReadonlyMap<string, string>>(known[table]);
    watch(codes, async (wanted) => {
        const unknown = wanted.filter((code) => !known[table].has(code));
        if (!unknown.length) return;
        await Promise.all(unknown.map(async (code) => {
            const found = await ASK[table](code).catch(() => null);
            const name = found?.items.find((each) => each.code === code)?.name;
            if (name) known[table].set(code, name);
        }));
        names.value = new Map(known[table]);
    }, { immediate: true });
    return names;
}
