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
    desk: {
        routes: [
            { path: '/orders', name: 'desk-orders', component: () => import('./desk_orders.vue'), meta: { title: { zh: '订单', en: 'Orders' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
            { path: '/orders/new', name: 'desk-order-new', component: () => import('./desk_order_new.vue'), meta: { title: { zh: '发布订单', en: 'New order' }, roles: ['employer'] } },
            { path: '/orders/:id', name: 'desk-order', component: () => import('./desk_order.vue'), meta: { title: { zh: '订单', en: 'Order' }, roles: ['employer', 'agency', 'official', 'inspector'] } },
            { path: '/orders/:id/edit', name: 'desk-order-edit', component: () => import('./desk_order_edit.vue'), meta: { title: { zh: '修改订单', en: 'Edit order' }, roles: ['employer'] } },
        ],
        menu: [
            { route: 'desk-orders', title: { zh: '订单', en: 'Orders' }, group: 'orders', icon: 'orders', order: 10, roles: ['employer', 'agency', 'official', 'inspector'], keywords: 'dingdan qiangdan shichang' },
            { route: 'desk-order-new', title: { zh: '发布订单', en: 'New order' }, group: 'orders', icon: 'plus', order: 11, roles: ['employer'], keywords: 'xinjian fabu xiadan' },
        ],
    },
});
