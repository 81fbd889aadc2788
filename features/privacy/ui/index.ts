import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'privacy',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/personal-data-requests', name: 'desk-personal-data-requests', component: () => import('./desk_requests.vue'), meta: { title: { zh: '个人信息复制与删除', en: 'Copies and erasures' }, roles: ['official', 'inspector', 'audit_administrator'] } },
        ],
        menu: [
            { route: 'desk-personal-data-requests', title: { zh: '个人信息复制与删除', en: 'Copies and erasures' }, group: 'data', icon: 'eye', order: 92, roles: ['official', 'inspector', 'audit_administrator'], keywords: 'geren xinxi shanchu fuzhi erasure' },
        ],
    },
    pocket: {
        routes: [
            { path: '/privacy/copy', name: 'pocket-privacy-copy', component: () => import('./pocket_copy.vue'), meta: { tab: 'me', title: { zh: '复制我的信息', en: 'A copy of my data' } } },
            { path: '/privacy/erase', name: 'pocket-privacy-erase', component: () => import('./pocket_erase.vue'), meta: { tab: 'me', title: { zh: '删除我的信息', en: 'Erase my data' } } },
        ],
    },
});
