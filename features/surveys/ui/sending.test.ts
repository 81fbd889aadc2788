import { describe, expect, it } from 'vitest';
import type { SurveyQuestion, SurveySent, SurveyTaken } from '@ui/base/api_types';
import { ApiProblem, asProblem, readProblem } from '@ui/base/problems';
import { isAway, sendUnsent } from './sending';
import type { AnswerStore, KeptAnswer } from './visit_store';

const questions: SurveyQuestion[] = [{ code: 'out', title: '', kind: 'number', of_member: false, required: true, options: [], min: 0, max: 9, unit: '', shown_when: null }];
const answer = (household: string, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
    account: 'a1', household, label: household, client: `client-${household}`, version: 1, state: 'unsent', outcome: 'completed', consented: true, members: 0,
    values: { 'out/0': ['2'] }, made_at: '2026-11-28T00:00:00Z', faults: [], ...more,
});
function storeOf(answers: KeptAnswer[]): AnswerStore {
    const kept = new Map(answers.map((each) => [`${each.account}/${each.household}`, each]));
    return {
        all: async (account) => [...kept.values()].filter((each) => each.account === account),
        put: async (each) => void kept.set(`${each.account}/${each.household}`, each),
        visits: async () => null, putVisits: async () => undefined,
    };
}
const taken = (sent: SurveySent, more: Partial<SurveyTaken> = {}): SurveyTaken => ({ household: sent.household, client: sent.client, version: sent.version, merged: 'added', status: 'completed', faults: [], ...more });

describe('sending answers', () => {
    it('sends each once, and forgets what was said when it has arrived', async () => {
        const store = storeOf([answer('h1'), answer('h2'), answer('h3', { account: 'a2' })]);
        const sent: SurveySent[] = [];
        const send = async (batch: SurveySent[]) => { sent.push(...batch); return { items: batch.map((each) => taken(each)) }; };
        expect(await sendUnsent(store, 'a1', () => questions, send)).toBe(2);
        expect(await sendUnsent(store, 'a1', () => questions, send)).toBe(0);
        expect(sent.map((each) => each.household)).toEqual(['h1', 'h2']);
        expect((await store.all('a1')).map((each) => [each.state, each.values, each.version])).toEqual([['sent', {}, 1], ['sent', {}, 1]]);
    });
    it('loses nothing when the network breaks, and sends the same version again', async () => {
        const store = storeOf([answer('h1')]);
        await expect(sendUnsent(store, 'a1', () => questions, async () => { throw new TypeError('offline'); })).rejects.toThrow();
        const versions: number[] = [];
        await sendUnsent(store, 'a1', () => questions, async (batch) => { versions.push(...batch.map((each) => each.version)); return { items: batch.map((each) => taken(each, { merged: 'same' })) }; });
        expect(versions).toEqual([1]);
        expect((await store.all('a1'))[0]?.state).toBe('sent');
    });
    it('keeps what was changed while it was on its way, and what was refused', async () => {
        const store = storeOf([answer('h1'), answer('h2')]);
        await sendUnsent(store, 'a1', () => questions, async (batch) => {
            await store.put(answer('h1', { version: 2 }));
            return { items: batch.map((each) => taken(each, each.household === 'h2' ? { merged: null, faults: [{ code: 'survey_over', message: { zh: '', en: '' }, question: '', member: 0 }] } : {})) };
        });
        const kept = await store.all('a1');
        expect(kept.map((each) => [each.state, each.version])).toEqual([['unsent', 2], ['unsent', 1]]);
        expect(kept[1]?.values).toEqual({ 'out/0': ['2'] });
    });
});

describe('whether the server is away', () => {
    it('is told by what came back, not by the browser', () => {
        expect(isAway(ApiProblem.ofClient('network_unreachable'))).toBe(true);
        expect(isAway(ApiProblem.ofClient('timed_out'))).toBe(true);
        expect(isAway(readProblem(502, null))).toBe(true);
        expect(isAway(readProblem(401, { code: 'not_signed_in' }))).toBe(false);
    });
    it('is not told by a fault of the page itself', () => expect(isAway(asProblem(new Error('IndexedDB')))).toBe(false));
});
