import { defineAsyncComponent } from 'vue';
import { needWords } from '@ui/base/words';
import { words } from './words';

/** The year's figures of one city, for a page of another feature: brings its own words. */
export const FiguresStrip = defineAsyncComponent(async () => {
    await needWords('figures', words);
    return import('./figures_strip.vue');
});
