import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { ApiProblem } from './problems';
import { useAction, useList, useResource } from './resource';

const settle = async (): Promise<void> => { for (let turn = 0; turn < 6; turn += 1) await nextTick(); };

describe('resource', () => {
    it('drops a late answer of an earlier question', async () => {
        const answers = new Map<string, (value: string) => void>();
        const asked = ref('a');
        const scope = effectScope();
        const resource = scope.run(() => useResource(() => new Promise<string>((resolve) => answers.set(asked.value, resolve)), () => asked.value))!;
        await settle();
        asked.value = 'b';
        await settle();
        answers.get('b')?.('B');
        answers.get('a')?.('A');
        await settle();
        expect(resource.data.value).toBe('B');
        scope.stop();
    });
    it('keeps the old data on the page while it reloads, and after a failed reload', async () => {
        let fail = false;
        const resource = effectScope().run(() => useResource(async () => { if (fail) throw ApiProblem.ofClient('network_unreachable'); return 1; }))!;
        await settle();
        fail = true;
        await resource.reload();
        expect(resource.data.value).toBe(1);
        expect(resource.state.value).toBe('ready');
        expect(resource.problem.value?.isNetwork).toBe(true);
    });
});

describe('list', () => {
    it('adds pages, begins again when a filter changes, and patches in place', async () => {
        const filters = ref({ q: '' });
        const list = effectScope().run(() => useList(async (cursor) => ({ items: cursor ? [{ id: 3, n: 0 }] : [{ id: 1, n: 0 }, { id: 2, n: 0 }], next: cursor ? null : 'c' }), () => filters.value))!;
        await settle();
        expect(list.total.value).toBeNull();
        await list.loadMore();
        expect(list.items.value.map((each) => each.id)).toEqual([1, 2, 3]);
        expect(list.total.value).toBe(3);
        list.patch((each) => each.id === 2, (each) => ({ ...each, n: 9 }));
        expect(list.items.value[1]?.n).toBe(9);
        filters.value.q = 'x';
        await settle();
        expect(list.items.value.map((each) => each.id)).toEqual([1, 2]);
    });
});

describe('action', () => {
    it('runs once at a time and keeps its refusal', async () => {
        let calls = 0;
        const action = useAction(async (fail: boolean) => { calls += 1; if (fail) throw ApiProblem.ofClient('timed_out'); return 'ok'; });
        expect(await Promise.all([action.run(false), action.run(false)])).toEqual(['ok', null]);
        expect(calls).toBe(1);
        expect(await action.run(true)).toBeNull();
        expect(action.problem.value?.code).toBe('timed_out');
    });
});
