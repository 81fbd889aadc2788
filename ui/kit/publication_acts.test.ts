import { createPinia, setActivePinia } from 'pinia';
import { createApp, h, nextTick, type App } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfficeNeeded } from '../base/api_types';
import { useNotify } from '../base/notify';
import { readProblem } from '../base/problems';
import { i18n, needWords, type WordTree } from '../base/words';
import PublicationActs from './publication_acts.vue';

const WORDS: WordTree = {
    next: '下一步', next_draft: '草稿', next_review: '待审', reason: '理由', act_compile: '重新汇编', act_submit: '提交', act_send_back: '退回',
    act_submit_means: '提交后由另一人审定', act_send_back_means: '退回修改', did_compile: '已重新汇编', did_submit: '已提交', did_send_back: '已退回',
};
const pinia = createPinia();
let app: App | null = null;

function show(acts: string[], run: (act: string, reason: string) => Promise<string>, needs: OfficeNeeded | null = null) {
    const done = vi.fn();
    const root = document.createElement('div');
    document.body.append(root);
    app = createApp({ render: () => h(PublicationActs, { feature: 'papers', status: 'draft', acts, main: ['submit'], run, needs, onDone: done }) });
    app.use(pinia).use(i18n).mount(root);
    const press = async (text: string, last = false): Promise<void> => {
        const found = [...document.querySelectorAll('button')].filter((each) => each.textContent?.trim() === text);
        (last ? found.at(-1) : found[0])?.click();
        await new Promise((after) => { setTimeout(after, 0); });
        await nextTick();
    };
    return { root, done, press };
}

beforeEach(async () => {
    setActivePinia(pinia);
    useNotify().toasts = [];
    HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
    await needWords('shell', { 'zh-CN': () => import('../words/zh-CN.json'), en: () => import('../words/en.json') });
    const words = (): Promise<{ default: WordTree }> => Promise.resolve({ default: WORDS });
    await needWords('papers', { 'zh-CN': words, en: words });
});
afterEach(() => { app?.unmount(); document.body.replaceChildren(); });

describe('acts on the way to publication', () => {
    it('say what comes next and ask before they are done', async () => {
        const run = vi.fn((act: string) => Promise.resolve(`after ${act}`));
        const { root, done, press } = show(['compile', 'submit'], run);
        expect(root.textContent).toContain('草稿');
        await press('提交');
        expect(run).toHaveBeenCalledTimes(0);
        expect(document.body.textContent).toContain('提交后由另一人审定');
        await press('提交', true);
        expect(run).toHaveBeenCalledWith('submit', '');
        expect(done).toHaveBeenCalledWith('after submit');
        expect(useNotify().toasts.map((each) => each.text)).toEqual(['已提交']);
    });
    it('say whose office acts where the reader\'s may not', () => {
        const run = vi.fn(() => Promise.resolve(''));
        expect(show([], run, 'of_city').root.textContent).toContain('由市级以上主管部门办理');
        expect(show([], run, 'of_place').root.textContent).toContain('上级地区的主管部门办理');
        expect(show(['submit'], run).root.textContent?.includes('主管部门办理')).toBe(false);
    });
    it('compile anew without a second question', async () => {
        const run = vi.fn(() => Promise.resolve('again'));
        const { press, done } = show(['compile'], run);
        await press('重新汇编');
        expect(run).toHaveBeenCalledWith('compile', '');
        expect(done).toHaveBeenCalledWith('again');
    });
    it('keep the dialog open with the refusal, and want a reason for sending back', async () => {
        const run = vi.fn(() => Promise.reject(readProblem(409, { code: 'list_status', message: { zh: '状态已变', en: 'Its state has changed' } })));
        const { press, done } = show(['send_back'], run);
        await press('退回');
        await press('退回', true);
        expect(run).toHaveBeenCalledTimes(0);
        const reason = document.querySelector('textarea') as HTMLTextAreaElement;
        reason.value = '数据有误';
        reason.dispatchEvent(new Event('input'));
        await press('退回', true);
        expect(run).toHaveBeenCalledWith('send_back', '数据有误');
        expect(done).toHaveBeenCalledTimes(0);
        expect(document.querySelectorAll('dialog').length).toBe(1);
        expect(document.querySelector('dialog')?.textContent).toContain('状态已变');
    });
    it('do not say an old refusal in a new dialog', async () => {
        const run = vi.fn(() => Promise.reject(readProblem(409, { code: 'list_status', message: { zh: '状态已变', en: 'Its state has changed' } })));
        const { press } = show(['submit'], run);
        await press('提交');
        await press('提交', true);
        document.querySelector('dialog')?.dispatchEvent(new Event('close'));
        await nextTick();
        expect(document.querySelectorAll('dialog').length).toBe(0);
        await press('提交');
        expect(document.querySelector('dialog')?.textContent?.includes('状态已变')).toBe(false);
        await press('提交', true);
        expect(document.querySelector('dialog')?.textContent).toContain('状态已变');
    });
});
