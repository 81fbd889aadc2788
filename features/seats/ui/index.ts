import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'seats',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [{ path: '/seats', name: 'desk-seats', component: () => import('./desk_seats.vue'), meta: { title: { zh: '到岗', en: 'On site' }, roles: ['employer', 'agency', 'official', 'inspector'] } }],
        menu: [{ route: 'desk-seats', title: { zh: '到岗', en: 'On site' }, group: 'people', icon: 'work', order: 10, roles: ['employer', 'agency', 'official', 'inspector'], keywords: 'xiwei daogang qiandao' }],
    },
    pocket: {
        routes: [
            { path: '/work', name: 'pocket-work', component: () => import('./pocket_work.vue'), meta: { tab: 'work', title: { zh: '找活', en: 'Work' } } },
            { path: '/work/orders/:id', name: 'pocket-order', component: () => import('./pocket_order.vue'), meta: { tab: 'work', title: { zh: '这份活', en: 'This job' } } },
            { path: '/jobs', name: 'pocket-jobs', component: () => import('./pocket_jobs.vue'), meta: { tab: 'jobs', title: { zh: '我的', en: 'My jobs' } } },
            { path: '/jobs/:id', name: 'pocket-seat', component: () => import('./pocket_seat.vue'), meta: { tab: 'jobs', title: { zh: '这份工作', en: 'This job' } } },
            { path: '/jobs/:id/check-in', name: 'pocket-check-in', component: () => import('./pocket_check_in.vue'), meta: { tab: 'jobs', title: { zh: '到岗签到', en: 'Check in' } } },
            { path: '/jobs/:id/contract', name: 'pocket-contract', component: () => import('./pocket_contract.vue'), meta: { tab: 'jobs', title: { zh: '合同', en: 'Contract' } } },
        ],
    },
});
