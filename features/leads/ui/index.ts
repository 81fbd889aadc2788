import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];

export default defineFeature({
    name: 'leads',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/leads', name: 'desk-leads', component: () => import('./desk_leads.vue'), meta: { title: { zh: '欠薪预警', en: 'Overdue wages' }, roles: OFFICE } },
            { path: '/leads/:id', name: 'desk-lead', component: () => import('./desk_lead.vue'), meta: { title: { zh: '线索', en: 'Lead' }, roles: OFFICE } },
        ],
        menu: [{ route: 'desk-leads', title: { zh: '欠薪预警', en: 'Overdue wages' }, group: 'cases', icon: 'warn', order: 20, roles: OFFICE, keywords: 'qianxin yujing xiansuo overdue wages leads' }],
    },
});
