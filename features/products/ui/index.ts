import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const SIDES: Role[] = ['employer', 'agency'];

export default defineFeature({
    name: 'products',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/products', name: 'hall-products', component: () => import('./hall_products.vue'), meta: { title: { zh: '服务产品', en: 'Services' } } },
            { path: '/products/compare', name: 'hall-compare', component: () => import('./hall_compare.vue'), meta: { title: { zh: '产品比较', en: 'Compare' } } },
            { path: '/products/:id', name: 'hall-product', component: () => import('./hall_product.vue'), meta: { title: { zh: '服务产品', en: 'Service' } } },
        ],
        menu: [{ route: 'hall-products', title: { zh: '服务产品', en: 'Services' }, icon: 'shop', order: 25 }],
    },
    desk: {
        routes: [
            { path: '/products', name: 'desk-products', component: () => import('./desk_products.vue'), meta: { title: { zh: '服务产品', en: 'Products' }, roles: ['agency'] } },
            { path: '/products/new', name: 'desk-product-new', component: () => import('./desk_product_edit.vue'), meta: { title: { zh: '新的服务产品', en: 'New product' }, roles: ['agency'] } },
            { path: '/products/:id/edit', name: 'desk-product-edit', component: () => import('./desk_product_edit.vue'), meta: { title: { zh: '修改服务产品', en: 'Edit product' }, roles: ['agency'] } },
            { path: '/products/:id/book', name: 'desk-book', component: () => import('./desk_book.vue'), meta: { title: { zh: '订购', en: 'Book' }, roles: ['employer'] } },
            { path: '/bookings', name: 'desk-bookings', component: () => import('./desk_bookings.vue'), meta: { title: { zh: '订购', en: 'Bookings' }, roles: SIDES } },
            { path: '/bookings/:id', name: 'desk-booking', component: () => import('./desk_booking.vue'), meta: { title: { zh: '订购', en: 'Booking' }, roles: SIDES } },
        ],
        menu: [
            { route: 'desk-products', title: { zh: '服务产品', en: 'Products' }, group: 'orders', icon: 'shop', order: 40, roles: ['agency'], keywords: 'fuwu chanpin fabu products' },
            { route: 'desk-bookings', title: { zh: '服务订购', en: 'Bookings' }, group: 'orders', icon: 'list', order: 41, roles: SIDES, keywords: 'dinggou fuwu chanpin bookings' },
        ],
    },
});
