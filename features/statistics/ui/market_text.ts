import type { Dimension, Division, MarketRow } from '@ui/base/api_types';
import { EMPTY } from '@ui/base/http';

/** A number kept in hundredths: 104 → "1.04"; nothing: 「—」. */
export const ratioText = (hundredths: number | null): string => (hundredths === null ? '—' : (hundredths / 100).toFixed(2));

/** Hundredths of a percent: 1523 → "15.23%". */
export const shareText = (share: number | null): string => (share === null ? '—' : `${(share / 100).toFixed(2)}%`);

/** A change with its sign, in the same two decimals: 250 → "+2.50". */
export function changeText(change: number | null): string {
    if (change === null) return '—';
    const sign = change > 0 ? '+' : change < 0 ? '−' : '';
    return `${sign}${(Math.abs(change) / 100).toFixed(2)}`;
}

/** Orders the table may be read in: as it comes, or by the gap between demand and supply. */
export type MarketOrder = 'code' | 'gap' | 'surplus';
export function ordered(rows: MarketRow[], order: MarketOrder): MarketRow[] {
    if (order === 'code') return rows;
    const gap = (row: MarketRow): number => row.demand - row.supply;
    const named = rows.filter((row) => row.code && (order === 'gap' ? gap(row) > 0 : gap(row) < 0));
    return named.sort((one, other) => (order === 'gap' ? gap(other) - gap(one) : gap(one) - gap(other))).slice(0, 10);
}

/** The dimension of the records in which a division of the table is. */
function dimensionOf(by: Division): Dimension {
    if (by === 'place' || by === 'county') return 'place';
    return by === 'industry' || by === 'origin' ? by : 'occupation';
}

/** The query that opens a row to its records. */
export const recordsQuery = (by: Division, code: string): Record<string, string> => ({ [dimensionOf(by)]: code });

/** Dimensions of which "" is a value: what names no occupation, no industry, no home. */
const MAY_BE_UNSAID = ['occupation', 'industry', 'origin'];

/** Whether a row can be asked for by itself: what says no place cannot. */
export const hasRecords = (by: Division, code: string): boolean => code !== '' || MAY_BE_UNSAID.includes(dimensionOf(by));

/** What a link to records asks for. An empty dimension is asked for as such: without it everything would be shown, not the figure that was clicked. */
export function askedRecords(query: Record<string, unknown>): Record<string, string> {
    return Object.fromEntries(Object.entries(query).map(([name, value]) => {
        const said = typeof value === 'string' ? value : '';
        return [name, said === '' && MAY_BE_UNSAID.includes(name) ? EMPTY : said];
    }));
}
