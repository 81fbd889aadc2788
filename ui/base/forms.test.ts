import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { brokenLimit, useForm } from './forms';
import { readProblem } from './problems';
import zh from '../words/zh-CN.json';
import { i18n } from './words';

i18n.global.mergeLocaleMessage('zh-CN', { shell: zh });

describe('limits of a field', () => {
    it('says what is missing, too long, too small, and counts characters, not bytes', () => {
        expect(brokenLimit('', { required: true }, {})).toBe('这一项要填');
        expect(brokenLimit('', { minLength: 3 }, {})).toBeNull();
        expect(brokenLimit('𠮷𠮷', { maxLength: 2 }, {})).toBeNull();
        expect(brokenLimit('一二三', { maxLength: 2 }, {})).toContain('最多 2 个字');
        expect(brokenLimit(0, { minimum: 1 }, {})).toBe('不能小于 1');
        expect(brokenLimit(501, { maximum: 500 }, {})).toBe('不能大于 500');
        expect(brokenLimit(false, { required: true }, {})).toBe('这一项要填');
        expect(brokenLimit('b', { check: (value, all) => (value === all.other ? null : '不同') }, { other: 'a' })).toBe('不同');
    });
});

describe('form', () => {
    beforeEach(() => { localStorage.clear(); setActivePinia(createPinia()); });

    it('does not send what breaks a limit', async () => {
        let sent = 0;
        const form = useForm({ initial: { title: '' }, limits: { title: { required: true } }, submit: async () => { sent += 1; } });
        expect(await form.submit()).toBeNull();
        expect(sent).toBe(0);
        expect(form.errorList.value).toEqual([{ name: 'title', text: '这一项要填' }]);
    });
    it('puts the server’s findings beside the fields they point at, nested ones too', async () => {
        const form = useForm({
            initial: { name: 'x', skills: ['a'], other: 'x' }, limits: { name: { pointer: '/organisation/name' } },
            submit: async () => {
                throw readProblem(422, { code: 'post_check_failed', message: { zh: '未通过', en: 'failed' }, errors: [{ code: 'a', message: { zh: '名称不对', en: 'name' }, path: '/organisation/name' }, { code: 'b', message: { zh: '技能不对', en: 'skill' }, path: '/skills/0/name' }, { code: 'c', message: { zh: '别处', en: 'elsewhere' }, path: '/nowhere' }] });
            },
        });
        await form.submit();
        expect(form.errors.value).toEqual({ name: '名称不对', skills: '技能不对' });
        expect(form.problem.value?.errors).toHaveLength(3);
        expect(form.values.name).toBe('x');
    });
    it('drops a finding while its value is changed, before the field is left', async () => {
        const refused = readProblem(422, { code: 'code_wrong', message: { zh: '不对', en: 'wrong' }, path: '/code' });
        const form = useForm({ initial: { code: '000000' }, limits: { code: { required: true } }, submit: () => Promise.reject(refused) });
        await form.submit();
        expect(form.errors.value).toEqual({ code: '不对' });
        form.values.code = '123456';
        await nextTick();
        expect(form.errors.value).toEqual({});
    });

    it('keeps a draft without its secrets and forgets it after success', async () => {
        const parts = { initial: { title: '', password: '' }, limits: {}, draftKey: 'order', secret: ['password' as const], submit: async () => 'done' };
        const first = useForm(parts);
        first.values.title = '酿酒工';
        first.values.password = 'geheim';
        await nextTick();
        const second = useForm(parts);
        expect(second.values).toMatchObject({ title: '酿酒工', password: '' });
        expect(second.restored.value).toBe(true);
        expect(await second.submit()).toBe('done');
        expect(useForm(parts).restored.value).toBe(false);
    });
    it('sends once while it is sending', async () => {
        let finish = (_value: string): void => undefined;
        let sent = 0;
        const form = useForm({ initial: { title: 'x' }, limits: {}, submit: () => { sent += 1; return new Promise<string>((resolve) => { finish = resolve; }); } });
        const first = form.submit();
        expect(await form.submit()).toBeNull();
        finish('ok');
        expect(await first).toBe('ok');
        expect(sent).toBe(1);
    });
});
