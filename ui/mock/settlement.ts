import type { CorrectionLine, HistoryLine, OverdueLevel, Seat, Statement, StatementLine, Timesheet } from '../base/api_types';
import { missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { day, stamp, type World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAY_RATE = 30_000;

const history = (at: number, kind: string, zh: string, en: string): HistoryLine => ({ at: stamp(at), kind, text: { zh, en }, actor: null });

/** Eight workers on site at the brewery, each with a sheet in another state. */
function furnishSheets(world: World, running: Seat): void {
    const now = world.now.getTime();
    const states: Timesheet['status'][] = ['submitted', 'submitted', 'submitted', 'submitted', 'disputed', 'returned', 'approved', 'decided', 'open', 'approved', 'submitted', 'approved'];
    world.people.slice(1, 13).forEach((person, index) => {
        const seat: Seat = { ...running, id: world.nextId(), person: { id: person.id, name: person.name } };
        world.seats.push(seat);
        const quantity = [700, 650, 700, 600, 550, 700, 700, 675, 300, 700, 700, 700][index] ?? 700;
        const status = states[index] ?? 'submitted';
        const steps = [history(now - 30 * HOUR, 'timesheet.submitted', '机构提交', 'Submitted by the agency')];
        if (status === 'disputed') steps.push(history(now - 26 * HOUR, 'timesheet.returned', '用人单位退回：20 日没有出勤', 'Returned: absent on the 20th'), history(now - 9 * HOUR, 'timesheet.disputed', '劳动者提出争议：20 日上的是夜班，门禁有记录', 'Disputed by the worker: worked the night shift on the 20th, the gate has a record'));
        if (status === 'returned') steps.push(history(now - 6 * HOUR, 'timesheet.returned', '用人单位退回：21 日请假半天，请改为 6.5', 'Returned: half a day off on the 21st, please make it 6.5'));
        if (status === 'decided') steps.push(history(now - 40 * HOUR, 'timesheet.decided', '监察员裁定 6.75 天：以门禁记录为准', 'Decided 6.75 days by the inspector: the gate’s record counts'));
        world.timesheets.push({
            id: world.nextId(), seat: seat.id, person: seat.person, order: { id: seat.order.id, title: seat.order.title }, from_on: day(now - 7 * DAY), to_on: day(now - DAY),
            unit: 'day', quantity_hundredths: quantity, status, pay_fen: Math.round((quantity * DAY_RATE) / 100), history: steps,
        });
    });
}

interface Plan { month: string; status: Statement['status']; due: number; level: OverdueLevel; people: number; agency: number; agreed: number | null; instructed: number | null; paid: number | null }

function furnishStatements(world: World): void {
    const now = world.now.getTime();
    const first = world.statements[0];
    const seats = world.seats.filter((each) => each.status === 'on_site');
    if (!first) return;
    const plans: Plan[] = [
        { month: '2026-11', status: 'draft', due: 13, level: 'none', people: 9, agency: 0, agreed: null, instructed: null, paid: null },
        { month: '2026-10', status: 'agreed', due: -2, level: 'yellow', people: 8, agency: 0, agreed: -12, instructed: null, paid: null },
        { month: '2026-10', status: 'instructed', due: -9, level: 'orange', people: 5, agency: 2, agreed: -16, instructed: -3, paid: null },
        { month: '2026-09', status: 'agreed', due: -38, level: 'red', people: 6, agency: 1, agreed: -45, instructed: null, paid: null },
        { month: '2026-10', status: 'paid', due: 5, level: 'none', people: 7, agency: 0, agreed: -10, instructed: -8, paid: -6 },
        { month: '2026-09', status: 'confirmed', due: -20, level: 'none', people: 8, agency: 0, agreed: -40, instructed: -38, paid: -37 },
    ];
    const at = (days: number | null): string | null => (days === null ? null : stamp(now + days * DAY));
    plans.forEach((plan, number) => {
        const share = world.shares[plan.agency] ?? world.shares[0];
        const lines: StatementLine[] = seats.slice(1, 1 + plan.people).map((seat, index) => {
            const quantity = 2150 + index * 25 + number;
            return { id: world.nextId(), kind: 'wage', seat: seat.id, timesheet: null, payee: seat.person, quantity_hundredths: quantity, rate_fen: DAY_RATE + index * 150, amount_fen: Math.round((quantity * (DAY_RATE + index * 150)) / 100), confirmed_at: plan.status === 'confirmed' || (plan.status === 'paid' && index < 4) ? at(-5) : null };
        });
        lines.push({ id: world.nextId(), kind: 'service_fee', seat: null, timesheet: null, payee: share?.agency ?? first.agency, quantity_hundredths: plan.people * 100, rate_fen: 40_000, amount_fen: plan.people * 40_000, confirmed_at: null });
        if (number === 1) lines.push({ id: world.nextId(), kind: 'adjustment', seat: seats[2]?.id ?? null, timesheet: null, payee: seats[2]?.person ?? first.employer, quantity_hundredths: 100, rate_fen: -4_550, amount_fen: -4_550, confirmed_at: null });
        const sum = (kinds: string[]): number => lines.filter((each) => kinds.includes(each.kind)).reduce((total, each) => total + each.amount_fen, 0);
        world.statements.push({
            ...first, id: world.nextId(), version: number === 1 ? 2 : 1, month: plan.month, status: plan.status, agency: share?.agency ?? first.agency, lines, wage_fen: sum(['wage', 'adjustment']), fee_fen: sum(['service_fee']), total_fen: sum(['wage', 'adjustment', 'service_fee']),
            due_on: day(now + plan.due * DAY), overdue_level: plan.level, agreed_at: at(plan.agreed), instructed_at: at(plan.instructed), paid_at: at(plan.paid), confirmed_at: plan.status === 'confirmed' ? at(-30) : null,
            instructed_reference: plan.instructed === null ? null : `工行 20261107${String(100 + number)}`, paid_reference: plan.paid === null ? null : `工行 20261108${String(200 + number)}`,
        });
    });
}

export function furnishSettlement(world: World): void {
    const running = world.seats.find((each) => each.status === 'on_site');
    if (!running) return;
    furnishSheets(world, running);
    furnishStatements(world);
}

const isWorker = (context: Context): boolean => context.me?.role === 'worker';
const mine = (context: Context, person: string): boolean => !isWorker(context) || person === context.me?.person?.id;

function agree(context: Context, statement: Statement, now: string): MockReply | null {
    if (statement.status !== 'draft') return refuse(409, 'statement_status', '结算单目前的状态不能办理此事。请刷新后查看。', 'The statement’s present status does not allow this.');
    Object.assign(statement, context.me?.role === 'employer' ? { employer_agreed_at: now } : { agency_agreed_at: now });
    if (statement.employer_agreed_at && statement.agency_agreed_at) Object.assign(statement, { status: 'agreed', agreed_at: now });
    return null;
}

function correct(context: Context, statement: Statement): MockReply | null {
    const wanted = (context.input.lines ?? []) as CorrectionLine[];
    if (!String(context.input.reason ?? '').trim()) return refuse(422, 'reason_missing', '请写明更正的原因。', 'Say why it is corrected.', { path: '/reason' });
    const added = wanted.map(({ seat, amount_fen }): StatementLine => {
        const payee = statement.lines.find((line) => line.seat === seat && line.kind === 'wage')?.payee ?? statement.agency;
        return { id: context.world.nextId(), kind: 'adjustment', seat, timesheet: null, payee, quantity_hundredths: 100, rate_fen: amount_fen, amount_fen, confirmed_at: null };
    });
    statement.lines = [...statement.lines, ...added];
    const isFee = (line: StatementLine): boolean => line.kind === 'service_fee' || line.seat === null;
    const sum = (fee: boolean): number => statement.lines.filter((each) => isFee(each) === fee).reduce((total, each) => total + each.amount_fen, 0);
    Object.assign(statement, { version: statement.version + 1, status: 'draft', agreed_at: null, instructed_at: null, instructed_reference: null, wage_fen: sum(false), fee_fen: sum(true), total_fen: sum(false) + sum(true) });
    return null;
}

function actOnStatement(context: Context): MockReply {
    const statement = context.world.statements.find((each) => each.id === context.parts[1]);
    if (!context.me) return signIn();
    if (!statement) return missing();
    const now = stamp(context.world.now.getTime());
    const steps: Record<string, () => MockReply | null> = {
        agree: () => agree(context, statement, now),
        correct: () => correct(context, statement),
        instruct: () => { Object.assign(statement, { status: 'instructed', instructed_at: now, instructed_reference: context.input.reference }); return null; },
        paid: () => { Object.assign(statement, { status: 'paid', paid_at: now, paid_reference: context.input.reference, overdue_level: 'none' }); return null; },
        confirm: () => {
            statement.lines = statement.lines.map((line) => (mine(context, line.payee.id) ? { ...line, confirmed_at: line.confirmed_at ?? now } : line));
            if (statement.lines.every((line) => line.confirmed_at || line.kind === 'service_fee')) Object.assign(statement, { status: 'confirmed', confirmed_at: now });
            return null;
        },
    };
    return steps[context.parts[2] ?? '']?.() ?? ok(statement);
}

function actOnTimesheet(context: Context): MockReply {
    const sheet = context.world.timesheets.find((each) => each.id === context.parts[1]);
    if (!sheet) return missing();
    const role = context.me?.role ?? '';
    const say = (kind: string, zh: string, en: string): void => { sheet.history = [...sheet.history, history(context.world.now.getTime(), `timesheet.${kind}`, zh, en)]; };
    const reason = String(context.input.reason ?? '');
    switch (context.parts[2]) {
        case 'submit': sheet.status = 'submitted'; say('submitted', '机构提交', 'Submitted by the agency'); break;
        case 'approve':
            if (role !== 'employer') return refuse(403, 'not_allowed', '工时由用人单位审核。', 'The employer approves timesheets.');
            sheet.status = 'approved'; say('approved', '用人单位通过', 'Approved by the employer'); break;
        case 'return': sheet.status = 'returned'; say('returned', `用人单位退回：${reason}`, `Returned by the employer: ${reason}`); break;
        case 'dispute': sheet.status = 'disputed'; say('disputed', `劳动者提出争议：${reason}`, `Disputed by the worker: ${reason}`); break;
        case 'decide': {
            sheet.status = 'decided';
            sheet.quantity_hundredths = Number(context.input.quantity_hundredths ?? sheet.quantity_hundredths);
            sheet.pay_fen = Math.round((sheet.quantity_hundredths * DAY_RATE) / 100);
            say('decided', `裁定 ${sheet.quantity_hundredths / 100}：${reason}`, `Decided ${sheet.quantity_hundredths / 100}: ${reason}`);
            break;
        }
        default: return missing();
    }
    return ok(sheet);
}

function listTimesheets(context: Context): MockReply {
    const { world, query, me } = context;
    if (!me) return signIn();
    const order = { disputed: 0, submitted: 1, returned: 2, open: 3, decided: 4, approved: 5 };
    const items = world.timesheets
        .filter((each) => (!query.seat || each.seat === query.seat) && (!query.status || each.status === query.status) && (!query.order || each.order.id === query.order) && mine(context, each.person.id))
        .sort((one, other) => order[one.status] - order[other.status]);
    return page(items, query);
}

function listStatements(context: Context): MockReply {
    const { world, query, me } = context;
    if (!me) return signIn();
    const items = world.statements.filter((each) => (!query.status || each.status === query.status) && (!query.month || each.month === query.month)
        && (!query.overdue_level || each.overdue_level === query.overdue_level) && each.lines.some((line) => mine(context, line.payee.id))
        && (me.role !== 'agency' || each.agency.id === me.organisation?.id));
    return page([...items].sort((one, other) => other.month.localeCompare(one.month)), query);
}

export const SETTLEMENT_ROUTES: Route[] = [
    ['GET', /^timesheets$/, listTimesheets],
    ['POST', /^timesheets\/[^/]+\/(submit|approve|return|dispute|decide)$/, actOnTimesheet],
    ['GET', /^statements$/, listStatements],
    ['POST', /^statements\/[^/]+\/[a-z]+$/, actOnStatement],
    ['GET', /^seats$/, (context) => (context.me ? page(context.world.seats.filter((each) => mine(context, each.person.id) && (!context.query.status || each.status === context.query.status) && (!context.query.share || each.share === context.query.share) && (!context.query.order || each.order.id === context.query.order)), context.query) : signIn())],
];
