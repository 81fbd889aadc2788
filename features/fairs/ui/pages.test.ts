import { createPinia, setActivePinia, type Pinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, h, nextTick, Suspense, type App } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import type { FairDetail, FairStatus } from '@ui/base/api_types';
import { useTransport } from '@ui/base/http';
import { useSession } from '@ui/base/session';
import { i18n, needWords } from '@ui/base/words';
import { createMock } from '../../../ui/mock/handle';
import screens from './index';

/** The pages of fairs against answers of the server: lists, a run, a plan, edits by hand, offers. */
const ID = '00000000000f1';
const words = (zh: string) => ({ zh, en: zh });
const order = (id: string, seats: number, filled: number) => ({ order: { id, title: `包装工 ${id}` }, employer: { id: 'e', name: '三江酿造' }, place: '511502', place_name: '翠屏区', seats, filled, starts_on: '2026-12-01', ends_on: '2026-12-05', considered: 9, qualified: 4, removed: [{ filter: 'reach', count: 5, reason: words('地点太远') }], advice: words(filled < seats ? '若放宽可到达范围，合格的人从 4 增到 9' : ''), reason: filled < seats ? 'out_of_reach' : '', reason_text: words('多数人因地点太远被筛除'), price: null, nearest: null });
const pair = (person: string, seat: string | null, refusal: string) => ({ person: { id: person, name: `张${person}` }, order: 'a', score: 700, by_hand: false, seat, refusal, refusal_text: words(refusal) });
function fairOf(status: FairStatus): FairDetail {
    return {
        id: ID, title: '秋季专场', organisation: { id: 'o', name: '江阳人力' }, place: '510502', place_name: '江阳区', pool: 'all', several: false, agency_floor: 50, place_floor: 0, seconds: 60, status, failure: '', mine: true,
        orders: 2, seats: 5, ranked: 1, people: 4, pairs: 6, steps: 0, stage: 'ranking', stop_asked: false, spent_seconds: 0, best_so_far: null, bound_so_far: null, filled: 3, total: 2000, optimum: 2100, bound: 2100, feasible_percent: status === 'infeasible' ? 42 : null, input_digest: 'ab12', created_at: '2026-11-23T09:00:00+08:00', decided_at: null, handed_over_at: null,
        order_list: [order('a', 3, 3), order('b', 2, 0)], pair_list: [pair('1', null, ''), pair('2', 's', ''), pair('3', null, 'person_overlap')], hidden: 0, spread: [{ kind: 'agency', name: '江阳人力', whole: 4, filled: 3, floor: 1 }],
    };
}

let app: App | null = null;
let pinia: Pinia;
let fair: FairDetail;
let open: unknown[];
let sent: { path: string; body: unknown }[];
let refused: { status: number; body: unknown } | null;
const warnings: string[] = [];

async function settled(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) { await new Promise((done) => { setTimeout(done, 0); }); await nextTick(); }
}
function answerTo(path: string, body: unknown): unknown {
    if (path === 'fair-orders') return open;
    if (path === 'fairs') return body ? fair : { items: [fair], next: null };
    if (path.endsWith('/choices')) return [{ person: { id: '9', name: '李九' }, score: 650, loss: 50, placed_in: null }];
    if (path.includes('/people/')) return { score: 690, parts: [{ code: 'pay', points: 80, max: 80, reason: words('报酬符合') }], failed: [] };
    if (path.endsWith('/edits')) return { total: 2000, optimum: 2100, loss: 100, this_change: 100, filled: 3 };
    if (path.endsWith('/offers')) return { offered: 1, refused: 0, left: 0, tried: [] };
    return fair;
}
async function show(path: string, who = 'agency'): Promise<HTMLElement> {
    const mock = createMock(new Date('2026-11-23T09:00:00+08:00'));
    useTransport((input, init) => {
        const url = new URL(input, 'http://mock');
        const at = url.pathname.slice('/api/v1/'.length);
        const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
        if (at.startsWith('fair')) {
            if (init.method === 'POST') sent.push({ path: at, body });
            if (refused && at.endsWith('/edits')) return Promise.resolve(Response.json(refused.body, { status: refused.status }));
            return Promise.resolve(Response.json(answerTo(at, body)));
        }
        const reply = mock.handle({ method: init.method ?? 'GET', path: at, query: {}, body: {}, session: who, key: '' });
        return Promise.resolve(Response.json(reply.body ?? {}, { status: reply.status }));
    }, () => Promise.resolve());
    const elsewhere = ['desk-order', 'desk-person', 'desk-orders'].map((name) => ({ path: `/${name}/:id?`, name, component: { render: () => null } }));
    const router = createRouter({ history: createMemoryHistory(), routes: [...(screens.desk?.routes ?? []), ...elsewhere] });
    const root = document.createElement('div');
    document.body.append(root);
    app = createApp({ render: () => h(Suspense, null, { default: () => h(RouterView) }) });
    app.config.warnHandler = (message) => { if (!message.includes('Suspense')) warnings.push(message); };
    app.use(pinia).use(i18n).use(router).mount(root);
    await useSession().know();
    await router.push(path);
    await settled();
    return root;
}
const button = (text: string): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(text));
async function press(text: string): Promise<void> { button(text)?.click(); await settled(); }

beforeEach(async () => {
    warnings.length = 0;
    sent = [];
    refused = null;
    fair = fairOf('decided');
    open = [order('a', 3, 0), order('b', 2, 0)];
    pinia = createPinia();
    setActivePinia(pinia);
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    vi.stubGlobal('EventSource', class { addEventListener(): void { /* nothing comes */ } close(): void { /* nothing to close */ } });
    await needWords('shell', { 'zh-CN': () => import('../../../ui/words/zh-CN.json'), en: () => import('../../../ui/words/en.json') });
    await needWords('fairs', screens.words!);
    i18n.global.locale.value = 'zh-CN';
});
afterEach(() => { app?.unmount(); document.body.replaceChildren(); vi.unstubAllGlobals(); expect(warnings).toEqual([]); });

describe('pages of fairs', { timeout: 60_000 }, () => {
    it('lists fairs with what hands cost', async () => {
        const root = await show('/fairs');
        expect(root.textContent).toContain('秋季专场');
        expect(root.textContent).toContain('手工损失 100');
    });
    it('starts one from chosen orders', async () => {
        const root = await show('/fairs/new');
        const title = root.querySelector<HTMLInputElement>('[name=title]')!;
        title.value = '冬季专场';
        title.dispatchEvent(new Event('input'));
        root.querySelector<HTMLInputElement>('#order-b')?.click();
        const limit = root.querySelector<HTMLSelectElement>('[name=seconds]')!;
        limit.value = '300';
        limit.dispatchEvent(new Event('change'));
        await settled();
        expect(root.textContent).toContain('已选 1 个订单，2 个席位');
        root.querySelector('form')?.dispatchEvent(new Event('submit'));
        await settled();
        expect(sent[0]).toEqual({ path: 'fairs', body: { title: '冬季专场', orders: ['b'], pool: 'all', several: false, agency_floor: 0, place_floor: 0, seconds: 300 } });
    });
    it.each([['agency', '先抢到份额'], ['official', '本地没有空着席位的订单']])('says to an %s what is missing when there is nothing to allocate', async (who, said) => {
        open = [];
        expect((await show('/fairs/new', who)).textContent).toContain(said);
    });
    it('shows the plan, why each is in it and why seats stay empty', async () => {
        const root = await show(`/fairs/${ID}`);
        expect(root.textContent).toContain('已证明：任何方案的总分都不超过');
        expect(root.textContent).toContain('多数人因地点太远被筛除');
        expect(root.textContent).toContain('若放宽可到达范围，合格的人从 4 增到 9');
        expect(root.textContent).toContain('比最优少 100');
        await press('为什么');
        expect(root.textContent).toContain('报酬符合');
        expect(root.textContent).toContain('现在是 690 分');
        expect([...root.querySelectorAll('a[download]')].map((each) => each.getAttribute('href'))).toContain(`/api/v1/fairs/${ID}/files/worker_groups`);
    });
    it('says how far from the best a plan can be that was stopped', async () => {
        fair = { ...fairOf('stopped'), bound: 2120 };
        expect((await show(`/fairs/${ID}`)).textContent).toContain('任何方案最多到 2,120，差距 0.94%');
    });
    it('shows the first people of an order with many seats, and the rest on demand', async () => {
        fair = { ...fair, order_list: [order('a', 20, 20)], pair_list: Array.from({ length: 20 }, (_, at) => pair(`第${at}`, null, '')) };
        const root = await show(`/fairs/${ID}`);
        expect(root.querySelectorAll('.order li')).toHaveLength(6);
        await press('看其余 14 人');
        expect(root.querySelectorAll('.order li')).toHaveLength(20);
    });
    it('edits by hand and offers the rest', async () => {
        await show(`/fairs/${ID}`);
        await press('移出');
        await press('换人');
        expect(document.body.textContent).toContain('总分至少减少 50');
        await press('安排李九');
        await press('一次发出 1 份邀约');
        await press('重试 1 份被拒的');
        expect(sent.map((each) => each.body)).toEqual([{ person: '1', order: 'a', out: true }, { person: '9', order: 'a', instead_of: '3' }, {}, { again: true }]);
        fair = { ...fair, mine: false, handed_over_at: '2026-11-23T10:00:00+08:00', hidden: 2 };
        app?.unmount();
        const root = await show(`/fairs/${ID}`);
        expect(root.textContent).toContain('另有 2 个安排的人');
        expect(button('移出')).toBeUndefined();
    });
    it.each([['running', '正在找合格的人：1 / 2'], ['infeasible', '最多只能满足下限的 42%'], ['failed', '没有算出方案']] as const)('shows a fair that is %s', async (status, said) => {
        fair = fairOf(status);
        expect((await show(`/fairs/${ID}`)).textContent).toContain(said);
    });
    it('shows while it is proved how near the best it is, how much time is over, and stops', async () => {
        fair = { ...fairOf('running'), stage: 'proof', ranked: 2, spent_seconds: 12, best_so_far: 1900, bound_so_far: 2000 };
        const root = await show(`/fairs/${ID}`);
        expect(root.querySelector('[aria-current=step]')?.textContent).toContain('证明');
        expect(root.textContent).toContain('目前最好的方案总分 1,900；已证明任何方案最多到 2,000，差距不超过 100（5.00%）');
        expect(root.textContent).toContain('确定至少达到最优的 95.00%');
        expect(root.textContent).toContain('12 / 60 秒');
        expect([...root.querySelectorAll('progress')].map((each) => each.position)).toEqual([0.95, 0.2]);
        fair = { ...fair, stop_asked: true };
        await press('停止并保留目前最好的方案');
        expect(sent[0]?.path).toBe(`fairs/${ID}/stop`);
        expect(root.textContent).toContain('正在停止');
        expect(button('停止并保留')?.disabled).toBe(true);
    });
    it.each([['auction', null, null, '还没有方案，也还没有证明'], ['search', 1900, null, '还没有证明上限'], ['proof', null, 2000, '任何方案最多到 2,000'], ['floors', null, null, '正在求最多能满足多少']] as const)('says what it is at in the stage %s and what is certain', async (stage, best, bound, said) => {
        fair = { ...fairOf('running'), stage, ranked: 2, best_so_far: best, bound_so_far: bound };
        const root = await show(`/fairs/${ID}`);
        expect(root.textContent).toContain(said);
        expect(root.querySelector('progress')?.hasAttribute('value')).toBe(false);
    });
    it('lets an authority hand over', async () => {
        await show(`/fairs/${ID}`, 'official');
        expect(button('一次发出')).toBeUndefined();
        await press('移交机构');
        expect(sent).toEqual([]);
        expect(document.querySelector('dialog')?.textContent).toContain('不能再手工调整');
        [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((each) => each.textContent?.trim() === '移交机构')?.click();
        await settled();
        expect(sent[0]?.path).toBe(`fairs/${ID}/hand-over`);
    });
    it('says in the dialog why somebody cannot be put in, not behind it', async () => {
        refused = { status: 409, body: { code: 'person_overlap', message: words('这段时间已有另一份工作') } };
        await show(`/fairs/${ID}`);
        await press('换人');
        await press('安排李九');
        expect(document.querySelector('dialog')?.textContent).toContain('这段时间已有另一份工作');
        // Another order is chosen for: what was refused before is not said again.
        refused = null;
        document.querySelector('dialog')?.dispatchEvent(new Event('close'));
        await settled();
        await press('选人');
        expect(document.querySelector('dialog')?.textContent?.includes('这段时间已有另一份工作')).toBe(false);
    });
});
