import type { Fen, PayUnit } from './api_types';
import { groupDigits, THIN_SPACE } from './numbers';
import type { Language } from './problems';

/** Exact yuan without a unit: 650000 → "6,500", 650050 → "6,500.50". Money shows no cents or both. */
export function yuan(fen: Fen): string {
    const whole = Math.trunc(Math.abs(fen) / 100);
    const rest = Math.abs(fen) % 100;
    const text = groupDigits(whole) + (rest ? `.${String(rest).padStart(2, '0')}` : '');
    return fen < 0 ? `-${text}` : text;
}

/** With the sign of the currency: "¥6,500". */
export function money(fen: Fen): string {
    return fen < 0 ? `-¥${yuan(-fen)}` : `¥${yuan(fen)}`;
}

/** Always two decimals, for columns that must line up and add up: "¥6,500.00". */
export function moneyExact(fen: Fen): string {
    const rest = String(Math.abs(fen) % 100).padStart(2, '0');
    return `${fen < 0 ? '-' : ''}¥${groupDigits(Math.trunc(Math.abs(fen) / 100))}.${rest}`;
}

/** As people say it: 1234567800 fen → "1,234.57 万元"; the exact sum belongs beside it. */
export function moneyShort(fen: Fen, language: Language): string {
    const value = Math.abs(fen) / 100;
    const sign = fen < 0 ? '-' : '';
    const scaled = (size: number): string => {
        const part = value / size;
        return groupDigits(part, part >= 1000 ? 0 : part >= 100 ? 1 : 2);
    };
    if (language === 'en') {
        if (value >= 999_500_000) return `${sign}¥${scaled(1e9)}bn`;
        if (value >= 999_500) return `${sign}¥${scaled(1e6)}m`;
        return money(fen);
    }
    if (value >= 99_995_000) return `${sign}${scaled(1e8)}${THIN_SPACE}亿元`;
    if (value >= 10_000) return `${sign}${scaled(1e4)}${THIN_SPACE}万元`;
    return `${yuan(fen)}${THIN_SPACE}元`;
}

const PAY_UNITS: Record<PayUnit, { zh: string; en: string }> = {
    month: { zh: '月', en: 'month' },
    day: { zh: '天', en: 'day' },
    hour: { zh: '小时', en: 'hour' },
    piece: { zh: '件', en: 'piece' },
};

/** What of an order says its pay; a draft may not say it yet. */
export interface PayTerms {
    pay_min_fen: Fen | null;
    pay_max_fen: Fen | null;
    pay_unit: PayUnit | null;
}

/** The pay of an order: "6,000–8,000 元/月". One number when both ends are the same. */
export function payRange(pay: PayTerms, language: Language): string {
    const from = pay.pay_min_fen ?? 0;
    const to = pay.pay_max_fen ?? 0;
    const range = !to || from === to ? yuan(from || to) : from ? `${yuan(from)}–${yuan(to)}` : yuan(to);
    const unit = PAY_UNITS[pay.pay_unit ?? 'month'];
    if (!from && !to) return language === 'en' ? 'to be agreed' : '面议';
    return language === 'en' ? `¥${range} / ${unit.en}` : `${range}${THIN_SPACE}元/${unit.zh}`;
}

/** "元/月". */
export function payUnitLabel(unit: PayUnit, language: Language): string {
    return language === 'en' ? `¥ / ${PAY_UNITS[unit].en}` : `元/${PAY_UNITS[unit].zh}`;
}

function fenOf(text: string, form: RegExp): Fen | null {
    const match = form.exec(text.normalize('NFKC').replace(/[,\s¥元]/g, '').replace('−', '-'));
    if (!match) return null;
    const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
    return match[1] && fen ? -fen : fen;
}

/** Reads what a person typed as yuan ("6,500", "6500.5", "6500元", full-width digits) into fen; null when it is not money. */
export const parseYuan = (text: string): Fen | null => fenOf(text, /^()(\d{1,10})(?:\.(\d{1,2}))?$/);

/** The same of a company's books, whose sums are larger, and may be a loss with its minus. */
export const parseAmount = (text: string): Fen | null => fenOf(text, /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/);
