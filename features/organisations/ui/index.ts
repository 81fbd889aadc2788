import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'organisations',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/organisations', name: 'hall-organisations', component: () => import('./hall_organisations.vue'), meta: { title: { zh: '查机构', en: 'Organisations' } } },
            { path: '/organisations/:id', name: 'hall-organisation', component: () => import('./hall_organisation.vue'), meta: { title: { zh: '机构', en: 'Organisation' } } },
        ],
        menu: [{ route: 'hall-organisations', title: { zh: '查机构', en: 'Organisations' }, icon: 'badge', order: 20 }],
    },
});
