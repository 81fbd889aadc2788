import { createPinia, setActivePinia } from 'pinia';
import { createApp, h, nextTick, ref, type App } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Field, FieldType, FieldValues } from '../base/api_types';
import { readProblem, type ApiProblem } from '../base/problems';
import { i18n, needWords } from '../base/words';
import FieldForm from './field_form.vue';
import RegisterFields from './register_fields.vue';

vi.mock('../base/api', () => ({ api: { codes: {
    places: () => Promise.resolve({ items: [], next: null }),
    tables: () => Promise.resolve({ items: [{ table: 'kinds', items: [{ code: 'a', zh: '甲', en: 'A' }, { code: 'b', zh: '乙', en: 'B' }] }], next: null }),
} } }));

const TYPES: FieldType[] = ['text', 'long_text', 'integer', 'fen', 'date', 'boolean', 'code', 'codes', 'place', 'occupation', 'industry',
    'credit_code', 'phone', 'identity_number', 'organisation', 'person', 'file', 'rows'];
const make = (id: string, type: FieldType, more: Partial<Field> = {}): Field => ({ id, title: { zh: `${id}栏`, en: id }, type, table: 'kinds', ...more });

type Exposed = { check: () => boolean; cleaned: () => FieldValues; leftOver: string[] };
const pinia = createPinia();
let app: App | null = null;
const place = (): HTMLElement => { const div = document.createElement('div'); document.body.append(div); return div; };

/** A form on a page: its values, what it exposes, and the problem that the server answered. */
async function show(fields: Field[], initial: FieldValues = {}) {
    const values = ref(initial);
    const problem = ref<ApiProblem | null>(null);
    const form = ref<Exposed | null>(null);
    const root = place();
    app = createApp({ render: () => h(FieldForm, {
        ref: form, modelValue: values.value, fields, problem: problem.value, 'onUpdate:modelValue': (now: FieldValues) => { values.value = now; },
        upload: (file: File) => Promise.resolve({ id: 'f1', name: file.name }),
    }) });
    app.use(pinia).use(i18n).mount(root);
    await new Promise((done) => { setTimeout(done, 0); });
    await nextTick();
    return { root, values, problem, form: form as { value: Exposed } };
}

async function type(input: Element | null, text: string): Promise<void> {
    (input as HTMLInputElement).value = text;
    input?.dispatchEvent(new Event('input'));
    await nextTick();
}

beforeEach(async () => {
    setActivePinia(pinia);
    await needWords('shell', { 'zh-CN': () => import('../words/zh-CN.json'), en: () => import('../words/en.json') });
});
afterEach(() => { app?.unmount(); document.body.replaceChildren(); });

describe('a form by its definition', () => {
    it('has a control for every type, each with its label', async () => {
        const { root } = await show(TYPES.map((each) => make(each, each, { columns: [make('name', 'text')] })));
        for (const each of TYPES) {
            const at = root.querySelector(`[data-field="${each}"]`);
            expect(at?.querySelector('label, legend')?.textContent, each).toContain(`${each}栏`);
            expect(at?.querySelector('input, select, textarea, button'), each).toBeTruthy();
        }
        for (const label of root.querySelectorAll<HTMLLabelElement>('label[for]')) {
            expect(document.getElementById(label.htmlFor), label.textContent ?? '').toBeTruthy();
        }
    });
    it('writes fen, numbers and codes as they travel', async () => {
        const { root, values } = await show([make('fee', 'fen'), make('staff', 'integer'), make('kinds', 'codes')]);
        await type(root.querySelector('[data-field="fee"] input'), '1,200.5');
        await type(root.querySelector('[data-field="staff"] input'), '12');
        const box = root.querySelectorAll<HTMLInputElement>('[data-field="kinds"] input')[1];
        box!.checked = true;
        box!.dispatchEvent(new Event('change'));
        await nextTick();
        expect(values.value).toEqual({ fee: 120_050, staff: 12, kinds: ['b'] });
    });
    it('asks a conditional field when it is due', async () => {
        const { root, values } = await show([make('kind', 'code'), make('why', 'text', { when: { field: 'kind', is: ['b'] } })]);
        expect(root.querySelector('[data-field="why"]')).toBeNull();
        values.value = { kind: 'b' };
        await nextTick();
        expect(root.querySelector('[data-field="why"]')).toBeTruthy();
    });
    it('adds and takes away rows', async () => {
        const { root, values } = await show([make('staff', 'rows', { max: 2, columns: [make('name', 'text')] })]);
        const press = async (n: number) => { root.querySelectorAll<HTMLButtonElement>('[data-field="staff"] button')[n]?.click(); await nextTick(); await nextTick(); };
        await press(0);
        await type(root.querySelector('[data-field="name"] input'), '王');
        expect(values.value).toEqual({ staff: [{ name: '王' }] });
        await press(1);
        expect(root.querySelectorAll('[data-field="staff"] section').length).toBe(2);
        await press(0);
        expect(values.value).toEqual({ staff: [{}] });
    });
    it('checks, and shows each fault beside its field until it is mended', async () => {
        const { root, form } = await show([make('name', 'text'), make('staff', 'rows', { columns: [make('phone', 'phone')] })], { staff: [{ phone: '1' }] });
        expect(form.value.check()).toBe(false);
        await nextTick();
        expect(root.querySelectorAll('.error').length).toBe(2);
        expect(root.querySelector('[data-field="name"] input')?.getAttribute('aria-invalid')).toBe('true');
        await type(root.querySelector('[data-field="name"] input'), '江汇');
        expect(root.querySelectorAll('.error').length).toBe(1);
        await type(root.querySelector('[data-field="phone"] input'), '13800000000');
        expect(form.value.check()).toBe(true);
        expect(form.value.cleaned()).toEqual({ name: '江汇', staff: [{ phone: '13800000000' }] });
    });
    it('shows what the server found where it belongs, and the rest as left over', async () => {
        const { root, problem, form } = await show([make('kinds', 'codes'), make('staff', 'rows', { columns: [make('name', 'text')] })], { kinds: ['a'], staff: [{ name: 'x' }] });
        problem.value = readProblem(400, { code: 'invalid_input', message: { zh: '有错', en: 'Faults' }, errors: [
            { code: 'unknown_code', message: { zh: '没有这个代码', en: 'Unknown' }, path: '/values/kinds/0' },
            { code: 'out_of_range', message: { zh: '太短', en: 'Short' }, path: '/values/staff/0/name' },
            { code: 'unknown_field', message: { zh: '多余', en: 'Unknown' }, path: '/values/odd' }] });
        await nextTick();
        expect(root.querySelector('[data-field="kinds"] .error')?.textContent).toContain('没有这个代码');
        expect(root.querySelector('[data-field="name"] .error')?.textContent).toContain('太短');
        expect(form.value.leftOver).toEqual(['多余']);
        await type(root.querySelector('[data-field="name"] input'), 'xyz');
        expect(root.querySelector('[data-field="name"] .error')).toBeNull();
    });
});

describe('values by their definition', () => {
    it('says them as people read them and leaves out what is not there', async () => {
        const opened: string[] = [];
        const root = place();
        app = createApp({ render: () => h(RegisterFields, {
            fields: [make('kinds', 'codes'), make('fee', 'fen'), make('ok', 'boolean'), make('none', 'text'), make('id', 'identity_number', { sealed: true }),
                make('trade', 'occupation'), make('staff', 'rows', { columns: [make('kind', 'code')] })],
            values: { kinds: ['a', 'b'], fee: 120_000, ok: false, id: '5105**********1234', trade: '6-02-06-03', staff: [{ kind: 'b' }] },
            names: { '6-02-06-03': '酿酒师' }, canOpen: true, onOpen: (field: string) => opened.push(field),
        }) });
        app.use(pinia).use(i18n).mount(root);
        await new Promise((done) => { setTimeout(done, 0); });
        await nextTick();
        const text = (id: string) => root.querySelector(`[data-field="${id}"]`)?.textContent?.trim() ?? null;
        expect([text('kinds'), text('fee'), text('ok'), text('none'), text('trade')]).toEqual(['甲、乙', '¥1,200', '否', null, '酿酒师']);
        expect(text('staff')).toContain('乙');
        root.querySelector<HTMLButtonElement>('[data-field="id"] button')?.click();
        expect(opened).toEqual(['id']);
    });
});
