import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'draws',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/orders/:id/draw', name: 'hall-draw', component: () => import('./hall_draw.vue'), meta: { title: { zh: '抽签', en: 'Draw' } } },
        ],
    },
    desk: {
        routes: [
            { path: '/orders/:id/draw', name: 'desk-draw', component: () => import('./desk_draw.vue'), meta: { title: { zh: '抽签', en: 'Draw' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
    },
});
