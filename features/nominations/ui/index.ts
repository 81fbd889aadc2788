import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'nominations',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/orders/:id/nomination', name: 'desk-nomination', component: () => import('./desk_nomination.vue'), meta: { title: { zh: '指名机构', en: 'By name' }, roles: ['employer', 'agency'] } },
        ],
    },
});
