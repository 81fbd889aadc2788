import { createPinia, setActivePinia, type Pinia } from 'pinia';
import { createApp, h, nextTick, Suspense, type App } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTransport } from '@ui/base/http';
import { useSession } from '@ui/base/session';
import { i18n, needWords } from '@ui/base/words';
import { createMock } from '../../../ui/mock/handle';
import screens from './index';

/** Every page of the feature against the test double of the server: it comes up, says no unknown word, and its acts act. */
let app: App | null = null;
let pinia: Pinia;
const warnings: string[] = [];

async function settled(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) { await new Promise((done) => { setTimeout(done, 0); }); await nextTick(); }
}

async function open(shell: 'hall' | 'desk', path: string, who: string | null): Promise<HTMLElement> {
    const mock = createMock(new Date('2026-11-23T09:00:00+08:00'));
    useTransport(async (input, init) => {
        const url = new URL(input, 'http://mock');
        const reply = mock.handle({ method: init.method ?? 'GET', path: url.pathname.slice('/api/v1/'.length), query: Object.fromEntries(url.searchParams), body: typeof init.body === 'string' ? JSON.parse(init.body) : {}, session: who, key: '' });
        return Promise.resolve(new Response(JSON.stringify(reply.body ?? {}), { status: reply.status, headers: { 'Content-Type': 'application/json' } }));
    }, () => Promise.resolve());
    const router = createRouter({ history: createMemoryHistory(), routes: [...(screens[shell]?.routes ?? []), { path: '/organisations/:id', name: 'hall-organisation', component: { render: () => null } }] });
    const root = document.createElement('div');
    document.body.append(root);
    app = createApp({ render: () => h(Suspense, null, { default: () => h(RouterView) }) });
    app.config.warnHandler = (message) => warnings.push(message);
    app.use(pinia).use(i18n).use(router).mount(root);
    if (who) await useSession().know();
    await router.push(path);
    await settled();
    return root;
}
const press = async (root: ParentNode, text: string): Promise<void> => {
    [...root.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)?.click();
    await settled();
};

beforeEach(async () => {
    warnings.length = 0;
    pinia = createPinia();
    setActivePinia(pinia);
    vi.stubGlobal('EventSource', class { addEventListener(): void { /* Nothing comes. */ } close(): void { /* Nothing to close. */ } });
    await needWords('shell', { 'zh-CN': () => import('../../../ui/words/zh-CN.json'), en: () => import('../../../ui/words/en.json') });
    await needWords('entries', screens.words!);
    i18n.global.locale.value = 'zh-CN';
});
afterEach(() => { app?.unmount(); document.body.replaceChildren(); vi.unstubAllGlobals(); });

const ENTRY = '00000000000e1';
describe('pages of registers', { timeout: 60_000 }, () => {
    it.each([
        ['hall', '/registers', null, '人力资源服务许可证'], ['hall', '/registers/hr_service_licence', null, '泸州江阳人力资源有限公司'], ['hall', `/registers/entries/${ENTRY}`, null, '今天有效'],
        ['hall', '/registers/entries/00000000000e2', null, '今天不在有效状态'], ['hall', '/registers/recognitions', null, '由登记项“互认”计算得出'], ['hall', '/registers/grades', null, 'AAAAA'],
        ['hall', '/registers/inspection_warning', null, '不向公众公开'], ['hall', '/registers/entries/none', null, '没有找到'],
        ['desk', '/registers', 'official', '可直接登记'], ['desk', '/registers/training_base', 'official', '登记'], ['desk', `/entries/${ENTRY}`, 'official', '吊销'], ['desk', '/registers/training_base/new', 'official', '服务范围'],
        ['desk', '/registers/training_base/import', 'official', '下载模板'], ['desk', '/registers/training_base/statistics', 'official', '深色为有效'], ['desk', '/entries', 'agency', '劳务培训基地'], ['desk', '/definitions', 'official', 'red_list.toml:12'],
    ] as const)('%s %s', async (shell, path, who, said) => {
        const root = await open(shell, path, who);
        expect(root.textContent).toContain(said);
        expect(warnings).toEqual([]);
        expect(root.textContent).toSatisfy((text: string) => !/entries\.[a-z_]+|shell\.[a-z_]+/.test(text));
    });
    it('finds somebody over all registers, and says so when there is nobody', async () => {
        const root = await open('hall', '/registers?q=甜城', null);
        expect(root.textContent).toContain('“甜城”的登记：1 项');
        expect(root.textContent).toContain('内江甜城人力资源有限公司');
        expect(root.textContent?.includes('没有查到')).toBe(false);
        app?.unmount();
        expect((await open('hall', '/registers?q=查无此人', null)).textContent).toContain('没有查到');
    });
    it('shows what a colleague proposed and decides on it', async () => {
        const root = await open('desk', '/entries/00000000000e2', 'official');
        expect(root.textContent).toContain('待审批：吊销');
        expect(root.textContent).toContain('逾期未整改');
        await press(root, '批准吊销');
        expect(root.querySelector('h1')?.textContent).toContain('已吊销');
        expect(root.textContent?.includes('待审批')).toBe(false);
    });
    it('proposes a revocation and leaves the decision to somebody else', async () => {
        const root = await open('desk', '/entries/00000000000e1', 'official');
        HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) { this.open = true; };
        await press(root, '吊销');
        await press(document.querySelector('dialog')!, '吊销');
        expect(root.querySelector('h1')?.textContent?.includes('已吊销')).toBe(false);
        expect(root.textContent).toContain('提议人不能自己审批');
        await press(root, '撤回提议');
        expect(root.textContent?.includes('待审批')).toBe(false);
    });
    it('suspends with a reason that fits and shows the new status', async () => {
        const root = await open('desk', '/entries/00000000000e3', 'official');
        HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) { this.open = true; };
        await press(root, '暂停');
        const dialog = document.querySelector('dialog')!;
        expect(dialog.querySelectorAll('input[type=radio]')).toHaveLength(3);
        await press(dialog, '暂停');
        expect(root.querySelector('h1')?.textContent).toContain('已暂停');
        expect(root.textContent).toContain('恢复');
    });
    it('opens a sealed value with its purpose', async () => {
        const root = await open('desk', `/entries/${ENTRY}`, 'official');
        expect(root.querySelector('[data-field="phone"]')?.textContent).toContain('138****5678');
        await press(root.querySelector('[data-field="phone"]')!, '查看');
        await press(document.querySelector('dialog')!, '查看');
        expect(root.querySelector('[data-field="phone"]')?.textContent).toContain('13812345678');
    });
    it('confirms a definition', async () => {
        const root = await open('desk', '/definitions', 'official');
        await press(root, '确认');
        expect(document.querySelector('dialog')?.textContent).toContain('凭记忆，须核对');
        await press(document.querySelector('dialog')!, '确认');
        expect(document.querySelector('dialog')).toBeNull();
    });
    it('shows which grades answer each other', async () => {
        const root = await open('hall', '/registers/grades', null);
        [...root.querySelectorAll<HTMLButtonElement>('button.grade')].find((each) => each.textContent?.includes('AAAA 级'))?.click();
        await settled();
        expect(root.querySelectorAll('.answers').length).toBe(3);
    });
});
