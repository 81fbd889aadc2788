import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];
const TITLE = { zh: '季度报告', en: 'Quarter reports' };
const RECORDS = { zh: '数字的明细', en: 'Records of a figure' };

export default defineFeature({
    name: 'quarter_reports',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/quarter-reports', name: 'hall-quarter-reports', component: () => import('./hall_reports.vue'), meta: { title: TITLE } },
            { path: '/quarter-reports/:id', name: 'hall-quarter-report', component: () => import('./hall_report.vue'), meta: { title: TITLE } },
            { path: '/quarter-reports/:id/records', name: 'hall-quarter-records', component: () => import('./hall_report_records.vue'), meta: { title: RECORDS } },
        ],
        menu: [{ route: 'hall-quarter-reports', title: TITLE, icon: 'chart', order: 42, behind: true }],
    },
    desk: {
        routes: [
            { path: '/quarter-reports', name: 'desk-quarter-reports', component: () => import('./desk_reports.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/quarter-reports/:id', name: 'desk-quarter-report', component: () => import('./desk_report.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/quarter-reports/:id/records', name: 'desk-quarter-records', component: () => import('./desk_report_records.vue'), meta: { title: RECORDS, roles: OFFICE } },
        ],
        menu: [{ route: 'desk-quarter-reports', title: TITLE, group: 'data', icon: 'file', order: 61, roles: OFFICE, keywords: 'jidu baogao shichang gongqiu fenxi quarter report' }],
    },
});
