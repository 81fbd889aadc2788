import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'shares',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/orders/:id/grab', name: 'desk-grab', component: () => import('./desk_grab.vue'), meta: { title: { zh: '抢单', en: 'Grab' }, roles: ['agency'] } },
            { path: '/shares', name: 'desk-shares', component: () => import('./desk_shares.vue'), meta: { title: { zh: '我的份额', en: 'My shares' }, roles: ['agency'] } },
            { path: '/shares/:id', name: 'desk-share', component: () => import('./desk_share.vue'), meta: { title: { zh: '派人', en: 'Staffing' }, roles: ['agency'] } },
        ],
        menu: [{ route: 'desk-shares', title: { zh: '我的份额', en: 'My shares' }, group: 'orders', icon: 'share', order: 20, roles: ['agency'], keywords: 'fene paidan pairen' }],
    },
});
