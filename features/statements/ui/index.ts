import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'statements',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    pocket: {
        routes: [
            { path: '/pay', name: 'pocket-pay', component: () => import('./pocket_pay.vue'), meta: { tab: 'pay', title: { zh: '收入', en: 'Pay' } } },
            { path: '/pay/:id', name: 'pocket-statement', component: () => import('./pocket_statement.vue'), meta: { tab: 'pay', title: { zh: '工资单', en: 'Pay slip' } } },
        ],
    },
});
