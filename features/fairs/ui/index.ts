import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const USERS: Role[] = ['agency', 'official'];

export default defineFeature({
    name: 'fairs',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/fairs', name: 'desk-fairs', component: () => import('./desk_fairs.vue'), meta: { title: { zh: '专场统配', en: 'Fairs' }, roles: USERS } },
            { path: '/fairs/new', name: 'desk-fair-new', component: () => import('./desk_fair_new.vue'), meta: { title: { zh: '发起统配', en: 'Start a fair' }, roles: USERS } },
            { path: '/fairs/:id', name: 'desk-fair', component: () => import('./desk_fair.vue'), meta: { title: { zh: '统配方案', en: 'Plan of a fair' }, roles: USERS } },
        ],
        menu: [{ route: 'desk-fairs', title: { zh: '专场统配', en: 'Fairs' }, group: 'people', icon: 'share', order: 30, roles: USERS, keywords: 'zhuanchang tongpei zhaopinhui fenpei fairs allocation' }],
    },
});
