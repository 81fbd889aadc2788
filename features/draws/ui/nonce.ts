/** 16 random bytes as hexadecimal digits: the applicant's own part of the draw's seed. */
export function newNonce(): string {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const isNonce = (text: string): boolean => /^[0-9a-f]{32}$/i.test(text);
