import type { Fen, Role, Statement, StatementLine } from '@ui/base/api_types';

export type StatementStep = 'agree' | 'instruct' | 'paid' | 'correct';

/** What this role may do next. The server decides; this only chooses the buttons to show. */
export function stepsOf(statement: Statement, role: Role | null): StatementStep[] {
    const side = role === 'employer' || role === 'agency';
    if (!side) return [];
    switch (statement.status) {
        case 'draft': return ['agree', 'correct'];
        case 'agreed': return role === 'employer' ? ['instruct', 'correct'] : ['correct'];
        case 'instructed': return role === 'employer' ? ['paid'] : [];
        default: return [];
    }
}

export interface Sums { wage: Fen; fee: Fen; total: Fen }

/** Adds the lines, fee and everything else apart. Integers only, so to the fen. */
export function sumsOf(lines: StatementLine[]): Sums {
    const fee = lines.filter((line) => line.kind === 'service_fee').reduce((sum, line) => sum + line.amount_fen, 0);
    const wage = lines.filter((line) => line.kind !== 'service_fee').reduce((sum, line) => sum + line.amount_fen, 0);
    return { wage, fee, total: wage + fee };
}

/** True when the lines add up to exactly what the statement says. */
export function addsUp(statement: Statement): boolean {
    const sums = sumsOf(statement.lines);
    return sums.wage === statement.wage_fen && sums.fee === statement.fee_fen && sums.total === statement.total_fen;
}

/** Quantity × rate, half a fen rounded away from zero, as the server does. */
export function amountOf(quantityHundredths: number, rateFen: Fen): Fen {
    const exact = Math.abs(quantityHundredths * rateFen);
    const amount = Math.floor((exact + 50) / 100);
    return rateFen * quantityHundredths < 0 ? -amount : amount;
}

/** How many workers with pay on it have said that it arrived. */
export function confirmations(statement: Statement): { done: number; of: number } {
    const paid = statement.lines.filter((line) => line.kind !== 'service_fee');
    const people = new Map<string, boolean>();
    for (const line of paid) people.set(line.payee.id, (people.get(line.payee.id) ?? true) && line.confirmed_at !== null);
    return { done: [...people.values()].filter(Boolean).length, of: people.size };
}
