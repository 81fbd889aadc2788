import type { CountsWhy, EntryDetail, EntryProposal, EntryStatus, Field, Me, RegisterDetail } from '../base/api_types';
import { missing, ok, page, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { CITY_NAMES, stamp } from './world.ts';

const w = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const CITIES = ['510300', '510500', '511000', '511500', '500116', '500118', '500153'];
const FIELDS: Field[] = [
    { id: 'services', title: w('服务范围', 'Scope of services'), type: 'codes', table: 'order_kinds', audience: 'everybody' },
    { id: 'premises', title: w('经营场所', 'Premises'), type: 'text', max: 200, audience: 'everybody' },
    { id: 'staff', title: w('专职工作人员数', 'Full-time staff'), type: 'integer', min: 3, audience: 'parties' },
    { id: 'phone', title: w('联系电话', 'Phone'), type: 'phone', sealed: true, required: false, audience: 'parties' },
];

function register(id: string, title: { zh: string; en: string }, more: Partial<RegisterDetail> = {}): RegisterDetail {
    return {
        id, version: 2, title, about: w('从事职业中介活动须取得的行政许可。', 'What job placement needs.'), subject: 'organisation', counts: 'everywhere', gate: 'licence', levels: ['city', 'county'], standard: null,
        published: true, certificate: true, direct: false, confirmed: false, valid: 128, total: 141, public_fields: FIELDS.slice(0, 2).map((field) => field.title), may_issue: false, may_import: true, text: `id = "${id}"\nversion = 2\n`,
        definition: { id, version: 2, title, about: null, basis: [{ text: '《人力资源市场暂行条例》第十八条', mark: 'F' }, { text: '有效期五年（须由发证机关确认）', mark: 'K' }], subject: 'organisation', validity: { months: 60, days: null, renew_days_before: 30 }, number: '({place})人服证字[{year}]第{serial:4}号', counts: 'everywhere', statistics: ['services'], fields: FIELDS },
        versions: [{ version: 2, digest: 'b1946ac92492d2347c6235b4d2611184', since_at: '2026-06-01T08:00:00+08:00', confirmed_at: null, confirmed_by: null }, { version: 1, digest: '591785b794601e212b260e25925636fd', since_at: '2026-01-01T08:00:00+08:00', confirmed_at: '2026-01-04T10:00:00+08:00', confirmed_by: '王审核' }],
        ...more,
    };
}

const REGISTERS = [
    register('hr_service_licence', w('人力资源服务许可证', 'Human resources service licence')),
    register('training_base', w('劳务培训基地', 'Training base'), { counts: 'recognised', standard: '川渝基地标准2026', confirmed: true, direct: true, may_issue: true, valid: 17, total: 19, gate: 'none', about: w('七地互认的培训基地。', 'Bases that the seven places recognise.') }),
    register('labour_brand', w('劳务品牌', 'Labour brand'), { counts: 'recognised', valid: 23, total: 23, gate: 'none', about: w('各地认定的劳务品牌。', 'Brands of labour.') }),
    register('inspection_warning', w('监察提示名单', 'Inspection warnings'), { published: false, counts: 'issuing_place', gate: 'warning', valid: 4, total: 9 }),
];

const why = (id: string, origin: string, place: string): CountsWhy => (id === 'hr_service_licence' ? 'everywhere' : origin === place ? 'issuing_place'
    : id === 'training_base' && (CITIES.indexOf(origin) + CITIES.indexOf(place)) % 3 === 0 ? 'recognised' : 'not_recognised');

function entry(index: number, register_id: string, name: string, place: string, status: EntryStatus, official: boolean): EntryDetail {
    const found = REGISTERS.find((each) => each.id === register_id) ?? REGISTERS[0]!;
    const valid = status === 'valid';
    return {
        id: `00000000000e${index}`, register_id, register_title: found.title, version: valid ? 1 : 2, number: `(${place})人服证字[2024]第000${index}号`, place, place_name: CITY_NAMES[place] ?? place,
        subject: { kind: 'organisation', name, organisation: '00000000000a1', credit_code: '91510502MA6000001X', person: null, place: null }, status, in_force: valid, valid_from_on: '2024-03-01', valid_to_on: '2029-02-28', audience: official ? 'officials' : 'everybody',
        values: { services: ['recruit', 'search'], premises: '滨江路 1 号', ...(official ? { staff: 12, phone: '138****5678' } : {}) }, names: {}, issued_at: '2024-03-01T10:00:00+08:00', changed_at: '2026-09-01T10:00:00+08:00',
        definition_version: 2, fields: official ? FIELDS : FIELDS.slice(0, 2), about: 'organisation', gate: 'licence', counts: found.counts, standard: found.standard, confirmed: found.confirmed, certificate: true, case_id: null,
        history: [{ version: 1, status: 'valid', reason: 'granted', at: '2024-03-01T10:00:00+08:00', by_clock: false, by: official ? '王审核' : null, note: null, case_id: null, valid_from_on: '2024-03-01', valid_to_on: '2029-02-28', changed: [] },
            ...(valid ? [] : [{ version: 2, status, reason: 'violation' as const, at: '2026-09-01T10:00:00+08:00', by_clock: false, by: official ? '王审核' : null, note: official ? '消防检查不合格，限期整改' : null, case_id: null, valid_from_on: '2024-03-01', valid_to_on: '2029-02-28', changed: [] }])],
        counts_in: CITIES.map((city) => ({ place: city, place_name: CITY_NAMES[city] ?? city, counts: valid && why(register_id, place, city) !== 'not_recognised', why: valid ? why(register_id, place, city) : 'not_in_force', recognition: null })),
        may: official ? (valid ? ['suspend', 'end', 'revoke', 'withdraw'] : ['restore', 'end', 'revoke', 'withdraw']) : [], may_change: official && found.direct, may_open: official, proposal: official ? (proposals.get(`00000000000e${index}`) ?? null) : null,
    };
}

const states = new Map<string, EntryStatus>([['00000000000e2', 'suspended']]);
/** What waits for a second official: one entry that a colleague would revoke. */
const proposals = new Map<string, EntryProposal>([['00000000000e2', { act: 'revoke', valid_to_on: null, values: {}, names: {}, reason: 'violation', note: '逾期未整改', at: '2026-11-20T10:00:00+08:00', by: '王审核', mine: false }]]);
const office = (me: Me | null): boolean => me?.role === 'official' || me?.role === 'inspector';
function entriesOf(register_id: string, me: Me | null): EntryDetail[] {
    return [['泸州江阳人力资源有限公司', '510500'], ['宜宾翠屏劳务有限公司', '511500'], ['内江甜城人力资源有限公司', '511000']].map(([name = '', place = ''], index) =>
        entry(index + 1, register_id, name, place, states.get(`00000000000e${index + 1}`) ?? 'valid', office(me)));
}
const one = (context: Context): EntryDetail | undefined => entriesOf('hr_service_licence', context.me).find((each) => each.id === context.parts[1]);
const withRegister = (context: Context, answer: (found: RegisterDetail) => MockReply): MockReply => {
    const found = REGISTERS.find((each) => each.id === context.parts[1]);
    return found ? answer(found) : missing();
};
const count = (value: string, zh: string, valid: number, total: number): object => ({ value, title: w(zh, zh), valid, total });

function step(context: Context): MockReply {
    const next = { suspend: 'suspended', restore: 'valid', revoke: 'revoked', withdraw: 'withdrawn', end: 'ended' } as const;
    const taken = context.parts[2] as keyof typeof next;
    const id = context.parts[1] ?? '';
    if (context.me && (taken === 'revoke' || taken === 'withdraw')) proposals.set(id, { act: taken, valid_to_on: null, values: {}, names: {}, reason: (context.input.reason ?? 'other') as EntryProposal['reason'], note: (context.input.note as string) ?? null, at: stamp(context.world.now.getTime()), by: context.me.account.name, mine: true });
    else if (context.me) states.set(id, next[taken]);
    const after = one(context);
    return context.me ? (after ? ok(after) : missing()) : signIn();
}

function decide(context: Context): MockReply {
    const id = context.parts[1] ?? '';
    const proposal = proposals.get(id);
    if (!context.me) return signIn();
    if (!proposal) return missing();
    if (context.parts[3] === 'approve') states.set(id, proposal.act === 'revoke' ? 'revoked' : 'withdrawn');
    proposals.delete(id);
    const after = one(context);
    return after ? ok(after) : missing();
}

const GRADES: [string, string, [string, number, number][]][] = [
    ['national_employer', '企业劳动保障守法诚信等级（全国）', [['A', 4, 5], ['B', 2, 3], ['C', 1, 1]]], ['national_agency', '人力资源服务机构信用等级（全国）', [['A+', 5, 5], ['A', 4, 4], ['B', 3, 3], ['C', 2, 2], ['D', 1, 1]]],
    ['sichuan_agency', '四川人力资源服务机构等级', [['AAAAA', 5, 5], ['AAAA', 4, 4], ['AAA', 3, 3], ['AA', 2, 2], ['A', 1, 1]]], ['chongqing_agency', '重庆人力资源服务机构信用等级', [['A', 4, 5], ['B', 3, 3], ['C', 2, 2], ['D', 1, 1]]],
];

export const REGISTER_ROUTES: Route[] = [
    ['GET', /^registers$/, () => ok({ items: REGISTERS })],
    ['GET', /^registers\/\w+$/, (context) => withRegister(context, (found) => ok({ ...found, may_issue: found.may_issue && office(context.me) }))],
    ['GET', /^registers\/\w+\/entries$/, (context) => withRegister(context, (found) => page(entriesOf(found.id, context.me).filter((each) => !context.query.q || `${each.subject.name}${each.number}`.includes(context.query.q)).filter((each) => !context.query.status || each.status === context.query.status), context.query))],
    ['GET', /^registers\/\w+\/statistics$/, (context) => withRegister(context, (found) => ok({ total: found.total, by_status: [count('valid', 'valid', found.valid, found.valid), count('suspended', 'suspended', 0, found.total - found.valid)], by_place: CITIES.map((city, index) => count(city, CITY_NAMES[city] ?? city, 20 - 2 * index, 22 - 2 * index)), fields: [{ field: 'services', title: w('服务范围', 'Scope'), values: [count('recruit', '招聘', 90, 99), count('search', '人才寻访', 31, 33)] }], as_of: stamp(context.world.now.getTime()) }))],
    ['POST', /^registers\/\w+\/import$/, (context) => ok({ dry_run: context.query.dry_run === 'true', rows: 12, added: 8, changed: 1, unchanged: 2, refused: 1, faults: [{ row: 5, column: '服务范围', code: 'unknown_code', message: w('代码不存在。', 'There is no such code.'), accepted: ['train', 'recruit'] }], ignored_columns: ['备注'] })],
    ['GET', /^entries$/, (context) => (context.query.q ? page(entriesOf('hr_service_licence', context.me).filter((each) => `${each.subject.name}${each.number}`.includes(context.query.q ?? '')), context.query) : context.me ? page([...entriesOf('hr_service_licence', context.me).slice(0, 1), ...entriesOf('training_base', context.me).slice(1, 2)], context.query) : signIn())],
    ['GET', /^entries\/\w+$/, (context) => { const found = one(context); return found ? ok(found) : missing(); }],
    ['POST', /^entries\/\w+\/(suspend|restore|revoke|withdraw|end)$/, step],
    ['POST', /^entries\/\w+\/proposal\/(approve|decline)$/, decide],
    ['POST', /^entries\/\w+\/open$/, ({ input, me }) => (me ? ok({ field: input.field, value: '13812345678' }) : signIn())],
    ['GET', /^recognitions$/, () => ok({ places: CITIES.map((code) => ({ code, name: CITY_NAMES[code] ?? code })), day: '2026-11-23', registers: REGISTERS.slice(0, 3).map((each) => ({ register_id: each.id, title: each.title, counts: each.counts, standard: each.standard, single: each.id === 'labour_brand' ? 2 : 0, cells: CITIES.flatMap((origin) => CITIES.map((place) => ({ origin, place, why: why(each.id, origin, place), recognition: why(each.id, origin, place) === 'recognised' ? '00000000000e1' : null, number: null, from_on: null, to_on: null }))) })) })],
    ['GET', /^credit-grades$/, () => ok({ axis: 5, scales: GRADES.map(([id, zh, grades]) => ({ id, title: w(zh, id), grades: grades.map(([code, from, to]) => ({ scale: id, code, title: w(`${code} 级`, code), from, to, basis: '人社部规〔2016〕1号', mark: 'K' })) })) })],
    ['GET', /^definitions$/, ({ me }) => (me ? ok({ items: [{ kind: 'registers', id: 'red_list.toml', version: 0, title: w('red_list.toml', 'red_list.toml'), state: 'refused', confirmed: false, bases: [], since_at: null, confirmed_at: null, confirmed_by: null, digest: null, faults: [{ at: 'red_list.toml:12', message: w('没有代码表 list_kind；最接近：list_kinds。', 'There is no table list_kind.') }] },
        ...REGISTERS.map((each) => ({ kind: 'registers', id: each.id, version: 2, title: each.title, state: 'in_force', confirmed: each.confirmed, bases: each.definition.basis.map((one) => ({ ...one, clock: null })), since_at: '2026-06-01T08:00:00+08:00', confirmed_at: each.confirmed ? '2026-06-02T09:00:00+08:00' : null, confirmed_by: each.confirmed ? '王审核' : null, digest: 'b19', faults: [] }))] }) : signIn())],
    ['POST', /^definitions\/\w+\/\w+\/\d+\/confirmation$/, ({ me, parts }) => (me ? ok({ kind: parts[1], id: parts[2] }) : signIn())],
];
