import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, nextTick, type App, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useTransport } from '@ui/base/http';
import { useSession } from '@ui/base/session';
import { i18n, needWords } from '@ui/base/words';
import { createMock } from '@ui/mock/handle';
import CaseNew from './case_new.vue';
import CaseView from './case_view.vue';
import DeskCases from './desk_cases.vue';
import DeskTimeliness from './desk_timeliness.vue';
import HallDocument from './hall_document.vue';
import PocketCases from './pocket_cases.vue';
import ProcedureGuide from './procedure_guide.vue';
import screens from './index';

// A busy machine renders whole pages slowly.
vi.setConfig({ testTimeout: 30_000 });
const NOW = new Date('2026-11-27T10:00:00+08:00');
const nothing: Component = { render: () => null };
let app: App | null = null;
let refusing = 0;
let sent: { path: string; body: unknown }[] = [];

beforeEach(() => {
    refusing = 0;
    sent = [];
    localStorage.clear();
    vi.stubGlobal('EventSource', class { addEventListener(): void { /* nothing happens meanwhile */ } close(): void { /* nothing to close */ } });
    HTMLDialogElement.prototype.showModal ??= () => undefined;
});
afterEach(() => { app?.unmount(); app = null; document.body.replaceChildren(); });

/** A page as one account sees it, with the double of the server behind it. */
async function show(page: Component, props: Record<string, unknown>, account: string | null, path: string, pattern: string): Promise<HTMLElement> {
    const mock = createMock(NOW);
    useTransport((url, init) => {
        const at = new URL(url, 'http://mock');
        if (refusing && !at.pathname.endsWith('/me')) return Promise.resolve(Response.json({ code: 'not_found', status: refusing, message: { zh: '没有找到', en: 'Not found' } }, { status: refusing }));
        const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : {};
        const path = at.pathname.slice('/api/v1/'.length);
        if (init.method === 'POST') sent.push({ path, body });
        const reply = mock.handle({ method: init.method ?? 'GET', path, query: Object.fromEntries(at.searchParams), body, session: account, key: new Headers(init.headers).get('Idempotency-Key') ?? '' });
        return Promise.resolve(Response.json(reply.body, { status: reply.status }));
    }, () => Promise.resolve());
    const root = document.body.appendChild(document.createElement('div'));
    const routes = [...(screens.desk?.routes ?? []), ...(screens.pocket?.routes ?? []), ...(screens.hall?.routes ?? [])].map((each) => ({ path: `/unused/${String(each.name)}${each.path}`, name: each.name, component: nothing }));
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: pattern, component: nothing }, ...routes] });
    app = createApp(page, props);
    app.use(createPinia()).use(i18n).use(router);
    await needWords('shell', { 'zh-CN': () => import('@ui/words/zh-CN.json'), en: () => import('@ui/words/en.json') });
    await needWords('cases', screens.words);
    if (account) await useSession().know();
    await router.push(path);
    app.mount(root);
    await settled();
    return root;
}

async function settled(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) { await nextTick(); await new Promise((resolve) => setTimeout(resolve, 0)); }
}
const caseOf = (id: string, account: string, shell = 'desk'): Promise<HTMLElement> => show(CaseView, { shell }, account, `/cases/${id}`, '/cases/:case');
const button = (root: HTMLElement, text: string): HTMLButtonElement | undefined => [...root.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);

describe('the page of a case', () => {
    it('asks the applicant for what is missing and keeps what she sent before', async () => {
        const root = await caseOf('case-1', 'agency');
        expect(root.textContent).toContain('现在轮到您');
        expect(root.textContent).toContain('章程缺少股东签字页');
        button(root, '补正')?.click();
        await settled();
        expect(root.querySelector<HTMLInputElement>('[data-field=premises] input')?.value).toContain('酒城大道');
        expect(root.textContent).toContain('已填入上一次的内容');
    });
    it('says why she who handled it may not decide, in place of the button', async () => {
        const root = await caseOf('case-3', 'official');
        expect(button(root, '准予许可')).toBeUndefined();
        expect(root.textContent).toContain('您现在不能“准予许可”');
        expect(root.textContent).toContain('由另一名工作人员决定');
        expect(root.textContent).toContain('仅机关可见');
    });
    it('shows clocks that run, stand still, were kept and ran out', async () => {
        expect((await caseOf('case-2', 'official')).textContent).toContain('还剩 2 个工作日');
        app?.unmount();
        const paused = await caseOf('case-4', 'official');
        expect(paused.textContent).toContain('暂停，还剩 15 个工作日');
        expect(paused.querySelector('.pause')).toBeTruthy();
        expect(paused.textContent).toContain('代办：泸州市政务服务窗口');
        app?.unmount();
        expect((await caseOf('case-6', 'official')).textContent).toContain('超期 1 个工作日');
    });
    it('shows the end with its papers and the entry, and nothing more to do', async () => {
        const root = await caseOf('case-5', 'agency');
        expect(root.textContent).toContain('已办结');
        expect(root.textContent).toMatch(/事项定义第 \d+ 版，办结前不变/);
        expect(root.textContent).toContain('泸州人服准[2026]0007号');
        expect(root.textContent).toContain('人服证字[2026]第0007号');
        expect(root.querySelector('#case-file')).toBeNull();
        expect(root.querySelector<HTMLAnchorElement>('.plain-list a[download]')?.getAttribute('href')).toBe('/api/v1/cases/case-5/documents/doc-1');
    });
    it('shows the chain of custody when asked, and says that a file was altered', async () => {
        const root = await caseOf('case-7', 'inspector');
        expect(root.querySelector('#case-custody')?.textContent).toBe('');
        button(root, '查看保管链')?.click();
        await settled();
        const files = [...root.querySelectorAll('#case-custody section')];
        expect(files.map((each) => [each.querySelectorAll('li').length, each.textContent?.includes('与交存时不一致')])).toEqual([[3, false], [4, true]]);
        expect(files[0]?.textContent).toContain('共 2 次');
        expect(files[0]?.querySelector('ol a')?.getAttribute('href')).toBe('/proof?custody=case-7&position=1000');
    });
    it('says in place that a file was altered, and does not leave the page for it', async () => {
        const root = await caseOf('case-2', 'official');
        const link = root.querySelector<HTMLAnchorElement>('a[href*="/case-files/"]');
        expect(link).toBeTruthy();
        refusing = 409;
        const press = new MouseEvent('click', { bubbles: true, cancelable: true });
        link?.dispatchEvent(press);
        await settled();
        expect(press.defaultPrevented).toBe(true);
        expect(link?.parentElement?.querySelector('[role=alert]')?.textContent).toContain('没有找到');
    });
    it('presses what normally comes next', async () => {
        const root = await caseOf('case-6', 'official');
        expect([...root.querySelectorAll('.acts .button')].map((each) => [each.textContent?.trim(), each.classList.contains('primary')])[0]).toEqual(['受理', true]);
        expect(root.querySelectorAll('.acts .primary')).toHaveLength(1);
    });
    it('lists evidence with its digests for the inspector, and in plain words for her phone', async () => {
        const root = await caseOf('case-7', 'inspector');
        expect(root.textContent).toContain('证据保管清单');
        expect(root.textContent).toContain('工资约定聊天记录');
        expect(root.textContent).toContain('66c7f0f462ee');
        app?.unmount();
        expect((await caseOf('case-7', 'worker', 'pocket')).textContent).toContain('现在不需要您做什么');
    });
    it('asks once more with what follows, then does it', async () => {
        const root = await caseOf('case-6', 'official');
        button(root, '受理')?.click();
        await settled();
        expect(document.body.textContent).toContain('“许可决定”开始计时 20 个工作日');
        expect(document.body.textContent).toContain('生成并编号：受理通知书');
        button(document.body, '确认“受理”')?.click();
        await settled();
        expect(root.textContent).toContain('已受理，审查中');
    });
    it('asks for a reason where one is owed', async () => {
        const root = await caseOf('case-6', 'official');
        button(root, '不予受理')?.click();
        await settled();
        button(root, '继续')?.click();
        await settled();
        expect(root.textContent).toContain('请写明理由');
    });
    it('says that there is no such case', async () => {
        expect((await caseOf('nothing', 'official')).querySelector('[role=alert]')).toBeTruthy();
    });
});

describe('the other pages', () => {
    it('list the cases of a place with their deadlines, and none for others', async () => {
        const root = await show(DeskCases, {}, 'official', '/cases', '/cases');
        expect(root.querySelectorAll('tbody tr').length).toBe(7);
        expect(root.querySelector('tr.over')?.textContent).toContain('超期 1 个工作日');
        app?.unmount();
        expect((await show(DeskCases, {}, 'employer', '/cases', '/cases')).textContent).toContain('还没有办件');
    });
    it('tell a worker where her cases are', async () => {
        expect((await show(PocketCases, {}, 'worker', '/cases', '/cases')).textContent).toContain('调查中，等劳动保障监察办理');
    });
    it('explain a procedure from its definition', async () => {
        const root = await show(ProcedureGuide, { shell: 'hall' }, null, '/services/hr_service_licence_grant', '/services/:procedure');
        for (const text of ['章程和管理制度', '5 个工作日', '20 个工作日', '逾期未告知，视为受理', '中途随时可以“撤回申请”']) expect(root.textContent).toContain(text);
        app?.unmount();
        expect((await show(ProcedureGuide, { shell: 'pocket' }, 'worker', '/services/complaint', '/services/:procedure')).textContent).toContain('启用前须确认');
        app?.unmount();
        expect((await show(ProcedureGuide, { shell: 'pocket' }, 'worker', '/services/hr_service_licence_grant', '/services/:procedure')).textContent).toContain('回到“已提交”');
    });
    it('open a case: faults stand at their fields, then it is sent', async () => {
        const root = await show(CaseNew, { shell: 'desk' }, 'agency', '/cases/new/hr_service_licence_grant', '/cases/new/:procedure');
        root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
        await settled();
        expect(root.querySelectorAll('[aria-invalid=true]').length).toBeGreaterThan(2);
        app?.unmount();
        expect((await show(CaseNew, { shell: 'desk' }, 'employer', '/cases/new/hr_service_licence_grant', '/cases/new/:procedure')).textContent).toContain('您的账号不能办理');
    });
    it('open a case: what was begun is kept, and the form goes out as the wire wants it', async () => {
        const open = (): Promise<HTMLElement> => show(CaseNew, { shell: 'desk' }, 'agency', '/cases/new/hr_service_licence_grant', '/cases/new/:procedure');
        const fill = async (root: HTMLElement, field: string, value: string): Promise<void> => {
            const control = root.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-field=${field}] :is(input, select)`);
            if (!control) throw new Error(`no control for ${field}`);
            control.value = value;
            control.dispatchEvent(new Event('input'));
            control.dispatchEvent(new Event('change'));
            await settled();
        };
        let root = await open();
        const search = root.querySelector<HTMLInputElement>('[data-field=services] input[value=search]');
        if (search) search.checked = true;
        search?.dispatchEvent(new Event('change'));
        await settled();
        for (const [field, value] of [['premises', '春景路 3 号'], ['staff', '5'], ['procedure_kind', 'general'], ['legal_representative', '陈龙马']]) await fill(root, field ?? '', value ?? '');
        app?.unmount();
        document.body.replaceChildren();
        root = await open();
        expect(root.textContent).toContain('上次没写完的内容还在');
        expect(root.querySelector<HTMLInputElement>('[data-field=premises] input')?.value).toBe('春景路 3 号');
        const file = root.querySelector<HTMLInputElement>('[data-field=articles] input[type=file]');
        Object.defineProperty(file, 'files', { value: [new File(['%PDF-1.4'], '章程.pdf')] });
        file?.dispatchEvent(new Event('change'));
        await settled();
        root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
        await settled();
        expect(sent.find((each) => each.path === 'cases')?.body).toMatchObject({ procedure: 'hr_service_licence_grant', values: { services: ['search'], premises: '春景路 3 号', staff: 5, procedure_kind: 'general', legal_representative: '陈龙马' } });
        expect(localStorage.getItem('jianghui.draft.case.new.hr_service_licence_grant')).toBeNull();
    });
    it('count how punctual the offices are', async () => {
        const root = await show(DeskTimeliness, {}, 'official', '/timeliness', '/timeliness');
        expect(root.querySelector('tbody tr')?.textContent).toContain('73.7%');
        expect(root.textContent).toContain('16 天');
    });
    it('tell a genuine document from a false one', async () => {
        const digest = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';
        expect((await show(HallDocument, {}, null, `/case-documents/doc-1?digest=${digest}`, '/case-documents/:document')).textContent).toContain('真实');
        app?.unmount();
        expect((await show(HallDocument, {}, null, '/case-documents/doc-1?digest=00', '/case-documents/:document')).textContent).toContain('不一致');
    });
    it('show an error with a way to try again', async () => {
        refusing = 500;
        expect((await show(DeskTimeliness, {}, 'official', '/timeliness', '/timeliness')).querySelector('[role=alert]')).toBeTruthy();
    });
});
