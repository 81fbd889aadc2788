import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'timesheets',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    pocket: {
        routes: [{ path: '/jobs/:id/timesheet', name: 'pocket-timesheet', component: () => import('./pocket_timesheet.vue'), meta: { tab: 'jobs', title: { zh: '报工时', en: 'Hours' } } }],
    },
});
