import { defineAsyncComponent } from 'vue';
import { needWords } from '@ui/base/words';
import { words } from './words';

/** The tiers of an order with their reasons, for pages of other features: brings its own words. */
export const TierList = defineAsyncComponent(async () => {
    await needWords('tiers', words);
    return import('./tier_list.vue');
});

/** A tier as it was passed, among the facts frozen with a share. */
export const TierFact = defineAsyncComponent(async () => {
    await needWords('tiers', words);
    return import('./tier_fact.vue');
});

/** What the wizard edits: up to three tiers. */
export const TierEditor = defineAsyncComponent(async () => {
    await needWords('tiers', words);
    return import('./tier_editor.vue');
});
