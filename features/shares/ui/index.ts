import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['agency', 'employer', 'official', 'inspector'];

export default defineFeature({
    name: 'shares',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/orders/:id/grab', name: 'desk-grab', component: () => import('./desk_grab.vue'), meta: { title: { zh: '抢单', en: 'Grab' }, roles: ['agency'] } },
            { path: '/shares', name: 'desk-shares', component: () => import('./desk_shares.vue'), meta: { title: { zh: '我的份额', en: 'My shares' }, roles: ['agency'] } },
            { path: '/shares/:id', name: 'desk-share', component: () => import('./desk_share.vue'), meta: { title: { zh: '份额', en: 'Share' }, roles: DESK } },
            { path: '/defaults', name: 'desk-defaults', component: () => import('./desk_defaults.vue'), meta: { title: { zh: '违约', en: 'Defaults' }, roles: DESK } },
        ],
        menu: [
            { route: 'desk-shares', title: { zh: '我的份额', en: 'My shares' }, group: 'orders', icon: 'share', order: 20, roles: ['agency'], keywords: 'fene paidan pairen' },
            { route: 'desk-defaults', title: { zh: '违约', en: 'Defaults' }, group: 'orders', icon: 'warn', order: 25, roles: DESK, keywords: 'weiyue liaojie default' },
        ],
    },
});
