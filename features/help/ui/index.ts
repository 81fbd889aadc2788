import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'help',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [{ path: '/help', name: 'hall-help', component: () => import('./hall_help.vue'), meta: { title: { zh: '帮助', en: 'Help' } } }],
        menu: [{ route: 'hall-help', title: { zh: '帮助', en: 'Help' }, icon: 'help', order: 60 }],
    },
});
