import type { LocationQuery } from 'vue-router';
import { api } from '@ui/base/api';
import type { Statement } from '@ui/base/api_types';
import { knownOfSeat, knownOfStatement, type Known } from './prefill';

type Say = (name: 'statement' | 'seat', values: Record<string, unknown>) => string;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** What her lines of a statement come to that she has not confirmed as received. Pure. */
export function owedTo(statement: Statement): number {
    return statement.lines.filter((line) => line.kind === 'wage' && line.confirmed_at === null).reduce((sum, line) => sum + line.amount_fen, 0);
}

/** What a link to a new case knows already: `?statement=` or `?seat=`; null when it says nothing. Throws as the API does. */
export async function knownFor(query: LocationQuery, person: string | null, say: Say): Promise<Known | null> {
    if (typeof query.statement === 'string') {
        const statement = await api.statements.get(query.statement);
        const own = person ? { ...statement, lines: statement.lines.filter((line) => line.payee.id === person) } : statement;
        const owed = owedTo(own);
        const seat = own.lines.find((line) => line.seat !== null)?.seat;
        const place = seat ? (await api.seats.get(seat)).order.place : null;
        return knownOfStatement(statement, owed, place, say('statement', { employer: statement.employer.name, agency: statement.agency.name, order: statement.order.title, month: statement.month, sum: yuan(owed), due: statement.due_on }));
    }
    if (typeof query.seat === 'string') {
        const seat = await api.seats.get(query.seat);
        return knownOfSeat(seat, say('seat', { employer: seat.employer.name, agency: seat.agency.name, order: seat.order.title, from: seat.starts_on, to: seat.ends_on }));
    }
    return null;
}
