import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'standby',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/orders/:id/standby', name: 'desk-standby', component: () => import('./desk_standby.vue'), meta: { title: { zh: '候补', en: 'Stand-by' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
    },
});
