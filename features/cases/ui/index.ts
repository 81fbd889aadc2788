import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const DESK: Role[] = ['employer', 'agency', 'official', 'inspector'];
const OFFICE: Role[] = ['official', 'inspector'];
const GUIDES = { zh: '办事指南', en: 'Services' };
const CASES = { zh: '办件', en: 'Cases' };
const DELEGATIONS = { zh: '同事代办', en: 'Delegations' };
const NEW = { zh: '申请', en: 'Apply' };

export default defineFeature({
    name: 'cases',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/services', name: 'hall-services', component: () => import('./hall_services.vue'), meta: { title: GUIDES } },
            { path: '/services/:procedure', name: 'hall-procedure', component: () => import('./hall_service.vue'), meta: { title: GUIDES } },
            { path: '/documents/:document', alias: '/documents/:document', name: 'hall-case-document', component: () => import('./hall_document.vue'), meta: { title: { zh: '文书核验', en: 'Check a document' } } },
        ],
        menu: [{ route: 'hall-services', title: GUIDES, icon: 'case', order: 24 }],
    },
    desk: {
        routes: [
            { path: '/procedures', name: 'desk-procedures', component: () => import('./desk_procedures.vue'), meta: { title: GUIDES, roles: DESK } },
            { path: '/procedures/:procedure', name: 'desk-procedure', component: () => import('./desk_procedure.vue'), meta: { title: GUIDES, roles: DESK } },
            { path: '/cases', name: 'desk-cases', component: () => import('./desk_cases.vue'), meta: { title: CASES, roles: DESK } },
            { path: '/cases/new/:procedure', name: 'desk-case-new', component: () => import('./desk_case_new.vue'), meta: { title: NEW, roles: DESK } },
            { path: '/cases/:case', name: 'desk-case', component: () => import('./desk_case.vue'), meta: { title: CASES, roles: DESK } },
            { path: '/delegations', name: 'desk-delegations', component: () => import('./desk_delegations.vue'), meta: { title: DELEGATIONS, roles: OFFICE } },
            { path: '/timeliness', name: 'desk-timeliness', component: () => import('./desk_timeliness.vue'), meta: { title: { zh: '办件时效', en: 'Timeliness' }, roles: OFFICE } },
        ],
        menu: [
            { route: 'desk-cases', title: CASES, group: 'cases', icon: 'case', order: 5, roles: DESK, keywords: 'banjian anjian cases shixiang' },
            { route: 'desk-procedures', title: GUIDES, group: 'cases', icon: 'route', order: 6, roles: DESK, keywords: 'banshi zhinan shenqing xuke procedures apply' },
            { route: 'desk-delegations', title: DELEGATIONS, group: 'cases', icon: 'people', order: 7, roles: OFFICE, keywords: 'daiban tongshi delegation stand in' },
            { route: 'desk-timeliness', title: { zh: '办件时效', en: 'Timeliness' }, group: 'data', icon: 'clock', order: 60, roles: OFFICE, keywords: 'shixiao chaoqi timeliness median' },
        ],
    },
    pocket: {
        routes: [
            { path: '/procedures', name: 'pocket-procedures', component: () => import('./pocket_procedures.vue'), meta: { tab: 'me', title: GUIDES } },
            { path: '/procedures/:procedure', name: 'pocket-procedure', component: () => import('./pocket_procedure.vue'), meta: { tab: 'me', title: GUIDES } },
            { path: '/cases', name: 'pocket-cases', component: () => import('./pocket_cases.vue'), meta: { tab: 'me', title: { zh: '我的办件', en: 'My cases' } } },
            { path: '/cases/new/:procedure', name: 'pocket-case-new', component: () => import('./pocket_case_new.vue'), meta: { tab: 'me', title: NEW } },
            { path: '/cases/:case', name: 'pocket-case', component: () => import('./pocket_case.vue'), meta: { tab: 'me', title: CASES } },
        ],
    },
});
