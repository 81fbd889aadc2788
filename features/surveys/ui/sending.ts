/** Sends what waits on the device. Sent twice it is taken once; what changed meanwhile, or was refused, stays. */
import type { Id, SurveyQuestion, SurveySent, SurveyTaken } from '@ui/base/api_types';
import type { ApiProblem } from '@ui/base/problems';
import { givenOf } from './rules';
import type { AnswerStore, KeptAnswer } from './visit_store';

const BATCH = 20;
export type Send = (answers: SurveySent[]) => Promise<{ items: SurveyTaken[] }>;

/** Whether a call failed because the server was not reached, or something before it answered in its place: nobody's fault, to be tried again. */
export const isAway = (problem: ApiProblem): boolean => problem.isTransient && problem.code !== 'page_failure';

function sentOf(answer: KeptAnswer, questions: SurveyQuestion[]): SurveySent {
    const { household, client, version, outcome, consented, made_at } = answer;
    const whole = outcome === 'completed';
    return { household, client, version, outcome, consented, made_at, members: whole ? answer.members : 0, given: whole ? givenOf(questions, answer.members, answer.values) : [] };
}

/** How many have arrived. Throws what `send` throws; nothing is lost then. */
export async function sendUnsent(store: AnswerStore, account: Id, questionsOf: (household: Id) => SurveyQuestion[] | null, send: Send): Promise<number> {
    const waiting = (await store.all(account)).filter((each) => each.state === 'unsent' && !each.faults.length && questionsOf(each.household));
    let arrived = 0;
    for (let from = 0; from < waiting.length; from += BATCH) {
        const batch = waiting.slice(from, from + BATCH);
        const { items } = await send(batch.map((each) => sentOf(each, questionsOf(each.household) ?? [])));
        const now = await store.all(account);
        for (const taken of items) {
            const kept = now.find((each) => each.household === taken.household && each.client === taken.client);
            if (!kept || kept.version !== taken.version || kept.state !== 'unsent') continue;
            if (taken.merged === null) {
                await store.put({ ...kept, faults: taken.faults });
            } else {
                await store.put({ ...kept, state: 'sent', values: {}, members: 0, faults: [] });
                arrived += 1;
            }
        }
    }
    return arrived;
}
