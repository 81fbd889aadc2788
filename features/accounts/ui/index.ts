import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const MEMBERS: Role[] = ['employer', 'agency'];
const ADMINISTRATORS: Role[] = ['system_administrator', 'security_administrator', 'audit_administrator'];

export default defineFeature({
    name: 'accounts',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/sign-in', name: 'hall-sign-in', component: () => import('./hall_sign_in.vue'), meta: { title: { zh: '登录', en: 'Sign in' } } },
            { path: '/reset-password', name: 'hall-reset-password', component: () => import('./hall_reset_password.vue'), meta: { title: { zh: '重设密码', en: 'Reset password' } } },
            { path: '/register', name: 'hall-register-account', component: () => import('./hall_register.vue'), meta: { title: { zh: '注册', en: 'Register' } } },
            { path: '/register/worker', name: 'hall-register-worker', component: () => import('./hall_register_worker.vue'), meta: { title: { zh: '劳动者注册', en: 'Register as a worker' } } },
            { path: '/register/organisation', name: 'hall-register-organisation', component: () => import('./hall_register_organisation.vue'), meta: { title: { zh: '机构注册', en: 'Register an organisation' } } },
            { path: '/invitations/:code', name: 'hall-invitation', component: () => import('./hall_invitation.vue'), meta: { title: { zh: '接受邀请', en: 'Accept an invitation' } } },
        ],
        menu: [{ route: 'hall-register-account', title: { zh: '注册', en: 'Register' }, icon: 'plus', order: 80 }],
    },
    desk: {
        routes: [
            { path: '/accounts', name: 'desk-accounts', component: () => import('./desk_accounts.vue'), meta: { title: { zh: '账号', en: 'Accounts' }, roles: ADMINISTRATORS } },
            { path: '/password', name: 'desk-password', component: () => import('./desk_password.vue'), meta: { title: { zh: '修改密码', en: 'Change password' } } },
            { path: '/second-factor', name: 'desk-second-factor', component: () => import('./desk_second_factor.vue'), meta: { title: { zh: '动态口令', en: 'Second factor' } } },
            { path: '/invitations', name: 'desk-invitations', component: () => import('./desk_invitations.vue'), meta: { title: { zh: '邀请同事', en: 'Invite colleagues' }, roles: MEMBERS } },
        ],
        menu: [
            { route: 'desk-accounts', title: { zh: '账号', en: 'Accounts' }, group: 'settings', icon: 'people', order: 80, roles: ADMINISTRATORS, keywords: 'zhanghao yonghu users' },
            { route: 'desk-invitations', title: { zh: '邀请同事', en: 'Invite colleagues' }, group: 'settings', icon: 'person', order: 82, roles: MEMBERS, keywords: 'yaoqing chengyuan members' },
            { route: 'desk-password', title: { zh: '修改密码', en: 'Change password' }, group: 'settings', icon: 'lock', order: 90, keywords: 'mima password' },
            { route: 'desk-second-factor', title: { zh: '动态口令', en: 'Second factor' }, group: 'settings', icon: 'phone', order: 91, keywords: 'dongtai kouling shuangyinsu totp' },
        ],
    },
});
