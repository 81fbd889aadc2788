import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const MEMBERS: Role[] = ['employer', 'agency'];
const SUPERVISORS: Role[] = ['official', 'inspector'];

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
    desk: {
        routes: [
            { path: '/organisation', name: 'desk-organisation', component: () => import('./desk_organisation.vue'), meta: { title: { zh: '本单位', en: 'My organisation' }, roles: MEMBERS } },
            { path: '/organisations', name: 'desk-organisations', component: () => import('./desk_organisations.vue'), meta: { title: { zh: '机构', en: 'Organisations' }, roles: SUPERVISORS } },
            { path: '/organisations/:id', name: 'desk-organisation-case', component: () => import('./desk_organisation_case.vue'), meta: { title: { zh: '机构', en: 'Organisation' }, roles: SUPERVISORS } },
        ],
        menu: [
            { route: 'desk-organisations', title: { zh: '机构核验与监管', en: 'Organisations' }, group: 'cases', icon: 'badge', order: 30, roles: SUPERVISORS, keywords: 'jigou heyan xuke licence verify' },
            { route: 'desk-organisation', title: { zh: '本单位', en: 'My organisation' }, group: 'settings', icon: 'factory', order: 70, roles: MEMBERS, keywords: 'danwei zhengzhao profile licence' },
        ],
    },
});
