import type { Figure, JournalEvent } from '../base/api_types';
import { CASE_ROUTES } from './cases.ts';
import { DELEGATION_ROUTES } from './delegations.ts';
import { DESK_ROUTES, furnish } from './desk.ts';
import { MARKET_ROUTES } from './market.ts';
import { PEOPLE_ROUTES } from './people.ts';
import { find, inPlace, missing, ok, page, refuse, signIn, type Context, type Mock, type MockReply, type Route } from './reply.ts';
import { REGISTER_ROUTES } from './registers.ts';
import { SEAT_ROUTES } from './seats.ts';
import { CODE_TABLES } from './texts.ts';
import { makeWorld, OCCUPATION_ROWS, openSeatsByPlace, stamp, CITY_NAMES } from './world.ts';

export type { MockReply, MockRequest } from './reply.ts';

function addTimesheet(context: Context): MockReply {
    const seat = context.world.seats.find((each) => each.id === context.parts[1]);
    if (!seat) return missing();
    const from = String(context.input.from_on ?? '');
    const to = String(context.input.to_on ?? '');
    const overlap = context.world.timesheets.find((each) => each.seat === seat.id && each.from_on <= to && from <= each.to_on);
    if (overlap) return refuse(409, 'period_overlap', `这段时间与已报的 ${overlap.from_on} 至 ${overlap.to_on} 重叠。`, 'This period overlaps one already entered.', { path: '/from_on', satisfy: { zh: `请从 ${overlap.to_on} 的后一天开始填。`, en: 'Start after the last day already entered.' } });
    const quantity = Number(context.input.quantity_hundredths ?? 0);
    const timesheet = { id: context.world.nextId(), seat: seat.id, person: seat.person, order: { id: seat.order.id, title: seat.order.title }, from_on: from, to_on: to, unit: seat.pay_unit, quantity_hundredths: quantity, status: 'submitted' as const, pay_fen: Math.round((seat.pay_fen * quantity) / 100), history: [] };
    context.world.timesheets.unshift(timesheet);
    return ok(timesheet, 201);
}

function figures(context: Context): MockReply {
    const place = context.query.place ?? '511500';
    const make = (measure: Figure['measure'], unit: Figure['unit'], verified: number, provisional: number, target: number | null, method: string): Figure => ({
        id: `${measure}-${place}-${context.query.year}`, measure, unit, verified, provisional, has_data: verified > 0, target, target_unit: target === null ? null : unit,
        progress_per_mille: target ? Math.round((1000 * verified) / target) : null, method: { zh: method, en: method }, as_of_position: 18231, formula: 1,
    });
    return ok({ place, place_name: CITY_NAMES[place] ?? '川南渝西', year: Number(context.query.year ?? 2026), items: [
        make('revenue', { zh: '元', en: 'yuan' }, 482_310_000_00 / 100, 31_200_000, 600_000_000, '按机构所在地，已确认结算单合计。'), make('employment', { zh: '人次', en: 'placements' }, 18_342, 1_204, 25_000, '到岗经双方确认的席位，按用工地统计。'),
        make('employers', { zh: '家', en: 'employers' }, 1_284, 96, 2_000, '当年有已确认结算单的用人单位。'), make('talent', { zh: '人', en: 'people' }, 0, 0, 3_000, '经凭证或登记引进的人才。'),
    ] });
}

function statementAction(context: Context): MockReply {
    const statement = context.world.statements.find((each) => each.id === context.parts[1]);
    if (!statement) return missing();
    const now = stamp(context.world.now.getTime());
    const action = context.parts[2];
    if (action === 'agree') Object.assign(statement, { status: 'agreed', agreed_at: now });
    if (action === 'instruct') Object.assign(statement, { status: 'instructed', instructed_at: now, instructed_reference: context.input.reference });
    if (action === 'paid') Object.assign(statement, { status: 'paid', paid_at: now, paid_reference: context.input.reference });
    if (action === 'confirm') {
        statement.lines = statement.lines.map((line) => ({ ...line, confirmed_at: line.confirmed_at ?? now }));
        Object.assign(statement, { status: 'confirmed', confirmed_at: now });
    }
    return ok(statement);
}

function timesheetAction(context: Context): MockReply {
    const timesheet = context.world.timesheets.find((each) => each.id === context.parts[1]);
    if (!timesheet) return missing();
    const next = { submit: 'submitted', approve: 'approved', return: 'returned', dispute: 'disputed', decide: 'decided' } as const;
    const action = context.parts[2] as keyof typeof next | undefined;
    if (action && next[action]) timesheet.status = next[action];
    else if (context.method === 'PATCH') Object.assign(timesheet, context.input);
    return ok(timesheet);
}

function openSession({ input, world }: Context): MockReply {
    const known = world.accounts.find((each) => each.account === input.account);
    if (!known || input.password !== 'jianghui') return refuse(401, 'wrong_credentials', '账号或密码不对。', 'The account or the password is wrong.');
    return ok({ token: `t-${known.account}`, csrf_token: 'mock-csrf', expires_at: stamp(world.now.getTime() + 12 * 3_600_000), me: known.me }, 201, { 'Set-Cookie': `jianghui_session=${known.account}; Path=/; HttpOnly; SameSite=Strict` });
}

/** Those that share letters with what was typed, most letters first. */
function occupations(q: string): typeof OCCUPATION_ROWS {
    const shared = (name: string): number => [...q].filter((letter) => name.includes(letter)).length;
    return OCCUPATION_ROWS.filter((each) => !q || each.code === q || shared(each.name) > 0).sort((one, other) => shared(other.name) - shared(one.name));
}

const ROUTES: Route[] = [
    ...CASE_ROUTES, ...DELEGATION_ROUTES, ...DESK_ROUTES, ...MARKET_ROUTES, ...SEAT_ROUTES, ...PEOPLE_ROUTES, ...REGISTER_ROUTES,
    ['POST', /^sessions$/, openSession],
    ['DELETE', /^sessions\/current$/, () => ok({}, 200, { 'Set-Cookie': 'jianghui_session=; Path=/; Max-Age=0' })],
    ['GET', /^me\/second-factor$/, () => ok({ since_at: null, recovery_codes_left: 0, required: false, required_from_on: '2027-06-01' })],
    ['GET', /^me$/, ({ me }) => (me ? ok(me) : signIn())],
    ['POST', /^me\/password$/, ({ input }) => (input.current === 'jianghui' ? ok({}) : refuse(403, 'wrong_credentials', '原密码不对。', 'The current password is wrong.', { path: '/current' }))],
    ['POST', /^registrations\/organisations$/, ({ input, world }) => ok({ organisation: { ...world.organisations[0], ...(input.organisation as object), status: 'registered' } }, 201)],
    ['POST', /^registrations\/workers$/, ({ input, world }) => (input.account === 'worker' ? refuse(409, 'account_taken', '这个登录名已有人用，换一个试试。', 'This account name is taken.', { path: '/account' }) : ok({ person: { ...world.people[1], name: input.name } }, 201))],
    ['GET', /^places$/, ({ world, query }) => page(world.places.filter((each) => (!query.level || each.level === query.level) && (!query.parent || each.parent === query.parent)), query)],
    ['GET', /^code-tables$/, () => ok({ items: CODE_TABLES, next: null })],
    ['GET', /^occupations$/, ({ query }) => page(occupations(query.q ?? ''), query)],
    ['GET', /^occupation-suggestions$/, ({ query }) => ok({ items: occupations(query.title ?? '').slice(0, 3).map(({ code, name, path }, n) => ({ code, name, path, confidence_per_mille: [720, 180, 60][n], ground: 'likeness', term: name })) })],
    ['POST', /^occupation-choices$/, ({ input }) => ok({ occupation: input.occupation, counted: true })],
    ['GET', /^industries$/, ({ query }) => page([['C15', '酒、饮料和精制茶制造业'], ['C36', '汽车制造业'], ['C38', '电气机械和器材制造业'], ['E47', '房屋建筑业'], ['L726', '人力资源服务'], ['O80', '居民服务业'], ['H62', '餐饮业']].map(([code, name]) => ({ code, name, level: 2, parent: null, path: [name] })), query)],
    ['GET', /^organisations$/, ({ world, query }) => page(world.organisations.filter((each) => (!query.kind || each.kind === query.kind) && (!query.place || inPlace(each.place, query.place)) && (!query.status || each.status === query.status) && (!query.q || `${each.name}${each.credit_code}`.includes(query.q))), query)],
    ['GET', /^organisations\/[^/]+$/, ({ world, parts }) => find(world.organisations, parts[1])],
    ['GET', /^organisations\/[^/]+\/reliability$/, ({ world, parts }) => ok({ score: world.organisations.find((each) => each.id === parts[1])?.reliability ?? null, parts: [{ code: 'on_time', count: 182, weight: 4, points: 728 }, { code: 'no_show', count: 3, weight: -12, points: -36 }, { code: 'share_released', count: 5, weight: -4, points: -20 }, { code: 'dispute_lost', count: 0, weight: -25, points: 0 }], since_on: '2025-11-24' })],
    ['POST', /^seats\/[^/]+\/timesheets$/, addTimesheet],
    ['GET', /^timesheets$/, ({ world, query }) => page(world.timesheets.filter((each) => !query.seat || each.seat === query.seat), query)],
    ['PATCH', /^timesheets\/[^/]+$/, timesheetAction], ['POST', /^timesheets\/[^/]+\/[a-z]+$/, timesheetAction],
    ['GET', /^statements$/, ({ world, query }) => page(world.statements.filter((each) => !query.status || each.status === query.status), query)],
    ['GET', /^statements\/[^/]+$/, ({ world, parts }) => find(world.statements, parts[1])], ['POST', /^statements\/[^/]+\/[a-z]+$/, statementAction],
    ['GET', /^figures$/, figures], ['GET', /^figures\/map$/, ({ world }) => ok({ items: openSeatsByPlace(world), next: null })],
    ['GET', /^figures\/[^/]+\/records$/, ({ world }) => ok({ items: world.orders.slice(0, 20).map((order) => ({ at: order.published_at, kind: 'statement.confirmed', subject: order.id, state: 'verified', amount: (order.pay_max_fen ?? 0) * 3, order: { id: order.id, title: order.title }, organisation: order.employer })), next: null })],
    ['GET', /^inbox$/, ({ world, me }) => (me ? page(world.inbox, {}) : signIn())],
    ['GET', /^notices$/, ({ world }) => ok({ items: [{ id: 'n1', kind: 'seat.offered', title: { zh: '您收到一份新的工作邀约', en: 'You have a new job offer' }, at: stamp(world.now.getTime() - 5 * 3_600_000), read_at: null, link: '/pocket/work' }], next: null })],
    ['GET', /^journal$/, ({ world }) => ok({ items: world.events, last: world.events.length, end: world.events.length })],
    ['GET', /^accounts$/, ({ world }) => page(world.accounts.map(({ me }) => ({ ...me.account, role: me.role, place: me.place, organisation: me.organisation, status: 'active' })), {})],
];

/** A test double of the API that remembers what was done to it. */
export function createMock(now: Date): Mock {
    const world = makeWorld(now);
    furnish(world);
    const listeners = new Set<(event: JournalEvent) => void>();
    const answers = new Map<string, MockReply>();
    const say = (kind: string, subject: string, data: Record<string, unknown>): void => {
        const event: JournalEvent = { position: world.events.length + 1, at: stamp(Date.now()), kind, city: '511500', subject_kind: kind.split('.')[0] ?? '', subject, data };
        world.events.push(event);
        for (const listener of listeners) listener(event);
    };
    return {
        world,
        watch: (listener) => { listeners.add(listener); return () => void listeners.delete(listener); },
        handle: (request) => {
            const before = request.key ? answers.get(request.key) : undefined;
            if (before) return before;
            const me = world.accounts.find((each) => each.account === request.session)?.me ?? null;
            const input = (request.body ?? {}) as Record<string, unknown>;
            for (const [method, pattern, run] of ROUTES) {
                if (method !== request.method || !pattern.test(request.path)) continue;
                const reply = run({ ...request, world, me, input, say, parts: request.path.split('/') });
                if (request.key && reply.status < 500) answers.set(request.key, reply);
                return reply;
            }
            return refuse(404, 'not_found', `没有这个接口：${request.method} ${request.path}`, `No such route: ${request.method} ${request.path}`);
        },
    };
}
