// What an authenticator on a phone shows (RFC 6238).
import { createHmac } from 'node:crypto';

/** The code of a base32 secret, `ahead` steps of 30 seconds from `now`. */
export function totp(secret, ahead = 0, now = Date.now()) {
    const bits = [...secret.replace(/\s/g, '')].map((each) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(each).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from(bits.match(/.{8}/g).map((each) => parseInt(each, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000) + ahead));
    const digest = createHmac('sha1', key).update(counter).digest();
    const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
}
