import type { Consent, ConsentQuestion, Order, Person } from '../base/api_types';
import { inPlace, missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { stamp } from './world.ts';

/** People of the test double, masked as the server masks them. */

function seen(context: Context, person: Person): Person {
    const { me } = context;
    if (me?.person?.id === person.id) return { ...person, sight: 'full' };
    if (me?.role === 'agency' && person.own_candidate) return { ...person, sight: 'full' };
    const masked = { ...person, sight: 'masked' as const, name: `${person.name[0]}*`, certificates: person.certificates.map(({ kind, valid_to_on }) => ({ kind, valid_to_on })) };
    return me?.role === 'agency' ? { ...masked, phone: null, id_number: null } : masked;
}

function list(context: Context): MockReply {
    const { world, query, me } = context;
    if (!me) return signIn();
    if (query.mine === 'true' && me.role !== 'agency') return refuse(403, 'not_allowed', '您没有权限查看。', 'You may not see this.');
    const items = world.people.filter((each) => (me.role !== 'agency' || (query.mine === 'true' ? each.own_candidate : each.own_candidate || each.public_pool))
        && (!query.place || inPlace(each.place, query.place)) && (!query.occupation || each.occupations.some((code) => code.startsWith(query.occupation ?? '')))
        && (!query.q || each.skills.some((skill) => skill.name.includes(query.q ?? '')) || (each.own_candidate && each.name.includes(query.q ?? ''))));
    return page(items.map((each) => seen(context, each)), query);
}

function findPerson(context: Context): Person | undefined {
    return context.world.people.find((each) => each.id === context.parts[1]);
}

function add(context: Context): MockReply {
    const { input, world } = context;
    const idNumber = String(input.id_number ?? '');
    if (idNumber.startsWith('110101')) return refuse(409, 'identity_mismatch', '姓名与身份证号不一致。请核对；如证件无误，请到当地人社部门更正。', 'Name and identity number do not fit together. Check both.', { path: '/id_number' });
    const place = world.places.find((each) => each.code === input.place);
    const person: Person = {
        ...world.people[1]!, education: null, seeker_kind: null, occupations: [], skills: [], certificates: [], experience_years: null, pay_asked_fen: null, pay_unit: null, available_from_on: null, reach_km: null,
        ...(input as Partial<Person>), id: world.nextId(), sight: 'full', birth_year: Number(idNumber.slice(6, 10)) || 1990, id_number: `${idNumber.slice(0, 2)}**************${idNumber.slice(-2)}`,
        phone: input.phone ? `${String(input.phone).slice(0, 3)}****${String(input.phone).slice(-4)}` : null, place_name: place?.name ?? '', public_pool: false, contact: false, verified: false,
        has_account: false, own_candidate: true, confirmed_at: stamp(world.now.getTime()),
    };
    world.people.unshift(person);
    return ok(person, 201);
}

function change(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    if (context.me?.role === 'agency' && person.has_account) return refuse(409, 'kept_by_herself', '此人已有账号，信息由本人维护。请请本人修改。', 'This person has an account and keeps her data herself. Ask her to change it.');
    return ok(seen(context, Object.assign(person, context.input)));
}

function reveal(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    const purpose = String(context.input.purpose);
    const all = { name: person.name, phone: '13800001200', id_number: '510502197403071234' };
    if (context.me?.role !== 'agency') return ok(all);
    if (person.own_candidate) return ok(purpose === 'offer_contact' ? { ...all, id_number: null } : all);
    if (!person.contact) return refuse(409, 'contact_consent_missing', '此人没有同意公开联系方式。可以先发出席位邀请，由本人决定。', 'This person has not agreed to be contacted. Offer a seat and let her decide.');
    if (purpose !== 'offer_contact') return refuse(403, 'purpose_not_open', '您不能以此用途查看。请选择符合职责的用途。', 'You may not read for this purpose. Choose one that your task allows.', { path: '/purpose' });
    return ok({ ...all, name: `${person.name[0]}*`, id_number: null });
}

const ledgers = new Map<string, Consent[]>();
const ledgerOf = (person: Person): Consent[] => ledgers.get(person.id) ?? [];

function questions(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    const asked = (purpose: Consent['purpose'], title: string, given: boolean): ConsentQuestion => {
        const latest = ledgerOf(person).find((each) => each.purpose === purpose);
        return { purpose, state: given ? 'given' : latest ? (latest.refused ? 'refused' : 'withdrawn') : 'not_asked', since_at: latest?.at ?? null, agreed_version: latest?.text_version ?? null, text_version: '2026-1', title_zh: title, title_en: purpose, text_zh: `${title}：机构可以看到您的求职意向并发来邀约。随时可以撤回。`, text_en: 'Agencies may see it. You may withdraw at any time.', data_classes: purpose === 'contact' ? ['phone'] : ['masked_name', 'profile'], recipient: 'verified_agencies', law: '个人信息保护法 §13(1)' };
    };
    return page([asked('public_pool', '进入公共求职池', person.public_pool), asked('contact', '允许机构给我打电话', person.contact)], {});
}

function consent(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    const granted = context.input.granted === true;
    if (context.input.purpose === 'public_pool') person.public_pool = granted;
    else person.contact = granted;
    const at = stamp(context.world.now.getTime());
    const entry: Consent = { id: context.world.nextId(), purpose: context.input.purpose as Consent['purpose'], granted, refused: !granted && !ledgerOf(person).some((each) => each.purpose === context.input.purpose), at, text_version: '2026-1', data_classes: ['phone'], recipient: 'verified_agencies', basis: 'consent', channel: 'online' };
    ledgers.set(person.id, [entry, ...ledgerOf(person)]);
    return ok(entry);
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
    return ok({
        items, considered: 68, counted: 68,
        removed: [{ filter: 'reach', count: 21, reason: { zh: '地点超出可到达范围', en: 'Out of reach' } }, { filter: 'pay', count: 9, reason: { zh: '期望报酬高于所给', en: 'Asks for more than is offered' } }],
        last_filter: null, what_counts: { zh: '每个候选只计入第一个不符合的条件；共 68 个候选，逐一核对', en: 'Each candidate counts with the first filter that removes it; 68 candidates, each looked at' }, why_empty: null, advice: { zh: '若放宽距离，可有 30 个候选', en: 'Without the reach filter, 30 candidates would remain' },
    });
}

const stopped = new Set<string>();
function daily(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    const found = (matches(context).body as { items: { order: Order; score: number; parts: unknown[] }[] }).items;
    const told = (from: number, to: number, days: number): unknown[] => found.slice(from, to).map((each, index) => ({
        ...each, night_on: stamp(context.world.now.getTime() - days * 86_400_000).slice(0, 10), told_at: stamp(context.world.now.getTime() - days * 86_400_000), open: days === 0 || index > 0, fits: days === 0, failed: days === 0 ? [] : [{ filter: 'availability', reason: { zh: '用工日期内没有空', en: 'Not free in the period' } }],
    }));
    const wanted = !stopped.has(person.id);
    return ok({ wanted, consented: true, looked_at: stamp(context.world.now.getTime() - 6 * 3_600_000), today: wanted ? told(0, 3, 0) : [], earlier: told(3, 5, 1) });
}
function chooseDaily(context: Context): MockReply {
    const person = findPerson(context);
    if (!person) return missing();
    if (context.input.wanted === true) stopped.delete(person.id); else stopped.add(person.id);
    return ok({ wanted: context.input.wanted });
}
function nightlyRuns({ world }: Context): MockReply {
    const night = (days: number) => { const at = world.now.getTime() - days * 86_400_000; return { night_on: stamp(at).slice(0, 10), begun_at: stamp(at - 6 * 3_600_000), ended_at: stamp(at - 6 * 3_600_000 + 9_000), position: 4000 - days, ranked_ms: 640, orders: 212, people: 5310, pairs: 10600, told: 940 - days * 30, told_orders: 1720 - days * 50, cities: [{ city: '511500', told: 410, told_orders: 800 }, { city: '510500', told: 300, told_orders: 520 }] }; };
    return ok({ hour: 3, orders_per_person: 3, people_per_order: 50, items: [night(0), night(1), night(2)] });
}

function reads({ world }: Context): MockReply {
    const now = world.now.getTime();
    return ok({ items: [
        { at: stamp(now - 4 * 3_600_000), purpose: 'offer_contact', fields: ['phone'], role: 'agency', organisation: { id: world.organisations.at(-5)?.id ?? '', name: '泸州灵聘人力资源有限公司' }, place: '510502', place_name: '江阳区' },
        { at: stamp(now - 40 * 86_400_000), purpose: 'identity_check', fields: ['id_number', 'phone'], role: 'official', organisation: null, place: '510500', place_name: '泸州市' },
    ], next: null });
}

export const PEOPLE_ROUTES: Route[] = [
    ['GET', /^people$/, list], ['POST', /^people$/, add],
    ['GET', /^people\/[^/]+$/, (context) => { const person = findPerson(context); return person ? ok(seen(context, person)) : missing(); }],
    ['PATCH', /^people\/[^/]+$/, change], ['GET', /^people\/[^/]+\/matches$/, matches], ['GET', /^people\/[^/]+\/reads$/, reads],
    ['GET', /^people\/[^/]+\/daily-orders$/, daily], ['PUT', /^people\/[^/]+\/daily-orders$/, chooseDaily], ['GET', /^nightly-runs$/, nightlyRuns],
    ['GET', /^people\/[^/]+\/consent-questions$/, questions],
    ['GET', /^people\/[^/]+\/consents$/, (context) => { const person = findPerson(context); return person ? page(ledgerOf(person), {}) : missing(); }],
    ['GET', /^personal-data-reads$/, ({ query }) => page([], query)],
    ['POST', /^people\/[^/]+\/consents$/, consent], ['POST', /^people\/[^/]+\/reveal$/, reveal],
    ['POST', /^people\/[^/]+\/verify$/, (context) => { const person = findPerson(context); return person ? ok(seen(context, Object.assign(person, { verified: true }))) : missing(); }],
];
