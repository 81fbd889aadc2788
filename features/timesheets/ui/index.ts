import { defineFeature } from '@ui/base/feature';
import type { Role } from '@ui/base/api_types';

const DESK: Role[] = ['employer', 'agency', 'official', 'inspector'];

export default defineFeature({
    name: 'timesheets',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [{ path: '/timesheets', name: 'desk-timesheets', component: () => import('./desk_timesheets.vue'), meta: { title: { zh: '工时', en: 'Timesheets' }, roles: DESK } }],
        menu: [{ route: 'desk-timesheets', title: { zh: '工时', en: 'Timesheets' }, group: 'settlement', icon: 'clock', order: 40, roles: DESK, keywords: 'gongshi shenhe kaoqin hours' }],
    },
    pocket: {
        routes: [{ path: '/jobs/:id/timesheet', name: 'pocket-timesheet', component: () => import('./pocket_timesheet.vue'), meta: { tab: 'jobs', title: { zh: '报工时', en: 'Hours' } } }],
    },
});
