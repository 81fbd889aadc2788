import { defineFeature } from '@ui/base/feature';

/** What waits, what changed, what runs out; and the journal, from which all of it comes. */
export default defineFeature({
    name: 'inbox',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/journal', name: 'desk-journal', component: () => import('./desk_journal.vue'), meta: { title: { zh: '流水', en: 'Journal' }, roles: ['official', 'inspector', 'audit_administrator'] } },
        ],
        menu: [{ route: 'desk-journal', title: { zh: '流水', en: 'Journal' }, group: 'data', icon: 'list', order: 90, roles: ['official', 'inspector', 'audit_administrator'], keywords: 'liushui rizhi shijian audit events' }],
    },
    pocket: {
        routes: [{ path: '/notices', name: 'pocket-notices', component: () => import('./pocket_notices.vue'), meta: { title: { zh: '消息', en: 'Notices' } } }],
    },
});
