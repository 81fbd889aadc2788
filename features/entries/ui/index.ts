import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const OFFICE: Role[] = ['official', 'inspector'];
const OWN: Role[] = ['employer', 'agency'];
const KEEPERS: Role[] = ['official', 'system_administrator'];

export default defineFeature({
    name: 'entries',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [
            { path: '/registers', name: 'hall-registers', component: () => import('./hall_registers.vue'), meta: { title: { zh: '查登记', en: 'Registers' } } },
            { path: '/registers/recognitions', name: 'hall-recognitions', component: () => import('./hall_recognitions.vue'), meta: { title: { zh: '互认', en: 'Recognition' } } },
            { path: '/registers/grades', name: 'hall-grades', component: () => import('./hall_grades.vue'), meta: { title: { zh: '信用等级对照', en: 'Credit grades' } } },
            { path: '/registers/entries/:entry', name: 'hall-entry', component: () => import('./hall_entry.vue'), meta: { title: { zh: '登记项', en: 'Entry' } } },
            { path: '/registers/:register', name: 'hall-register', component: () => import('./hall_register.vue'), meta: { title: { zh: '登记簿', en: 'Register' } } },
        ],
        menu: [{ route: 'hall-registers', title: { zh: '查登记', en: 'Registers' }, icon: 'list', order: 22 }],
    },
    desk: {
        routes: [
            { path: '/registers', name: 'desk-registers', component: () => import('./desk_registers.vue'), meta: { title: { zh: '登记簿', en: 'Registers' }, roles: OFFICE } },
            { path: '/registers/:register', name: 'desk-register', component: () => import('./desk_register.vue'), meta: { title: { zh: '登记簿', en: 'Register' }, roles: OFFICE } },
            { path: '/registers/:register/new', name: 'desk-entry-new', component: () => import('./desk_entry_new.vue'), meta: { title: { zh: '直接登记', en: 'New entry' }, roles: ['official'] } },
            { path: '/registers/:register/import', name: 'desk-register-import', component: () => import('./desk_register_import.vue'), meta: { title: { zh: '导入登记簿', en: 'Import' }, roles: ['official'] } },
            { path: '/registers/:register/statistics', name: 'desk-register-statistics', component: () => import('./desk_register_statistics.vue'), meta: { title: { zh: '登记簿统计', en: 'Statistics' }, roles: OFFICE } },
            { path: '/entries', name: 'desk-entries', component: () => import('./desk_entries.vue'), meta: { title: { zh: '本机构登记', en: 'Our entries' }, roles: OWN } },
            { path: '/entries/:entry', name: 'desk-entry', component: () => import('./desk_entry.vue'), meta: { title: { zh: '登记项', en: 'Entry' }, roles: [...OFFICE, ...OWN] } },
            { path: '/definitions', name: 'desk-definitions', component: () => import('./desk_definitions.vue'), meta: { title: { zh: '定义文件', en: 'Definitions' }, roles: KEEPERS } },
        ],
        menu: [
            { route: 'desk-registers', title: { zh: '登记簿', en: 'Registers' }, group: 'cases', icon: 'list', order: 30, roles: OFFICE, keywords: 'dengjibu xuke beian mingdan registers' },
            { route: 'desk-entries', title: { zh: '本机构登记', en: 'Our entries' }, group: 'cases', icon: 'list', order: 30, roles: OWN, keywords: 'dengji xuke beian women entries licences' },
            { route: 'desk-definitions', title: { zh: '定义文件', en: 'Definitions' }, group: 'settings', icon: 'file', order: 60, roles: KEEPERS, keywords: 'dingyi wenjian queren definitions confirm' },
        ],
    },
});
