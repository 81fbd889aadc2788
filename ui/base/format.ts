/** Formatting for templates: one call, already in the reader's language and on the page's clock. */
import { useNow } from './clock';
import type { DateOnly, Fen, Instant, PayUnit } from './api_types';
import * as dates from './dates';
import * as amounts from './money';
import * as counts from './numbers';
import { usePreferences } from './preferences';

export interface Format {
    date: (date: DateOnly) => string;
    day: (date: DateOnly) => string;
    period: (from: DateOnly | null, to: DateOnly | null) => string;
    month: (month: string) => string;
    quarter: (quarter: string) => string;
    relative: (instant: Instant) => string;
    exact: (instant: Instant) => string;
    daysLeft: (date: DateOnly) => string;
    money: (fen: Fen) => string;
    moneyExact: (fen: Fen) => string;
    moneyShort: (fen: Fen) => string;
    payRange: (pay: amounts.PayTerms) => string;
    /** The pay of one seat: "6,600 元/月". */
    pay: (seat: { pay_fen: Fen; pay_unit: PayUnit }) => string;
    /** Hours kept in tenths: 80 → "8". */
    hours: (tenths: number) => string;
    payUnit: (unit: PayUnit) => string;
    number: (value: number) => string;
    short: (value: number) => string;
    percent: (perMille: number) => string;
    quantity: (hundredths: number) => string;
    /** Today's date in the platform's zone. */
    today: () => DateOnly;
}

/** `const f = useFormat()`, then `{{ f.payRange(order) }}`. */
export function useFormat(): Format {
    const preferences = usePreferences();
    const now = useNow();
    return {
        date: (date) => dates.formatDate(date, preferences.language, now.value),
        day: (date) => dates.formatDay(date, preferences.language, now.value),
        period: (from, to) => dates.formatPeriod(from, to, preferences.language, now.value),
        month: (month) => dates.formatMonth(month, preferences.language),
        quarter: (quarter) => dates.formatQuarter(quarter, preferences.language),
        relative: (instant) => dates.formatRelative(instant, preferences.language, now.value),
        exact: dates.formatExact,
        daysLeft: (date) => dates.formatDaysLeft(date, preferences.language, now.value),
        money: amounts.money,
        moneyExact: amounts.moneyExact,
        moneyShort: (fen) => amounts.moneyShort(fen, preferences.language),
        payRange: (pay) => amounts.payRange(pay, preferences.language),
        pay: (seat) => amounts.payRange({ pay_min_fen: seat.pay_fen, pay_max_fen: seat.pay_fen, pay_unit: seat.pay_unit }, preferences.language),
        hours: (tenths) => counts.groupDigits(tenths / 10, 1),
        payUnit: (unit) => amounts.payUnitLabel(unit, preferences.language),
        number: (value) => counts.groupDigits(value),
        short: (value) => counts.shortNumber(value, preferences.language),
        percent: counts.percentOf,
        quantity: counts.hundredths,
        today: () => dates.today(now.value),
    };
}
