import { onScopeDispose, readonly, ref, type Ref } from 'vue';

const now = ref(new Date());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The current moment, one tick a second while a page uses it: countdowns and relative times share it. */
export function useNow(): Readonly<Ref<Date>> {
    users += 1;
    if (users === 1) {
        now.value = new Date();
        timer = setInterval(() => { now.value = new Date(); }, 1000);
    }
    onScopeDispose(() => {
        users -= 1;
        if (users === 0) clearInterval(timer);
    });
    return readonly(now) as Readonly<Ref<Date>>;
}
