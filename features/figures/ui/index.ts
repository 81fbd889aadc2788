import { defineFeature } from '@ui/base/feature';
import { words } from './words';

export default defineFeature({
    name: 'figures',
    words,
    hall: {
        routes: [
            { path: '/figures', name: 'hall-figures', component: () => import('./hall_figures.vue'), meta: { title: { zh: '数据', en: 'Figures' } } },
            { path: '/figures/:id/records', name: 'hall-figure-records', component: () => import('./hall_figure_records.vue'), meta: { title: { zh: '数据明细', en: 'Records of a figure' } } },
        ],
        menu: [{ route: 'hall-figures', title: { zh: '数据', en: 'Figures' }, icon: 'chart', order: 40 }],
    },
    desk: {
        routes: [
            { path: '/figures', name: 'desk-figures', component: () => import('./desk_figures.vue'), meta: { title: { zh: '目标与数据', en: 'Targets and figures' } } },
            { path: '/figures/:id/records', name: 'desk-figure-records', component: () => import('./desk_figure_records.vue'), meta: { title: { zh: '数据明细', en: 'Records of a figure' } } },
        ],
        menu: [{ route: 'desk-figures', title: { zh: '目标与数据', en: 'Targets and figures' }, group: 'data', icon: 'chart', order: 60, keywords: 'shuju mubiao tongji figures targets statistics' }],
    },
});
