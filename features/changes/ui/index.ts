import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'changes',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/orders/:id/changes', name: 'desk-changes', component: () => import('./desk_changes.vue'), meta: { title: { zh: '订单变更', en: 'Changes' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
    },
});
