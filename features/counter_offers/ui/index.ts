import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'counter_offers',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/counter-offers', name: 'desk-counter-offers', component: () => import('./desk_counter_offers.vue'), meta: { title: { zh: '议价', en: 'Counter-offers' }, roles: ['employer', 'agency'] } },
            { path: '/orders/:id/counter-offers', name: 'desk-order-counter-offers', component: () => import('./desk_order_counter_offers.vue'), meta: { title: { zh: '议价', en: 'Counter-offers' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
        ],
        menu: [
            { route: 'desk-counter-offers', title: { zh: '议价', en: 'Counter-offers' }, group: 'orders', icon: 'orders', order: 14, roles: ['employer', 'agency'], keywords: 'yijia fuwufei' },
        ],
    },
});
