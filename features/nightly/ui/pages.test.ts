import { createPinia, setActivePinia, type Pinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, h, nextTick, Suspense, type App } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import type { DailyOrder, DailyOrders, NightlyRuns, Order } from '@ui/base/api_types';
import { useTransport } from '@ui/base/http';
import { useSession } from '@ui/base/session';
import { i18n, needWords } from '@ui/base/words';
import { createMock } from '../../../ui/mock/handle';
import screens from './index';
import { spanOf } from './spans';
import { emptinessOf, standingOf } from './standing';
import TodayCard from './today_card.vue';

/** The pages of the nightly push: all states of what a worker is told, the switch, the nights at the desk. */
const words = (zh: string) => ({ zh, en: zh });
const order = (id: string, title: string): Order => ({ id, title, employer: { id: 'e', name: '三江酿造' }, place: '511502', starts_on: '2026-12-01', ends_on: '2026-12-31', remaining: 4, pay_unit: 'day', pay_min_fen: 20000, pay_max_fen: 26000 }) as unknown as Order;
const told = (id: string, title: string, more: Partial<DailyOrder> = {}): DailyOrder => ({
    order: order(id, title), night_on: '2026-11-23', told_at: '2026-11-23T03:00:05+08:00', open: true, fits: true, score: 842,
    parts: [{ code: 'occupation', points: 300, max: 300, reason: words('职业相同') }, { code: 'distance', points: 90, max: 120, reason: words('距离 12 公里') }], failed: [], ...more,
});
const nothing: DailyOrders = { wanted: true, consented: true, looked_at: '2026-11-23T03:00:09+08:00', today: [], earlier: [] };

let app: App | null = null;
let pinia: Pinia;
let daily: DailyOrders;
let runs: NightlyRuns;
let failing: boolean;
let sent: unknown[];
const warnings: string[] = [];

async function settled(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) { await new Promise((done) => { setTimeout(done, 0); }); await nextTick(); }
}
async function show(path: string, who = 'worker'): Promise<HTMLElement> {
    const mock = createMock(new Date('2026-11-23T09:00:00+08:00'));
    useTransport((input, init) => {
        const url = new URL(input, 'http://mock');
        const at = url.pathname.slice('/api/v1/'.length);
        if (at.endsWith('/daily-orders') || at === 'nightly-runs') {
            if (failing) return Promise.resolve(Response.json({ code: 'busy', title: words('系统忙'), status: 503 }, { status: 503 }));
            if (init.method === 'PUT') { const body = JSON.parse(String(init.body)) as { wanted: boolean }; sent.push(body); daily = { ...daily, wanted: body.wanted }; return Promise.resolve(Response.json(body)); }
            return Promise.resolve(Response.json(at === 'nightly-runs' ? runs : daily));
        }
        const reply = mock.handle({ method: init.method ?? 'GET', path: at, query: {}, body: {}, session: who, key: '' });
        return Promise.resolve(Response.json(reply.body ?? {}, { status: reply.status }));
    }, () => Promise.resolve());
    const elsewhere = ['/work', '/privacy'].map((at) => ({ path: at, component: { render: () => null } }));
    const routes = [...(screens.pocket?.routes ?? []), ...(screens.desk?.routes ?? []), ...elsewhere,
        { path: '/work/orders/:id', name: 'pocket-order', component: { render: () => null } }, { path: '/card', component: TodayCard }];
    const router = createRouter({ history: createMemoryHistory(), routes });
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

/** Nothing happens elsewhere meanwhile. */
class Silence { addEventListener(): void { /* no event comes */ } close(): void { /* nothing is open */ } }

beforeEach(async () => {
    vi.stubGlobal('EventSource', Silence);
    pinia = createPinia();
    setActivePinia(pinia);
    daily = { ...nothing };
    runs = { hour: 3, orders_per_person: 3, people_per_order: 50, items: [] };
    failing = false;
    sent = [];
    warnings.length = 0;
    await needWords('nightly', screens.words);
});
afterEach(() => { vi.unstubAllGlobals(); app?.unmount(); app = null; document.body.replaceChildren(); expect(warnings).toEqual([]); });

describe('what a worker is told', () => {
    it('shows each order with its reasons, and what became of earlier ones', async () => {
        daily = { ...nothing, today: [told('1', '酿酒工')], earlier: [
            told('2', '包装工', { night_on: '2026-11-22', open: false }),
            told('3', '分拣员', { night_on: '2026-11-22', fits: false, failed: [{ filter: 'availability', reason: words('用工日期内没有空') }] })] };
        const text = (await show('/today')).textContent ?? '';
        for (const word of ['酿酒工', '三江酿造', '合计 842 分', '职业相同', '距离 12 公里', '90 / 120', '还缺 4 人']) expect(text).toContain(word);
        expect(text).toContain('已招满或已结束');
        expect(text).toContain('现在不合适：用工日期内没有空');
    });
    it.each([
        ['off', { wanted: false }, '您关掉了每日推荐'], ['no_consent', { consented: false }, '您没有进入公共求职池'],
        ['not_yet', { looked_at: null }, '还没有比对过'], ['nothing_new', {}, '今天没有新的推荐'],
    ])('says why there is nothing: %s', async (name, more, title) => {
        daily = { ...nothing, ...more };
        expect(emptinessOf(daily)).toBe(name);
        expect((await show('/today')).textContent).toContain(title);
    });
    it('offers to try again when it cannot be loaded', async () => {
        failing = true;
        const root = await show('/today');
        const again = root.querySelector<HTMLButtonElement>('button.small');
        expect(again).toBeTruthy();
        failing = false;
        daily = { ...nothing, today: [told('1', '酿酒工')] };
        again?.click();
        await settled();
        expect(root.textContent).toContain('酿酒工');
    });
    it('is turned off and on by one switch', async () => {
        const root = await show('/today');
        const turn = async (): Promise<void> => { root.querySelector<HTMLInputElement>('input[role=switch]')?.click(); await settled(); };
        await turn();
        expect(sent).toEqual([{ wanted: false }]);
        expect(root.textContent).toContain('您关掉了每日推荐');
        await turn();
        expect(sent).toEqual([{ wanted: false }, { wanted: true }]);
    });
    it('stands on the page of work with its best, and only what is still to be had', async () => {
        daily = { ...nothing, today: [told('2', '包装工', { open: false }), told('1', '酿酒工')] };
        const card = (await show('/card')).querySelector('a.today');
        expect(card?.textContent).toContain('今日推荐：1 份合适的活');
        expect(card?.textContent).toContain('酿酒工');
    });
    it('keeps a way to the page when there is nothing', async () => {
        expect((await show('/card')).querySelector('a')?.getAttribute('href')).toBe('/today');
    });
});

describe('the nights at the desk', () => {
    const night = { night_on: '2026-11-23', begun_at: '2026-11-23T03:00:00+08:00', ended_at: '2026-11-23T03:00:09+08:00', position: 90, ranked_ms: 640, orders: 212, people: 5310, pairs: 10600, told: 940, told_orders: 1720, cities: [{ city: '511500', told: 410, told_orders: 800 }] };
    it('say what was ranked, how long it took and how many were told', async () => {
        runs = { ...runs, items: [night, { ...night, night_on: '2026-11-22', ended_at: null }] };
        const text = (await show('/nightly', 'official')).textContent ?? '';
        for (const word of ['212', '5,310', '940', '1,720', '9 秒', '未完成', '410 人']) expect(text).toContain(word);
    });
    it('say when the first will be', async () => {
        expect((await show('/nightly', 'official')).textContent).toContain('每天 3 点起运行一次');
    });
    it('take as long as the longer of ranking and telling', () => {
        expect(spanOf(night)).toEqual({ unit: 's', n: 9 });
        expect(spanOf({ ...night, ended_at: night.begun_at })).toEqual({ unit: 'ms', n: 640 });
        expect(spanOf({ ...night, ended_at: '2026-11-23T03:05:00+08:00' })).toEqual({ unit: 'min', n: 5 });
    });
    it('tell an order that is gone from one that suits no more', () => {
        expect([standingOf(told('1', 'a')), standingOf(told('1', 'a', { fits: false })), standingOf(told('1', 'a', { open: false, fits: false }))]).toEqual(['open', 'unfit', 'gone']);
    });
});
