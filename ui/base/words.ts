import { createI18n } from 'vue-i18n';
import { computed, watch, type ComputedRef } from 'vue';
import type { Words } from './api_types';
import { usePreferences } from './preferences';
import { inLanguage, type Language } from './problems';

/** The words of a part: keys to sentences, nested as it likes. */
export interface WordTree { [key: string]: string | WordTree }
/** A JSON file of words, loaded when a page of the part is first opened. */
export type WordLoader = () => Promise<{ default: WordTree }>;
export type WordLoaders = Record<Language, WordLoader>;

export const i18n = createI18n({
    legacy: false,
    locale: 'zh-CN',
    fallbackLocale: 'zh-CN',
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
    messages: { 'zh-CN': {} as WordTree, en: {} as WordTree },
});

const loaded = new Set<string>();
const known = new Map<string, WordLoaders>();

async function load(part: string, language: Language): Promise<void> {
    const loaders = known.get(part);
    const key = `${part} ${language}`;
    if (!loaders || loaded.has(key)) return;
    const words = await loaders[language]();
    i18n.global.mergeLocaleMessage(language, { [part]: words.default });
    loaded.add(key);
}

/** Makes the words of a part (`shell` or a feature's name) ready in the language of the page. */
export async function needWords(part: string, loaders: WordLoaders): Promise<void> {
    known.set(part, loaders);
    await load(part, usePreferences().language);
}

/** Follows the reader's choice of language: loads what is shown in it, then switches. Call once per shell. */
export function followLanguage(): void {
    const preferences = usePreferences();
    watch(() => preferences.language, async (language) => {
        await Promise.all([...known.keys()].map((part) => load(part, language)));
        i18n.global.locale.value = language;
    }, { immediate: true });
}

/** The sentence of a key with its part before it; null when there is none. */
export const wordOf = (key: string): string | null => (i18n.global.te(key) ? i18n.global.t(key) : null);

export interface PartWords {
    /** The sentence of a key of this part, with {named} values; `plural`, else the value n, chooses between "one | many". */
    t: (key: string, values?: Record<string, unknown>, plural?: number) => string;
    /** The sentence of a key that a code of the server is part of; null when this part has none for it. */
    word: (key: string) => string | null;
    /** A sentence that came from the server in both languages. */
    say: (words: Words | null | undefined) => string;
    language: ComputedRef<Language>;
}

/** How many a value says, also when it is written "1,200". */
function countOf(n: unknown): number | undefined {
    const plain = String(n ?? '').replaceAll(',', '');
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The words of one part: `const { t, say, language } = useWords('orders')`. */
export function useWords(part: string): PartWords {
    const preferences = usePreferences();
    const { t } = i18n.global;
    return {
        t: (key, values = {}, plural = countOf(values.n)) => (plural === undefined
            ? t(`${part}.${key}`, values) : t(`${part}.${key}`, values, plural)),
        word: (key) => wordOf(`${part}.${key}`),
        say: (words) => (words ? inLanguage(words, preferences.language) : ''),
        language: computed(() => preferences.language),
    };
}
