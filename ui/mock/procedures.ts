import type { CaseForm, Field, Procedure, ProcedureState, ProcedureStep, Words } from '../base/api_types';
// As procedures/hr_service_licence_grant.toml says it, turned into JSON.
import licence from './licence_procedure.json' with { type: 'json' };

const words = (zh: string, en: string): Words => ({ zh, en });
const field = (id: string, zh: string, en: string, more: Partial<Field>): Field => ({ id, title: words(zh, en), type: 'text', ...more });
const state = (id: string, zh: string, en: string, waits_for: ProcedureState['waits_for'], hint?: Words): ProcedureState => ({ id, title: words(zh, en), waits_for, hint });
const step = (id: string, zh: string, en: string, from: string[], to: string, by: ProcedureStep['by'], more: Partial<ProcedureStep> = {}): ProcedureStep => ({ id, title: words(zh, en), from, to, by, ...more });

const COMPLAINT_FORMS: CaseForm[] = [
    { id: 'complaint', title: words('投诉书', 'Complaint'), fields: [
        field('employer', '被投诉的用人单位', 'Employer complained about', { type: 'organisation' }),
        field('facts', '事情经过', 'What happened', { type: 'long_text', max: 2000, help: words('什么时候、在哪里干活，欠了多少。', 'When and where you worked, and what is owed.') }),
        field('amount', '被欠工资', 'Wages owed', { type: 'fen', min: 1 }),
        field('from', '从哪天起', 'Since', { type: 'date', required: false }),
        field('evidence', '证据', 'Evidence', { type: 'rows', required: false, max: 20, columns: [{ id: 'what', title: words('是什么', 'What it is'), type: 'text', max: 100 }, { id: 'file', title: words('文件', 'File'), type: 'file' }] }),
    ] },
    { id: 'notice', title: words('告知', 'Notice'), fields: [field('facts', '认定的事实', 'Facts found', { type: 'long_text' })] },
];

const COMPLAINT: Procedure = {
    id: 'complaint', version: 1, title: words('劳动保障投诉', 'Labour complaint'), about: words('工资没有足额按时付、被收费、没签合同等，向劳动保障监察投诉，不收费。', 'Unpaid wages, fees, no contract: complain to the inspectorate, free of charge.'),
    basis: [{ text: '《劳动保障监察条例》第九条、第十七条', mark: 'F' }, { text: '《保障农民工工资支付条例》第十条', mark: 'F' }, { text: '立案审查五个工作日', mark: 'K' }],
    opened_by: ['worker'], standard_register: null, may_open: false, may_assist: false, confirmed: false,
    handled: { place: 'complaint.employer' }, party: 'complaint.employer', confidential: true, forms: COMPLAINT_FORMS,
    states: [state('filed', '已投诉', 'Filed', 'inspector'), state('investigating', '调查中', 'Being investigated', 'inspector', words('监察员会向用人单位核实，可能请您补充证据。', 'The inspector asks the employer and may ask you for more.')), state('told', '已告知当事人', 'Party told', 'party'), state('decided', '已责令改正', 'Ordered to pay', 'party'), state('closed', '已办结', 'Closed', null), state('not_accepted', '不予受理', 'Not accepted', null), state('withdrawn', '已撤回', 'Withdrawn', null)],
    steps: [
        step('accept', '立案', 'Accept', ['filed'], 'investigating', ['inspector'], { handles: true, notice: words('您的投诉已立案。', 'Your complaint was accepted.') }),
        step('reject', '不予受理', 'Do not accept', ['filed'], 'not_accepted', ['inspector'], { reason: true }),
        step('tell', '告知当事人', 'Tell the party', ['investigating'], 'told', ['inspector'], { notifies: true, handles: true, form: 'notice' }),
        step('order', '责令限期支付', 'Order payment', ['told'], 'decided', ['inspector'], { burdens: true, approves: true, reason: true }),
        step('close', '结案', 'Close', ['decided'], 'closed', ['inspector'], {}),
        step('withdraw', '撤回投诉', 'Withdraw', ['filed', 'investigating', 'told'], 'withdrawn', ['applicant'], {}),
    ],
    clocks: [
        { id: 'filing', title: words('立案审查', 'Acceptance'), starts: ['filed'], stops: ['investigating', 'not_accepted', 'withdrawn'], days: 5, unit: 'working', remind: [1], basis: [{ text: '《劳动保障监察条例》第十七条', mark: 'F' }] },
        { id: 'investigation', title: words('调查', 'Investigation'), starts: ['investigating'], stops: ['told', 'withdrawn'], days: 60, unit: 'working', remind: [10, 3], basis: [{ text: '《劳动保障监察条例》第十七条', mark: 'F' }] },
    ],
    opening: COMPLAINT_FORMS[0] as CaseForm,
};

const LICENCE = { ...(licence as unknown as Procedure), opening: (licence.forms[0] as unknown as CaseForm), confirmed: true, may_open: false, may_assist: false } satisfies Procedure;

/** The procedures that the double knows: a licence, and a complaint with rows of evidence. */
export const PROCEDURES: Procedure[] = [LICENCE, COMPLAINT];
