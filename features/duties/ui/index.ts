import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const TITLE = { zh: '责任清单', en: 'Duties' };
const ASSESSMENTS = { zh: '年度考核', en: 'Assessments' };
const OFFICE: Role[] = ['official', 'inspector'];

export default defineFeature({
    name: 'duties',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [{ path: '/assessments', name: 'hall-assessments', component: () => import('./hall_assessments.vue'), meta: { title: ASSESSMENTS } }],
    },
    desk: {
        routes: [
            { path: '/duties', name: 'desk-duties', component: () => import('./desk_duties.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/duties/:id', name: 'desk-duty', component: () => import('./desk_duty.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/assessments', name: 'desk-assessments', component: () => import('./desk_assessments.vue'), meta: { title: ASSESSMENTS, roles: OFFICE } },
        ],
        menu: [
            { route: 'desk-duties', title: TITLE, group: 'data', icon: 'check', order: 59, roles: OFFICE, keywords: 'zeren qingdan dudao duties supervision' },
            { route: 'desk-assessments', title: ASSESSMENTS, group: 'data', icon: 'badge', order: 60, roles: OFFICE, keywords: 'niandu kaohe assessment score' },
        ],
    },
});
