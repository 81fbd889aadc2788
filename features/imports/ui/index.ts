import type { Role } from '@ui/base/api_types';
import { defineFeature } from '@ui/base/feature';

const IMPORTERS: Role[] = ['employer', 'agency', 'official'];

export default defineFeature({
    name: 'imports',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    desk: {
        routes: [
            { path: '/imports', name: 'desk-imports', component: () => import('./desk_imports.vue'), meta: { title: { zh: '批量导入', en: 'Imports' }, roles: IMPORTERS } },
            { path: '/imports/:id', name: 'desk-import', component: () => import('./desk_import.vue'), meta: { title: { zh: '导入', en: 'Import' }, roles: IMPORTERS } },
        ],
        menu: [{ route: 'desk-imports', title: { zh: '批量导入', en: 'Imports' }, group: 'data', icon: 'upload', order: 70, roles: IMPORTERS, keywords: 'daoru excel csv biaoge mingdan upload' }],
    },
});
