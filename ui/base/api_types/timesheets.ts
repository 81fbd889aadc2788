import type { DateOnly, Fen, HistoryLine, Id, Named } from './common';
import type { PayUnit } from './orders';

export type TimesheetStatus = 'open' | 'submitted' | 'approved' | 'returned' | 'disputed' | 'decided';

export interface Timesheet {
    id: Id;
    seat: Id;
    share?: Id;
    person: Named;
    order: { id: Id; title: string };
    from_on: DateOnly;
    to_on: DateOnly;
    unit: PayUnit;
    /** Hours, days, months or pieces × 100. */
    quantity_hundredths: number;
    status: TimesheetStatus;
    rate_fen?: Fen;
    pay_fen: Fen;
    /** More hours than the law allows on average; owed all the same. */
    over_hours?: boolean;
    /** Days on which the gate, asked again, refuses the agency, and the rule; the work is owed all the same. */
    barred_days?: { day: DateOnly; refusal: string }[];
    history: HistoryLine[];
}

export interface TimesheetDraft {
    from_on: DateOnly;
    to_on: DateOnly;
    quantity_hundredths: number;
    submit?: boolean;
}
