import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official'];
const COLLECTORS: Role[] = ['official', 'agency'];
const SURVEYS = { zh: '农村劳动力调查', en: 'Rural labour surveys' };
const VISITS = { zh: '入户调查', en: 'Survey visits' };

export default defineFeature({
    name: 'surveys',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/surveys', name: 'hall-surveys', component: () => import('./hall_surveys.vue'), meta: { title: SURVEYS } },
            { path: '/surveys/:id', name: 'hall-survey', component: () => import('./hall_survey.vue'), meta: { title: SURVEYS } },
        ],
        menu: [{ route: 'hall-surveys', title: SURVEYS, icon: 'home', order: 44, behind: true }],
    },
    desk: {
        routes: [
            { path: '/surveys', name: 'desk-surveys', component: () => import('./desk_surveys.vue'), meta: { title: SURVEYS, roles: OFFICE } },
            { path: '/surveys/:id', name: 'desk-survey', component: () => import('./desk_survey.vue'), meta: { title: SURVEYS, roles: OFFICE } },
            { path: '/survey-visits', name: 'desk-survey-visits', component: () => import('./desk_survey_visits.vue'), meta: { title: VISITS, roles: COLLECTORS, offline: true } },
        ],
        menu: [
            { route: 'desk-surveys', title: SURVEYS, group: 'data', icon: 'home', order: 65, roles: OFFICE, keywords: 'nongcun laodongli diaocha rural survey' },
            { route: 'desk-survey-visits', title: VISITS, group: 'data', icon: 'phone', order: 66, roles: COLLECTORS, keywords: 'ruhu diaocha visits offline' },
        ],
    },
});
