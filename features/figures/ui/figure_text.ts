import type { Figure, Measure } from '@ui/base/api_types';
import { useFormat } from '@ui/base/format';
import { useWords } from '@ui/base/words';

/** The four target figures and the net revenue beside them, in the order in which they are always shown. */
export const MEASURES: Measure[] = ['revenue', 'revenue_net', 'employment', 'employers', 'talent'];
/** The plan's four measures, in its order. */
export const PLAN_MEASURES: Measure[] = ['revenue', 'employment', 'employers', 'talent'];
/** The years of the plan whose targets are the rungs of the ladder. */
export const RUNG_YEARS = [2022, 2025] as const;
/** The first year with figures. */
export const FIRST_YEAR = 2022;

export const isMoney = (measure: string): boolean => measure.startsWith('revenue');

/** Which figure an id belongs to: "511500-2026-revenue". Unknown parts are empty. */
export function partsOf(id: string): { measure: string; place: string; year: string } {
    const measure = MEASURES.find((each) => id.split(/[-.]/).includes(each)) ?? '';
    const [, place = '', year = ''] = /\b(\d{6})\b.*?\b(\d{4})\b/.exec(id) ?? [];
    return { measure, place, year };
}

/** A figure's value in words: money in 万/亿 from fen, counts with their unit; and exactly. */
export function useFigureText(): { short: (measure: string, value: number) => string; exact: (measure: string, value: number) => string; withUnit: (figure: Figure, value: number) => string } {
    const f = useFormat();
    const { say, language } = useWords('figures');
    const short = (measure: string, value: number): string => (isMoney(measure) ? f.moneyShort(value) : f.short(value));
    return {
        short,
        exact: (measure, value) => (isMoney(measure) ? f.moneyExact(value) : f.number(value)),
        withUnit: (figure, value) => (isMoney(figure.measure) ? short(figure.measure, value) : `${short(figure.measure, value)}${language.value === 'en' ? ' ' : '\u2009'}${say(figure.unit)}`),
    };
}
