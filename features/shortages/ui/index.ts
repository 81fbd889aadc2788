import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];
/** Experts may work anywhere. */
const READERS: Role[] = ['official', 'inspector', 'agency', 'employer'];
const TITLE = { zh: '紧缺目录', en: 'Shortage catalogue' };
const WARNINGS = { zh: '紧缺预警', en: 'Shortage warnings' };
const FLOWS = { zh: '人才流动', en: 'Talent flows' };
const RANKING = { zh: '最缺工排行', en: 'What lacks people most' };
const RECORDS = { zh: '数字的明细', en: 'Records of a figure' };

export default defineFeature({
    name: 'shortages',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/shortages', name: 'hall-shortages', component: () => import('./hall_shortages.vue'), meta: { title: TITLE } },
            { path: '/shortages/:id', name: 'hall-shortage', component: () => import('./hall_shortage.vue'), meta: { title: TITLE } },
            { path: '/shortages/:id/records', name: 'hall-shortage-records', component: () => import('./hall_shortage_records.vue'), meta: { title: RECORDS } },
            { path: '/shortage-warnings', name: 'hall-shortage-warnings', component: () => import('./hall_warnings.vue'), meta: { title: WARNINGS } },
            { path: '/shortage-warnings/:id', name: 'hall-shortage-warning', component: () => import('./hall_warning.vue'), meta: { title: WARNINGS } },
            { path: '/talent-flows', name: 'hall-talent-flows', component: () => import('./hall_flows.vue'), meta: { title: FLOWS } },
            { path: '/shortage-ranking', name: 'hall-shortage-ranking', component: () => import('./hall_ranking.vue'), meta: { title: RANKING } },
        ],
        menu: [{ route: 'hall-shortages', title: TITLE, icon: 'chart', order: 43, behind: true }],
    },
    desk: {
        routes: [
            { path: '/shortages', name: 'desk-shortages', component: () => import('./desk_shortages.vue'), meta: { title: TITLE, roles: READERS } },
            { path: '/shortages/:id', name: 'desk-shortage', component: () => import('./desk_shortage.vue'), meta: { title: TITLE, roles: READERS } },
            { path: '/shortages/:id/records', name: 'desk-shortage-records', component: () => import('./desk_shortage_records.vue'), meta: { title: RECORDS, roles: READERS } },
            { path: '/shortage-warnings', name: 'desk-shortage-warnings', component: () => import('./desk_warnings.vue'), meta: { title: WARNINGS, roles: OFFICE } },
            { path: '/shortage-warnings/:id', name: 'desk-shortage-warning', component: () => import('./desk_warning.vue'), meta: { title: WARNINGS, roles: OFFICE } },
            { path: '/talent-flows', name: 'desk-talent-flows', component: () => import('./desk_flows.vue'), meta: { title: FLOWS, roles: OFFICE } },
            { path: '/talent-flows/records', name: 'desk-flow-records', component: () => import('./desk_flow_records.vue'), meta: { title: FLOWS, roles: OFFICE } },
            { path: '/shortage-ranking', name: 'desk-shortage-ranking', component: () => import('./desk_ranking.vue'), meta: { title: RANKING, roles: OFFICE } },
        ],
        menu: [
            { route: 'desk-shortages', title: TITLE, group: 'data', icon: 'chart', order: 63, roles: OFFICE, keywords: 'jique jinque mulu rencai shortage catalogue' },
            { route: 'desk-shortage-warnings', title: WARNINGS, group: 'data', icon: 'warn', order: 64, roles: OFFICE, keywords: 'yujing jinque warning' },
            { route: 'desk-talent-flows', title: FLOWS, group: 'data', icon: 'share', order: 65, roles: OFFICE, keywords: 'liudong rencai juzhen flow matrix' },
        ],
    },
});
