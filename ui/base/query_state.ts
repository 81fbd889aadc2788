import { reactive, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/**
 * Filters that live in the URL, so that a filtered list can be bookmarked, sent and come back to.
 * Only the named parameters are touched; an empty value leaves the URL.
 */
export function useQueryState<T extends Record<string, string>>(defaults: T): T {
    const route = useRoute();
    const router = useRouter();
    const read = (name: string): string => {
        const value = route.query[name];
        return typeof value === 'string' ? value : defaults[name] ?? '';
    };
    const state = reactive({ ...defaults }) as Record<string, string>;
    for (const name of Object.keys(defaults)) state[name] = read(name);

    watch(() => route.query, () => {
        for (const name of Object.keys(defaults)) if (state[name] !== read(name)) state[name] = read(name);
    });
    watch(state, () => {
        const query = { ...route.query };
        for (const name of Object.keys(defaults)) {
            if (state[name] && state[name] !== defaults[name]) query[name] = state[name];
            else delete query[name];
        }
        void router.replace({ query, hash: route.hash });
    });
    return state as T;
}
