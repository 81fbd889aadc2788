import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseClock, CaseFile, CaseForm, CaseStep, CustodyAct, Field, NextStep, ProcedureSummary, Statement } from '@ui/base/api_types';
import { PROCEDURES } from '@ui/mock/procedures';
import { barOf, pausesOf } from './clock_bar';
import { consequencesOf } from './consequences';
import { pressureOf } from './deadline';
import { forgetDraft, keepDraft, restoreDraft } from './draft';
import { chainRows, isBroken, linesOf } from './custody';
import { checklistOf, collectsEvidence, custodyRows, exhibitsOf, wantedEvidence } from './evidence';
import { firstClock, needsOf } from './guide';
import { owedTo } from './known';
import { groupsOf, matches } from './openers';
import { prefilled, type Known } from './prefill';
import { periodOf, sorted, totalOf } from './timeliness_rules';
import { sizeText, uploadFault } from './upload_rules';
import { mainOf, partsOf } from './use_case';

const [licence, complaint] = PROCEDURES;
if (!licence || !complaint) throw new Error('the double has two procedures');
const clock = (more: Partial<CaseClock> = {}): CaseClock => ({ clock: 'decision', title: { zh: '许可决定', en: 'Decision' }, status: 'running', started_on: '2026-11-02', due_on: '2026-11-30', days: 20, unit: 'working', days_left: 5, overdue: false, extended: false, reminds_on: ['2026-11-23', '2026-11-27'], without_holidays: null, at_end: null, basis: [], ...more });
const step = (to: string, at: string, more: Partial<CaseStep> = {}): CaseStep => ({ id: to + at, step: to, title: { zh: to, en: to }, from: null, to, to_title: { zh: to, en: to }, at: `${at}T09:00:00+08:00`, by: 'official', by_name: null, for_name: null, assisted: false, may_open: false, reason: null, form: null, values: {}, notice: null, documents: [], ...more });

describe('how pressing a case is', () => {
    const open = { closed_at: null, waits_for: 'official' as const, due_on: '2026-11-30', days_left: 9, overdue: false };
    it('goes by the days of its clock', () => {
        expect([9, 5, 1, 0, -1].map((days_left) => pressureOf({ ...open, days_left, overdue: days_left < 0 }))).toEqual(['calm', 'soon', 'last', 'last', 'over']);
        expect(pressureOf({ ...open, due_on: null, days_left: null })).toBe('none');
        expect(pressureOf({ ...open, closed_at: '2026-11-20T09:00:00+08:00', waits_for: null })).toBe('closed');
    });
});

describe('the bar of a clock', () => {
    const definition = licence.clocks?.find((each) => each.id === 'decision');
    it('shows how much has passed, where it stood still, and the reminders', () => {
        const timeline = [step('accepted', '2026-11-02'), step('special_procedure', '2026-11-09'), step('accepted', '2026-11-16')];
        const bar = barOf(clock(), definition, timeline, '2026-11-16');
        expect(bar.passed).toBe(50);
        expect(bar.pauses).toMatchObject([{ from_on: '2026-11-09', to_on: '2026-11-16', from: 25, width: 25 }]);
        expect(bar.reminders.map((each) => each.on)).toEqual(['2026-11-23', '2026-11-27']);
        expect(bar.due).toBe(100);
    });
    it('goes on beyond the last day when it is overdue, and is full when it stopped', () => {
        const over = barOf(clock({ overdue: true, days_left: -5 }), definition, [], '2026-12-07');
        expect([over.passed, over.due]).toEqual([100, 80]);
        expect(barOf(clock({ status: 'stopped' }), definition, [], '2026-11-05')).toMatchObject({ passed: 100, reminders: [] });
    });
    it('knows a pause that lasts', () => {
        expect(pausesOf(definition, [step('accepted', '2026-11-02'), step('special_procedure', '2026-11-09')], '2026-11-02')).toEqual([{ from_on: '2026-11-09', to_on: null }]);
    });
});

describe('what follows from a step', () => {
    const next = (id: string, more: Partial<NextStep> = {}): NextStep => ({ step: id, title: { zh: id, en: id }, to_title: { zh: '', en: '' }, form: null, reason: false, approves: false, burdens: false, publishes: false, documents: [], blocked: null, assisted: false, usual: false, ...more });
    const keys = (wanted: NextStep, clocks: CaseClock[] = []): string[] => consequencesOf(wanted, licence, clocks).map((each) => each.key);
    it('says state, whose turn, papers, notices, the second pair of eyes and the clocks', () => {
        expect(keys(next('accept', { documents: [{ zh: '受理通知书', en: 'Notice' }] }), [clock({ clock: 'intake' })])).toEqual(['state', 'waits', 'prints', 'tells', 'hands_on', 'stops', 'starts']);
        expect(keys(next('grant'), [clock()])).toEqual(['state', 'closes', 'effect', 'tells', 'stops']);
    });
    it('says when time stands still and goes on', () => {
        expect(keys(next('begin_special'), [clock()])).toEqual(['state', 'waits', 'hands_on', 'pauses']);
        expect(keys(next('end_special'), [clock({ status: 'paused' })])).toEqual(['state', 'waits', 'hands_on', 'goes_on']);
    });
    it('says what goes against the party, and survives a step that the definition no longer has', () => {
        expect(consequencesOf(next('order', { burdens: true }), complaint, []).map((each) => each.key)).toEqual(['state', 'waits', 'burdens']);
        expect(keys(next('gone'))).toEqual(['state']);
    });
});

describe('the main step', () => {
    const next = (id: string, more: Partial<NextStep> = {}): NextStep => ({ step: id, title: { zh: id, en: id }, to_title: { zh: '', en: '' }, form: null, reason: false, approves: false, burdens: false, publishes: false, documents: [], blocked: null, assisted: false, usual: false, ...more });
    const barred = { code: 'four_eyes', message: { zh: '', en: '' } };
    /** What an inspector may do with a new complaint, in the order of its definition. */
    const complained = [next('ask_supplement', { reason: true }), next('refuse', { reason: true }), next('transfer'), next('file', { usual: true })];
    it('is the one that the definition calls usual, and comes first', () => {
        expect(mainOf(complained)?.step).toBe('file');
        expect(partsOf(complained).open.map((each) => each.step)).toEqual(['file', 'ask_supplement', 'refuse', 'transfer']);
    });
    it('is the first without reason and burden where the definition names none', () => {
        expect(mainOf(complained.map((each) => ({ ...each, usual: false })))?.step).toBe('transfer');
        expect(mainOf([next('list', { burdens: true }), next('extend', { reason: true })])).toBeNull();
    });
    it('is no other when the usual one is barred', () => {
        const steps = [next('exempt'), next('list', { usual: true, blocked: barred })];
        expect(mainOf(steps)).toBeNull();
        expect(partsOf(steps)).toMatchObject({ open: [{ step: 'exempt' }], blocked: [{ step: 'list' }] });
    });
});

describe('files', () => {
    const file = (id: string, at: string): CaseFile => ({ id, case_id: 'c', name: `${id}.pdf`, type: 'pdf', bytes: 10, digest: 'ab', by_name: '王', at, audience: 'parties', altered: false });
    const form = complaint.opening;
    const timeline = [step('filed', '2026-11-01', { form: form.id, values: { evidence: [{ what: '考勤表', file: 'f1' }, { what: '聊天', file: 'f2' }] } })];
    it('are a list of custody with what asked for each', () => {
        const found = exhibitsOf({ files: [file('f9', '2026-11-03'), file('f1', '2026-11-01')], forms: [form], timeline });
        expect(found.map((each) => [each.number, each.file.id, each.asked?.zh ?? null, each.about])).toEqual([[1, 'f1', '证据', ['考勤表']], [2, 'f9', null, []]]);
        expect(custodyRows(found, (words) => words?.zh ?? '')[0]).toEqual([1, 'f1.pdf', '证据', 'ab', 10, '王', '2026-11-01']);
        expect(collectsEvidence([form])).toBe(true);
        expect(collectsEvidence(licence.forms)).toBe(false);
    });
    it('are checked off against what the form asks', () => {
        expect(checklistOf({ forms: [form], timeline })).toEqual([{ title: { zh: '证据', en: 'Evidence' }, required: false, files: ['f1', 'f2'] }]);
        const sent = [step('submitted', '2026-11-01', { form: 'application', values: { procedure_kind: 'general' } })];
        expect(checklistOf({ forms: licence.forms, timeline: sent }).map((line) => [line.title.zh, line.files.length])).toEqual([['章程和管理制度', 0]]);
    });
    it('are compared with the evidence that such a violation asks for', () => {
        const forms: CaseForm[] = [{ id: 'complaint', title: { zh: '', en: '' }, fields: [{ id: 'violation', title: { zh: '', en: '' }, type: 'code', table: 'violation_kinds' }] },
            { id: 'evidence', title: { zh: '', en: '' }, fields: [{ id: 'items', title: { zh: '', en: '' }, type: 'rows', columns: [{ id: 'kind', title: { zh: '', en: '' }, type: 'code', table: 'evidence_kinds' }, { id: 'file', title: { zh: '', en: '' }, type: 'file' }] }] }];
        const tables = new Map([['violation_kinds', [{ code: 'unpaid', zh: '', en: '', value: 'payroll|attendance' }]], ['evidence_kinds', [{ code: 'payroll', zh: '', en: '', value: '' }, { code: 'attendance', zh: '', en: '', value: '' }]]]);
        const told = [step('a', '2026-11-01', { form: 'complaint', values: { violation: 'unpaid' } }), step('b', '2026-11-02', { form: 'evidence', values: { items: [{ kind: 'payroll', file: 'f1' }] } }), step('b', '2026-11-03', { form: 'evidence', values: { items: [{ kind: 'payroll', file: 'f2' }] } })];
        expect(wantedEvidence({ forms, timeline: told }, tables)).toEqual([{ table: 'evidence_kinds', code: 'payroll', files: ['f1', 'f2'] }, { table: 'evidence_kinds', code: 'attendance', files: [] }]);
        expect(wantedEvidence({ forms, timeline: [] }, tables)).toEqual([]);
        expect(checklistOf({ forms, timeline: told })[0]?.files).toEqual(['f1', 'f2']);
    });
    it('are refused before they are sent for their kind and size', () => {
        expect([{ name: 'a.exe', size: 1 }, { name: 'a.pdf', size: 0 }, { name: 'A.PDF', size: 5 }, { name: 'a.docx', size: 99_999_999 }].map(uploadFault)).toEqual(['wrong_type', 'empty', null, 'too_large']);
        expect([12, 348_120, 3_400_000].map(sizeText)).toEqual(['12 B', '340 kB', '3.2 MB']);
    });
});

describe('the chain of custody', () => {
    const act = (kind: CustodyAct['act'], position: number, more: Partial<CustodyAct> = {}): CustodyAct => ({ act: kind, at: `2026-11-0${position}`, position, by: 'official', by_name: '王', office: '局', step: null, step_title: null, form_title: null, sent_to: null, other_case: null, found: null, ...more });
    it('is one line for neighbouring readings of one reader', () => {
        const lines = linesOf([act('uploaded', 1), act('read', 2), act('read', 3), act('read', 4, { by_name: '李' }), act('read', 5)]);
        expect(lines.map((line) => [line.act.act, line.times, line.act.position, line.last.position])).toEqual([['uploaded', 1, 1, 1], ['read', 2, 2, 3], ['read', 1, 4, 4], ['read', 1, 5, 5]]);
        expect(linesOf([])).toEqual([]);
    });
    it('is broken by the last finding, and no more when the bytes are whole again', () => {
        expect(isBroken({ altered: false, acts: [act('uploaded', 1), act('altered', 2)] })).toBe(true);
        expect(isBroken({ altered: false, acts: [act('uploaded', 1), act('altered', 2), act('restored', 3), act('read', 4)] })).toBe(false);
        expect(isBroken({ altered: true, acts: [] })).toBe(true);
    });
    it('is a table with digest and place in the journal', () => {
        const files = [{ id: 'f', name: 'a.pdf', bytes: 1, digest: 'ab', by_name: null, handed_in_at: '', audience: 'parties' as const, altered: false, acts: [act('uploaded', 1, { by_name: null, office: null })] }];
        expect(chainRows(files, (each) => each.act)).toEqual([['a.pdf', 'ab', 'uploaded', '2026-11-01', '', '', 1]]);
    });
});

describe('the guide', () => {
    it('groups by who may open, the caller first, and finds by words', () => {
        const items = [{ ...licence, opened_by: ['agency', 'employer'] }, complaint] as ProcedureSummary[];
        expect(groupsOf(items, 'employer').map((each) => each.opener)).toEqual(['employer', 'worker', 'agency']);
        expect(matches(complaint, '投诉', (words) => words?.zh ?? '')).toBe(true);
        expect(matches(complaint, '许可', (words) => words?.zh ?? '')).toBe(false);
    });
    it('says what is needed and how soon the first answer comes', () => {
        const needs = needsOf(licence.opening);
        expect(needs.papers.map((each) => [each.field.id, each.always])).toEqual([['promise', false], ['articles', true]]);
        expect(firstClock(licence)?.id).toBe('intake');
    });
});

describe('a complaint that is filled in already', () => {
    const known: Known = { employer: { id: 'emp', name: '酒业' }, agency: { id: 'ag', name: '中介' }, order: { id: 'o', title: '酿造' }, amountFen: 640_000, from: '2026-10-01', month: '2026-10', text: '没有收到' };
    it('takes what is known, each once, and nothing sealed', () => {
        expect(prefilled(complaint.opening.fields, known)).toEqual({ employer: 'emp', facts: '没有收到', amount: 640_000, from: '2026-10-01' });
        const fields: Field[] = [{ id: 'agency', title: { zh: '机构', en: 'Agency' }, type: 'organisation' }, { id: 'amount', title: { zh: '数', en: 'Amount' }, type: 'fen', sealed: true }, { id: 'until', title: { zh: '至', en: 'Until' }, type: 'date' }];
        expect(prefilled(fields, known)).toEqual({ agency: 'ag' });
    });
    it('counts only wages that were not confirmed', () => {
        const line = { id: '', seat: null, timesheet: null, payee: { id: 'p', name: '' }, quantity_hundredths: 0, rate_fen: 0 };
        const lines = [{ ...line, kind: 'wage' as const, amount_fen: 500, confirmed_at: null }, { ...line, kind: 'wage' as const, amount_fen: 300, confirmed_at: 'x' }, { ...line, kind: 'service_fee' as const, amount_fen: 90, confirmed_at: null }];
        expect(owedTo({ lines } as unknown as Statement)).toBe(500);
    });
});

describe('a draft', () => {
    const form: CaseForm = { id: 'f', title: { zh: '', en: '' }, fields: [{ id: 'a', title: { zh: '', en: '' }, type: 'text' }, { id: 'secret', title: { zh: '', en: '' }, type: 'text', sealed: true }, { id: 'id', title: { zh: '', en: '' }, type: 'identity_number' }, { id: 'paper', title: { zh: '', en: '' }, type: 'file' }] };
    beforeEach(() => forgetDraft('k'));
    it('keeps nothing secret, and files no longer than the server does', () => {
        expect(restoreDraft('k', form.fields)).toBeNull();
        keepDraft('k', form.fields, { a: 'x', secret: 's', id: '510', paper: 'f1' }, { f1: '章程.pdf' }, 1_000);
        expect(restoreDraft('k', form.fields, 2_000)).toEqual({ values: { a: 'x', paper: 'f1' }, names: { f1: '章程.pdf' } });
        expect(restoreDraft('k', form.fields, 1_000 + 24 * 3_600_000)?.values).toEqual({ a: 'x' });
        keepDraft('k', form.fields, {});
        expect(restoreDraft('k', form.fields)).toBeNull();
    });
});

describe('timeliness', () => {
    const row = { procedure: 'p', title: { zh: '', en: '' }, place: '510500', place_name: '', opened: 4, closed: 2, open: 1, overdue: 0, median_days: 5, on_time_per_mille: 500 };
    it('weighs by what was closed and puts the least punctual first', () => {
        expect(totalOf([row, { ...row, closed: 6, on_time_per_mille: 1000 }, { ...row, closed: 0, on_time_per_mille: null }]).onTimePerMille).toBe(875);
        expect(totalOf([]).onTimePerMille).toBeNull();
        expect(sorted([{ ...row, on_time_per_mille: null }, { ...row, on_time_per_mille: 900 }, row]).map((each) => each.on_time_per_mille)).toEqual([500, 900, null]);
        expect(periodOf('month', '2026-11-27')).toEqual({ from: '2026-10-29', to: '2026-11-27' });
    });
});
