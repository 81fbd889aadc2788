import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];
const TITLE = { zh: '供需清单', en: 'Supply and demand' };

export default defineFeature({
    name: 'lists',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/lists', name: 'hall-lists', component: () => import('./hall_lists.vue'), meta: { title: TITLE } },
            { path: '/lists/:id', name: 'hall-list', component: () => import('./hall_list.vue'), meta: { title: TITLE } },
            { path: '/lists/:id/lines/:line', name: 'hall-list-records', component: () => import('./hall_list_records.vue'), meta: { title: { zh: '清单明细', en: 'Records of a line' } } },
        ],
        menu: [{ route: 'hall-lists', title: TITLE, icon: 'list', order: 42, behind: true }],
    },
    desk: {
        routes: [
            { path: '/lists', name: 'desk-lists', component: () => import('./desk_lists.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/lists/:id', name: 'desk-list', component: () => import('./desk_list.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/lists/:id/lines/:line', name: 'desk-list-records', component: () => import('./desk_list_records.vue'), meta: { title: { zh: '清单明细', en: 'Records of a line' }, roles: OFFICE } },
        ],
        menu: [{ route: 'desk-lists', title: TITLE, group: 'data', icon: 'list', order: 62, roles: OFFICE, keywords: 'gongxu qingdan gongji xuqiu supply demand list' }],
    },
});
