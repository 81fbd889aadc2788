import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];
const TITLE = { zh: '市场分析', en: 'Market analysis' };
const MEASURES = { zh: '统计指标', en: 'Measures' };

export default defineFeature({
    name: 'statistics',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/market', name: 'desk-market', component: () => import('./desk_market.vue'), meta: { title: TITLE, roles: OFFICE } },
            { path: '/market/records', name: 'desk-market-records', component: () => import('./desk_market_records.vue'), meta: { title: { zh: '数字的明细', en: 'Records of a figure' }, roles: OFFICE } },
            { path: '/measures', name: 'desk-measures', component: () => import('./desk_measures.vue'), meta: { title: MEASURES, roles: OFFICE } },
        ],
        menu: [{ route: 'desk-measures', title: MEASURES, group: 'data', icon: 'chart', order: 62, roles: OFFICE, keywords: 'zhibiao koujing banben measure formula version' }, { route: 'desk-market', title: TITLE, group: 'data', icon: 'chart', order: 61, roles: OFFICE, keywords: 'shichang gongqiu qiuren beilv market ratio statistics' }],
    },
});
