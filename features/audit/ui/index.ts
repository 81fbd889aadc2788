import { defineFeature } from '@ui/base/feature';

export default defineFeature({
    name: 'audit',
    words: { 'zh-CN': () => import('./words/zh-CN.json'), en: () => import('./words/en.json') },
    hall: {
        routes: [{ path: '/proof', name: 'hall-proof', component: () => import('./hall_proof.vue'), meta: { title: { zh: '存证核验', en: 'Check a proof' } } }],
        menu: [{ route: 'hall-proof', title: { zh: '存证核验', en: 'Proofs' }, icon: 'check', order: 55, behind: true }],
    },
});
