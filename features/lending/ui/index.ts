import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const READERS: Role[] = ['employer', 'official', 'inspector'];
const EMPLOYER: Role[] = ['employer'];
const TITLE = { zh: '共享用工', en: 'Shared staff' };

export default defineFeature({
    name: 'lending',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/lending', name: 'hall-lending', component: () => import('./hall_lending.vue'), meta: { title: TITLE } },
            { path: '/lending/:id', name: 'hall-lending-post', component: () => import('./hall_lending_post.vue'), meta: { title: TITLE } },
        ],
        menu: [{ route: 'hall-lending', title: TITLE, icon: 'people', order: 30 }],
    },
    desk: {
        routes: [
            { path: '/lending', name: 'desk-lending', component: () => import('./desk_lending.vue'), meta: { title: TITLE, roles: READERS } },
            { path: '/lending/new', name: 'desk-lending-new', component: () => import('./desk_lending_new.vue'), meta: { title: { zh: '发布余缺信息', en: 'New post' }, roles: EMPLOYER } },
            { path: '/lending/posts/:id', name: 'desk-lending-post', component: () => import('./desk_lending_post.vue'), meta: { title: { zh: '余缺信息', en: 'Post' }, roles: READERS } },
            { path: '/lending/proposals/:id', name: 'desk-lending-proposal', component: () => import('./desk_lending_proposal.vue'), meta: { title: { zh: '共享用工提议', en: 'Loan proposal' }, roles: EMPLOYER } },
            { path: '/lending/agreements/:id', name: 'desk-loan', component: () => import('./desk_loan.vue'), meta: { title: { zh: '三方协议', en: 'Loan agreement' }, roles: READERS } },
        ],
        menu: [{ route: 'desk-lending', title: TITLE, group: 'people', icon: 'people', order: 60, roles: READERS, keywords: 'gongxiang yonggong yuque jiediao lending loan' }],
    },
    pocket: {
        routes: [
            { path: '/lending', name: 'pocket-lending', component: () => import('./pocket_lending.vue'), meta: { tab: 'jobs', title: { zh: '借用协议', en: 'My loans' } } },
            { path: '/lending/:id', name: 'pocket-loan', component: () => import('./pocket_loan.vue'), meta: { tab: 'jobs', title: { zh: '借用协议', en: 'Loan' } } },
        ],
    },
});
