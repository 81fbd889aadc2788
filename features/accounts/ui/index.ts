import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'accounts',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/sign-in', name: 'hall-sign-in', component: () => import('./hall_sign_in.vue'), meta: { title: { zh: '登录', en: 'Sign in' } } },
            { path: '/reset-password', name: 'hall-reset-password', component: () => import('./hall_reset_password.vue'), meta: { title: { zh: '重设密码', en: 'Reset password' } } },
            { path: '/register', name: 'hall-register', component: () => import('./hall_register.vue'), meta: { title: { zh: '注册', en: 'Register' } } },
            { path: '/register/worker', name: 'hall-register-worker', component: () => import('./hall_register_worker.vue'), meta: { title: { zh: '劳动者注册', en: 'Register as a worker' } } },
            { path: '/register/organisation', name: 'hall-register-organisation', component: () => import('./hall_register_organisation.vue'), meta: { title: { zh: '机构注册', en: 'Register an organisation' } } },
            { path: '/invitations/:code', name: 'hall-invitation', component: () => import('./hall_invitation.vue'), meta: { title: { zh: '接受邀请', en: 'Accept an invitation' } } },
        ],
        menu: [{ route: 'hall-register', title: { zh: '注册', en: 'Register' }, icon: 'plus', order: 80 }],
    },
});
