import { defineAsyncComponent } from 'vue';
import { needWords } from '@ui/base/words';
import { words } from './words';

/** What was picked for the worker last night, for a page of another feature: brings its own words. */
export const TodayCard = defineAsyncComponent(async () => {
    await needWords('nightly', words);
    return import('./today_card.vue');
});
