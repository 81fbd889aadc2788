import '../kit/tokens.css';
import '../kit/base.css';
import { startShell } from '../base/shell';
import DeskShell from './desk_shell.vue';

document.documentElement.dataset.shell = 'desk';
void startShell({
    name: 'desk', base: '/desk/', root: DeskShell, needsAccount: true,
    routes: [
        { path: '/', name: 'desk-home', component: () => import('@features/inbox/ui/desk_home.vue'), meta: { feature: 'inbox', title: { zh: '工作台', en: 'Desk' } } },
        { path: '/not-allowed', name: 'not-allowed', component: () => import('../kit/not_allowed.vue') },
    ],
});
