import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'people',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/people', name: 'desk-people', component: () => import('./desk_people.vue'), meta: { title: { zh: '求职者', en: 'People' }, roles: ['agency', 'official', 'inspector'] } },
            { path: '/people/new', name: 'desk-person-new', component: () => import('./desk_person_new.vue'), meta: { title: { zh: '登记求职者', en: 'Add a candidate' }, roles: ['agency'] } },
            { path: '/personal-data-reads', name: 'desk-reads', component: () => import('./desk_reads.vue'), meta: { title: { zh: '个人信息查阅记录', en: 'Readings of personal data' }, roles: ['audit_administrator'] } },
            { path: '/people/:id', name: 'desk-person', component: () => import('./desk_person.vue'), meta: { title: { zh: '求职者', en: 'Person' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
        menu: [
            { route: 'desk-reads', title: { zh: '个人信息查阅', en: 'Readings' }, group: 'data', icon: 'eye', order: 91, roles: ['audit_administrator'], keywords: 'geren xinxi chayue shenji audit' },
            { route: 'desk-people', title: { zh: '求职者', en: 'People' }, group: 'people', icon: 'people', order: 20, roles: ['agency', 'official', 'inspector'], keywords: 'qiuzhizhe houxuanren renyuan rencaichi' },
            { route: 'desk-person-new', title: { zh: '登记求职者', en: 'Add a candidate' }, group: 'people', icon: 'plus', order: 21, roles: ['agency'], keywords: 'dengji xinzeng' },
        ],
    },
    pocket: {
        routes: [
            { path: '/me', name: 'pocket-me', component: () => import('./pocket_me.vue'), meta: { tab: 'me', title: { zh: '我', en: 'Me' } } },
            { path: '/me/profile', name: 'pocket-profile', component: () => import('./pocket_profile.vue'), meta: { tab: 'me', title: { zh: '求职意向', en: 'My wishes' } } },
            { path: '/me/reads', name: 'pocket-reads', component: () => import('./pocket_reads.vue'), meta: { tab: 'me', title: { zh: '谁看过我的信息', en: 'Who read my data' } } },
            { path: '/privacy', name: 'pocket-privacy', component: () => import('./pocket_privacy.vue'), meta: { tab: 'me', title: { zh: '隐私与授权', en: 'Privacy and consent' } } },
            { path: '/me/password', name: 'pocket-password', component: () => import('./pocket_password.vue'), meta: { tab: 'me', title: { zh: '改密码', en: 'Password' } } },
        ],
    },
});
