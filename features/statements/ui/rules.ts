import type { Fen, Id, Instant, Role, Statement, StatementLine } from '@ui/base/api_types';

export type StatementStep = 'agree' | 'instruct' | 'paid' | 'confirm' | 'correct';

/** What this role may do next. The server decides; this only chooses the buttons to show. */
export function stepsOf(statement: Statement, role: Role | null): StatementStep[] {
    const side = role === 'employer' || role === 'agency';
    if (!side) return [];
    switch (statement.status) {
        case 'draft': return sideAgreed(statement, role) ? ['correct'] : ['agree', 'correct'];
        case 'agreed': return role === 'employer' ? ['instruct', 'correct'] : ['correct'];
        case 'instructed': return role === 'employer' ? ['paid', 'correct'] : ['correct'];
        case 'paid': return role === 'agency' && feeWaits(statement) ? ['confirm', 'correct'] : ['correct'];
        default: return ['correct'];
    }
}

/** Whose turn an unpaid statement is, and to do what: the employer's, who owes the wages, but the agency's when it alone has not agreed. */
export function turnOf(statement: Statement): { side: 'employer' | 'agency'; step: 'agree' | 'instruct' | 'pay' } | null {
    switch (statement.status) {
        case 'draft': return { side: statement.employer_agreed_at ? 'agency' : 'employer', step: 'agree' };
        case 'agreed': return { side: 'employer', step: 'instruct' };
        case 'instructed': return { side: 'employer', step: 'pay' };
        default: return null;
    }
}

/** Whether the agency is still to say that its fee arrived. */
function feeWaits(statement: Statement): boolean {
    return statement.lines.some((line) => isFee(line) && line.confirmed_at === null);
}

/** When this side agreed to the statement as it is now. */
export function sideAgreed(statement: Statement, role: Role | null): Instant | null {
    return role === 'employer' ? statement.employer_agreed_at : role === 'agency' ? statement.agency_agreed_at : null;
}

/** Paid to the agency: the service fee, and adjustments that belong to no seat. */
export const isFee = (line: StatementLine): boolean => line.kind === 'service_fee' || (line.kind === 'adjustment' && line.seat === null);

/** What each payee gets, in the order of the lines: one row for each worker's seat, the last for the agency. */
export interface PayeeSum { seat: Id | null; name: string; sum: Fen }
export function payeesOf(statement: Statement): PayeeSum[] {
    const rows = new Map<Id, PayeeSum>();
    const agency: PayeeSum = { seat: null, name: statement.agency.name, sum: 0 };
    for (const line of statement.lines) {
        const row = isFee(line) || line.seat === null ? agency : rows.get(line.seat) ?? { seat: line.seat, name: line.payee.name, sum: 0 };
        row.sum += line.amount_fen;
        if (row !== agency && line.seat !== null) rows.set(line.seat, row);
    }
    return [...rows.values(), agency];
}

export interface Sums { wage: Fen; fee: Fen; total: Fen }

/** Adds the lines, what the agency gets and what the workers get apart. Integers only, so to the fen. */
export function sumsOf(lines: StatementLine[]): Sums {
    const fee = lines.filter(isFee).reduce((sum, line) => sum + line.amount_fen, 0);
    const wage = lines.filter((line) => !isFee(line)).reduce((sum, line) => sum + line.amount_fen, 0);
    return { wage, fee, total: wage + fee };
}

/** True when the lines add up to exactly what the statement says. */
export function addsUp(statement: Statement): boolean {
    const sums = sumsOf(statement.lines);
    return sums.wage === statement.wage_fen && sums.fee === statement.fee_fen && sums.total === statement.total_fen;
}

/** How many workers with pay on it have said that it arrived. */
export function confirmations(statement: Statement): { done: number; of: number } {
    const paid = statement.lines.filter((line) => !isFee(line));
    const people = new Map<string, boolean>();
    for (const line of paid) people.set(line.payee.id, (people.get(line.payee.id) ?? true) && line.confirmed_at !== null);
    return { done: [...people.values()].filter(Boolean).length, of: people.size };
}
