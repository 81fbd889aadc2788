import type { DateOnly, Instant } from './api_types';
import type { Language } from './problems';
import { THIN_SPACE } from './numbers';

/** The whole platform lives in one time zone, wherever the reader's computer is. */
const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

interface Parts {
    year: number;
    month: number;
    day: number;
    hour: number;
    minute: number;
    weekday: number;
}

/** Wall-clock parts in the platform's zone. China has had +08:00 without daylight saving since 1991. */
export function partsOf(instant: Date): Parts {
    const local = new Date(instant.getTime() + 8 * 3_600_000);
    return {
        year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(),
        hour: local.getUTCHours(), minute: local.getUTCMinutes(), weekday: local.getUTCDay(),
    };
}

const two = (value: number): string => String(value).padStart(2, '0');
const WEEKDAYS = {
    'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Today's date in the platform's zone. */
export function today(now: Date): DateOnly {
    const parts = partsOf(now);
    return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

/** Days from one date to another; negative when `to` lies before. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export function addDays(date: DateOnly, days: number): DateOnly {
    return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** "11月24日 周二", with the year when it is not `now`'s. */
export function formatDate(date: DateOnly, language: Language, now: Date): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const weekday = WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
    const sameYear = year === partsOf(now).year;
    if (language === 'en') return `${weekday} ${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}`;
    return `${sameYear ? '' : `${year}年`}${month}月${day}日${THIN_SPACE}${weekday}`;
}

/** "11月24日" without the weekday, for tight places. */
export function formatDay(date: DateOnly, language: Language, now: Date): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const sameYear = year === partsOf(now).year;
    if (language === 'en') return `${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}`;
    return `${sameYear ? '' : `${year}年`}${month}月${day}日`;
}

/** "11月24日 – 12月20日"; open-ended when `to` is null; a draft may have no dates at all. */
export function formatPeriod(from: DateOnly | null, to: DateOnly | null, language: Language, now: Date): string {
    if (from === null) return language === 'en' ? 'dates not set' : '日期待定';
    const start = formatDay(from, language, now);
    if (to === null) return language === 'en' ? `from ${start}` : `${start}起`;
    return from === to ? start : `${start} – ${formatDay(to, language, now)}`;
}

/** "2026-11" → "2026年11月". */
export function formatMonth(month: string, language: Language): string {
    const [year = 0, number = 1] = month.split('-').map(Number);
    return language === 'en' ? `${MONTHS[number - 1]} ${year}` : `${year}年${number}月`;
}

/** "2026Q4" → "2026 年第 4 季度". */
export function formatQuarter(quarter: string, language: Language): string {
    const [year, number] = quarter.split('Q');
    return language === 'en' ? `${year} Q${number}` : `${year} 年第 ${number} 季度`;
}

/** The exact moment, for the title of a relative time: "2026-11-24 14:30". */
export function formatExact(instant: Instant): string {
    const parts = partsOf(new Date(instant));
    return `${parts.year}-${two(parts.month)}-${two(parts.day)} ${two(parts.hour)}:${two(parts.minute)}`;
}

/** As people say it: 刚刚 · 5 分钟前 · 今天 14:30 · 明天 09:00 · 3 天后 · 11月24日. */
export function formatRelative(instant: Instant, language: Language, now: Date): string {
    const at = new Date(instant);
    const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
    const english = language === 'en';
    if (Math.abs(minutes) < 1) return english ? 'just now' : '刚刚';
    if (Math.abs(minutes) < 60) {
        if (english) return minutes < 0 ? `${-minutes} min ago` : `in ${minutes} min`;
        return `${Math.abs(minutes)}${THIN_SPACE}分钟${minutes < 0 ? '前' : '后'}`;
    }
    const parts = partsOf(at);
    const clock = `${two(parts.hour)}:${two(parts.minute)}`;
    const days = daysBetween(today(now), today(at));
    if (days === 0) return english ? `today ${clock}` : `今天 ${clock}`;
    if (days === -1) return english ? `yesterday ${clock}` : `昨天 ${clock}`;
    if (days === 1) return english ? `tomorrow ${clock}` : `明天 ${clock}`;
    if (Math.abs(days) <= 6) {
        if (english) return days < 0 ? `${-days} days ago` : `in ${days} days`;
        return `${Math.abs(days)}${THIN_SPACE}天${days < 0 ? '前' : '后'}`;
    }
    return formatDay(today(at), language, now);
}

/** The same for a date: 今天 · 明天 · 3 天后 · 已过 2 天. */
export function formatDaysLeft(date: DateOnly, language: Language, now: Date): string {
    const days = daysBetween(today(now), date);
    if (language === 'en') {
        if (days === 0) return 'today';
        if (days === 1) return 'tomorrow';
        return days > 0 ? `in ${days} days` : `${-days} days overdue`;
    }
    if (days === 0) return '今天';
    if (days === 1) return '明天';
    return days > 0 ? `${days}${THIN_SPACE}天后` : `已过${THIN_SPACE}${-days}${THIN_SPACE}天`;
}

/** Time left as a clock: "02:14:09", from a day on "1 天 02:14". Never negative. */
export function formatCountdown(msLeft: number, language: Language): string {
    const seconds = Math.max(0, Math.floor(msLeft / 1000));
    const days = Math.floor(seconds / 86_400);
    const clock = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map(two);
    if (days === 0) return clock.join(':');
    return `${days}${language === 'en' ? 'd' : `${THIN_SPACE}天`} ${clock[0]}:${clock[1]}`;
}

/** Where the exact zone matters to a foreign reader. */
export const TIME_ZONE = ZONE;
