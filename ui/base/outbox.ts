import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Instant } from './api_types';
import { programNow } from './clock';
import { call, newKey, type Method } from './http';
import { asProblem, type ApiProblem } from './problems';
import { store, stored } from './preferences';

/** An action that its person has taken and the server has not yet confirmed. */
export interface UnsentAction {
    /** Also its Idempotency-Key: sent twice, it is done once. */
    key: string;
    /** Whose action it is: another account on the same phone never sends it. */
    account: string;
    method: Method;
    path: string;
    body: unknown;
    /** What the person sees it as: "到岗签到：清香车间酿酒工". */
    title: string;
    made_at: Instant;
}

/** An action that was refused when it was finally sent. */
export interface RefusedAction {
    action: UnsentAction;
    problem: ApiProblem;
}

export type Sent<T> = { sent: true; result: T } | { sent: false };

/** Keeps what a worker did without a network and sends it, in order, when the network is back. */
export const useOutbox = defineStore('outbox', () => {
    const unsent = ref<UnsentAction[]>(read());
    const refused = ref<RefusedAction[]>([]);
    const account = ref<string | null>(null);
    let flushing: Promise<void> | null = null;

    function read(): UnsentAction[] {
        try {
            const value: unknown = JSON.parse(stored('outbox') ?? '[]');
            return Array.isArray(value) ? (value as UnsentAction[]) : [];
        } catch {
            return [];
        }
    }

    function keep(actions: UnsentAction[]): void {
        unsent.value = actions;
        store('outbox', actions.length ? JSON.stringify(actions) : null);
    }

    const mine = computed(() => unsent.value.filter((each) => each.account === account.value));

    /** Does it now when possible; otherwise keeps it. A refusal of the server is thrown, not kept. */
    async function send<T>(title: string, method: Method, path: string, body: unknown = {}): Promise<Sent<T>> {
        const key = newKey();
        try {
            if (mine.value.length) await flush();
            if (mine.value.length === 0) {
                return { sent: true, result: await call<T>(method, path, { body, idempotencyKey: key }) };
            }
        } catch (thrown) {
            if (!asProblem(thrown).isTransient) throw thrown;
        }
        keep([...unsent.value, {
            key, account: account.value ?? '', method, path, body, title, made_at: programNow().toISOString(),
        }]);
        return { sent: false };
    }

    async function flushNow(): Promise<void> {
        for (const action of [...mine.value]) {
            try {
                await call(action.method, action.path, { body: action.body, idempotencyKey: action.key });
            } catch (thrown) {
                const problem = asProblem(thrown);
                // Still no network, or signed out: the action waits. Anything else is an answer.
                if (problem.isTransient || problem.status === 401) return;
                refused.value = [...refused.value, { action, problem }];
            }
            keep(unsent.value.filter((each) => each.key !== action.key));
        }
    }

    /** Sends what waits, one after the other; stops at the first that finds no network. */
    async function flush(): Promise<void> {
        flushing ??= flushNow().finally(() => { flushing = null; });
        await flushing;
    }

    function drop(key: string): void {
        keep(unsent.value.filter((each) => each.key !== key));
    }

    function dismissRefusal(key: string): void {
        refused.value = refused.value.filter((each) => each.action.key !== key);
    }

    /** Sends for this account whenever the network returns. Call once in the shell. */
    function startFor(id: string): void {
        account.value = id;
        void flush();
        addEventListener('online', () => void flush());
        setInterval(() => { if (mine.value.length) void flush(); }, 20_000);
    }

    return { unsent, mine, refused, account, send, flush, drop, dismissRefusal, startFor };
});
