import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { store, stored } from './preferences';

/** Under this a difference is the way of an answer, or a clock of whole seconds, and not another time. */
const APART_MS = 5_000;

/** The program's time is this much later than the device's: a demo begins on its own day, and devices go wrong. */
let shift = Number(stored('clock')) || 0;
const now = ref(programNow());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The moment as the program has it, whatever the device's clock says. */
export function programNow(): Date {
    return new Date(Date.now() + shift);
}

/** Learns the program's time from the `Date` of an answer; what is no date teaches nothing. */
export function heard(date: string | null): void {
    const said = date === null ? NaN : Date.parse(date);
    if (Number.isNaN(said) || Math.abs(said - programNow().getTime()) < APART_MS) return;
    shift = Math.abs(said - Date.now()) < APART_MS ? 0 : said - Date.now();
    store('clock', String(shift));
    now.value = programNow();
}

/** The current moment, one tick a second while a page uses it: countdowns and relative times share it. */
export function useNow(): Readonly<Ref<Date>> {
    users += 1;
    if (users === 1) {
        now.value = programNow();
        timer = setInterval(() => { now.value = programNow(); }, 1000);
    }
    onScopeDispose(() => {
        users -= 1;
        if (users === 0) clearInterval(timer);
    });
    return readonly(now) as Readonly<Ref<Date>>;
}
