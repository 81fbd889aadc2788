import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'people',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    pocket: {
        routes: [
            { path: '/me', name: 'pocket-me', component: () => import('./pocket_me.vue'), meta: { tab: 'me', title: { zh: '我', en: 'Me' } } },
            { path: '/me/profile', name: 'pocket-profile', component: () => import('./pocket_profile.vue'), meta: { tab: 'me', title: { zh: '求职意向', en: 'My wishes' } } },
            { path: '/me/reads', name: 'pocket-reads', component: () => import('./pocket_reads.vue'), meta: { tab: 'me', title: { zh: '谁看过我的信息', en: 'Who read my data' } } },
            { path: '/me/password', name: 'pocket-password', component: () => import('./pocket_password.vue'), meta: { tab: 'me', title: { zh: '改密码', en: 'Password' } } },
        ],
    },
});
