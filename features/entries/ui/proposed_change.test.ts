import { createPinia, setActivePinia } from 'pinia';
import { createApp, h, nextTick, Suspense } from 'vue';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryDetail, EntryProposal, FieldValues } from '@ui/base/api_types';
import { useTransport } from '@ui/base/http';
import { i18n, needWords } from '@ui/base/words';
import screens from './index';
import ProposedChange from './proposed_change.vue';

/** What the second official reads before she decides: only what would be otherwise. */
const field = (id: string, zh: string) => ({ id, title: { zh, en: id }, type: 'text', required: true, audience: 'everybody', sealed: false });
const entry = { valid_to_on: '2027-05-31', fields: [field('reason', '事由'), field('note', '备注')], values: { reason: '欠薪', note: '首次' }, names: {} } as unknown as EntryDetail;
const proposed = (valid_to_on: string | null, values: FieldValues): EntryProposal => ({ act: 'change', valid_to_on, values, names: {}, reason: 'corrected', note: null, at: '2026-11-20T10:00:00+08:00', by: '王审核', mine: false });

async function textOf(proposal: EntryProposal): Promise<string> {
    const root = document.createElement('div');
    createApp({ render: () => h(Suspense, null, { default: () => h(ProposedChange, { entry, proposal }) }) }).use(i18n).mount(root);
    for (let turn = 0; turn < 12; turn += 1) { await new Promise((done) => { setTimeout(done, 0); }); await nextTick(); }
    return root.textContent ?? '';
}

beforeEach(async () => {
    setActivePinia(createPinia());
    useTransport(() => Promise.resolve(new Response('{}', { status: 200, headers: { 'Content-Type': 'application/json' } })), () => Promise.resolve());
    await needWords('shell', { 'zh-CN': () => import('../../../ui/words/zh-CN.json'), en: () => import('../../../ui/words/en.json') });
    await needWords('entries', screens.words!);
    i18n.global.locale.value = 'zh-CN';
});

describe('a proposed change', () => {
    it('says the last day before and after, and no content that stays', async () => {
        const text = await textOf(proposed('2026-12-31', { reason: '欠薪', note: '首次' }));
        expect(text).toContain('有效期至：');
        expect(text).toContain('→');
        expect(text.includes('事由')).toBe(false);
    });
    it('says the content that would be otherwise, and what would go', async () => {
        const text = await textOf(proposed('2027-05-31', { reason: '出租证照' }));
        expect(text).toContain('出租证照');
        expect(text).toContain('“备注”不再填写');
        expect(text.includes('有效期至')).toBe(false);
    });
});
