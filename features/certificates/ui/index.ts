import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'certificates',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/certificates/verify', name: 'hall-verify', component: () => import('./hall_verify.vue'), meta: { title: { zh: '凭证核验', en: 'Verify a certificate' } } },
            { path: '/certificates/issuers', name: 'hall-issuers', component: () => import('./hall_issuers.vue'), meta: { title: { zh: '签发机关的公钥', en: 'Keys of issuers' } } },
        ],
        menu: [{ route: 'hall-verify', title: { zh: '凭证核验', en: 'Certificates' }, icon: 'badge', order: 54, behind: true }],
    },
    desk: {
        routes: [{ path: '/certificates', name: 'desk-certificates', component: () => import('./own_certificates.vue'), meta: { title: { zh: '我们的凭证', en: 'Our certificates' }, roles: ['employer', 'agency'] } }],
        menu: [{ route: 'desk-certificates', title: { zh: '我们的凭证', en: 'Our certificates' }, group: 'cases', icon: 'badge', order: 60, roles: ['employer', 'agency'], keywords: 'pingzheng zhengshu zhengzhao certificates' }],
    },
    pocket: {
        routes: [{ path: '/me/certificates', name: 'pocket-certificates', component: () => import('./own_certificates.vue'), meta: { tab: 'me', title: { zh: '我的凭证', en: 'My certificates' } } }],
    },
});
