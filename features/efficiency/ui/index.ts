import { defineFeature } from '@ui/base/feature';
import type { Role } from '@ui/base/api_types';

const TITLE = { zh: '办事效率', en: 'Efficiency' };
const EQUAL = { zh: '同等对待', en: 'Equal treatment' };
const OFFICE: Role[] = ['official', 'inspector'];

export default defineFeature({
    name: 'efficiency',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/efficiency', name: 'desk-efficiency', component: () => import('./desk_efficiency.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/efficiency/cases', name: 'desk-efficiency-cases', component: () => import('./desk_case_spans.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/treatment', name: 'desk-treatment', component: () => import('./desk_treatment.vue'), meta: { title: EQUAL, roles: OFFICE } },
            { path: '/treatment/tries', name: 'desk-tries', component: () => import('./desk_tries.vue'), meta: { title: EQUAL, roles: OFFICE } },
        ],
        menu: [
            { route: 'desk-efficiency', title: TITLE, group: 'data', icon: 'clock', order: 66, roles: OFFICE, keywords: 'banshi xiaolv shixiao efficiency timeliness' },
            { route: 'desk-treatment', title: EQUAL, group: 'data', icon: 'share', order: 67, roles: OFFICE, keywords: 'tongdeng duidai waidi equal treatment' },
        ],
    },
});
