import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api } from './api';
import type { Me, Role, Session } from './api_types';
import { credentials } from './http';
import { asProblem } from './problems';
import { own, store, stored } from './preferences';

/** Who is signed in. The token itself lives in an HttpOnly cookie that no script can read. */
export const useSession = defineStore('session', () => {
    const me = ref<Me | null>(null);
    /** Who has given the password and still owes a second factor: nobody yet for any page but the sign-in. */
    const half = ref<Me | null>(null);
    const asked = ref(false);
    let asking: Promise<void> | null = null;

    function take(value: Me | null): void {
        const due = value !== null && value.next_step !== 'none';
        me.value = due ? null : value;
        half.value = due ? value : null;
        credentials.csrfToken = value?.csrf_token ?? null;
        store('signed_in', value ? '1' : null);
        own.forget(value?.account.id);
    }
    credentials.onSignedOut = () => take(null);

    /** Asks the server once per page who this is. Throws when it cannot be reached. */
    async function know(): Promise<void> {
        if (asked.value) return;
        asking ??= (async () => {
            try {
                take(await api.sessions.me());
                asked.value = true;
            } catch (thrown) {
                if (asProblem(thrown).code !== 'not_signed_in') throw thrown;
                asked.value = true;
            } finally {
                asking = null;
            }
        })();
        await asking;
    }

    /** On public pages: asks only a browser that has signed in before, so that visitors cost nothing. */
    async function knowIfSignedInBefore(): Promise<void> {
        if (stored('signed_in')) await know().catch(() => undefined);
    }

    async function signIn(account: string, password: string): Promise<Me> {
        const session = await api.sessions.signIn(account, password);
        take({ ...session.me, csrf_token: session.csrf_token });
        asked.value = true;
        return session.me;
    }

    /** Takes a session that a second step has opened. */
    function finish(session: Session): Me {
        take({ ...session.me, csrf_token: session.csrf_token });
        return session.me;
    }

    /** Asks again who this is: something about the account has changed. */
    async function refresh(): Promise<void> {
        take(await api.sessions.me());
    }

    async function signOut(): Promise<void> {
        await api.sessions.signOut().catch(() => undefined);
        take(null);
    }

    const role = computed<Role | null>(() => me.value?.role ?? null);
    const may = (right: string): boolean => me.value?.rights.includes(right) ?? false;

    return { me, half, finish, refresh, asked, role, know, knowIfSignedInBefore, signIn, signOut, may };
});

/** The start page of a role. */
export function homeOf(role: Role): string {
    return role === 'worker' ? '/pocket/' : '/desk/';
}
