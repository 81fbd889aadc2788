import { defineAsyncComponent } from 'vue';
import { needWords } from '@ui/base/words';

/** A provider's rating with its count, for a page of another feature: brings its own words. */
export const RatingStars = defineAsyncComponent(async () => {
    await needWords('engagements', { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') });
    return import('./rating_stars.vue');
});
