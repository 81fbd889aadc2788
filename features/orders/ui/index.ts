import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'orders',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/', name: 'hall-home', component: () => import('./hall_home.vue'), meta: { title: { zh: '用工大厅', en: 'Live orders' } } },
            { path: '/orders/:id', name: 'hall-order', component: () => import('./hall_order.vue'), meta: { title: { zh: '订单', en: 'Order' } } },
        ],
        menu: [{ route: 'hall-home', title: { zh: '用工订单', en: 'Orders' }, icon: 'orders', order: 10 }],
    },
});
