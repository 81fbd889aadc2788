import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official'];
const PARTIES: Role[] = ['employer', 'agency', 'official'];
const GUIDE = { zh: '工资价位', en: 'Pay guide' };
const SURVEYS = { zh: '薪酬调查', en: 'Pay surveys' };
const ANSWERS = { zh: '薪酬答卷', en: 'Pay answers' };

export default defineFeature({
    name: 'pay_surveys',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/pay', name: 'hall-pay-guides', component: () => import('./hall_pay_guides.vue'), meta: { title: GUIDE } },
            { path: '/pay/:id', name: 'hall-pay-guide', component: () => import('./hall_pay_guide.vue'), meta: { title: GUIDE } },
        ],
        menu: [{ route: 'hall-pay-guides', title: GUIDE, icon: 'money', order: 43, behind: true }],
    },
    desk: {
        routes: [
            { path: '/pay-surveys', name: 'desk-pay-surveys', component: () => import('./desk_pay_surveys.vue'), meta: { title: SURVEYS, roles: OFFICE } },
            { path: '/pay-surveys/:id', name: 'desk-pay-survey', component: () => import('./desk_pay_survey.vue'), meta: { title: SURVEYS, roles: OFFICE } },
            { path: '/pay-answers', name: 'desk-pay-answers', component: () => import('./desk_pay_answers.vue'), meta: { title: ANSWERS, roles: PARTIES } },
            { path: '/pay-answers/:id', name: 'desk-pay-answer', component: () => import('./desk_pay_answer.vue'), meta: { title: ANSWERS, roles: PARTIES } },
        ],
        menu: [
            { route: 'desk-pay-surveys', title: SURVEYS, group: 'data', icon: 'money', order: 63, roles: OFFICE, keywords: 'xinchou diaocha gongzi jiawei pay survey' },
            { route: 'desk-pay-answers', title: ANSWERS, group: 'data', icon: 'sheet', order: 64, roles: PARTIES, keywords: 'xinchou diaocha dajuan tianbao pay answers' },
        ],
    },
});
