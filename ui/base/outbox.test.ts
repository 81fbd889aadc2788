import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTransport } from './http';
import { useOutbox } from './outbox';

interface Sent { url: string; key: string | null }

/** A network that is there or not, and remembers what reached the server. */
function network(state: { up: boolean; refuse?: boolean }): Sent[] {
    const sent: Sent[] = [];
    useTransport(async (url, init) => {
        if (!state.up) throw new TypeError('offline');
        sent.push({ url, key: new Headers(init.headers).get('Idempotency-Key') });
        if (state.refuse) return new Response(JSON.stringify({ code: 'period_overlap', message: { zh: '重叠', en: 'overlap' } }), { status: 409 });
        return new Response(JSON.stringify({ id: 's1' }), { status: 200 });
    }, async () => undefined);
    return sent;
}

describe('outbox', () => {
    beforeEach(() => { localStorage.clear(); setActivePinia(createPinia()); });

    it('sends at once when there is a network', async () => {
        const sent = network({ up: true });
        const outbox = useOutbox();
        outbox.account = 'a1';
        expect(await outbox.send('签到', 'POST', 'seats/1/start', { code: '1' })).toEqual({ sent: true, result: { id: 's1' } });
        expect(sent).toHaveLength(1);
        expect(outbox.unsent).toHaveLength(0);
    });
    it('keeps what could not be sent, over a restart of the page, and sends it once in order', async () => {
        const state = { up: false };
        const sent = network(state);
        const before = useOutbox();
        before.account = 'a1';
        expect(await before.send('签到', 'POST', 'seats/1/start')).toEqual({ sent: false });
        expect(await before.send('报工时', 'POST', 'seats/1/timesheets')).toEqual({ sent: false });
        const keys = before.unsent.map((each) => each.key);

        setActivePinia(createPinia());
        const after = useOutbox();
        after.account = 'a1';
        expect(after.mine.map((each) => each.title)).toEqual(['签到', '报工时']);
        state.up = true;
        await Promise.all([after.flush(), after.flush()]);
        expect(sent.map((each) => each.url)).toEqual(['/api/v1/seats/1/start', '/api/v1/seats/1/timesheets']);
        expect(sent.map((each) => each.key)).toEqual(keys);
        expect(localStorage.getItem('jianghui.outbox')).toBeNull();
    });
    it('throws a refusal instead of keeping it', async () => {
        network({ up: true, refuse: true });
        const outbox = useOutbox();
        outbox.account = 'a1';
        await expect(outbox.send('报工时', 'POST', 'seats/1/timesheets')).rejects.toMatchObject({ code: 'period_overlap' });
        expect(outbox.unsent).toHaveLength(0);
    });
    it('shows what was refused when it was finally sent', async () => {
        const state = { up: false, refuse: true };
        network(state);
        const outbox = useOutbox();
        outbox.account = 'a1';
        await outbox.send('报工时', 'POST', 'seats/1/timesheets');
        state.up = true;
        await outbox.flush();
        expect(outbox.unsent).toHaveLength(0);
        expect(outbox.refused[0]?.problem.code).toBe('period_overlap');
    });
    it('never sends the actions of another account on the same phone', async () => {
        const state = { up: false };
        const sent = network(state);
        const outbox = useOutbox();
        outbox.account = 'a1';
        await outbox.send('签到', 'POST', 'seats/1/start');
        outbox.account = 'a2';
        state.up = true;
        await outbox.flush();
        expect(sent).toHaveLength(0);
        expect(outbox.unsent).toHaveLength(1);
    });
});
