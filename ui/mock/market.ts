import type { CancellationTerms, ClosingGround, Finding, Gate, GateRefusal, Order, Organisation, Share, ShareDefault, StaffNumbers, Words } from '../base/api_types';
import { inPlace, missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { OCCUPATION_ROWS, stamp, type World } from './world.ts';

/** Orders and shares of the test double: the server's rules as far as the pages show them. */

const LIVE = ['held', 'staffing', 'delivering'];

function supervises(context: Context, order: Order): boolean {
    const { me } = context;
    return (me?.role === 'official' || me?.role === 'inspector') && inPlace(order.place, me.place ?? '', order.city);
}

function mayAct(context: Context, order: Order): boolean {
    return context.me?.organisation?.id === order.employer.id || supervises(context, order);
}

const isVisible = (context: Context, order: Order): boolean =>
    mayAct(context, order) || !['draft', 'review'].includes(order.status);

function findOrder(context: Context): Order | null {
    const order = context.world.orders.find((each) => each.id === context.parts[1]);
    return order && isVisible(context, order) ? order : null;
}

const shown = (context: Context, order: Order): Order => (mayAct(context, order) ? order : { ...order, findings: [] });

function listOrders(context: Context): MockReply {
    const { world, query, me } = context;
    let items = world.orders.filter((each) => isVisible(context, each));
    if (query.place) items = items.filter((each) => inPlace(each.place, query.place ?? '', each.city));
    if (query.status) items = items.filter((each) => each.status === query.status);
    if (query.kind) items = items.filter((each) => each.kind === query.kind);
    if (query.occupation) items = items.filter((each) => each.occupation.startsWith(query.occupation ?? ''));
    if (query.employer) items = items.filter((each) => each.employer.id === query.employer);
    if (query.mine === 'true') {
        if (!me?.organisation) return refuse(403, 'not_allowed', '您没有权限查看。', 'You may not see this.');
        items = items.filter((each) => each.employer.id === me.organisation?.id);
    }
    if (query.q) items = items.filter((each) => `${each.title}${each.employer.name}${each.place_name}`.includes(query.q ?? ''));
    if (query.sort === 'pay') items = [...items].sort((one, other) => (other.pay_max_fen ?? 0) - (one.pay_max_fen ?? 0));
    return page(items.map((each) => shown(context, each)), query);
}

/** A few of the server's rules (data/post_rules.csv), enough to see how findings look. */
export function postCheck(order: Order, today: string): Finding[] {
    const findings: Finding[] = [];
    const add = (code: string, severity: Finding['severity'], path: string, basis: string, zh: string, en: string): void => {
        findings.push({ code, severity, path, basis, message: { zh, en } });
    };
    if ([...order.description].length < 6) add('work_content_missing', 'block', '/description', '人社厅发〔2025〕60号', '缺少工作内容。请写明具体做什么（至少 6 个字）。', 'The work content is missing. Say what is to be done (6 characters at least).');
    if (!order.starts_on) add('period_missing', 'block', '/starts_on', '人社厅发〔2025〕60号', '请填写开始日期。', 'Say when the work begins.');
    if (!order.pay_min_fen || !order.pay_unit) add('pay_missing', 'block', '/pay_min_fen', '人社厅发〔2025〕60号（须写明基本劳动报酬，不得只写面议）', '缺少基本劳动报酬。请写明计薪单位和金额，不能只写面议。', 'The base pay is missing. Give its unit and amount; "negotiable" is not enough.');
    else if (order.pay_unit === 'month' && order.pay_min_fen < 233000) add('minimum_wage', 'block', '/pay_min_fen', '最低工资规定；劳动法 §48', `报酬 ${order.pay_min_fen / 100} 元低于当地最低工资标准 2,330 元。请提高报酬。`, 'The pay is below the minimum wage of the place, 2,330 yuan. Raise it.');
    if (order.starts_on && order.starts_on < today) add('period_past', 'block', '/starts_on', '产品提案', '开始日期已经过去。', 'The work begins in the past.');
    const text = `${order.title}${order.description}`;
    const sex = /限男性?|限女性?|男士优先|女士优先/.exec(text)?.[0];
    if (sex) add('sex_limit', 'block', '/description', '妇女权益保障法 §43；就业促进法 §27', `内容含有性别限制“${sex}”。除妇女禁忌劳动外不得限定性别，请删除。`, `"${sex}" limits the sex of applicants. Delete it.`);
    const deposit = /押金|保证金/.exec(text)?.[0];
    if (deposit) add('deposit', 'block', '/description', '劳动合同法 §9；就业促进法 §41', `内容涉及向求职者收费“${deposit}”。不得收取押金、保证金或其他费用，请删除。`, `"${deposit}" asks applicants for money. Delete it.`);
    if ((order.hours_per_day_tenths ?? 0) > 110) add('hours_over_limit', 'block', '/hours_per_day_tenths', '劳动法 §36、§41（每日加班不得超过3小时）', '每日工时超过法定上限。', 'The hours a day exceed the legal limit.');
    else if ((order.hours_per_day_tenths ?? 0) > 80) add('hours_over_standard', 'review', '/hours_per_day_tenths', '劳动法 §36、§41', '每日工时超过标准工时，须依法安排加班并支付加班费，需要人工复核。', 'The hours a day exceed the standard; overtime must be lawful and paid. Needs a review.');
    if (!order.education && !order.skills.length && !order.certificates.length) add('conditions_missing', 'block', '/skills', '人社厅发〔2025〕60号', '缺少招聘条件。请写明学历、技能或证书要求，没有要求的写“无要求”。', 'The conditions are missing.');
    if (!order.address) add('address_missing', 'review', '/address', '人社厅发〔2025〕60号', '建议写明详细工作地址。', 'Give the address of the work.');
    if (/年龄|周岁以下/.test(text)) add('age_limit', 'review', '/description', '就业促进法 §3（平等就业）；年龄要求须为岗位所必需', '含有年龄限制，请说明岗位必需的理由，需要人工复核。', 'This limits the age. Say why the work needs it. Needs a review.');
    if (order.kind === 'lend' && order.service_fee_fen > 0) add('lend_profit', 'review', '/service_fee_fen', '人社厅函〔2020〕98号（共享用工不得以营利为目的）', '共享用工不得收取服务费牟利，需要人工复核。', 'Lent staff must not bring profit: a service fee needs a review.');
    if (order.headcount > 500) add('headcount_large', 'review', '/headcount', '产品提案', '招聘人数较大，需要人工复核用工真实性。', 'A large headcount needs a review.');
    if (order.pay_unit === 'piece') add('piece_pay', 'note', '/pay_min_fen', '劳动法 §37；最低工资规定 §12', '按件计酬须保证在法定工时内完成定额的劳动者所得不低于最低工资。', 'Piece rates must let a worker reach the minimum wage within legal hours.');
    return findings;
}

const occupationName = (code: string): string => OCCUPATION_ROWS.find((each) => each.code === code)?.name ?? code;
const todayOf = (context: Context): string => stamp(context.world.now.getTime()).slice(0, 10);

function lotsRefused(order: Order): MockReply | null {
    if (order.lot_min <= order.lot_max && order.lot_max <= order.cap_per_agency && order.cap_per_agency <= order.headcount) return null;
    return refuse(422, 'lot_mismatch', '每次抢单人数应满足：最少 ≤ 最多 ≤ 每家上限 ≤ 招用人数。', 'Lots must satisfy: smallest ≤ largest ≤ cap per agency ≤ headcount.', { path: '/lot_max' });
}

function createOrder(context: Context): MockReply {
    const { world, input, me } = context;
    if (!me?.organisation) return signIn();
    const headcount = Number(input.headcount ?? 1);
    const template = world.orders[0]!;
    const place = world.places.find((each) => each.code === input.place);
    const order: Order = {
        ...template, description: '', address: '', starts_on: null, ends_on: null, hours_per_day_tenths: null, skills: [], education: null, certificates: [],
        pay_unit: null, pay_min_fen: null, pay_max_fen: null, service_fee_fen: 0, lot_min: 1, lot_max: headcount, cap_per_agency: headcount, hold_hours: 48,
        source: '', opens_at: null, closes_at: null, ...(input as Partial<Order>), id: world.nextId(), version: 1, employer: { id: me.organisation.id, name: me.organisation.name },
        status: 'draft', status_reason: '', findings: [], remaining: headcount, created_at: stamp(world.now.getTime()), published_at: null, place_name: place?.name ?? '', city: place?.parent ?? '',
    };
    order.occupation_name = occupationName(order.occupation);
    const refused = lotsRefused(order);
    if (refused) return refused;
    world.orders.unshift(order);
    return ok(order, 201);
}

function changeOrder(context: Context): MockReply {
    const order = findOrder(context);
    if (!order) return missing();
    if (order.status !== 'draft') return refuse(409, 'order_not_editable', '只有草稿可以修改。已发布的订单请先撤销。', 'Only a draft can be changed. Cancel a published order first.');
    const { version, ...changes } = context.input;
    if (version !== undefined && version !== order.version) return refuse(412, 'order_changed', '订单已被他人修改。请刷新后再改。', 'Somebody else changed the order. Reload and try again.');
    const changed = { ...order, ...(changes as Partial<Order>), version: order.version + 1 };
    const refused = lotsRefused(changed);
    if (refused) return refused;
    changed.remaining = changed.headcount;
    changed.occupation_name = occupationName(changed.occupation);
    changed.place_name = context.world.places.find((each) => each.code === changed.place)?.name ?? '';
    return ok(Object.assign(order, changed));
}

function publish(context: Context, order: Order): MockReply {
    const findings = postCheck(order, todayOf(context));
    const blocks = findings.filter((each) => each.severity === 'block');
    if (blocks.length) return refuse(422, 'post_check_failed', '发布前检查未通过。请按下列各条改正后再发布。', 'The post check failed. Correct the points named and publish again.', { errors: blocks.map((each) => ({ code: each.code, message: each.message, path: each.path, facts: { basis: each.basis } })) });
    const now = context.world.now.getTime();
    Object.assign(order, { findings, status: findings.some((each) => each.severity === 'review') ? 'review' : 'open', published_at: stamp(now), opens_at: order.opens_at ?? stamp(now), closes_at: order.closes_at ?? stamp(now + 20 * 86_400_000) });
    if (order.status === 'open') context.say('order.opened', order.id, { from: 'draft', to: 'open', remaining: order.remaining });
    return ok(order);
}

const NEXT: Record<string, [from: Order['status'][], to: Order['status']]> = {
    cancel: [['draft', 'review', 'open', 'filled', 'suspended'], 'cancelled'], approve: [['review'], 'open'], return: [['review'], 'draft'],
    suspend: [['open', 'filled', 'review', 'running'], 'suspended'], resume: [['suspended'], 'open'], close: [['open', 'filled', 'running'], 'closed'],
};

function orderAction(context: Context): MockReply {
    const order = findOrder(context);
    const action = context.parts[2] ?? '';
    if (!order) return missing();
    if (!mayAct(context, order)) return refuse(403, 'not_allowed', '您没有权限办理。', 'You may not do this.');
    if (action === 'publish') return publish(context, order);
    const step = NEXT[action];
    if (!step) return missing();
    if (!step[0].includes(order.status)) return refuse(409, 'order_status_conflict', '订单当前状态不能这样办理。请刷新页面。', "The order's present status does not allow this. Reload the page.");
    Object.assign(order, { status: step[1], status_reason: String(context.input.reason ?? '') });
    context.say(`order.${action === 'approve' ? 'opened' : action === 'return' ? 'returned' : order.status}`, order.id, { to: order.status, remaining: order.remaining });
    return ok(order);
}

function history(context: Context): MockReply {
    const order = findOrder(context);
    if (!order) return missing();
    const created = Date.parse(order.created_at);
    const events: [number, string, Record<string, unknown>][] = [[created, 'order.drafted', {}]];
    if (order.status === 'review') events.push([created + 3_600_000, 'order.submitted', {}]);
    if (order.published_at && order.status !== 'review' && order.status !== 'draft') {
        const opened = Math.max(created + 60_000, Date.parse(order.published_at));
        events.push([opened, 'order.opened', {}]);
        const taken = order.headcount - order.remaining;
        if (taken > 1) events.push([opened + 5_400_000, 'order.remaining', { remaining: order.headcount - Math.floor(taken / 2) }]);
        if (taken > 0) events.push([opened + 9_000_000, 'order.remaining', { remaining: order.remaining }]);
        if (order.status === 'running') events.push([opened + 12_000_000, 'order.running', {}]);
        if (order.status === 'closed') events.push([opened + 12_000_000, 'order.closed', {}]);
    }
    const now = context.world.now.getTime();
    return ok(events.map(([at, kind, data], index) => ({ position: 100 + index, at: stamp(Math.min(at, now)), kind, data })));
}

function progress(context: Context): MockReply {
    const order = findOrder(context);
    if (!order) return missing();
    const grabbed = order.headcount - order.remaining;
    const seats: Record<string, number> = {};
    for (const seat of context.world.seats) if (seat.order.id === order.id) seats[seat.status] = (seats[seat.status] ?? 0) + 1;
    const known = Object.values(seats).reduce((sum, count) => sum + count, 0);
    if (!known && grabbed) Object.assign(seats, { offered: Math.floor(grabbed * 0.2), accepted: Math.floor(grabbed * 0.4), on_site: Math.floor(grabbed * 0.2) });
    return ok({ headcount: order.headcount, grabbed, seats });
}

const NEEDS: Record<string, [credential: string, words: Words]> = {
    recruit: ['licence', { zh: '人力资源服务许可证', en: 'HR service licence' }], search: ['licence', { zh: '人力资源服务许可证', en: 'HR service licence' }],
    dispatch: ['dispatch_licence', { zh: '劳务派遣经营许可证', en: 'labour dispatch licence' }],
};

const held = (context: Context, agency: string, order?: string): number => context.world.shares
    .filter((each) => each.agency.id === agency && LIVE.includes(each.status) && (!order || each.order.id === order)).reduce((sum, each) => sum + each.seats, 0);

function gateOf(context: Context, order: Order, agency: Organisation): Gate {
    const refusals: GateRefusal[] = [];
    const add = (code: string, zh: string, en: string, satisfyZh: string, satisfyEn: string): void => void refusals.push({ code, message: { zh, en }, satisfy: { zh: satisfyZh, en: satisfyEn }, opens_at: null });
    const now = context.world.now.getTime();
    if (order.status !== 'open' || (order.opens_at && Date.parse(order.opens_at) > now) || (order.closes_at && Date.parse(order.closes_at) <= now)) add('order_not_open', '订单当前不在抢单时间内。', 'The order cannot be grabbed at this time.', '等待订单开放。', 'Wait until the order opens.');
    const needs = NEEDS[order.kind]?.[0] ?? 'filing';
    if (!agency.credentials.some((each) => each.kind === needs)) add('licence_missing', '此类订单需要相应的许可或备案，贵机构没有有效凭证。', 'This kind of order needs a credential that your organisation does not have.', '取得并登记此类业务的许可或备案。', 'Obtain and register the licence or filing for this kind of order.');
    const free = (agency.capacity ?? Infinity) - held(context, agency.id);
    if (free <= 0) add('capacity_exceeded', '超过贵机构登记的可承接人数。请先完成在手订单或更新承接能力。', 'This exceeds the capacity your organisation declared.', '减少数量，或在机构资料中更新可承接人数。', 'Take fewer seats, or raise the declared capacity.');
    const room = Math.min(order.remaining, order.lot_max, order.cap_per_agency - held(context, agency.id, order.id), free);
    if (order.remaining < order.lot_min) add('not_enough_seats', '剩余席位不足。请减少数量再试。', 'Not enough seats are left. Try fewer.', '减少数量，或等待席位退回。', 'Take fewer seats, or wait for seats to free up.');
    else if (room < order.lot_min && free > 0) add('cap_exceeded', '超过每家机构可抢的上限。', 'This exceeds the cap for one agency.', '减少数量。', 'Take fewer seats.');
    return { allowed: refusals.length === 0, min_seats: order.lot_min, max_seats: Math.max(0, room), refusals };
}

function gate(context: Context): MockReply {
    const order = findOrder(context);
    const agency = context.world.organisations.find((each) => each.id === context.me?.organisation?.id);
    return order && agency ? ok(gateOf(context, order, agency)) : missing();
}

/** The mock's orders never change: one version each, the terms of one set. */
function versions(context: Context): MockReply {
    const order = findOrder(context);
    return order ? ok([{ version: order.version, made_at: order.published_at ?? order.created_at, terms: order, changes: [] }]) : missing();
}
const TERMS: CancellationTerms = {
    number: 1, title: { zh: '标准条款（2026年第1版）', en: 'Standard terms (2026-1)' }, what: { zh: '提前三天以上免费；越临近开工、进展越深，应付越多。', en: 'Free with three days’ notice.' }, source: '产品提案', mark: 'P',
    rows: (['held', 'staffing', 'delivering'] as const).flatMap((state, at) => (['employer', 'agency'] as const).flatMap((canceller) => [
        { canceller, share_state: state, notice_hours: 72, fee_percent: 10 * at, pay_days_tenths: 0 }, { canceller, share_state: state, notice_hours: 0, fee_percent: 20 + 15 * at, pay_days_tenths: canceller === 'employer' ? 10 * at : 0 }])),
};

function grab(context: Context): MockReply {
    const order = findOrder(context);
    const agency = context.world.organisations.find((each) => each.id === context.me?.organisation?.id);
    if (!order || !agency) return missing();
    const seats = Number(context.input.seats ?? 0);
    const answer = gateOf(context, order, agency);
    const first = answer.refusals[0];
    if (first) return refuse(409, first.code, first.message.zh, first.message.en, { satisfy: first.satisfy });
    if (seats > order.remaining) return refuse(409, 'not_enough_seats', '剩余席位不足。请减少数量再试。', 'Not enough seats are left. Try fewer.', { facts: { remaining: order.remaining, requested: seats }, satisfy: { zh: '减少数量，或等待席位退回。', en: 'Take fewer seats, or wait for seats to free up.' } });
    if (seats < order.lot_min || seats > order.lot_max) return refuse(409, 'lot_size', '抢单数量不在允许的范围内。', 'The number of seats is outside the allowed lots.', { facts: { lot_min: order.lot_min, lot_max: order.lot_max, requested: seats } });
    order.remaining -= seats;
    if (order.remaining === 0) order.status = 'filled';
    context.say('order.remaining', order.id, { order: order.id, remaining: order.remaining, status: order.status });
    const now = context.world.now.getTime();
    const share: Share = {
        id: context.world.nextId(), order: { id: order.id, title: order.title }, employer: order.employer, agency: { id: agency.id, name: agency.name }, seats, staffed: 0, status: 'held', status_reason: '',
        held_until_at: stamp(now + order.hold_hours * 3_600_000), created_at: stamp(now),
        service_fee_fen: null, team_size: 0, standing: 0, refill_until_at: null, order_version: order.version, gate: { rule_version: 'gate-1', facts: [{ rule: 'verified', value: agency.verified_at ?? '' }, { rule: 'excluded', value: 'no' }, { rule: 'credential', value: agency.credentials[0]?.number ?? '' }, { rule: 'in_hand', value: String(held(context, agency.id)) }] },
    };
    context.world.shares.unshift(share);
    return ok(share, 201);
}

function mayReadShare(context: Context, share: Share): boolean {
    const { me, world } = context;
    if (me?.organisation) return [share.agency.id, share.employer.id].includes(me.organisation.id);
    const order = world.orders.find((each) => each.id === share.order.id);
    return order ? supervises(context, order) : false;
}

function listShares(context: Context): MockReply {
    const { world, query } = context;
    return page(world.shares.filter((each) => mayReadShare(context, each) && (!query.order || each.order.id === query.order) && (!query.status || each.status === query.status)), query);
}

function findShare(context: Context): Share | null {
    const share = context.world.shares.find((each) => each.id === context.parts[1]);
    return share && mayReadShare(context, share) ? share : null;
}

function giveBack(context: Context, share: Share, seats: number): void {
    const order = context.world.orders.find((each) => each.id === share.order.id);
    if (!order) return;
    order.remaining += seats;
    if (order.status === 'filled') order.status = 'open';
    context.say('order.remaining', order.id, { order: order.id, remaining: order.remaining, status: order.status });
}

function release(context: Context): MockReply {
    const share = findShare(context);
    if (!share) return missing();
    const empty = share.seats - share.staffed;
    if (!empty) return refuse(409, 'nothing_to_release', '没有可退回的空席位：席位都已有人。', 'There is no empty seat to give back: every seat has somebody.');
    const seats = Number(context.input.seats ?? empty);
    if (seats > empty) return refuse(409, 'nothing_to_release', `只有 ${empty} 个空席位可以退回。`, `Only ${empty} empty seats can be given back.`);
    share.seats -= seats;
    if (share.seats === 0) share.status = 'released';
    giveBack(context, share, seats);
    return ok(share);
}

function withdraw(context: Context): MockReply {
    const share = findShare(context);
    if (!share) return missing();
    giveBack(context, share, share.seats);
    return ok(Object.assign(share, { status: 'withdrawn', status_reason: String(context.input.reason ?? '') }));
}

/** Closings of this mock's defaults, which are its shares that defaulted. */
const closings = new WeakMap<Share, { closed_at: string; ground: ClosingGround; reason: string }>();

function defaultOf(context: Context, share: Share): ShareDefault {
    const closed = closings.get(share);
    const place = context.world.orders.find((each) => each.id === share.order.id)?.place ?? '';
    const mayClose: ClosingGround[] = closed ? [] : context.me?.role === 'employer' ? ['made_good', 'settled'] : context.me?.role === 'official' ? ['excused'] : [];
    const opened = Date.parse(share.created_at) + 12 * 86_400_000;
    return { id: share.id, order: share.order, city: `${place.slice(0, 4)}00`, employer: share.employer, agency: share.agency, opened_at: stamp(opened), lapses_at: stamp(opened + 180 * 86_400_000), closed_at: closed?.closed_at ?? null, ground: closed?.ground ?? null, reason: closed?.reason ?? '', may_close_as: mayClose };
}

function listDefaults(context: Context): MockReply {
    const all = context.world.shares.filter((each) => each.status === 'defaulted' && mayReadShare(context, each)).map((each) => defaultOf(context, each));
    return page(all.filter((each) => !context.query.open || (each.closed_at === null) === (context.query.open === 'true')), context.query);
}

function closeDefault(context: Context): MockReply {
    const share = findShare(context);
    if (!share) return missing();
    if (share.status !== 'defaulted' || closings.has(share)) return refuse(409, 'default_not_open', '此份额没有违约，或违约已经了结。请刷新页面。', 'This share is not in default, or its default is closed already. Reload the page.');
    closings.set(share, { closed_at: stamp(context.world.now.getTime()), ground: context.input.ground as ClosingGround, reason: String(context.input.reason ?? '') });
    context.say('share.default_closed', share.id, { order: share.order.id, ground: context.input.ground });
    return ok(defaultOf(context, share));
}

const staffSaid = new WeakMap<World, Record<string, unknown>>();
/** What the employer said of its staff: of the mock's one employer, without its orders. */
function staffOf(world: World): StaffNumbers {
    const said = staffSaid.get(world);
    const [contract, dispatched] = [Number(said?.contract_staff ?? 0), Number(said?.dispatched_staff ?? 0)];
    return {
        contract_staff: said ? contract : null, dispatched_staff: said ? dispatched : null, as_of_on: said ? String(said.as_of_on) : null, reported_at: said ? stamp(world.now.getTime()) : null,
        dispatch_seats: 0, percent_hundredths: said && contract + dispatched > 0 ? Math.ceil((10_000 * dispatched) / (contract + dispatched)) : null, percent_max: 10,
    };
}

export const MARKET_ROUTES: Route[] = [
    ['GET', /^orders$/, listOrders], ['POST', /^orders$/, createOrder],
    ['GET', /^orders\/[^/]+$/, (context) => { const order = findOrder(context); return order ? ok(shown(context, order)) : missing(); }],
    ['PATCH', /^orders\/[^/]+$/, changeOrder],
    ['GET', /^orders\/[^/]+\/post-check$/, (context) => { const order = findOrder(context); return order ? ok(postCheck(order, todayOf(context))) : missing(); }],
    ['GET', /^organisations\/[^/]+\/staff$/, ({ world }) => ok(staffOf(world))], ['PUT', /^organisations\/[^/]+\/staff$/, ({ world, input }) => { staffSaid.set(world, input); return ok(staffOf(world)); }],
    ['GET', /^orders\/[^/]+\/versions$/, versions], ['GET', /^orders\/[^/]+\/change-answers$/, (): MockReply => ok([])],
    ['GET', /^orders\/[^/]+\/cancellation-terms$/, (): MockReply => ok({ set: TERMS, frozen_at: null })], ['GET', /^cancellation-terms$/, (): MockReply => ok({ default_set: 1, sets: [TERMS] })], ['GET', /^cancellation-claims$/, (): MockReply => ok({ items: [] })],
    ['GET', /^orders\/[^/]+\/history$/, history], ['GET', /^orders\/[^/]+\/progress$/, progress], ['GET', /^orders\/[^/]+\/gate$/, gate],
    ['GET', /^orders\/[^/]+\/site-code$/, ({ world }) => ok({ code: '482913', valid_until_at: stamp(world.now.getTime() + 5 * 3_600_000) })],
    ['POST', /^orders\/[^/]+\/shares$/, grab], ['POST', /^orders\/[^/]+\/[a-z]+$/, orderAction],
    ['GET', /^shares$/, listShares], ['GET', /^share-defaults$/, listDefaults], ['POST', /^shares\/[^/]+\/default\/close$/, closeDefault],
    ['GET', /^shares\/[^/]+\/default$/, (context) => { const share = findShare(context); return share?.status === 'defaulted' ? ok(defaultOf(context, share)) : missing(); }],
    ['GET', /^shares\/[^/]+$/, (context) => { const share = findShare(context); return share ? ok(share) : missing(); }],
    ['POST', /^shares\/[^/]+\/release$/, release], ['POST', /^shares\/[^/]+\/withdraw$/, withdraw],
];
