import type { DateOnly, Fen, Id, Named } from './common';
import type { HistoryItem, PayUnit } from './orders';

export type TimesheetStatus = 'open' | 'submitted' | 'approved' | 'returned' | 'disputed' | 'decided';

export interface Timesheet {
    id: Id;
    seat: Id;
    person: Named;
    order: { id: Id; title: string };
    from_on: DateOnly;
    to_on: DateOnly;
    unit: PayUnit;
    /** Hours, days, months or pieces × 100. */
    quantity_hundredths: number;
    status: TimesheetStatus;
    pay_fen: Fen;
    history: HistoryItem[];
}

export interface TimesheetDraft {
    from_on: DateOnly;
    to_on: DateOnly;
    quantity_hundredths: number;
    submit?: boolean;
}
