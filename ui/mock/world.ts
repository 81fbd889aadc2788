import type {
    FigureMapRow, InboxItem, JournalEvent, Me, Order, OrderKind, OrderStatus, Organisation, Person, Place, Role, Seat,
    Share, Statement, Timesheet,
} from '../base/api_types';
import { dressDesk } from './scene.ts';
import regionData from '../kit/region_map_data.json' with { type: 'json' };

/** Everything that the test double knows. Made from a seed: the same every time. */
export interface World {
    now: Date;
    places: Place[];
    organisations: Organisation[];
    people: Person[];
    orders: Order[];
    shares: Share[];
    seats: Seat[];
    timesheets: Timesheet[];
    statements: Statement[];
    accounts: { account: string; me: Me }[];
    inbox: InboxItem[];
    events: JournalEvent[];
    nextId: () => string;
}

export const CITY_NAMES: Record<string, string> = {
    '510300': '自贡市', '510500': '泸州市', '511000': '内江市', '511500': '宜宾市',
    '500116': '江津区', '500118': '永川区', '500153': '荣昌区',
};

const OCCUPATIONS: [string, string, number, number, string[]][] = [
    ['6-02-06-03', '白酒酿造工', 550000, 780000, ['上甑', '看糟', '量质摘酒']],
    ['6-18-02-04', '焊工', 700000, 1000000, ['二保焊', '氩弧焊', '识图']],
    ['6-20-05-01', '汽车装调工', 580000, 820000, ['装配', '扭矩校验']],
    ['6-25-01-07', '电子产品制版工', 480000, 650000, ['SMT', 'AOI 目检']],
    ['4-10-01-06', '家政服务员', 400000, 600000, ['保洁', '做饭', '照护老人']],
    ['6-29-01-01', '砌筑工', 24000, 32000, ['砌砖', '抹灰']],
    ['6-29-02-05', '钢筋工', 26000, 35000, ['绑扎', '识图']],
    ['4-02-06-01', '仓储管理员', 420000, 560000, ['扫码', '叉车']],
    ['6-24-02-02', '锂电池制造工', 600000, 850000, ['涂布', '卷绕', '无尘车间']],
    ['4-03-02-01', '中式烹调师', 550000, 800000, ['川菜', '打荷']],
    ['6-05-02-01', '缝纫工', 1800, 2600, ['平车', '包缝']],
    ['6-09-03-06', '彩灯艺术工', 30000, 45000, ['扎骨架', '裱糊', '布灯']],
];
const EMPLOYERS: [string, string, number][] = [
    ['宜宾叙水酒业有限公司', '511502', 0], ['泸州江阳老窖酿造有限公司', '510502', 0], ['宜宾三江动力电池有限公司', '511504', 8],
    ['自贡盐都彩灯文化有限公司', '510302', 11], ['内江甜城汽车零部件有限公司', '511002', 2], ['江津珞璜焊接装备有限公司', '500116', 1],
    ['永川凤凰湖电子有限公司', '500118', 3], ['荣昌陶都服饰有限公司', '500153', 10], ['泸州纳溪新材料有限公司', '510503', 1],
    ['宜宾临港物流有限公司', '511502', 7], ['隆昌城投建设有限公司', '511083', 5], ['富顺豆花餐饮管理有限公司', '510322', 9],
    ['合江荔城建设有限公司', '510522', 6], ['长宁竹海康养有限公司', '511524', 4],
];
const AGENCIES: [string, string][] = [
    ['泸州灵聘人力资源有限公司', '510502'], ['内江甜城劳务派遣有限公司', '511002'], ['宜宾三江人力资源服务有限公司', '511502'],
    ['自贡盐都人力资源有限公司', '510302'], ['永川职教城就业服务有限公司', '500118'],
];
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙罗唐何邓';
const GIVEN = ['建国', '桂芳', '志强', '秀英', '小平', '春梅', '大勇', '晓燕', '文彬', '玉兰', '永红', '德贵'];

function makeRandom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 4294967296;
    };
}

/** An instant with the zone's offset, as the server writes it. */
export function stamp(time: number): string {
    return `${new Date(time + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

export function day(time: number): string {
    return stamp(time).slice(0, 10);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function makePlaces(): Place[] {
    const cities: Place[] = Object.entries(CITY_NAMES).filter(([code]) => code.startsWith('51'))
        .map(([code, name]) => ({ code, name, level: 'city', parent: '510000', lon: null, lat: null }));
    const counties: Place[] = regionData.counties.map((county) => ({
        code: county.code, name: county.name, level: 'county', parent: county.city === county.code ? '500000' : county.city,
        lon: null, lat: null,
    }));
    return [...cities, ...counties.filter((each) => each.code.startsWith('50')).map((each) => ({ ...each, level: 'city' as const })), ...counties];
}

function makeOrganisation(id: string, name: string, place: string, kind: 'employer' | 'agency', now: number, index: number): Organisation {
    const isAgency = kind === 'agency';
    return {
        id, kind, name, credit_code: `9151${place}MA6${String(700 + index).padStart(4, '0')}X${index % 10}`.slice(0, 18), place, industry: isAgency ? 'L726' : 'C15',
        address: `${regionData.counties.find((each) => each.code === place)?.name ?? ''}产业大道 ${18 + index * 7} 号`,
        status: index === 4 && isAgency ? 'registered' : 'verified', verified_at: stamp(now - 200 * DAY), capacity: isAgency ? 200 - index * 20 : null,
        excluded: null, reliability: index % 5 === 4 ? null : 910 - index * 23,
        credentials: isAgency ? [
            { id: `${id}-l`, kind: 'licence', number: `(川)人服证字〔2024〕第${String(1021 + index * 37)}号`, issuing_place: place.slice(0, 4) + '00', scope: ['recruit', 'search', 'outsource', 'flex'], valid_from_on: '2024-03-01', valid_to_on: '2029-02-28', status: 'valid' },
            ...(index !== 3 ? [{ id: `${id}-d`, kind: 'dispatch_licence' as const, number: `51${index}02024${String(17 + index)}`, issuing_place: place, scope: ['dispatch' as const], valid_from_on: '2024-01-10', valid_to_on: '2027-01-09', status: 'valid' as const }] : []),
        ] : [],
    };
}

const ORDER_STATUSES: OrderStatus[] = ['open', 'open', 'open', 'open', 'filled', 'open', 'running', 'open', 'open', 'closed'];
const KINDS: OrderKind[] = ['recruit', 'dispatch', 'recruit', 'outsource', 'flex', 'recruit', 'lend'];

function makeOrder(id: string, index: number, employer: Organisation, trade: number, now: number, random: () => number): Order {
    const [occupation, occupationName, low, high, skills] = OCCUPATIONS[trade] ?? OCCUPATIONS[0]!;
    const county = regionData.counties.find((each) => each.code === employer.place) ?? regionData.counties[0]!;
    const headcount = 4 + Math.floor(random() * 46);
    const status = ORDER_STATUSES[index % ORDER_STATUSES.length] ?? 'open';
    const remaining = status === 'open' ? Math.max(1, Math.floor(headcount * random())) : 0;
    const unit = low > 100000 ? 'month' : low > 10000 ? 'day' : 'hour';
    const starts = now + (3 + Math.floor(random() * 20)) * DAY;
    return {
        id, version: 3, employer: { id: employer.id, name: employer.name }, kind: KINDS[index % KINDS.length] ?? 'recruit',
        title: `${occupationName} ${headcount} 人${index % 3 === 0 ? '（包食宿）' : index % 4 === 1 ? '（班车接送）' : ''}`,
        description: `${employer.name}因生产旺季增员，招用${occupationName}。\n上岗前免费体检和岗前培训，工资按月发放到本人银行卡，工作餐每天两餐。要求身体健康、服从安排；有同岗位经验者优先。`,
        occupation, occupation_name: occupationName, headcount, remaining, place: county.code, place_name: county.name, city: county.city,
        address: `${county.name}${['产业园一期', '临港大道', '酒业园区', '科技路'][index % 4]} ${12 + (index * 17) % 300} 号`,
        starts_on: day(starts), ends_on: index % 6 === 5 ? null : day(starts + (30 + Math.floor(random() * 150)) * DAY),
        shift: (['day', 'rotating', 'day', 'night', 'morning'] as const)[index % 5] ?? 'day', hours_per_day_tenths: 80,
        skills: skills.map((name, position) => ({ name, required: position === 0, level: position === 0 ? 2 : 0 })),
        education: index % 3 === 0 ? 'junior' : null, certificates: trade === 1 ? ['welder'] : trade === 9 ? ['health'] : [],
        pay_unit: unit, pay_min_fen: low, pay_max_fen: high, service_fee_fen: 30000 + (index % 5) * 10000, lot_min: 1, lot_max: Math.min(20, headcount), cap_per_agency: Math.max(5, Math.floor(headcount / 2)), hold_hours: 48,
        mode: 'race', apply_hours: 24, leftover: 'race', open_to_all: false, tiers: [], team_size: 0, source: '企业直发', opens_at: stamp(now - DAY), closes_at: stamp(now + (2 + index % 9) * DAY + 5 * HOUR), status, status_reason: '', findings: [],
        created_at: stamp(now - (2 + index) * DAY), published_at: stamp(now - (1 + index % 7) * DAY - index * HOUR),
    };
}

function makePerson(id: string, index: number): Person {
    const trade = OCCUPATIONS[index % OCCUPATIONS.length] ?? OCCUPATIONS[0]!;
    return {
        id, name: `${SURNAMES[index % SURNAMES.length]}${GIVEN[index % GIVEN.length]}`, sight: index % 2 ? 'full' : 'masked', phone: `138****${String(1200 + index * 31).slice(0, 4)}`, id_number: index % 2 ? '51**************34' : null,
        birth_year: 1972 + (index * 7) % 32, place: regionData.counties[(index * 5) % 31]?.code ?? '510502', place_name: regionData.counties[(index * 5) % 31]?.name ?? '', education: index % 4 ? 'junior' : 'college', seeker_kind: index % 3 ? 'lost_job' : null,
        occupations: [trade[0]], skills: trade[4].map((name, position) => ({ name, level: position ? 0 : 2 })), experience_years: 1 + (index * 3) % 20,
        certificates: index % 3 ? [] : [{ kind: 'welder', number: `T5105${2000 + index}`, valid_to_on: '2028-06-30' }],
        pay_asked_fen: trade[2], pay_unit: trade[2] > 100000 ? 'month' : 'day', available_from_on: '2026-11-20', reach_km: 60, public_pool: index % 2 === 0, contact: index % 4 === 0, status: 'active', verified: index % 5 !== 1, has_account: index % 3 === 0, own_candidate: index % 2 === 1, confirmed_at: stamp(1_795_000_000_000 - index * DAY),
    };
}

/** A seat in the given state. */
export function seatOf(id: string, share: Share, order: Order, person: Person, status: Seat['status'], now: number): Seat {
    const accepted = status !== 'offered';
    const running = status === 'on_site';
    return {
        id, share: share.id,
        order: { id: order.id, title: order.title, place: order.place, place_name: order.place_name, address: order.address, team_size: 0 },
        starts_on: running ? day(now - 19 * DAY) : order.starts_on ?? day(now), ends_on: order.ends_on ?? day(now + 90 * DAY), shift: order.shift,
        pay_unit: order.pay_unit ?? 'month', pay_fen: order.pay_max_fen ?? 0,
        employer: order.employer, agency: share.agency, person: { id: person.id, name: person.name }, status, status_reason: '', offered_at: stamp(now - 5 * HOUR),
        expires_at: stamp(now + 3 * HOUR + 14 * 60_000), accepted_at: accepted ? stamp(now - 2 * DAY) : null,
        insurance: accepted ? { policy_number: 'PICC-2026-88121', valid_from_on: day(now - 30 * DAY), valid_to_on: day(now + 300 * DAY) } : null,
        worker_started_at: running ? stamp(now - 19 * DAY) : null, employer_started_at: running ? stamp(now - 19 * DAY) : null,
        started_on: running ? day(now - 19 * DAY) : null, ended_on: null, contract_digest: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    };
}

function account(name: string, role: Role, person: string, organisation: Organisation | null, place: string, personNamed: Person | null): { account: string; me: Me } {
    const rights: Record<Role, string[]> = {
        employer: ['orders.create'], agency: ['orders.grab', 'people.add'], worker: [], official: ['organisations.verify', 'orders.approve', 'journal.read'],
        inspector: ['organisations.exclude', 'journal.read'], system_administrator: ['accounts.list', 'accounts.reset'], security_administrator: ['accounts.list', 'accounts.create'], audit_administrator: ['accounts.list', 'people.audit_reads', 'journal.read'],
    };
    return {
        account: name,
        me: {
            account: { id: `acc-${name}`, account: name, name: person }, role, place, organisation: organisation ? { id: organisation.id, name: organisation.name, kind: organisation.kind } : null,
            person: personNamed ? { id: personNamed.id, name: personNamed.name } : null, csrf_token: 'mock-csrf', rights: rights[role], next_step: 'none', second_factor: false, second_factor_from_on: role === 'official' ? '2027-06-01' : null,
        },
    };
}

/** A small South Sichuan at the given moment. */
export function makeWorld(nowDate: Date): World {
    const now = nowDate.getTime();
    const random = makeRandom(20261124);
    let last = 0;
    const nextId = (): string => `0r${(last += 1).toString(36).padStart(11, '0')}`;
    const employers = EMPLOYERS.map(([name, place], index) => makeOrganisation(nextId(), name, place, 'employer', now, index));
    const agencies = AGENCIES.map(([name, place], index) => makeOrganisation(nextId(), name, place, 'agency', now, index));
    const orders = Array.from({ length: 68 }, (_, index) => {
        const which = index % employers.length;
        const trade = index < employers.length ? EMPLOYERS[which]?.[2] ?? 0 : (EMPLOYERS[which]?.[2] ?? 0) + (index % 3 === 0 ? index : 0);
        return makeOrder(nextId(), index, employers[which]!, trade % OCCUPATIONS.length, now, random);
    });
    const people = Array.from({ length: 60 }, (_, index) => makePerson(nextId(), index));
    const worker: Person = { ...people[0]!, name: '王建国', birth_year: 1974, place: '510502', phone: '13800001200', occupations: ['6-02-06-03'], skills: [{ name: '上甑', level: 3 }, { name: '看糟', level: 0 }], experience_years: 12, certificates: [{ kind: 'skill_4', number: 'S000051050224', valid_to_on: '2030-05-31' }], public_pool: true, verified: true };
    people[0] = worker;
    const shareFor = (order: Order, agency: Organisation, seats: number): Share => ({
        id: nextId(), order: { id: order.id, title: order.title }, employer: order.employer, agency: { id: agency.id, name: agency.name }, seats, staffed: Math.floor(seats / 2), status: 'staffing', status_reason: '',
        held_until_at: stamp(now + 31 * HOUR), gate: { rule_version: '2026-11-01', facts: [{ rule: 'verified', value: stamp(now - 100 * DAY) }, { rule: 'excluded', value: 'no' }, { rule: 'credential', value: '(川)人服证字〔2024〕第1021号' }, { rule: 'in_hand', value: '14' }] }, service_fee_fen: null, team_size: 0, standing: 0, refill_until_at: null, order_version: order.version, created_at: stamp(now - 9 * HOUR),
    });
    const shares = [0, 1, 5, 6, 13].map((index, position) => shareFor(orders[index]!, agencies[position % 3]!, 4 + position));
    const seats = [
        seatOf(nextId(), shares[1]!, orders[1]!, worker, 'offered', now), seatOf(nextId(), shares[2]!, orders[5]!, worker, 'accepted', now),
        seatOf(nextId(), shares[0]!, orders[0]!, worker, 'on_site', now), seatOf(nextId(), shares[4]!, orders[13]!, worker, 'offered', now),
    ];
    seats[1]!.starts_on = day(now);
    seats[3]!.expires_at = stamp(now + 41 * 60_000);
    const running = seats[2]!;
    const done: Seat = { ...running, id: nextId(), order: { ...running.order, id: orders[27]!.id, title: orders[27]!.title }, starts_on: '2026-06-01', ends_on: '2026-08-31', status: 'done', started_on: '2026-06-01', ended_on: '2026-08-31' };
    seats.push(done);
    const unit = running.pay_unit;
    const timesheets: Timesheet[] = [
        { id: nextId(), seat: running.id, person: running.person, order: { id: running.order.id, title: running.order.title }, from_on: day(now - 19 * DAY), to_on: day(now - 8 * DAY), unit, quantity_hundredths: 40, status: 'approved', pay_fen: 264000, history: [] },
        { id: nextId(), seat: running.id, person: running.person, order: { id: running.order.id, title: running.order.title }, from_on: day(now - 7 * DAY), to_on: day(now - 1 * DAY), unit, quantity_hundredths: 25, status: 'returned', pay_fen: 165000, history: [{ at: stamp(now - 6 * HOUR), kind: 'timesheet.returned', text: { zh: '用人单位退回：11月20日请假半天，请改为 0.23', en: 'Returned: half a day off on 20 November' }, actor: null }] },
    ];
    const line = (id: string, amount: number, quantity: number, confirmed: string | null) => ({ id, kind: 'wage' as const, seat: running.id, timesheet: null, payee: running.person, quantity_hundredths: quantity, rate_fen: 660000, amount_fen: amount, confirmed_at: confirmed });
    const statementBase = { version: 1, part: 0, paid_on: null, employer_agreed_at: null, agency_agreed_at: null, replaced: [], share: shares[0]!.id, order: { id: running.order.id, title: running.order.title }, employer: running.employer, agency: running.agency, overdue_level: 'none' as const, instructed_reference: '工行 2026110700123', paid_reference: '工行 2026110700123' };
    const statements: Statement[] = [
        { ...statementBase, id: nextId(), month: '2026-10', status: 'paid', lines: [line(nextId(), 660000, 100, null)], wage_fen: 660000, fee_fen: 0, total_fen: 660000, due_on: '2026-11-10', agreed_at: stamp(now - 20 * DAY), instructed_at: stamp(now - 18 * DAY), paid_at: stamp(now - 17 * DAY), confirmed_at: null },
        { ...statementBase, id: nextId(), month: '2026-11', status: 'draft', lines: [line(nextId(), 264000, 40, null)], wage_fen: 264000, fee_fen: 0, total_fen: 264000, due_on: '2026-12-10', instructed_reference: null, paid_reference: null, agreed_at: null, instructed_at: null, paid_at: null, confirmed_at: null },
        { ...statementBase, id: nextId(), month: '2026-08', order: { id: done.order.id, title: done.order.title }, status: 'confirmed', lines: [{ ...line(nextId(), 648000, 100, stamp(now - 70 * DAY)), seat: done.id }], wage_fen: 648000, fee_fen: 0, total_fen: 648000, due_on: '2026-09-10', agreed_at: stamp(now - 80 * DAY), instructed_at: stamp(now - 79 * DAY), paid_at: stamp(now - 78 * DAY), confirmed_at: stamp(now - 70 * DAY) },
    ];
    const inbox: InboxItem[] = [
        { id: nextId(), kind: 'timesheet.submitted', title: { zh: '3 份工时单待审核', en: '3 timesheets wait for approval' }, subject_kind: 'timesheet', subject: timesheets[0]!.id, due_at: stamp(now + 20 * HOUR), waiting_since_at: stamp(now - 8 * HOUR), level: 'soon', link: '/desk/timesheets' },
        { id: nextId(), kind: 'statement.due', title: { zh: '10 月结算单已逾期 2 天未付', en: 'October statement is 2 days overdue' }, subject_kind: 'statement', subject: statements[0]!.id, due_at: stamp(now - 2 * DAY), waiting_since_at: stamp(now - 9 * DAY), level: 'late', link: '/desk/statements' },
    ];
    dressDesk({ now, nextId, orders, agencies, people, shares, seats });
    return {
        now: nowDate, places: makePlaces(), organisations: [...employers, ...agencies], people, orders, shares, seats, timesheets, statements, inbox, events: [], nextId,
        accounts: [
            account('employer', 'employer', '李晓燕', employers[0]!, '511500', null), account('agency', 'agency', '陈大勇', agencies[0]!, '510500', null),
            account('agency2', 'agency', '赵文彬', agencies[1]!, '511000', null), account('worker', 'worker', worker.name, null, '510500', worker),
            account('official', 'official', '周玉兰', null, '510500', null), account('inspector', 'inspector', '吴德贵', null, '510500', null),
            account('system', 'system_administrator', '系统管理员', null, '510500', null), account('security', 'security_administrator', '安全管理员', null, '510500', null),
            account('audit', 'audit_administrator', '审计管理员', null, '510500', null),
        ],
    };
}

/** Open seats per county: also what a choropleth of the map shows. */
export function openSeatsByPlace(world: World): FigureMapRow[] {
    const rows = new Map<string, FigureMapRow>();
    for (const order of world.orders.filter((each) => each.status === 'open')) {
        const row = rows.get(order.place) ?? { place: order.place, place_name: order.place_name, verified: 0, provisional: 0 };
        rows.set(order.place, { ...row, verified: row.verified + order.remaining });
    }
    return [...rows.values()];
}

export const OCCUPATION_ROWS = OCCUPATIONS.map(([code, name]) => ({
    code, name, level: 4, parent: code.slice(0, 7), path: ['生产制造及有关人员', `${name.slice(0, 2)}类人员`],
}));
