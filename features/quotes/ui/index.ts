import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'quotes',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/orders/:id/quote', name: 'hall-quote', component: () => import('./hall_quote.vue'), meta: { title: { zh: '密封报价', en: 'Sealed bids' } } },
        ],
    },
    desk: {
        routes: [
            { path: '/orders/:id/quote', name: 'desk-quote', component: () => import('./desk_quote.vue'), meta: { title: { zh: '密封报价', en: 'Sealed bids' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
    },
});
