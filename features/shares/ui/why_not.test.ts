import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, h, nextTick, type App } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { Candidate, Judgement } from '@ui/base/api_types';
import { useTransport } from '@ui/base/http';
import { i18n, needWords } from '@ui/base/words';
import screens from './index';
import WhyNot from './why_not.vue';

/** Looking somebody up who is not among the suggestions: every condition that fails, or an offer all the same. */
let app: App | null = null;
let judged: Judgement;
let asked: string[];
let offered: Candidate[];
let listed: Candidate[];
const words = (zh: string) => ({ zh, en: zh });

async function settled(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) { await new Promise((done) => { setTimeout(done, 0); }); await nextTick(); }
}
async function lookUp(taken: string[] = [], endsEarly = true): Promise<string> {
    const root = document.createElement('div');
    document.body.append(root);
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] });
    app = createApp({ render: () => h(WhyNot, { order: 'o', disabled: false, action: '发出邀约', taken: new Set(taken), listed, endsEarly, onChoose: (each: Candidate) => { offered.push(each); } }) });
    app.use(createPinia()).use(i18n).use(router).mount(root);
    const input = root.querySelector<HTMLInputElement>('[role=combobox]')!;
    input.value = '张';
    input.dispatchEvent(new Event('input'));
    await settled();
    root.querySelector('[role=option]')!.dispatchEvent(new Event('pointerdown'));
    await settled();
    return root.querySelector('[role=status]')?.textContent ?? '';
}

beforeEach(async () => {
    [asked, offered, listed] = [[], [], []];
    judged = { person: { id: 'p', name: '张三' }, order: 'o', fits: false, score: 540, parts: [{ code: 'pay', points: 40, max: 80, reason: words('薪酬面议，按一半计') }], failed: [{ filter: 'reach', reason: words('地点超出可到达范围') }, { filter: 'pay', reason: words('期望薪酬高于所给') }] };
    setActivePinia(createPinia());
    useTransport((input) => {
        const url = new URL(input, 'http://mock');
        const at = url.pathname.slice('/api/v1/'.length);
        asked.push(at + url.search);
        const body = at === 'people' ? { items: [{ id: 'p', name: '张三', place: '510502' }], next: null } : at.startsWith('orders/') ? judged : {};
        return Promise.resolve(Response.json(body));
    }, () => Promise.resolve());
    await needWords('shell', { 'zh-CN': () => import('../../../ui/words/zh-CN.json'), en: () => import('../../../ui/words/en.json') });
    await needWords('shares', screens.words!);
    i18n.global.locale.value = 'zh-CN';
});
afterEach(() => { app?.unmount(); document.body.replaceChildren(); });

describe('why somebody is not suggested', () => {
    it('says every condition that fails', async () => {
        const said = await lookUp();
        expect(said).toContain('张三有 2 项条件不符合');
        expect(said).toContain('地点超出可到达范围');
        expect(said).toContain('期望薪酬高于所给');
        expect(asked).toContain('orders/o/candidates/p');
        expect(asked.find((each) => each.startsWith('people?'))).toContain('mine=true');
        expect(document.querySelector('button')).toBeNull();
    });
    it('offers the seat to who suits all the same', async () => {
        judged = { ...judged, fits: true, failed: [] };
        expect(await lookUp()).toContain('符合全部条件（54 分）');
        document.querySelector('button')!.click();
        expect(offered.map((each) => each.person.id)).toEqual(['p']);
    });
    it('says how many have more points, or where in the list she stands', async () => {
        const candidate = (id: string, score: number): Candidate => ({ person: { id, name: id }, score, parts: [] });
        judged = { ...judged, fits: true, failed: [] };
        listed = [candidate('a', 900), candidate('b', 610)];
        expect(await lookUp()).toContain('上面的 2 人分数都不低于这个分数（最低 61 分）');
        expect(document.querySelector('button')?.textContent).toContain('发出邀约');
        app?.unmount();
        document.body.replaceChildren();
        // Everybody who suits is listed: that others have more points is no reason.
        expect(await lookUp([], false)).toContain('符合全部条件（54 分），可以发出邀约');
        app?.unmount();
        document.body.replaceChildren();
        listed = [candidate('a', 900), candidate('p', 540)];
        expect(await lookUp()).toContain('张三就在上面，排第 2 位（54 分）');
    });
    it('says who has a seat already', async () => {
        expect(await lookUp(['p'])).toContain('已有席位');
    });
});
