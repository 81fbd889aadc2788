import type { Person, Seat, Share } from '../base/api_types';
import { inPlace, missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { CONTRACT } from './texts.ts';
import { day, seatOf, stamp } from './world.ts';

/** Seats and candidates of the test double. */

const LIVE = ['offered', 'accepted', 'on_site'];

function mayRead(context: Context, seat: Seat): boolean {
    const { me } = context;
    if (!me) return false;
    if (me.role === 'worker') return seat.person.id === me.person?.id;
    if (me.organisation) return [seat.agency.id, seat.employer.id].includes(me.organisation.id);
    return inPlace(seat.order.place, me.place ?? '');
}

function list(context: Context): MockReply {
    const { world, query, me } = context;
    if (!me) return signIn();
    return page(world.seats.filter((each) => mayRead(context, each) && (!query.status || each.status === query.status) && (!query.share || each.share === query.share)
        && (!query.order || each.order.id === query.order) && (!query.person || each.person.id === query.person)), query);
}

function findSeat(context: Context): Seat | null {
    const seat = context.world.seats.find((each) => each.id === context.parts[1]);
    return seat && mayRead(context, seat) ? seat : null;
}

function leave(context: Context, seat: Seat, status: Seat['status'], reason = ''): void {
    const share = context.world.shares.find((each) => each.id === seat.share);
    if (share && LIVE.includes(seat.status)) share.staffed -= 1;
    Object.assign(seat, { status, status_reason: reason });
    context.say(`seat.${status}`, seat.id, { order: seat.order.id, share: seat.share, to: status });
}

function start(context: Context, seat: Seat): MockReply | null {
    const now = stamp(context.world.now.getTime());
    const today = day(context.world.now.getTime());
    if (seat.status !== 'accepted') return refuse(409, 'seat_status_conflict', '席位当前状态不能这样办理。请刷新页面。', "The seat's present status does not allow this. Reload the page.");
    if (seat.starts_on > today) return refuse(409, 'too_early', '还没到开工日，不能签到。', 'It is too early: the first day of work has not come.', { facts: { starts_on: seat.starts_on } });
    if (!seat.insurance) return refuse(409, 'insurance_missing', '开工前须有当日有效的意外或工伤保险。请联系用工机构办理。', 'Insurance must be in force before the start. Ask the agency to record it.');
    if (context.me?.role === 'worker') {
        if (context.input.code !== '482913') return refuse(409, 'wrong_site_code', '现场码不对。请向现场负责人索取今日的六位码。', "Wrong site code. Ask on site for today's six digits.");
        seat.worker_started_at ??= now;
    } else seat.employer_started_at ??= now;
    if (seat.worker_started_at && seat.employer_started_at) Object.assign(seat, { status: 'on_site', started_on: today });
    return null;
}

function act(context: Context): MockReply {
    const seat = findSeat(context);
    if (!context.me) return signIn();
    if (!seat) return missing();
    const now = context.world.now.getTime();
    const steps: Record<string, () => MockReply | null> = {
        accept: () => {
            if (seat.status !== 'offered') return refuse(409, 'seat_status_conflict', '这份邀约已经处理过了。', 'This offer was already answered.');
            if (seat.order.title.includes('装调')) return refuse(409, 'person_overlap', '这段时间您已有另一份工作，不能同时接受。', 'You already have a job in this period.', { facts: { detail: '清香车间 11月24日–12月20日' }, satisfy: { zh: '先谢绝或结束那一份，或请机构改日期。', en: 'Decline or end the other one, or ask the agency to move the dates.' } });
            Object.assign(seat, { status: 'accepted', accepted_at: stamp(now) });
            return null;
        },
        decline: () => { leave(context, seat, 'declined', String(context.input.reason_code ?? '')); return null; },
        start: () => start(context, seat),
        insurance: () => { seat.insurance = context.input as unknown as Seat['insurance']; return null; },
        finish: () => {
            const ended = String(context.input.ended_on ?? day(now));
            if (ended > day(now) || (seat.started_on && ended < seat.started_on)) return refuse(422, 'end_date_wrong', '结束日期应在开工日与今天之间。', 'The last day must be between the start and today.', { path: '/ended_on' });
            seat.ended_on = ended;
            leave(context, seat, ended < seat.ends_on ? 'ended_early' : 'done', String(context.input.reason_code ?? ''));
            return null;
        },
        'no-show': () => { leave(context, seat, 'no_show'); return null; },
        replace: () => {
            const share = context.world.shares.find((each) => each.id === seat.share);
            const person = context.world.people.find((each) => each.id === context.input.person);
            if (!share || !person) return missing();
            leave(context, seat, 'replaced');
            return offerTo(context, share, person);
        },
    };
    return steps[context.parts[2] ?? '']?.() ?? ok(seat);
}

function offerTo(context: Context, share: Share, person: Person): MockReply {
    const order = context.world.orders.find((each) => each.id === share.order.id);
    if (!order) return missing();
    if (share.staffed >= share.seats) return refuse(409, 'share_full', '这份份额的席位都已有人。', 'Every seat of this share has somebody.');
    if (context.world.seats.some((each) => each.order.id === order.id && each.person.id === person.id && LIVE.includes(each.status))) return refuse(409, 'person_has_seat', '此人在本订单中已有席位。', 'This person already has a seat in this order.');
    const seat = seatOf(context.world.nextId(), share, order, person, 'offered', context.world.now.getTime());
    Object.assign(seat, { offered_at: stamp(context.world.now.getTime()), pay_fen: Number(context.input.pay_fen ?? order.pay_max_fen ?? 0) });
    context.world.seats.unshift(seat);
    share.staffed += 1;
    if (share.status === 'held') share.status = 'staffing';
    context.say('seat.offered', seat.id, { order: order.id, share: share.id, to: 'offered' });
    return ok(seat, 201);
}

function offer(context: Context): MockReply {
    const share = context.world.shares.find((each) => each.id === context.parts[1]);
    const person = context.world.people.find((each) => each.id === context.input.person);
    return share && person ? offerTo(context, share, person) : missing();
}

function candidates(context: Context): MockReply {
    const order = context.world.orders.find((each) => each.id === context.parts[1]);
    if (!order) return missing();
    const busy = new Set(context.world.seats.filter((each) => each.order.id === order.id && LIVE.includes(each.status)).map((each) => each.person.id));
    const free = context.world.people.filter((each) => !busy.has(each.id));
    const short = order.status === 'running';
    const items = free.slice(0, short ? 3 : Number(context.query.k ?? 50)).map((person, index) => ({
        person: { id: person.id, name: person.sight === 'full' ? person.name : `${person.name[0]}*` }, score: 930 - index * 13,
        parts: [
            { code: 'occupation', points: 300 - (index % 5) * 30, max: 300, reason: index % 5 ? { zh: '相近工种，前三级相同', en: 'A close trade: three levels in common' } : { zh: '正是所需工种', en: 'Exactly the trade asked for' } },
            { code: 'skills', points: 200 - (index % 4) * 40, max: 200, reason: { zh: `具备 3 项技能中的 ${3 - (index % 3)} 项`, en: `Has ${3 - (index % 3)} of 3 skills` } },
            { code: 'experience', points: Math.min(150, (person.experience_years ?? 0) * 10), max: 150, reason: { zh: `做过 ${person.experience_years ?? 0} 年`, en: `${person.experience_years ?? 0} years of experience` } },
            { code: 'distance', points: Math.max(20, 150 - index * 5), max: 150, reason: { zh: `距离 ${4 + index} 公里`, en: `${4 + index} km away` } },
            { code: 'pay', points: 90, max: 100, reason: { zh: '报酬达到期望', en: 'The pay meets what is asked' } },
            { code: 'reliability', points: 46, max: 50, reason: { zh: '近一年 11 次到岗，无缺岗', en: '11 starts in a year, no no-show' } },
            { code: 'freshness', points: 44, max: 50, reason: { zh: '3 天前确认过信息', en: 'Confirmed 3 days ago' } },
        ],
    }));
    const removed = short ? [{ filter: 'occupation', count: 18422 }, { filter: 'reach', count: 1204 }, { filter: 'availability', count: 311 }, { filter: 'certificates', count: 57 }] : [{ filter: 'occupation', count: 15230 }, { filter: 'reach', count: 3011 }, { filter: 'availability', count: 920 }];
    return ok({
        items, considered: 20000, counted: 20000, removed: removed.map((each) => ({ ...each, reason: { zh: `条件“${each.filter}”不符合`, en: `Fails the ${each.filter} filter` } })), last_filter: null,
        what_counts: { zh: '每个候选只计入第一个不符合的条件；共 20000 个候选，逐一核对', en: 'Each candidate counts with the first filter that removes it; 20000 candidates, each looked at' }, why_empty: null, advice: null,
    });
}

function judgement(context: Context): MockReply {
    const person = context.world.people.find((each) => each.id === context.parts[3]);
    const order = context.world.orders.find((each) => each.id === context.parts[1]);
    if (!person || !order) return missing();
    const failed = order.place === person.place ? [] : [{ filter: 'reach', reason: { zh: '地点超出可到达范围', en: 'The place is out of reach' } }];
    const parts = [{ code: 'occupation', points: 300, max: 300, reason: { zh: '正是所需工种', en: 'Exactly the trade asked for' } }, { code: 'distance', points: 90, max: 120, reason: { zh: '距离 25 公里', en: '25 km away' } }];
    return ok({ person: { id: person.id, name: person.name }, order: order.id, fits: failed.length === 0, score: 780, parts, failed });
}

function contract({ world, parts }: Context): MockReply {
    const seat = world.seats.find((each) => each.id === parts[1]);
    return seat ? ok(CONTRACT(seat), 200, { 'Content-Type': 'text/plain; charset=utf-8', ETag: `"${seat.contract_digest}"` }) : missing();
}

export const SEAT_ROUTES: Route[] = [
    ['GET', /^seats$/, list],
    ['GET', /^seats\/[^/]+$/, (context) => { const seat = findSeat(context); return seat ? ok(seat) : missing(); }],
    ['GET', /^seats\/[^/]+\/contract$/, contract],
    ['POST', /^seats\/[^/]+\/(accept|decline|start|insurance|finish|no-show|replace)$/, act],
    ['POST', /^shares\/[^/]+\/seats$/, offer], ['GET', /^orders\/[^/]+\/candidates$/, candidates],
    ['GET', /^orders\/[^/]+\/candidates\/[^/]+$/, judgement],
];
