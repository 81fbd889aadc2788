import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['employer', 'agency', 'official', 'inspector'];

export default defineFeature({
    name: 'engagements',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/engagements', name: 'desk-engagements', component: () => import('./desk_engagements.vue'), meta: { title: { zh: '服务合同', en: 'Engagements' }, roles: DESK } },
            { path: '/engagements/:id', name: 'desk-engagement', component: () => import('./desk_engagement.vue'), meta: { title: { zh: '服务合同', en: 'Engagement' }, roles: DESK } },
        ],
        menu: [{ route: 'desk-engagements', title: { zh: '服务合同', en: 'Engagements' }, group: 'settlement', icon: 'file', order: 60, roles: DESK, keywords: 'fuwu hetong yanshou fukuan engagement' }],
    },
});
