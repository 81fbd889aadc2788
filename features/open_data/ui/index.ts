import { defineFeature } from '@ui/base/feature';

const TITLE = { zh: '开放数据', en: 'Open data' };

export default defineFeature({
    name: 'open_data',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/open-data', name: 'hall-open-data', component: () => import('./hall_open_data.vue'), meta: { title: TITLE } },
            { path: '/open-data/:id', name: 'hall-open-table', component: () => import('./hall_open_table.vue'), meta: { title: TITLE } },
        ],
        menu: [{ route: 'hall-open-data', title: TITLE, icon: 'sheet', order: 49, behind: true }],
    },
});
