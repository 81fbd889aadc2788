import type { Figure, JournalEvent, Order, Person, Seat } from '../base/api_types';
import { CODE_TABLES, CONTRACT } from './texts.ts';
import { day, makeWorld, OCCUPATION_ROWS, openSeatsByPlace, stamp, CITY_NAMES, type World } from './world.ts';

export interface MockRequest {
    method: string;
    path: string;
    query: Record<string, string>;
    body: unknown;
    session: string | null;
    key: string;
}

export interface MockReply {
    status: number;
    body: unknown;
    headers?: Record<string, string>;
}

export interface Mock {
    world: World;
    handle: (request: MockRequest) => MockReply;
    watch: (listener: (event: JournalEvent) => void) => () => void;
}

interface Context extends MockRequest {
    world: World;
    parts: string[];
    input: Record<string, unknown>;
    me: World['accounts'][number]['me'] | null;
    say: (kind: string, subject: string, data: Record<string, unknown>) => void;
}

type Route = [method: string, pattern: RegExp, run: (context: Context) => MockReply];

const ok = (body: unknown, status = 200, headers?: Record<string, string>): MockReply => ({ status, body, headers });

function refuse(status: number, code: string, zh: string, en: string, more: Record<string, unknown> = {}): MockReply {
    return { status, body: { type: 'about:blank', title: code, status, code, message: { zh, en }, trace: 'mock-0001', ...more } };
}

const missing = (): MockReply => refuse(404, 'not_found', '没有找到这条记录。', 'There is no such record.');
const signIn = (): MockReply => refuse(401, 'not_signed_in', '请先登录。', 'Please sign in.');

function page<T>(items: T[], query: Record<string, string>): MockReply {
    const from = Number(query.cursor ?? 0);
    const limit = Math.min(200, Number(query.limit ?? 50));
    const next = from + limit < items.length ? String(from + limit) : null;
    return ok({ items: items.slice(from, from + limit), next, total: items.length });
}

function inPlace(code: string, asked: string, city?: string): boolean {
    return code === asked || city === asked || (asked.endsWith('00') && code.startsWith(asked.slice(0, 4)));
}

function listOrders({ world, query, me }: Context): MockReply {
    let items = world.orders;
    if (query.place) items = items.filter((each) => inPlace(each.place, query.place ?? '', each.city));
    if (query.status) items = items.filter((each) => each.status === query.status);
    if (query.kind) items = items.filter((each) => each.kind === query.kind);
    if (query.occupation) items = items.filter((each) => each.occupation.startsWith(query.occupation ?? ''));
    if (query.employer) items = items.filter((each) => each.employer.id === query.employer);
    if (query.mine === 'true' && me?.organisation) items = items.filter((each) => each.employer.id === me.organisation?.id);
    if (query.q) items = items.filter((each) => `${each.title}${each.employer.name}${each.place_name}`.includes(query.q ?? ''));
    if (query.sort === 'pay') items = [...items].sort((one, other) => other.pay_max_fen - one.pay_max_fen);
    return page(items, query);
}

function matches(context: Context): MockReply {
    const items = context.world.orders.filter((each) => each.status === 'open').slice(0, 18).map((order, index) => ({
        order, score: 918 - index * 31,
        parts: [
            { code: 'occupation', points: index < 4 ? 300 : 180, max: 300, reason: index < 4 ? { zh: '就是您做的工种', en: 'Exactly your trade' } : { zh: '与您的工种相近', en: 'Close to your trade' } },
            { code: 'distance', points: Math.max(40, 200 - index * 14), max: 200, reason: { zh: `离您约 ${6 + index * 7} 公里`, en: `About ${6 + index * 7} km away` } },
            { code: 'pay', points: 180, max: 200, reason: { zh: '达到您期望的工资', en: 'Pays what you ask' } },
            { code: 'skills', points: 120 - index * 4, max: 200, reason: { zh: '会其中 2 项技能', en: 'You have 2 of its skills' } },
        ],
    }));
    return ok({ items, considered: 68, removed: [{ filter: 'distance', count: 21 }, { filter: 'pay', count: 9 }], last_filter: null });
}

function candidates(context: Context): MockReply {
    const items = context.world.people.slice(0, 24).map((person: Person, index) => ({
        person: { id: person.id, name: `${person.name[0]}**` }, score: 930 - index * 17,
        parts: [
            { code: 'occupation', points: 300 - index * 5, max: 300, reason: { zh: '同工种 8 年', en: 'Same trade, 8 years' } },
            { code: 'distance', points: 150, max: 200, reason: { zh: `距工地 ${4 + index} 公里`, en: `${4 + index} km from the site` } },
            { code: 'reliability', points: 90, max: 100, reason: { zh: '近一年无缺岗', en: 'No no-show in a year' } },
        ],
    }));
    return ok({ items, considered: 20000, removed: [{ filter: 'availability', count: 8120 }, { filter: 'distance', count: 6071 }], last_filter: null });
}

function seatAction(context: Context): MockReply {
    const [, id, action] = context.parts;
    const seat = context.world.seats.find((each) => each.id === id);
    if (!context.me) return signIn();
    if (!seat) return missing();
    const now = stamp(context.world.now.getTime());
    const steps: Record<string, () => MockReply | null> = {
        accept: () => {
            if (seat.status !== 'offered') return refuse(409, 'wrong_state', '这份邀约已经处理过了。', 'This offer was already answered.');
            if (seat.order.title.includes('装调')) return refuse(409, 'person_overlap', '这段时间您已有另一份工作，不能同时接受。', 'You already have a job in this period.', { facts: { detail: '清香车间 11月24日–12月20日' }, satisfy: { zh: '先谢绝或结束那一份，或请机构改日期。', en: 'Decline or end the other one, or ask the agency to move the dates.' } });
            Object.assign(seat, { status: 'accepted', accepted_at: now, expires_at: null });
            return null;
        },
        decline: () => { seat.status = 'declined'; return null; },
        start: () => {
            if (context.me?.role === 'worker' && context.input.code !== '482913') return refuse(409, 'wrong_site_code', '到岗码不对。请看现场负责人屏幕上的 6 位数字，重新输入。', 'The site code is wrong: read the six digits from the foreman’s screen.');
            Object.assign(seat, { worker_started_at: now, employer_started_at: seat.employer_started_at, started_on: day(context.world.now.getTime()) });
            return null;
        },
        insurance: () => { seat.insurance = context.input as unknown as Seat['insurance']; return null; },
        finish: () => { seat.status = 'done'; return null; }, 'no-show': () => { seat.status = 'no_show'; return null; },
    };
    return steps[action ?? '']?.() ?? ok(seat);
}

function addTimesheet(context: Context): MockReply {
    const seat = context.world.seats.find((each) => each.id === context.parts[1]);
    if (!seat) return missing();
    const from = String(context.input.from_on ?? '');
    const to = String(context.input.to_on ?? '');
    const overlap = context.world.timesheets.find((each) => each.seat === seat.id && each.from_on <= to && from <= each.to_on);
    if (overlap) return refuse(409, 'period_overlap', `这段时间与已报的 ${overlap.from_on} 至 ${overlap.to_on} 重叠。`, 'This period overlaps one already entered.', { path: '/from_on', satisfy: { zh: `请从 ${overlap.to_on} 的后一天开始填。`, en: 'Start after the last day already entered.' } });
    const quantity = Number(context.input.quantity_hundredths ?? 0);
    const timesheet = { id: context.world.nextId(), seat: seat.id, person: seat.person, order: { id: seat.order.id, title: seat.order.title }, from_on: from, to_on: to, unit: seat.order.pay_unit, quantity_hundredths: quantity, status: 'submitted' as const, pay_fen: Math.round((seat.order.pay_min_fen * quantity) / 100), history: [] };
    context.world.timesheets.unshift(timesheet);
    return ok(timesheet, 201);
}

function grab(context: Context): MockReply {
    const order = context.world.orders.find((each) => each.id === context.parts[1]);
    if (!order) return missing();
    if (!context.me) return signIn();
    const seats = Number(context.input.seats ?? 0);
    if (seats > order.remaining) return refuse(409, 'not_enough_seats', `只剩 ${order.remaining} 个席位，不够 ${seats} 个。`, `Only ${order.remaining} seats are left.`, { facts: { remaining: order.remaining, requested: seats }, satisfy: { zh: `改抢 ${order.remaining} 个以内。`, en: `Ask for at most ${order.remaining}.` } });
    if (seats > order.cap_per_agency) return refuse(409, 'cap_exceeded', '超过单家机构上限。', 'Over the cap per agency.', { facts: { cap: order.cap_per_agency, requested: seats } });
    order.remaining -= seats;
    if (order.remaining === 0) order.status = 'filled';
    context.say('order.remaining', order.id, { remaining: order.remaining });
    const share = { id: context.world.nextId(), order: { id: order.id, title: order.title }, agency: { id: context.me.organisation?.id ?? '', name: context.me.organisation?.name ?? '' }, seats, staffed: 0, status: 'held' as const, held_until_at: stamp(context.world.now.getTime() + order.hold_hours * 3_600_000), gate: { rule_version: '2026-11-01', facts: [] }, created_at: stamp(context.world.now.getTime()) };
    context.world.shares.unshift(share);
    return ok(share, 201);
}

function createOrder(context: Context): MockReply {
    const first = context.world.orders[0]!;
    const order = { ...first, ...(context.input as Partial<Order>), id: context.world.nextId(), status: 'draft' as const, findings: [], remaining: Number(context.input.headcount ?? 1), published_at: null };
    context.world.orders.unshift(order);
    return ok(order, 201);
}

function orderAction(context: Context): MockReply {
    const order = context.world.orders.find((each) => each.id === context.parts[1]);
    if (!order) return missing();
    const next: Record<string, Order['status']> = { publish: 'open', cancel: 'cancelled', approve: 'open', return: 'draft', suspend: 'suspended', resume: 'open', close: 'closed' };
    const status = next[context.parts[2] ?? ''];
    if (!status) return missing();
    order.status = status;
    if (context.parts[2] === 'publish') { order.published_at = stamp(context.world.now.getTime()); context.say('order.opened', order.id, { remaining: order.remaining }); }
    return ok(order);
}

function figures(context: Context): MockReply {
    const place = context.query.place ?? '511500';
    const make = (measure: Figure['measure'], unit: Figure['unit'], verified: number, provisional: number, target: number | null, method: string): Figure => ({
        id: `${measure}-${place}-${context.query.year}`, measure, unit, verified, provisional, has_data: verified > 0, target, target_unit: target === null ? null : unit,
        progress_per_mille: target ? Math.round((1000 * verified) / target) : null, method: { zh: method, en: method }, as_of_position: 18231,
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

function person(context: Context): MockReply {
    const found = context.world.people.find((each) => each.id === context.parts[1]);
    if (!found) return missing();
    if (context.method === 'PATCH') Object.assign(found, context.input);
    if (context.parts[2] === 'consents' && context.input.purpose === 'public_pool') found.public_pool = context.input.granted === true;
    return ok(found);
}

const find = <T extends { id: string }>(items: T[], id: string | undefined): MockReply => {
    const item = items.find((each) => each.id === id);
    return item ? ok(item) : missing();
};

function openSession({ input, world }: Context): MockReply {
    const known = world.accounts.find((each) => each.account === input.account);
    if (!known || input.password !== 'jianghui') return refuse(401, 'wrong_credentials', '账号或密码不对。', 'The account or the password is wrong.');
    return ok({ token: `t-${known.account}`, csrf_token: 'mock-csrf', expires_at: stamp(world.now.getTime() + 12 * 3_600_000), me: known.me }, 201, { 'Set-Cookie': `jianghui_session=${known.account}; Path=/; HttpOnly; SameSite=Strict` });
}

const ROUTES: Route[] = [
    ['POST', /^sessions$/, openSession],
    ['DELETE', /^sessions\/current$/, () => ok({}, 200, { 'Set-Cookie': 'jianghui_session=; Path=/; Max-Age=0' })],
    ['GET', /^me$/, ({ me }) => (me ? ok(me) : signIn())],
    ['POST', /^me\/password$/, ({ input }) => (input.current === 'jianghui' ? ok({}) : refuse(403, 'wrong_credentials', '原密码不对。', 'The current password is wrong.', { path: '/current' }))],
    ['POST', /^registrations\/organisations$/, ({ input, world }) => ok({ organisation: { ...world.organisations[0], ...(input.organisation as object), status: 'registered' } }, 201)],
    ['POST', /^registrations\/workers$/, ({ input, world }) => (input.account === 'worker' ? refuse(409, 'account_taken', '这个登录名已有人用，换一个试试。', 'This account name is taken.', { path: '/account' }) : ok({ person: { ...world.people[1], name: input.name } }, 201))],
    ['GET', /^places$/, ({ world, query }) => page(world.places.filter((each) => (!query.level || each.level === query.level) && (!query.parent || each.parent === query.parent)), query)],
    ['GET', /^code-tables$/, () => ok({ items: CODE_TABLES, next: null })],
    ['GET', /^occupations$/, ({ query }) => page(OCCUPATION_ROWS.filter((each) => !query.q || each.code === query.q || [...(query.q ?? '')].some((letter) => each.name.includes(letter))), query)],
    ['GET', /^industries$/, ({ query }) => page([['C15', '酒、饮料和精制茶制造业'], ['C36', '汽车制造业'], ['C38', '电气机械和器材制造业'], ['E47', '房屋建筑业'], ['L726', '人力资源服务'], ['O80', '居民服务业'], ['H62', '餐饮业']].map(([code, name]) => ({ code, name, level: 2, parent: null, path: [name] })), query)],
    ['GET', /^orders$/, listOrders], ['POST', /^orders$/, createOrder],
    ['GET', /^orders\/[^/]+$/, ({ world, parts }) => find(world.orders, parts[1])],
    ['PATCH', /^orders\/[^/]+$/, ({ world, parts, input }) => { const order = world.orders.find((each) => each.id === parts[1]); return order ? ok(Object.assign(order, input)) : missing(); }],
    ['GET', /^orders\/[^/]+\/history$/, ({ world }) => ok({ items: [{ at: stamp(world.now.getTime() - 30 * 3_600_000), kind: 'order.opened', text: { zh: '发布并开始接受抢单', en: 'Published, open for grabs' }, actor: null }, { at: stamp(world.now.getTime() - 9 * 3_600_000), kind: 'share.created', text: { zh: '泸州灵聘人力资源有限公司抢到 6 个席位', en: 'An agency of Luzhou grabbed 6 seats' }, actor: null }, { at: stamp(world.now.getTime() - 2 * 3_600_000), kind: 'seat.accepted', text: { zh: '2 名劳动者接受席位', en: '2 workers accepted' }, actor: null }], next: null })],
    ['GET', /^orders\/[^/]+\/gate$/, ({ world, parts }) => ok({ allowed: true, max_seats: Math.min(8, world.orders.find((each) => each.id === parts[1])?.remaining ?? 0), refusals: [] })],
    ['GET', /^orders\/[^/]+\/candidates$/, candidates],
    ['GET', /^orders\/[^/]+\/post-check$/, () => ok({ findings: [] })],
    ['GET', /^orders\/[^/]+\/site-code$/, ({ world }) => ok({ code: '482913', valid_until_at: stamp(world.now.getTime() + 600_000) })],
    ['POST', /^orders\/[^/]+\/shares$/, grab], ['POST', /^orders\/[^/]+\/[a-z]+$/, orderAction],
    ['GET', /^organisations$/, ({ world, query }) => page(world.organisations.filter((each) => (!query.kind || each.kind === query.kind) && (!query.place || inPlace(each.place, query.place)) && (!query.status || each.status === query.status) && (!query.q || `${each.name}${each.credit_code}`.includes(query.q))), query)],
    ['GET', /^organisations\/[^/]+$/, ({ world, parts }) => find(world.organisations, parts[1])],
    ['GET', /^organisations\/[^/]+\/reliability$/, ({ world, parts }) => ok({ score: world.organisations.find((each) => each.id === parts[1])?.reliability ?? null, parts: [{ code: 'on_time', count: 182, weight: 4, points: 728 }, { code: 'no_show', count: 3, weight: -12, points: -36 }, { code: 'share_released', count: 5, weight: -4, points: -20 }, { code: 'dispute_lost', count: 0, weight: -25, points: 0 }], since_on: '2025-11-24' })],
    ['GET', /^people$/, ({ world, query }) => page(world.people, query)],
    ['GET', /^people\/[^/]+\/matches$/, matches],
    ['GET', /^people\/[^/]+\/reads$/, ({ world }) => ok({ items: [{ at: stamp(world.now.getTime() - 4 * 3_600_000), reader: { name: '陈大勇', organisation: '泸州灵聘人力资源有限公司' }, purpose: '联系邀约', fields: ['phone'] }, { at: stamp(world.now.getTime() - 40 * 86_400_000), reader: { name: '周玉兰', organisation: '泸州市人力资源和社会保障局' }, purpose: '实名核验', fields: ['id_number', 'phone'] }], next: null })],
    ['GET', /^people\/[^/]+$/, person], ['PATCH', /^people\/[^/]+$/, person], ['POST', /^people\/[^/]+\/consents$/, person],
    ['GET', /^shares$/, ({ world, query }) => page(world.shares.filter((each) => !query.order || each.order.id === query.order), query)],
    ['GET', /^shares\/[^/]+$/, ({ world, parts }) => find(world.shares, parts[1])],
    ['GET', /^seats$/, ({ world, query, me }) => (me ? page(world.seats.filter((each) => (!query.status || each.status === query.status) && (!query.share || each.share === query.share) && (!query.order || each.order.id === query.order)), query) : signIn())],
    ['GET', /^seats\/[^/]+$/, ({ world, parts }) => find(world.seats, parts[1])],
    ['GET', /^seats\/[^/]+\/contract$/, ({ world, parts }) => { const seat = world.seats.find((each) => each.id === parts[1]); return seat ? ok(CONTRACT(seat), 200, { 'Content-Type': 'text/plain; charset=utf-8', ETag: `"${seat.contract_digest}"` }) : missing(); }],
    ['POST', /^seats\/[^/]+\/timesheets$/, addTimesheet], ['POST', /^seats\/[^/]+\/[a-z-]+$/, seatAction],
    ['GET', /^timesheets$/, ({ world, query }) => page(world.timesheets.filter((each) => !query.seat || each.seat === query.seat), query)],
    ['PATCH', /^timesheets\/[^/]+$/, timesheetAction], ['POST', /^timesheets\/[^/]+\/[a-z]+$/, timesheetAction],
    ['GET', /^statements$/, ({ world, query }) => page(world.statements.filter((each) => !query.status || each.status === query.status), query)],
    ['GET', /^statements\/[^/]+$/, ({ world, parts }) => find(world.statements, parts[1])], ['POST', /^statements\/[^/]+\/[a-z]+$/, statementAction],
    ['GET', /^figures$/, figures], ['GET', /^figures\/map$/, ({ world }) => ok({ items: openSeatsByPlace(world), next: null })],
    ['GET', /^figures\/[^/]+\/records$/, ({ world }) => ok({ items: world.orders.slice(0, 20).map((order) => ({ at: order.published_at, kind: 'statement.confirmed', subject: order.id, amount: order.pay_max_fen * 3, order: { id: order.id, title: order.title }, organisation: order.employer })), next: null })],
    ['GET', /^inbox$/, ({ world, me }) => (me ? page(world.inbox, {}) : signIn())],
    ['GET', /^notices$/, ({ world }) => ok({ items: [{ id: 'n1', kind: 'seat.offered', title: { zh: '您收到一份新的工作邀约', en: 'You have a new job offer' }, at: stamp(world.now.getTime() - 5 * 3_600_000), read_at: null, link: '/pocket/work' }], next: null })],
    ['GET', /^journal$/, ({ world }) => ok({ items: world.events, last: world.events.length })],
    ['GET', /^accounts$/, ({ world }) => page(world.accounts.map(({ me }) => ({ ...me.account, role: me.role, place: me.place, organisation: me.organisation, status: 'active' })), {})],
];

/** A test double of the API that remembers what was done to it. */
export function createMock(now: Date): Mock {
    const world = makeWorld(now);
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
