import '../kit/tokens.css';
import '../kit/base.css';
import { startShell } from '../base/shell';
import PocketShell from './pocket_shell.vue';

document.documentElement.dataset.shell = 'pocket';
void startShell({
    name: 'pocket', base: '/pocket/', root: PocketShell, needsAccount: true,
    routes: [
        { path: '/', redirect: '/work' },
        { path: '/not-allowed', name: 'not-allowed', component: () => import('../kit/not_allowed.vue') },
    ],
});
