import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'live',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [{ path: '/screen', name: 'hall-screen', component: () => import('./hall_screen.vue'), meta: { title: { zh: '大屏', en: 'Wall screen' } } }],
    },
});
