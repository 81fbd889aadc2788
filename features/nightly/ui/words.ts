import type { WordLoaders } from '@ui/base/words';

export const words: WordLoaders = { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') };
