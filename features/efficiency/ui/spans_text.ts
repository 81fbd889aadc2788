import type { Proportion } from '@ui/base/api_types';

/** Working minutes as office days and hours: 465 of 420 a day → { days: 1, hours: 0.8 }. */
export function officeTime(minutes: number, minutesADay: number): { days: number; hours: number } {
    const days = minutesADay > 0 ? Math.floor(minutes / minutesADay) : 0;
    return { days, hours: Math.round(((minutes - days * minutesADay) / 60) * 10) / 10 };
}

/** A share with its interval: "96.7%（88.6–99.1%）"; nothing of nothing. */
export function shareText(share: Proportion, language: string): string {
    if (share.per_mille === null || share.low === null || share.high === null) return '–';
    const percent = (perMille: number): string => (perMille / 10).toFixed(1);
    const range = `${percent(share.low)}–${percent(share.high)}%`;
    return language === 'en' ? `${percent(share.per_mille)}% (${range})` : `${percent(share.per_mille)}%（${range}）`;
}

/** A difference in points with its interval: "−14.0（−25.6 … −1.6）". */
export function pointsText(points: { per_mille: number; low: number; high: number }, language: string): string {
    const signed = (perMille: number): string => `${perMille > 0 ? '+' : perMille < 0 ? '−' : ''}${(Math.abs(perMille) / 10).toFixed(1)}`;
    const range = `${signed(points.low)} … ${signed(points.high)}`;
    return language === 'en' ? `${signed(points.per_mille)} (${range})` : `${signed(points.per_mille)}（${range}）`;
}

/** Whether the data show that one side fares otherwise: the interval of the difference is on one side of 0. */
export const differs = (points: { low: number; high: number }): boolean => points.low > 0 || points.high < 0;

/** Whether two intervals touch: then the data do not show a difference. */
export const overlap = (one: { low: number | null; high: number | null }, other: { low: number | null; high: number | null }): boolean =>
    one.low === null || one.high === null || other.low === null || other.high === null || (one.low <= other.high && other.low <= one.high);
