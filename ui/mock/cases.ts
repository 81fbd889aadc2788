import type { Actor, Case, CaseClock, CaseFile, CaseStep, CaseSummary, Custody, CustodyAct, FieldValues, Me, NextStep, Procedure, Timeliness } from '../base/api_types';
import { PROCEDURES } from './procedures.ts';
import { missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { CITY_NAMES, day, stamp, type World } from './world.ts';

const DAY = 86_400_000;
const kept = new WeakMap<World, Case[]>();
const DIGEST = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';
const APPLICATION: FieldValues = { services: ['recruit', 'search'], premises: '泸州市江阳区酒城大道三段 18 号 6 楼', staff: 6, procedure_kind: 'general', legal_representative: '陈大勇', articles: 'file-1' };

const find = (id: string): Procedure => PROCEDURES.find((each) => each.id === id) as Procedure;

/** One line of a story: days ago, the step (null: opened), by whom. */
interface Told { ago: number; step: string | null; by: Actor; name: string | null; values?: FieldValues; reason?: string; documents?: string[] }
interface Draft { procedure: string; told: Told[]; place: string; applicant: CaseSummary['applicant']; party?: CaseSummary['party']; clocks: Partial<CaseClock>[]; more?: Partial<Case> }

function timelineOf(procedure: Procedure, told: Told[], now: number): CaseStep[] {
    let state = procedure.states[0];
    return told.map((each, index) => {
        const step = procedure.steps.find((one) => one.id === each.step);
        const from = index === 0 ? null : state?.id ?? null;
        state = step ? procedure.states.find((one) => one.id === step.to) : state;
        return {
            id: `step-${index}`, step: each.step, title: step?.title ?? { zh: '提交申请', en: 'Opened' }, from, to: state?.id ?? '', to_title: state?.title ?? { zh: '', en: '' }, at: stamp(now - each.ago * DAY), by: each.by,
            by_name: each.name, for_name: null, assisted: false, may_open: false, reason: each.reason ?? null, form: step ? step.form ?? null : procedure.forms[0]?.id ?? null, values: each.values ?? {}, notice: step?.notice ?? null, documents: each.documents ?? [],
        };
    });
}

function fileOf(id: string, name: string, ago: number, now: number, by: string): CaseFile {
    return { id, case_id: null, name, type: 'pdf', bytes: 348_120, digest: DIGEST, by_name: by, at: stamp(now - ago * DAY), audience: 'parties', altered: false };
}

function caseOf(draft: Draft, index: number, now: number): Case {
    const procedure = find(draft.procedure);
    const timeline = timelineOf(procedure, draft.told, now);
    const state = procedure.states.find((each) => each.id === timeline.at(-1)?.to) ?? procedure.states[0];
    const clocks = draft.clocks.map((each) => ({ ...clockOf(procedure, each), ...each }) as CaseClock);
    const next = clocks.filter((each) => each.status === 'running').sort((one, other) => (one.days_left ?? 0) - (other.days_left ?? 0))[0];
    return {
        id: `case-${index + 1}`, procedure: procedure.id, title: procedure.title, state: state?.id ?? '', state_title: state?.title ?? procedure.title, waits_for: state?.waits_for ?? null, my_turn: false, relation: 'office',
        place: draft.place, place_name: CITY_NAMES[draft.place] ?? draft.place, applicant: draft.applicant, party: draft.party ?? null, officer: { id: 'acc-official', name: '王审核' }, mine: true, assisted: false,
        opened_at: timeline[0]?.at ?? '', changed_at: timeline.at(-1)?.at ?? '', closed_at: state?.waits_for ? null : timeline.at(-1)?.at ?? null, due_on: next?.due_on ?? null, days_left: next?.days_left ?? null, unit: next?.unit ?? null, overdue: next?.overdue ?? false,
        version: 1, about: procedure.about, state_hint: state?.hint ?? null, counterpart: null, assisted_by: null, confirmed: procedure.confirmed, confidential: Boolean(procedure.confidential), basis: procedure.basis, forms: procedure.forms, names: { 'file-1': '章程.pdf' },
        timeline, next: [], clocks, files: [fileOf('file-1', '章程和管理制度.pdf', 12, now, '陈大勇')], comments: [], documents: [], may_assign: true, may_act_for: [], entries: [], ...draft.more,
    };
}

function clockOf(procedure: Procedure, wanted: Partial<CaseClock>): Partial<CaseClock> {
    const clock = procedure.clocks?.find((each) => each.id === wanted.clock);
    const atEnd = procedure.steps.find((each) => each.id === clock?.at_end);
    return { title: clock?.title, status: 'running', days: clock?.days ?? 0, unit: clock?.unit, days_left: null, overdue: false, extended: false, reminds_on: [], without_holidays: null, at_end: atEnd?.title ?? null, basis: clock?.basis ?? [] };
}

/** Cases in every state that a page shows: to be supplemented, near its end, four eyes, standing still, granted, overdue, a complaint. */
function make(world: World): Case[] {
    const now = world.now.getTime();
    const on = (ago: number): string => day(now - ago * DAY);
    const agencies = world.organisations.filter((each) => each.kind === 'agency');
    const own = world.accounts.find((each) => each.account === 'agency')?.me.organisation;
    const of = (index: number): CaseSummary['applicant'] => ({ kind: 'organisation', id: agencies[index]?.id ?? null, name: agencies[index]?.name ?? '' });
    const me: CaseSummary['applicant'] = { kind: 'organisation', id: own?.id ?? null, name: own?.name ?? '' };
    const opened = (ago: number): Told => ({ ago, step: null, by: 'applicant', name: '陈大勇', values: APPLICATION });
    const accept: Told = { ago: 11, step: 'accept', by: 'official', name: '王审核', documents: ['doc-1'] };
    const document = { id: 'doc-1', document: 'acceptance_notice', title: { zh: '受理通知书', en: 'Notice of acceptance' }, number: '泸州人服受[2026]0012号', at: stamp(now - 11 * DAY), digest: DIGEST, check_path: `/documents/doc-1?digest=${DIGEST}` };
    const intake = { clock: 'intake', status: 'stopped' as const, started_on: on(14), due_on: on(7) };
    const employer = world.organisations.find((each) => each.kind === 'employer');
    const drafts: Draft[] = [
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: me, told: [opened(6), { ago: 2, step: 'require_supplement', by: 'official', name: '王审核', values: { missing: '章程缺少股东签字页；请补交经营场所租赁合同。' } }], clocks: [{ ...intake, started_on: on(6), due_on: on(-1) }] },
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: of(1), told: [opened(32), { ...accept, ago: 28 }, { ago: 9, step: 'extend', by: 'official', name: '李处长', reason: '需核实分支场所' }], clocks: [{ ...intake, started_on: on(32), due_on: on(25) }, { clock: 'decision', started_on: on(28), due_on: on(-2), days_left: 2, extended: true }], more: { documents: [document] } },
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: of(2), told: [opened(14), accept, { ago: 3, step: 'review', by: 'official', name: '王审核', values: { opinion: '符合条件，建议准予。' } }], clocks: [intake, { clock: 'decision', started_on: on(11), due_on: on(-17), days_left: 13 }], more: { documents: [document], comments: [{ id: 'com-1', text: '请李处长审定。', by_name: '王审核', by: 'official', at: stamp(now - 2 * DAY), audience: 'officials' }] } },
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: of(3), told: [opened(16), { ...accept, ago: 13 }, { ago: 6, step: 'begin_special', by: 'official', name: '王审核', reason: '需实地核查经营场所' }], clocks: [{ ...intake, started_on: on(16), due_on: on(9) }, { clock: 'decision', status: 'paused', started_on: on(13), due_on: on(-21), days_left: 15 }], more: { assisted: true, assisted_by: '泸州市政务服务窗口' } },
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: me, told: [opened(40), { ...accept, ago: 38 }, { ago: 31, step: 'review', by: 'official', name: '王审核', values: { opinion: '符合条件。' } }, { ago: 29, step: 'grant', by: 'official', name: '李处长', documents: ['doc-2'] }], clocks: [{ ...intake, started_on: on(40), due_on: on(33) }, { clock: 'decision', status: 'stopped', started_on: on(38), due_on: on(10) }], more: { documents: [document, { ...document, id: 'doc-2', document: 'decision', title: { zh: '准予许可决定书', en: 'Decision to grant' }, number: '泸州人服准[2026]0007号' }], entries: [{ id: 'entry-1', register_id: 'hr_service_licence', number: '(510500)人服证字[2026]第0007号' }] } },
        { procedure: 'hr_service_licence_grant', place: '510500', applicant: of(4), told: [opened(10)], clocks: [{ clock: 'intake', started_on: on(10), due_on: on(3), days_left: -1, overdue: true }], more: { officer: null, mine: false } },
        { procedure: 'complaint', place: '511500', applicant: { kind: 'person', id: world.accounts.find((each) => each.account === 'worker')?.me.person?.id ?? null, name: '王建国' }, party: { kind: 'organisation', id: employer?.id ?? null, name: employer?.name ?? '' },
            told: [{ ago: 9, step: null, by: 'applicant', name: '王建国', values: { employer: employer?.id, facts: '10 月份的工资说好 11 月 15 日发，至今没有。', amount: 640_000, evidence: [{ what: '考勤表照片', file: 'file-1' }, { what: '工资约定聊天记录', file: 'file-2' }] } }, { ago: 7, step: 'accept', by: 'inspector', name: '何监察' }],
            clocks: [{ clock: 'filing', status: 'stopped', started_on: on(9), due_on: on(2) }, { clock: 'investigation', started_on: on(7), due_on: on(-77), days_left: 55 }], more: { names: { 'file-1': '考勤.jpg', 'file-2': '聊天.png', ...(employer ? { [employer.id]: employer.name } : {}) }, files: [fileOf('file-1', '考勤.jpg', 9, now, '王建国'), fileOf('file-2', '聊天.png', 9, now, '王建国')] } },
    ];
    return drafts.map((draft, index) => caseOf(draft, index, now));
}

function casesOf(world: World): Case[] {
    const known = kept.get(world) ?? make(world);
    kept.set(world, known);
    return known;
}

/** The chain of every file: handed in, used in the form it came with, read twice by the office; the second file of a case is altered. */
function custodyOf(value: Case): Custody {
    const later = (at: string, hours: number): string => new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();
    return { case_id: value.id, files: value.files.map((file, index) => {
        const link = (act: CustodyAct['act'], hours: number, more: Partial<CustodyAct> = {}): CustodyAct => ({ act, at: later(file.at, hours), position: 1000 + index * 10 + hours, by: 'applicant', by_name: file.by_name, office: null, step: null, step_title: null, form_title: null, sent_to: null, other_case: null, found: null, ...more });
        const office = { by: 'official' as const, by_name: '王审核', office: `${value.place_name}人力资源和社会保障局` };
        const acts = [link('uploaded', 0), link('bound', 1, { step: value.timeline[0]?.id ?? null, step_title: value.timeline[0]?.title ?? null, form_title: value.forms[0]?.title ?? null }), link('read', 3, office), link('read', 5, office), ...(index === 1 ? [link('altered', 7, { by: null, by_name: null, found: DIGEST.split('').reverse().join('') })] : [])];
        return { id: file.id, name: file.name, bytes: file.bytes, digest: file.digest, by_name: file.by_name, handed_in_at: file.at, audience: file.audience, altered: index === 1, acts };
    }) };
}

const isOffice = (me: Me): boolean => me.role === 'official' || me.role === 'inspector';
const owns = (me: Me, value: Case): boolean => value.applicant.id !== null && (value.applicant.id === me.organisation?.id || value.applicant.id === me.person?.id);

function nextOf(value: Case, me: Me): NextStep[] {
    const procedure = find(value.procedure);
    const actor: Actor = owns(me, value) ? 'applicant' : me.role === 'inspector' ? 'inspector' : 'official';
    return procedure.steps.filter((step) => step.from.includes(value.state) && step.by.includes(actor)).map((step) => ({
        step: step.id, title: step.title, to_title: procedure.states.find((each) => each.id === step.to)?.title ?? step.title, form: procedure.forms.find((form) => form.id === step.form) ?? null,
        reason: Boolean(step.reason), approves: Boolean(step.approves), burdens: Boolean(step.burdens), publishes: Boolean(step.publishes),
        documents: (step.documents ?? []).map((id) => procedure.documents?.find((each) => each.id === id)?.title ?? { zh: id, en: id }), assisted: false,
        usual: procedure.states.find((each) => each.id === value.state)?.usual === step.id,
        blocked: step.approves && value.state === 'reviewed' ? { code: 'four_eyes', message: { zh: '您经办过本件（提交审查意见），由另一名工作人员决定。', en: 'You handled this case (review): somebody else decides.' } } : null,
    }));
}

function shownTo(value: Case, me: Me): Case {
    const next = nextOf(value, me);
    return { ...value, next, my_turn: next.length > 0 && value.waits_for !== null && (owns(me, value) ? value.waits_for === 'applicant' : isOffice(me) && value.waits_for !== 'applicant'), relation: owns(me, value) ? 'applicant' : 'office', may_assign: isOffice(me), may_act_for: isOffice(me) && value.officer?.id === 'acc-two' ? [value.officer] : [], mine: isOffice(me) && value.mine };
}

function withCase(run: (value: Case, me: Me, context: Context) => MockReply): Route[2] {
    return (context) => {
        const value = casesOf(context.world).find((each) => each.id === context.parts[1]);
        if (!context.me) return signIn();
        return value && (isOffice(context.me) || owns(context.me, value)) ? run(value, context.me, context) : missing();
    };
}

function take(value: Case, me: Me, context: Context): MockReply {
    const wanted = nextOf(value, me).find((each) => each.step === context.parts[3]);
    if (!wanted) return refuse(409, 'case_state', '办件的状态已变，请刷新。', 'The case has moved on. Reload.');
    if (wanted.blocked) return refuse(403, wanted.blocked.code, wanted.blocked.message.zh, wanted.blocked.message.en);
    const step = find(value.procedure).steps.find((each) => each.id === wanted.step);
    const state = find(value.procedure).states.find((each) => each.id === step?.to);
    const at = stamp(context.world.now.getTime());
    value.timeline = [...value.timeline, { id: context.world.nextId(), step: wanted.step, title: wanted.title, from: value.state, to: state?.id ?? '', to_title: wanted.to_title, at, by: owns(me, value) ? 'applicant' : 'official', by_name: me.account.name, for_name: context.input.for_colleague ? value.officer?.name ?? null : null, assisted: false, may_open: false, reason: (context.input.reason as string | undefined) ?? null, form: step?.form ?? null, values: (context.input.values as FieldValues | undefined) ?? {}, notice: step?.notice ?? null, documents: [] }];
    Object.assign(value, { state: state?.id, state_title: state?.title, waits_for: state?.waits_for ?? null, closed_at: state?.waits_for ? null : at });
    return ok(shownTo(value, me));
}

function list({ world, me, query }: Context): MockReply {
    if (!me) return signIn();
    const found = casesOf(world).filter((each) => isOffice(me) || owns(me, each)).map((each) => shownTo(each, me))
        .filter((each) => (!query.procedure || each.procedure === query.procedure) && (!query.overdue || each.overdue) && (!query.my_turn || each.my_turn) && (!query.mine || each.mine) && (query.open === undefined || (each.closed_at === null) === (query.open === 'true')));
    return page(found.sort((one, other) => (one.days_left ?? 99) - (other.days_left ?? 99)), query);
}

function open({ world, me, input }: Context): MockReply {
    if (!me) return signIn();
    const applicant: CaseSummary['applicant'] = me.organisation ? { kind: 'organisation', id: me.organisation.id, name: me.organisation.name } : { kind: 'person', id: me.person?.id ?? null, name: me.person?.name ?? '' };
    const procedure = find(String(input.procedure));
    const clock = procedure.clocks?.[0];
    const made = caseOf({ procedure: procedure.id, place: '510500', applicant, told: [{ ago: 0, step: null, by: 'applicant', name: me.account.name, values: input.values as FieldValues }], clocks: clock ? [{ clock: clock.id, started_on: day(world.now.getTime()), due_on: day(world.now.getTime() + 7 * DAY), days_left: 5 }] : [] }, casesOf(world).length, world.now.getTime());
    casesOf(world).push(made);
    return ok(shownTo(made, me), 201);
}

const mayOpen = (procedure: Procedure, me: Me | null): Procedure => ({ ...procedure, may_open: me !== null && procedure.opened_by.some((each) => each === me.role || each === 'anybody'), may_assist: me?.role === 'official' });
const TIMELY: Timeliness[] = [
    { procedure: 'hr_service_licence_grant', title: find('hr_service_licence_grant').title, place: '510500', place_name: '泸州市', opened: 18, closed: 14, open: 5, overdue: 1, median_days: 16, on_time_per_mille: 929 },
    { procedure: 'hr_service_licence_grant', title: find('hr_service_licence_grant').title, place: '511500', place_name: '宜宾市', opened: 12, closed: 11, open: 2, overdue: 0, median_days: 11, on_time_per_mille: 1000 },
    { procedure: 'complaint', title: find('complaint').title, place: '511000', place_name: '内江市', opened: 26, closed: 19, open: 9, overdue: 3, median_days: 34, on_time_per_mille: 737 },
];

export const CASE_ROUTES: Route[] = [
    ['GET', /^procedures$/, ({ me, query }) => page(PROCEDURES.map((each) => mayOpen(each, me)), query)],
    ['GET', /^procedures\/[^/]+$/, ({ me, parts }) => { const found = PROCEDURES.find((each) => each.id === parts[1]); return found ? ok(mayOpen(found, me)) : missing(); }],
    ['GET', /^cases$/, list], ['POST', /^cases$/, open],
    ['GET', /^cases\/[^/]+$/, withCase((value, me) => ok(shownTo(value, me)))],
    ['GET', /^cases\/[^/]+\/custody$/, withCase((value) => ok(custodyOf(value)))],
    ['POST', /^cases\/[^/]+\/steps\/[^/]+$/, withCase(take)],
    ['POST', /^cases\/[^/]+\/comments$/, withCase((value, me, { input, world }) => { value.comments = [...value.comments, { id: world.nextId(), text: String(input.text), by_name: me.account.name, by: owns(me, value) ? 'applicant' : 'official', at: stamp(world.now.getTime()), audience: input.audience === 'officials' ? 'officials' : 'parties' }]; return ok(shownTo(value, me)); })],
    ['GET', /^cases\/[^/]+\/officers$/, withCase(() => ok([{ account: 'acc-official', name: '王审核', open: 6 }, { account: 'acc-two', name: '赵晓燕', open: 2 }]))],
    ['POST', /^cases\/[^/]+\/assignment$/, withCase((value, me, { input }) => { value.officer = input.account ? { id: String(input.account), name: input.account === 'acc-two' ? '赵晓燕' : '王审核' } : null; value.mine = input.account === me.account.id; return ok(shownTo(value, me)); })],
    ['POST', /^case-files$/, ({ query, world, me }) => { const file = { ...fileOf(world.nextId(), query.name ?? '文件.pdf', 0, world.now.getTime(), me?.account.name ?? ''), audience: query.audience === 'officials' ? 'officials' as const : 'parties' as const }; casesOf(world).find((each) => each.id === query.case_id)?.files.push(file); return ok(file, 201); }],
    ['GET', /^case-documents\/[^/]+$/, ({ query }) => ok(query.digest === DIGEST ? { genuine: true, title: { zh: '准予许可决定书', en: 'Decision to grant' }, number: '泸州人服准[2026]0007号', procedure: find('hr_service_licence_grant').title, authority: '泸州市人力资源和社会保障局', issued_on: '2026-10-26' } : { genuine: false, title: null, number: null, procedure: null, authority: null, issued_on: null })],
    ['GET', /^case-timeliness$/, ({ query }) => ok(TIMELY.filter((each) => (!query.place || each.place === query.place) && (!query.procedure || each.procedure === query.procedure)))],
];
