import type { OpenTable, OpenTheme } from '@ui/base/api_types';

export const THEMES: OpenTheme[] = ['market', 'shortages', 'pay', 'targets', 'registers'];

/** Whether a table is of the theme and holds what was typed, in either language. */
export function fits(table: OpenTable, q: string, theme: string): boolean {
    if (theme && table.theme !== theme) return false;
    const wanted = q.trim().toLowerCase();
    if (!wanted) return true;
    return [table.id, table.title.zh, table.title.en, table.about.zh, table.about.en, table.place_name].some((text) => text.toLowerCase().includes(wanted));
}

/** 1234567 → "1.2 MB", as files are measured. */
export function bytesText(bytes: number): string {
    if (bytes < 1000) return `${bytes} B`;
    const units = ['kB', 'MB', 'GB'];
    let value = bytes / 1000;
    let at = 0;
    while (value >= 1000 && at < units.length - 1) { value /= 1000; at += 1; }
    return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[at]}`;
}

/** "demand 1, supply 2" in words: `word` gives a formula's name, or null where it has none (a register's own id). */
export function formulaText(formula: string, word: (name: string) => string | null, version: (name: string, number: string) => string, comma: string): string {
    return formula.split(', ').map((one) => {
        const [, name = '', number = ''] = /^(\S+) (\d+)$/.exec(one) ?? [];
        const known = name ? word(name) : null;
        return known ? version(known, number) : one;
    }).join(comma);
}

/** A link that can be sent: with the server's address before it. */
export const wholeLink = (path: string, origin: string): string => `${origin}${path}`;
