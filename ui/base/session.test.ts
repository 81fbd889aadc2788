import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Me, Session } from './api_types';
import { credentials, useTransport } from './http';
import { own } from './preferences';
import { useSession } from './session';

const me = (next_step: Me['next_step']): Me => ({
    account: { id: '1', account: 'zhao', name: '赵敏' }, role: 'official', place: null, organisation: null, person: null,
    csrf_token: `csrf-${next_step}`, rights: [], next_step, second_factor: true, second_factor_from_on: null,
});
const opened = (next_step: Me['next_step']): Session => ({ token: 't', csrf_token: `csrf-${next_step}`, expires_at: '', me: me(next_step) });
const answer = (body: unknown): void => useTransport(async () => new Response(JSON.stringify(body), { status: 201 }), async () => undefined);

describe('signing in', () => {
    beforeEach(() => setActivePinia(createPinia()));

    it('makes nobody of who still owes the second factor', async () => {
        const session = useSession();
        answer(opened('code'));
        await session.signIn('zhao', 'two rivers 22');
        expect(session.me).toBeNull();
        expect(session.half?.next_step).toBe('code');
        expect(credentials.csrfToken).toBe('csrf-code');
        session.finish(opened('none'));
        expect(session.me?.role).toBe('official');
        expect(session.half).toBeNull();
        expect(credentials.csrfToken).toBe('csrf-none');
    });

    it('leaves nothing of its own to the next person at the machine', async () => {
        const session = useSession();
        answer(opened('none'));
        await session.signIn('zhao', 'two rivers 22');
        own.keep('1', 'bid.7', 'secret');
        own.keep('2', 'bid.7', 'of another');
        session.finish(opened('none'));
        expect(own.get('1', 'bid.7')).toBe('secret');
        expect(own.get('2', 'bid.7')).toBeNull();
        await session.signOut();
        expect(own.get('1', 'bid.7')).toBeNull();
        expect(JSON.stringify({ ...localStorage }).includes('secret')).toBe(false);
    });

    it('forgets the half as well when the server has', async () => {
        const session = useSession();
        answer(opened('set_up'));
        await session.signIn('zhao', 'two rivers 22');
        credentials.onSignedOut();
        expect(session.half).toBeNull();
        expect(session.me).toBeNull();
    });
});
