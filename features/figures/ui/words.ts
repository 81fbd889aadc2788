import type { WordLoaders } from '@ui/base/words';

/** The words of the figures; the strip on the hall's start page loads them by itself. */
export const words: WordLoaders = { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') };
