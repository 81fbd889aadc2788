import '../kit/tokens.css';
import '../kit/base.css';
import { startShell } from '../base/shell';
import HallShell from './hall_shell.vue';

document.documentElement.dataset.shell = 'hall';
void startShell({ name: 'hall', base: '/', root: HallShell, needsAccount: false, routes: [] });
