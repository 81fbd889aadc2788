import type { Delegation } from '../base/api_types';
import { missing, ok, page, refuse, signIn, type Route } from './reply.ts';
import { day, stamp, type World } from './world.ts';

const DAY = 86_400_000;
const ME = { id: 'acc-official', name: '王审核' };
const TWO = { id: 'acc-two', name: '赵晓燕' };
const TITLE = { zh: '人力资源服务许可（新办）', en: 'Human resources service licence: grant' };
const kept = new WeakMap<World, Delegation[]>();

/** One given to the reader, one of hers that lies ahead, one that is over. */
function delegationsOf(world: World): Delegation[] {
    const now = world.now.getTime();
    const made = (id: string, more: Partial<Delegation>): Delegation => ({
        id, given_by: ME, given_to: TWO, mine: true, procedure: 'hr_service_licence_grant', case_id: null, title: TITLE, from_on: day(now), to_on: day(now + 4 * DAY), state: 'in_force', made_at: stamp(now - DAY), ended_at: null, ...more,
    });
    const known = kept.get(world) ?? [
        made('delegation-1', { given_by: TWO, given_to: ME, mine: false }),
        made('delegation-2', { procedure: null, case_id: 'case-3', from_on: day(now + 7 * DAY), to_on: day(now + 9 * DAY), state: 'ahead' }),
        made('delegation-3', { from_on: day(now - 30 * DAY), to_on: day(now - 20 * DAY), state: 'over', ended_at: stamp(now - 25 * DAY) }),
    ];
    kept.set(world, known);
    return known;
}

export const DELEGATION_ROUTES: Route[] = [
    ['GET', /^case-delegations$/, ({ world, me, query }) => (me ? page(delegationsOf(world), query) : signIn())],
    ['POST', /^case-delegations$/, ({ world, input }) => {
        if (String(input.to_on) < String(input.from_on)) return refuse(422, 'delegation_period', '代办期限须从今天或以后开始，不早于开始日结束，且不超过规定的天数。', 'A delegation does not end before it begins.', { path: '/to_on' });
        const given: Delegation = { id: world.nextId(), given_by: ME, given_to: TWO, mine: true, procedure: (input.procedure as string) ?? null, case_id: (input.case_id as string) ?? null, title: TITLE, from_on: String(input.from_on), to_on: String(input.to_on), state: 'in_force', made_at: stamp(world.now.getTime()), ended_at: null };
        delegationsOf(world).unshift(given);
        return ok(given, 201);
    }],
    ['POST', /^case-delegations\/[^/]+\/end$/, ({ world, parts }) => {
        const found = delegationsOf(world).find((each) => each.id === parts[1]);
        if (!found) return missing();
        Object.assign(found, { state: 'over', ended_at: stamp(world.now.getTime()) });
        return ok(found);
    }],
    ['GET', /^case-colleagues$/, () => ok([TWO])],
];
