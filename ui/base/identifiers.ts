/** The same checks as the server's, so that a slip is told while typing. The server's word is final. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_DIGITS = '10X98765432';

/** GB 11643: 18 characters, a real birth date, the check digit right (ISO 7064 MOD 11-2). */
export function isIdNumber(text: string): boolean {
    const value = text.trim().toUpperCase();
    if (!/^[1-9]\d{16}[\dX]$/.test(value)) return false;
    const [year, month, day] = [Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14))];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
    const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
    return ID_DIGITS[sum % 11] === value[17];
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: the form of a unified social credit code, whatever its check digit. */
export function hasCreditCodeForm(text: string): boolean {
    return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text.trim().toUpperCase());
}

/** GB 32100 with its check digit. Some really issued codes fail this: they need a documented reason. */
export function isCreditCode(text: string): boolean {
    const value = text.trim().toUpperCase();
    if (!hasCreditCodeForm(value)) return false;
    const sum = CREDIT_WEIGHTS.reduce(
        (total, weight, index) => total + weight * CREDIT_ALPHABET.indexOf(value[index] ?? ''), 0);
    return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === value[17];
}

/** A mobile number of mainland China. */
export function isMobile(text: string): boolean {
    return /^1[3-9]\d{9}$/.test(text.replace(/[\s-]/g, ''));
}
