import { defineFeature } from '@ui/base/feature';

const TITLE = { zh: '目标完成', en: 'Targets' };

export default defineFeature({
    name: 'targets',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [{ path: '/targets', name: 'hall-targets', component: () => import('./hall_targets.vue'), meta: { title: TITLE } }],
        menu: [{ route: 'hall-targets', title: TITLE, icon: 'chart', order: 44, behind: true }],
    },
    desk: {
        routes: [{ path: '/targets', name: 'desk-targets', component: () => import('./desk_targets.vue'), meta: { title: TITLE } }],
        menu: [{ route: 'desk-targets', title: TITLE, group: 'data', icon: 'chart', order: 58, roles: ['official', 'inspector'], keywords: 'mubiao wancheng kaohe targets progress forecast' }],
    },
});
