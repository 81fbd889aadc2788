import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['employer', 'agency', 'official', 'inspector'];

export default defineFeature({
    name: 'cancellations',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/cancellations', name: 'desk-cancellations', component: () => import('./desk_claims.vue'), meta: { title: { zh: '取消费用', en: 'Cancellations' }, roles: DESK } },
            { path: '/cancellations/:id', name: 'desk-cancellation', component: () => import('./desk_claim.vue'), meta: { title: { zh: '取消费用', en: 'Cancellation' }, roles: DESK } },
        ],
        menu: [{ route: 'desk-cancellations', title: { zh: '取消费用', en: 'Cancellations' }, group: 'settlement', icon: 'money', order: 55, roles: DESK, keywords: 'quxiao chexiao weiyue cancel' }],
    },
});
