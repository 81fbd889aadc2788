import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['employer', 'agency', 'official', 'inspector'];

export default defineFeature({
    name: 'statements',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/statements', name: 'desk-statements', component: () => import('./desk_statements.vue'), meta: { title: { zh: '结算单', en: 'Statements' }, roles: DESK } },
            { path: '/statements/:id', name: 'desk-statement', component: () => import('./desk_statement.vue'), meta: { title: { zh: '结算单', en: 'Statement' }, roles: DESK } },
        ],
        menu: [{ route: 'desk-statements', title: { zh: '结算单', en: 'Statements' }, group: 'settlement', icon: 'money', order: 50, roles: DESK, keywords: 'jiesuan gongzi fukuan pay wages' }],
    },
    pocket: {
        routes: [
            { path: '/pay', name: 'pocket-pay', component: () => import('./pocket_pay.vue'), meta: { tab: 'pay', title: { zh: '收入', en: 'Pay' } } },
            { path: '/pay/:id', name: 'pocket-statement', component: () => import('./pocket_statement.vue'), meta: { tab: 'pay', title: { zh: '工资单', en: 'Pay slip' } } },
        ],
    },
});
