import { computed, nextTick, reactive, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem, inLanguage, type ApiProblem, type Language } from './problems';
import { store, stored, usePreferences } from './preferences';
import { i18n } from './words';

/** The limits of one field, as the API's schema gives them. */
export interface FieldLimits {
    required?: boolean;
    minLength?: number;
    maxLength?: number;
    minimum?: number;
    maximum?: number;
    pattern?: RegExp;
    /** Says what the pattern wants, in the reader's language. */
    patternHelp?: () => string;
    /** Any further rule: gives a sentence when the value breaks it. */
    check?: (value: unknown, all: Record<string, unknown>) => string | null;
    /** JSON pointer of the field in the request when it is not "/" + name. */
    pointer?: string;
}

export type FormLimits<T> = { [Name in keyof T]?: FieldLimits };

export interface FieldError {
    name: string;
    text: string;
}

export interface Form<T extends Record<string, unknown>, R> {
    values: T;
    errors: Ref<Record<string, string>>;
    /** For the summary above the form, in the order of the fields. */
    errorList: ComputedRef<FieldError[]>;
    problem: ShallowRef<ApiProblem | null>;
    busy: Ref<boolean>;
    limits: FormLimits<T>;
    /** Checks all fields; true when nothing is wrong. */
    check: (names?: (keyof T & string)[]) => boolean;
    /** Checks one field when it is left. */
    touch: (name: keyof T & string) => void;
    submit: () => Promise<R | null>;
    /** True when a kept draft was brought back. */
    restored: Ref<boolean>;
    forget: () => void;
}

function isEmpty(value: unknown): boolean {
    return value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

const say = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(`shell.form.${key}`, values);

/** The first limit that the value breaks, as a sentence that says what would be accepted; null when none. */
export function brokenLimit(value: unknown, limits: FieldLimits, all: Record<string, unknown>): string | null {
    if (isEmpty(value) || value === false) {
        if (limits.required) return say('required');
        return null;
    }
    if (typeof value === 'string') {
        const length = [...value.trim()].length;
        if (limits.minLength !== undefined && length < limits.minLength) {
            return say('too_short', { least: limits.minLength, now: length });
        }
        if (limits.maxLength !== undefined && length > limits.maxLength) {
            return say('too_long', { most: limits.maxLength, now: length });
        }
        if (limits.pattern && !limits.pattern.test(value.trim())) {
            return limits.patternHelp?.() ?? say('wrong_form');
        }
    }
    if (typeof value === 'number') {
        if (limits.minimum !== undefined && value < limits.minimum) return say('too_small', { least: limits.minimum });
        if (limits.maximum !== undefined && value > limits.maximum) return say('too_large', { most: limits.maximum });
    }
    return limits.check?.(value, all) ?? null;
}

interface FormParts<T extends Record<string, unknown>, R> {
    initial: T;
    limits: FormLimits<T>;
    submit: (values: T) => Promise<R>;
    /** Where the draft is kept between visits; never for passwords and identity numbers. */
    draftKey?: string;
    /** Fields that are never kept. */
    secret?: (keyof T & string)[];
}

/** Spreads the server's findings over the fields they point at; what fits no field stays in the problem. */
export function fieldErrorsOf<T>(problem: ApiProblem, limits: FormLimits<T>, names: string[], language: Language): Record<string, string> {
    const found: Record<string, string> = {};
    const pointers = new Map(names.map((name) =>
        [limits[name as keyof T]?.pointer ?? `/${name}`, name] as const));
    const details = [...problem.errors.map((each) => ({ path: each.path, text: inLanguage(each.message, language) })),
        { path: problem.path ?? '', text: problem.text(language) }];
    for (const { path, text } of details) {
        const exact = pointers.get(path);
        const parent = [...pointers.entries()].find(([pointer]) => path.startsWith(`${pointer}/`))?.[1];
        const name = exact ?? parent;
        if (name && !found[name]) found[name] = text;
    }
    return found;
}

/** The state of a form: values, limits, errors beside the fields, a kept draft, and one submit at a time. */
export function useForm<T extends Record<string, unknown>, R>(parts: FormParts<T, R>): Form<T, R> {
    const names = Object.keys(parts.initial) as (keyof T & string)[];
    const values = reactive(structuredClone(parts.initial)) as T;
    const errors = ref<Record<string, string>>({});
    const problem = shallowRef<ApiProblem | null>(null);
    const busy = ref(false);
    const restored = ref(false);
    const preferences = usePreferences();
    const draftName = parts.draftKey ? `draft.${parts.draftKey}` : null;

    if (draftName) {
        restored.value = restore(values, stored(draftName));
        watch(values, (now) => {
            const kept = Object.fromEntries(Object.entries(now).filter(([name]) => !parts.secret?.includes(name)));
            store(draftName, JSON.stringify(kept));
        }, { deep: true });
    }

    function touch(name: keyof T & string): void {
        const text = brokenLimit(values[name], parts.limits[name] ?? {}, values);
        const { [name]: _dropped, ...others } = errors.value;
        errors.value = text ? { ...others, [name]: text } : others;
    }

    // A fault goes while its value is being changed, not when the field is left: else the page would move under the
    // button that is being pressed, and the press would be lost.
    watch(() => ({ ...values }), (now, before) => {
        for (const name of Object.keys(errors.value) as (keyof T & string)[]) if (now[name] !== before[name]) touch(name);
    });

    function check(only: (keyof T & string)[] = names): boolean {
        const found: Record<string, string> = {};
        for (const name of only) {
            const text = brokenLimit(values[name], parts.limits[name] ?? {}, values);
            if (text) found[name] = text;
        }
        errors.value = found;
        return Object.keys(found).length === 0;
    }

    function forget(): void {
        if (draftName) store(draftName, null);
        restored.value = false;
    }

    async function submit(): Promise<R | null> {
        if (busy.value) return null;
        problem.value = null;
        if (!check()) {
            await showSummary();
            return null;
        }
        busy.value = true;
        try {
            const result = await parts.submit(values);
            forget();
            return result;
        } catch (thrown) {
            problem.value = asProblem(thrown);
            errors.value = fieldErrorsOf(problem.value, parts.limits, names, preferences.language);
            await showSummary();
            return null;
        } finally {
            busy.value = false;
        }
    }

    return {
        values, errors, problem, busy, restored, limits: parts.limits, check, touch, submit, forget,
        errorList: computed(() => names.flatMap((name) => {
            const text = errors.value[name];
            return text ? [{ name, text }] : [];
        })),
    };
}

/** Moves the focus to the summary, where a screen reader starts reading what is wrong. */
async function showSummary(): Promise<void> {
    await nextTick();
    document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}

function restore(values: Record<string, unknown>, text: string | null): boolean {
    if (!text) return false;
    try {
        const kept = JSON.parse(text) as Record<string, unknown>;
        let changed = false;
        for (const [name, value] of Object.entries(kept)) {
            if (!(name in values) || typeof value !== typeof values[name]) continue;
            if (JSON.stringify(values[name]) !== JSON.stringify(value)) changed = true;
            values[name] = value;
        }
        return changed;
    } catch {
        return false;
    }
}
