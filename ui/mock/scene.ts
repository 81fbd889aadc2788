import type { Order, Organisation, Person, Seat, Share } from '../base/api_types';
import { day, seatOf, stamp } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Scene {
    now: number;
    nextId: () => string;
    orders: Order[];
    agencies: Organisation[];
    people: Person[];
    shares: Share[];
    seats: Seat[];
}

/** What the desk needs beside the market: a draft, an order in review, shares and seats in every state. */
export function dressDesk(scene: Scene): void {
    addOrders(scene);
    addShares(scene);
    addSeats(scene);
}

function addOrders({ now, nextId, orders }: Scene): void {
    const [first, luzhou] = [orders[0]!, orders[1]!];
    const draft: Order = {
        ...first, id: nextId(), version: 2, title: '包装工 20 人（春节旺季）', description: '成品酒装箱、贴标、码垛，限男性，需交服装押金 200 元。', headcount: 20, remaining: 20, status: 'draft', pay_min_fen: 220000, pay_max_fen: 520000,
        lot_max: 10, cap_per_agency: 10, opens_at: null, closes_at: null, published_at: null, created_at: stamp(now - 3 * HOUR), starts_on: day(now + 12 * DAY), ends_on: day(now + 70 * DAY), hours_per_day_tenths: 100,
    };
    const review: Order = {
        ...luzhou, id: nextId(), title: '酿酒工 30 人（三班倒）', headcount: 30, remaining: 30, status: 'review', opens_at: null, published_at: stamp(now - 5 * HOUR), created_at: stamp(now - 7 * HOUR), hours_per_day_tenths: 100, lot_max: 15, cap_per_agency: 15,
        findings: [{ code: 'hours_over_standard', severity: 'review', path: '/hours_per_day_tenths', basis: '劳动法 §36、§41', message: { zh: '每日工时 10 小时超过标准工时，须依法安排加班并支付加班费，需要人工复核。', en: '10 hours a day exceed the standard; overtime must be lawful and paid. Needs a review.' } }],
    };
    const suspended: Order = { ...luzhou, id: nextId(), title: '灌装工 12 人', headcount: 12, remaining: 7, status: 'suspended', status_reason: '收到收费投诉，核查期间暂停。', created_at: stamp(now - 9 * DAY) };
    const later: Order = { ...first, id: nextId(), title: '曲房工 16 人（明早开抢）', headcount: 16, remaining: 16, kind: 'recruit', status: 'open', opens_at: stamp(now + 9 * HOUR + 21 * 60_000), closes_at: stamp(now + 8 * DAY), lot_min: 2, lot_max: 8, cap_per_agency: 8, created_at: stamp(now - 2 * HOUR), published_at: stamp(now - HOUR) };
    orders.unshift(draft, review, later);
    orders.push(suspended);
}

function addShares({ now, nextId, orders, agencies, shares }: Scene): void {
    const agency = agencies[0]!;
    const make = (order: Order, seats: number, staffed: number, status: Share['status'], until: number, ago: number): Share => ({
        id: nextId(), order: { id: order.id, title: order.title }, employer: order.employer, agency: { id: agency.id, name: agency.name }, seats, staffed, status, status_reason: '', held_until_at: stamp(now + until), created_at: stamp(now - ago),
        service_fee_fen: null, team_size: 0, standing: 0, refill_until_at: null, order_version: order.version, gate: { rule_version: 'gate-1', facts: [{ rule: 'verified', value: stamp(now - 100 * DAY) }, { rule: 'excluded', value: 'no' }, { rule: 'credential', value: '(川)人服证字〔2024〕第1021号' }, { rule: 'in_hand', value: '11' }] },
    });
    const free = orders.filter((each) => each.status === 'open' && !shares.some((share) => share.order.id === each.id));
    shares.unshift(make(free[3]!, 5, 0, 'held', 42 * 60_000, 47 * HOUR), make(free[6]!, 3, 0, 'held', 30 * HOUR, 2 * HOUR));
    shares.push(make(free[8]!, 6, 6, 'settled', -20 * DAY, 60 * DAY), make(free[9]!, 4, 0, 'released', -2 * DAY, 4 * DAY), make(free[10]!, 3, 1, 'defaulted', -9 * DAY, 20 * DAY));
}

function addSeats({ now, nextId, orders, people, shares, seats }: Scene): void {
    const own = shares.find((each) => seats.some((seat) => seat.share === each.id && seat.status === 'on_site'));
    const order = orders.find((each) => each.id === own?.order.id);
    if (!own || !order) return;
    own.seats = 12;
    const add = (person: number, status: Seat['status'], change: Partial<Seat> = {}): void => {
        seats.push({ ...seatOf(nextId(), own, order, people[person]!, status, now), ...change });
    };
    add(3, 'on_site');
    add(5, 'accepted', { starts_on: day(now), worker_started_at: stamp(now - HOUR) });
    add(7, 'accepted', { starts_on: day(now), insurance: null });
    add(9, 'accepted');
    add(11, 'offered');
    add(13, 'offered', { expires_at: stamp(now + 26 * 60_000) });
    add(15, 'declined', { status_reason: 'pay' });
    add(17, 'no_show', { starts_on: day(now - DAY) });
    own.staffed = seats.filter((each) => each.share === own.id && ['offered', 'accepted', 'on_site'].includes(each.status)).length;
    own.status = 'delivering';
}
