import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OccupationSuggestion } from './api_types';
import { confirmOccupation, useOccupationSuggestions } from './occupation_suggestions';

const asked = vi.hoisted(() => ({ suggest: vi.fn(), choose: vi.fn() }));
vi.mock('./api', () => ({ api: { codes: { suggestOccupations: asked.suggest, chooseOccupation: asked.choose } } }));

const welder: OccupationSuggestion = { code: '6-18-02-04', name: '焊工', path: ['生产制造及有关人员', '焊工'], confidence_per_mille: 950, ground: 'everyday_name', term: '电焊工' };
let scope: EffectScope;
beforeEach(() => { vi.useFakeTimers(); scope = effectScope(); asked.suggest.mockReset(); asked.choose.mockReset(); });
afterEach(() => { scope.stop(); vi.useRealTimers(); });

describe('suggestions of occupations', () => {
    it('are asked once a moment after the last key', async () => {
        asked.suggest.mockResolvedValue({ items: [welder] });
        const title = ref('电');
        const found = scope.run(() => useOccupationSuggestions(() => title.value, () => ' 焊接钢梁 '))!;
        expect(found.state.value).toBe('quiet');
        for (const text of ['电焊', '电焊工']) { title.value = text; await nextTick(); vi.advanceTimersByTime(200); }
        await vi.advanceTimersByTimeAsync(400);
        expect(asked.suggest).toHaveBeenCalledTimes(1);
        expect(asked.suggest.mock.calls[0]?.[0]).toEqual({ title: '电焊工', description: '焊接钢梁' });
        expect(found.state.value).toBe('ready');
        expect(found.items.value).toEqual([welder]);
    });
    it('of an earlier title are dropped', async () => {
        let answerFirst: (value: unknown) => void = () => undefined;
        asked.suggest.mockImplementationOnce(() => new Promise((done) => { answerFirst = done; })).mockResolvedValue({ items: [] });
        const title = ref('电焊工');
        const found = scope.run(() => useOccupationSuggestions(() => title.value))!;
        await vi.advanceTimersByTimeAsync(400);
        title.value = '月嫂';
        await nextTick();
        await vi.advanceTimersByTimeAsync(400);
        answerFirst({ items: [welder] });
        await vi.advanceTimersByTimeAsync(1);
        expect(found.items.value).toEqual([]);
        expect(found.state.value).toBe('ready');
    });
    it('say when they could not be had, and are quiet for too little', async () => {
        asked.suggest.mockRejectedValueOnce(new Error('away')).mockResolvedValue({ items: [welder] });
        const title = ref('电焊工');
        const found = scope.run(() => useOccupationSuggestions(() => title.value))!;
        await vi.advanceTimersByTimeAsync(400);
        expect(found.state.value).toBe('failed');
        await found.again();
        expect(found.state.value).toBe('ready');
        title.value = ' 工 ';
        await nextTick();
        expect(found.state.value).toBe('quiet');
        expect(found.items.value).toEqual([]);
    });
    it('are confirmed by a choice, whose failure hurts nobody', () => {
        asked.choose.mockRejectedValue(new Error('away'));
        confirmOccupation(' 电焊工 ', '6-18-02-04');
        confirmOccupation('工', '6-18-02-04');
        confirmOccupation('电焊工', '');
        expect(asked.choose.mock.calls).toEqual([['电焊工', '6-18-02-04']]);
    });
});
