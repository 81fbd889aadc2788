import type { Language } from './problems';

/** Between a number and the Chinese word after it, so that they do not stick together. */
export const THIN_SPACE = '\u2009';

function trimZeros(text: string): string {
    return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** 1234567 → "1,234,567"; `digits` after the point at most. */
export function groupDigits(value: number, digits = 0): string {
    const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    const text = trimZeros(fraction === undefined ? grouped : `${grouped}.${fraction}`);
    return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * A count as people say it: from ten thousand on in 万, from a hundred million on in 亿 (English: k, m, bn).
 * At most four significant digits: the exact number belongs beside it (title or table).
 */
export function shortNumber(value: number, language: Language): string {
    const steps: [number, string][] = language === 'en'
        ? [[1e9, 'bn'], [1e6, 'm'], [1e4, 'k']] : [[1e8, `${THIN_SPACE}亿`], [1e4, `${THIN_SPACE}万`]];
    for (const [index, [size, unit]] of steps.entries()) {
        const divisor = unit === 'k' ? 1e3 : size;
        const scaled = Math.abs(value) / divisor;
        const digits = scaled >= 1000 ? 0 : scaled >= 100 ? 1 : 2;
        // 99,999,999 would read 10,000 万: say 1 亿.
        const above = steps[index - 1];
        if (above && Number((Math.abs(value) / size).toFixed(digits)) * size >= above[0]) {
            return shortNumber(Math.sign(value) * above[0], language);
        }
        if (Math.abs(value) >= size) return groupDigits(value / divisor, digits) + unit;
    }
    return groupDigits(value, Number.isInteger(value) ? 0 : 2);
}

/** Per mille to percent: 637 → "63.7%". */
export function percentOf(perMille: number): string {
    return `${groupDigits(perMille / 10, 1)}%`;
}

/** A quantity stored × 100: 2150 → "21.5". */
export function hundredths(value: number): string {
    return groupDigits(value / 100, 2);
}
