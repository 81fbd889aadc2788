import type { Fen, Id, Statement, StatementLine } from '@ui/base/api_types';

/** The lines of a statement that pay this person. */
export function myLines(statement: Statement, person: Id): StatementLine[] {
    return statement.lines.filter((line) => line.payee.id === person && line.kind !== 'service_fee');
}

export function mySum(statement: Statement, person: Id): Fen {
    return myLines(statement, person).reduce((sum, line) => sum + line.amount_fen, 0);
}

/** Paid, and this person has not yet said that it arrived. */
export function waitsForMe(statement: Statement, person: Id): boolean {
    return statement.status === 'paid' && myLines(statement, person).some((line) => line.confirmed_at === null);
}
