import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { Language } from './problems';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'normal' | 'large';

/** Browsers may refuse storage (private windows): a preference is then kept for the page only. */
export function stored(name: string): string | null {
    try {
        return localStorage.getItem(`jianghui.${name}`);
    } catch {
        return null;
    }
}

export function store(name: string, value: string | null): void {
    try {
        if (value === null) localStorage.removeItem(`jianghui.${name}`);
        else localStorage.setItem(`jianghui.${name}`, value);
    } catch {
        // Nothing to do: the value simply does not outlive the page.
    }
}

const OWN = 'jianghui.own.';

/**
 * What an account keeps in this browser for itself alone. It is gone when the account signs out or another one signs in: the
 * next person at a shared machine must not find it.
 */
export const own = {
    get: (account: string, name: string): string | null => stored(`own.${account}.${name}`),
    keep: (account: string, name: string, value: string): void => store(`own.${account}.${name}`, value),
    /** Forgets what any account but this one kept; without one, everything. */
    forget(except?: string): void {
        try {
            const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
            for (const name of names) if (name.startsWith(OWN) && !(except && name.startsWith(`${OWN}${except}.`))) localStorage.removeItem(name);
        } catch {
            // A browser that keeps nothing has nothing to forget.
        }
    },
};

function oneOf<T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T {
    return allowed.find((each) => each === value) ?? otherwise;
}

/** How this reader wants to see the pages: language, light or dark, size of the text. */
export const usePreferences = defineStore('preferences', () => {
    const language = ref<Language>(oneOf(stored('language'), ['zh-CN', 'en'] as const, 'zh-CN'));
    const theme = ref<Theme>(oneOf(stored('theme'), ['system', 'light', 'dark'] as const, 'system'));
    const textSize = ref<TextSize>(oneOf(stored('text'), ['normal', 'large'] as const, 'normal'));

    const system = matchMedia('(prefers-color-scheme: dark)');
    const systemDark = ref(system.matches);
    system.addEventListener('change', (event) => { systemDark.value = event.matches; });
    const dark = computed(() => theme.value === 'dark' || (theme.value === 'system' && systemDark.value));

    watch(language, (value) => {
        store('language', value);
        document.documentElement.lang = value;
    }, { immediate: true });
    watch([theme, dark], () => {
        store('theme', theme.value);
        document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
        // Element Plus reads this class.
        document.documentElement.classList.toggle('dark', dark.value);
    }, { immediate: true });
    watch(textSize, (value) => {
        store('text', value);
        document.documentElement.dataset.text = value;
    }, { immediate: true });

    return { language, theme, textSize, dark };
});
