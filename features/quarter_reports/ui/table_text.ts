import type { QuarterRow, QuarterSide, QuarterTable } from '@ui/base/api_types';

/** A number kept in hundredths: 104 → "1.04"; nothing: 「—」. */
export const plainText = (hundredths: number | null): string => (hundredths === null ? '—' : (hundredths / 100).toFixed(2));

/** A change with its sign: 250 → "+2.50". */
export function signedText(hundredths: number | null): string {
    if (hundredths === null) return '—';
    const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : '';
    return `${sign}${(Math.abs(hundredths) / 100).toFixed(2)}`;
}

/** The cells of a side after its number. */
export const sideTexts = (side: QuarterSide, growth: boolean): string[] =>
    growth ? [signedText(side.growth_quarter), signedText(side.growth_year)]
        : [plainText(side.share), signedText(side.share_quarter), signedText(side.share_year)];

/** The words of the columns of a side after its number. */
export const sideWords = (growth: boolean): string[] => (growth ? ['growth_quarter', 'growth_year'] : ['share', 'share_quarter', 'share_year']);

/** The columns of these words as the sentences of a report name them. */
export const sideColumns = (side: 'demand' | 'supply', growth: boolean): string[] =>
    (growth ? ['growth_quarter', 'growth_year'] : ['share', 'share_quarter', 'share_year']).map((each) => `${side}_${each}`);

/** The cells that a number of a sentence is: what is missing or too many is the difference of two. */
export const cellsOf = (column: string): string[] => (column === 'gap' || column === 'surplus' ? ['demand', 'supply'] : [column]);

/** Where a row stands on the page: sentences point there. */
export const anchorOf = (table: string, code: string): string => `row-${table}-${code.replace('*', 'merged')}`;

/** One bar of a chart: a group with one or two lengths in percent of the longest. */
export interface Bar { code: string; name: string; demand: number; supply: number; demandPart: number; supplyPart: number }

/** Whether posts are asked for by these groups at all: of sex and age they are not. */
export const drawsDemand = (table: QuarterTable): boolean =>
    table.has_demand && (!table.has_supply || table.rows.some((row) => row.code !== 'any' && !row.merged && row.demand.amount > 0));

/** The bars of a table in its order; rows of nothing are left out. */
export function barsOf(table: QuarterTable): Bar[] {
    const demand = drawsDemand(table);
    const amount = (row: QuarterRow): number => Math.max(demand ? row.demand.amount : 0, row.supply.amount);
    const rows = table.rows.filter((row) => amount(row) > 0);
    const most = Math.max(1, ...rows.map(amount));
    const part = (value: number): number => Math.round((1000 * value) / most) / 10;
    return rows.map((row) => ({
        code: row.code, name: row.name, demand: row.demand.amount, supply: row.supply.amount,
        demandPart: part(row.demand.amount), supplyPart: part(row.supply.amount),
    }));
}
