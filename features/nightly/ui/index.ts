import { defineFeature } from '@ui/base/feature';
import { words } from './words';

export default defineFeature({
    name: 'nightly',
    words,
    desk: {
        routes: [{ path: '/nightly', name: 'desk-nightly', component: () => import('./desk_nightly.vue'), meta: { title: { zh: '每晚推荐', en: 'Nightly push' }, roles: ['official', 'inspector', 'system_administrator'] } }],
        menu: [{ route: 'desk-nightly', title: { zh: '每晚推荐', en: 'Nightly push' }, group: 'data', icon: 'moon', order: 68, roles: ['official', 'inspector', 'system_administrator'], keywords: 'meiwan tuijian nightly push' }],
    },
    pocket: {
        routes: [{ path: '/today', name: 'pocket-today', component: () => import('./pocket_today.vue'), meta: { tab: 'work', title: { zh: '今日推荐', en: 'Picked for today' } } }],
    },
});
