import { describe, expect, it } from 'vitest';
import { isNonce, newNonce } from './nonce';

describe('the nonce of an application', () => {
    it('is 32 hexadecimal digits, another each time', () => {
        expect(isNonce(newNonce())).toBe(true);
        expect(newNonce() === newNonce()).toBe(false);
    });
    it.each(['', '12', 'g'.repeat(32), '0'.repeat(33)])('refuses %s', (text) => expect(isNonce(text)).toBe(false));
});
