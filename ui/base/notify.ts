import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface Toast {
    id: number;
    tone: 'done' | 'info' | 'problem';
    text: string;
}

/** Short messages that confirm what just happened. Refusals are shown where the action was, not here. */
export const useNotify = defineStore('notify', () => {
    const toasts = ref<Toast[]>([]);
    let last = 0;

    function dismiss(id: number): void {
        toasts.value = toasts.value.filter((each) => each.id !== id);
    }

    function show(tone: Toast['tone'], text: string): void {
        last += 1;
        const id = last;
        toasts.value = [...toasts.value.slice(-2), { id, tone, text }];
        setTimeout(() => dismiss(id), tone === 'problem' ? 10_000 : 4_500);
    }

    return {
        toasts, dismiss,
        done: (text: string) => show('done', text),
        info: (text: string) => show('info', text),
        problem: (text: string) => show('problem', text),
    };
});
