/** The quarter of a day: "2026-11-27" → "2026Q4". */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** That quarter and those before it, the newest first. */
export function quartersBack(day: string, count: number): string[] {
    const now = quarterOf(day);
    const number = Number(now.slice(0, 4)) * 4 + Number(now.slice(5)) - 1;
    return Array.from({ length: count }, (_, index) => number - index).map((each) => `${Math.floor(each / 4)}Q${(each % 4) + 1}`);
}

/** The share of the whole in percent with one decimal, as a width for bars; 0 of nothing. */
export const partOf = (value: number, whole: number): number => (whole > 0 ? Math.round((1000 * value) / whole) / 10 : 0);
