import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, nextTick, type App, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useTransport } from '@ui/base/http';
import { useSession } from '@ui/base/session';
import { i18n, needWords } from '@ui/base/words';
import { createMock } from '@ui/mock/handle';
import CaseView from './case_view.vue';
import DeskDelegations from './desk_delegations.vue';
import screens from './index';

vi.setConfig({ testTimeout: 30_000 });
const NOW = new Date('2026-11-27T10:00:00+08:00');
const nothing: Component = { render: () => null };
let app: App | null = null;
let sent: { path: string; body: Record<string, unknown> }[] = [];

beforeEach(() => {
    sent = [];
    localStorage.clear();
    vi.stubGlobal('EventSource', class { addEventListener(): void { /* nothing happens meanwhile */ } close(): void { /* nothing to close */ } });
    HTMLDialogElement.prototype.showModal ??= () => undefined;
});
afterEach(() => { app?.unmount(); app = null; document.body.replaceChildren(); });

async function settled(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) { await nextTick(); await new Promise((resolve) => setTimeout(resolve, 0)); }
}
async function show(page: Component, props: Record<string, unknown>, path: string, pattern: string): Promise<HTMLElement> {
    const mock = createMock(NOW);
    useTransport((url, init) => {
        const at = new URL(url, 'http://mock');
        const body = typeof init.body === 'string' ? JSON.parse(init.body) as Record<string, unknown> : {};
        const asked = at.pathname.slice('/api/v1/'.length);
        if (init.method === 'POST') sent.push({ path: asked, body });
        const reply = mock.handle({ method: init.method ?? 'GET', path: asked, query: Object.fromEntries(at.searchParams), body, session: 'official', key: new Headers(init.headers).get('Idempotency-Key') ?? '' });
        return Promise.resolve(Response.json(reply.body, { status: reply.status }));
    }, () => Promise.resolve());
    const root = document.body.appendChild(document.createElement('div'));
    const routes = (screens.desk?.routes ?? []).map((each) => ({ path: `/unused/${String(each.name)}${each.path}`, name: each.name, component: nothing }));
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: pattern, component: nothing }, ...routes] });
    app = createApp(page, props);
    app.use(createPinia()).use(i18n).use(router);
    await needWords('shell', { 'zh-CN': () => import('@ui/words/zh-CN.json'), en: () => import('@ui/words/en.json') });
    await needWords('cases', screens.words);
    await useSession().know();
    await router.push(path);
    app.mount(root);
    await settled();
    return root;
}
const button = (root: ParentNode, text: string): HTMLButtonElement | undefined => [...root.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
function choose(root: ParentNode, selector: string, value: string): void {
    const control = root.querySelector<HTMLSelectElement | HTMLInputElement>(selector);
    expect(control, selector).toBeTruthy();
    if (!control) return;
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input'));
}

describe('the page of delegations', () => {
    it('parts what was given to me, what I gave and what is over', async () => {
        const root = await show(DeskDelegations, {}, '/delegations', '/delegations');
        const parts = [...root.querySelectorAll('section.panel')].map((each) => [each.querySelector('h2')?.textContent, each.querySelectorAll('tbody tr').length]);
        expect(parts).toEqual([['我代同事办', 1], ['同事代我办', 1], ['已结束', 1]]);
        expect(root.textContent).toContain('代赵晓燕办');
        expect(root.textContent).toContain('未开始');
    });
    it('gives one back and ends one early', async () => {
        const root = await show(DeskDelegations, {}, '/delegations', '/delegations');
        button(root, '退回')?.click();
        await settled();
        button(root, '提前结束')?.click();
        await settled();
        expect(sent.map((each) => each.path)).toEqual(['case-delegations/delegation-1/end', 'case-delegations/delegation-2/end']);
        expect([...root.querySelectorAll('section.panel h2')].map((each) => each.textContent)).toEqual(['已结束']);
    });
    it('asks for colleague, procedure and days, and sends them', async () => {
        const root = await show(DeskDelegations, {}, '/delegations', '/delegations');
        button(root, '交同事代办')?.click();
        await settled();
        choose(document.body, 'select[name=to]', 'acc-two');
        choose(document.body, 'select[name=procedure]', 'hr_service_licence_grant');
        choose(document.body, 'input[name=from_on]', '2026-11-27');
        choose(document.body, 'input[name=to_on]', '2026-12-01');
        document.body.querySelector<HTMLFormElement>('#delegation-form')?.requestSubmit();
        await settled();
        expect(sent).toEqual([{ path: 'case-delegations', body: { to: 'acc-two', procedure: 'hr_service_licence_grant', from_on: '2026-11-27', to_on: '2026-12-01' } }]);
        expect(document.body.querySelector('#delegation-form')).toBeNull();
    });
    it('hands over one case from its page', async () => {
        await show(DeskDelegations, {}, '/delegations?case=case-3', '/delegations');
        expect(document.body.textContent).toContain('只代办这一件');
        expect(document.body.querySelector('select[name=procedure]')).toBeNull();
    });
});

describe('a case in which a colleague handed her turn over', () => {
    it('is taken in her name unless one says otherwise, and the record names both', async () => {
        const root = await show(CaseView, { shell: 'desk' }, '/cases/case-6', '/cases/:case');
        button(root, '交给同事')?.click();
        await settled();
        document.body.querySelector<HTMLInputElement>('input[name=officer][value=acc-two]')?.click();
        await settled();
        button(document.body, '交给她/他')?.click();
        await settled();
        button(root, '受理')?.click();
        await settled();
        expect(root.querySelector<HTMLSelectElement>('select[name=for_colleague]')?.value).toBe('acc-two');
        expect(root.textContent).toContain('任何一人承办过的，两人都不能审批');
        button(root, '继续')?.click();
        await settled();
        button(document.body, '确认“受理”')?.click();
        await settled();
        expect(sent.at(-1)?.body.for_colleague).toBe('acc-two');
        expect(root.textContent).toContain('代赵晓燕');
    });
});
