import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['agency', 'official', 'inspector'];

export default defineFeature({
    name: 'procurement',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/procurements', name: 'hall-procurements', component: () => import('./hall_procurements.vue'), meta: { title: { zh: '政府购买服务', en: 'Procurement' } } },
            { path: '/procurements/:id', name: 'hall-procurement', component: () => import('./hall_procurement.vue'), meta: { title: { zh: '政府购买服务', en: 'Procurement' } } },
        ],
        menu: [{ route: 'hall-procurements', title: { zh: '政府购买', en: 'Procurement' }, icon: 'case', order: 26 }],
    },
    desk: {
        routes: [
            { path: '/procurements', name: 'desk-procurements', component: () => import('./desk_procurements.vue'), meta: { title: { zh: '政府购买服务', en: 'Procurement' }, roles: DESK } },
            { path: '/procurements/new', name: 'desk-procurement-new', component: () => import('./desk_procurement_new.vue'), meta: { title: { zh: '发布采购需求', en: 'New procurement' }, roles: ['official'] } },
            { path: '/procurements/:id', name: 'desk-procurement', component: () => import('./desk_procurement.vue'), meta: { title: { zh: '政府购买服务', en: 'Procurement' }, roles: [...DESK, 'employer'] } },
        ],
        menu: [{ route: 'desk-procurements', title: { zh: '政府购买服务', en: 'Procurement' }, group: 'cases', icon: 'case', order: 45, roles: DESK, keywords: 'zhengfu goumai caigou toubiao procurement bid' }],
    },
});
