import { beforeEach, describe, expect, it, vi } from 'vitest';
import { heard, programNow } from './clock';
import { call, credentials, EMPTY, fetchFile, nameOfAttachment, newKey, send, urlOf, useTransport, type Fetch } from './http';
import { ApiProblem } from './problems';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

interface Call { url: string; init: RequestInit }

/** A network that gives the prepared answers in order and remembers what was asked. */
function network(...answers: (Response | Error)[]): { calls: Call[]; waits: number[] } {
    const calls: Call[] = [];
    const waits: number[] = [];
    const fetchLike: Fetch = async (url, init) => {
        calls.push({ url, init });
        const answer = answers[calls.length - 1];
        if (answer instanceof Error || answer === undefined) throw answer ?? new Error('no answer left');
        return answer;
    };
    useTransport(fetchLike, async (ms) => { waits.push(ms); });
    return { calls, waits };
}
const header = (each: Call | undefined, name: string): string | null => new Headers(each?.init.headers).get(name);

describe('http', () => {
    beforeEach(() => { credentials.csrfToken = null; credentials.bearer = null; credentials.onSignedOut = () => undefined; });

    it('leaves empty parameters out of the address', () => {
        expect(urlOf('orders', { q: '', place: '510500', cursor: undefined, mine: true, x: null })).toBe('/api/v1/orders?place=510500&mine=true');
        expect(urlOf('orders', { q: EMPTY, place: '' })).toBe('/api/v1/orders?q=');
        expect(urlOf('orders', { q: '酿酒 & 焊' })).toBe('/api/v1/orders?q=%E9%85%BF%E9%85%92+%26+%E7%84%8A');
    });
    it('fetches a file with the name that the server gives it, and throws what the server refuses', async () => {
        const { calls } = network(new Response('%PDF-', { headers: { 'Content-Disposition': "attachment; filename*=UTF-8''%E5%8F%97%E7%90%86.pdf" } }), json({ code: 'file_altered', message: { zh: '文件与交存时不一致', en: 'Altered' } }, 409));
        const kept = await fetchFile(urlOf('case-files/f1'));
        expect([calls[0]?.url, kept.name, await kept.content.text()]).toEqual(['/api/v1/case-files/f1', '受理.pdf', '%PDF-']);
        await expect(fetchFile(urlOf('case-files/f1'))).rejects.toMatchObject({ code: 'file_altered' });
        expect([nameOfAttachment(null), nameOfAttachment('inline'), nameOfAttachment("attachment; filename*=UTF-8''%zz")]).toEqual([null, null, null]);
    });
    it('gives each action a key of at most 64 characters of its own', () => {
        const keys = new Set(Array.from({ length: 200 }, newKey));
        expect(keys.size).toBe(200);
        for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
    });
    it('sends the CSRF token and an idempotency key with writes only', async () => {
        credentials.csrfToken = 'csrf';
        const { calls } = network(json({}), json({}));
        await call('GET', 'me');
        await call('POST', 'orders', { body: { title: '酿酒工' } });
        expect(header(calls[0], 'X-CSRF-Token')).toBeNull();
        expect(header(calls[0], 'Idempotency-Key')).toBeNull();
        expect(header(calls[1], 'X-CSRF-Token')).toBe('csrf');
        expect(header(calls[1], 'Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
        expect(calls[1]?.init.body).toBe('{"title":"酿酒工"}');
    });
    it('repeats a lost write with the same key, so that it is done once', async () => {
        const { calls, waits } = network(new TypeError('lost'), new TypeError('lost'), json({ id: '1' }));
        expect(await call('POST', 'orders/1/shares', { body: { seats: 2 } })).toEqual({ id: '1' });
        expect(new Set(calls.map((each) => header(each, 'Idempotency-Key'))).size).toBe(1);
        expect(waits).toEqual([300, 600]);
    });
    it('waits as long as a busy server asks, but not for ever', async () => {
        const { waits } = network(json({ code: 'busy' }, 503, { 'Retry-After': '2' }), json({ code: 'busy' }, 503, { 'Retry-After': '600' }), json({}));
        await call('GET', 'orders');
        expect(waits).toEqual([2000, 5000]);
    });
    it('never repeats a refusal', async () => {
        const { calls } = network(json({ code: 'cap_exceeded', message: { zh: '超过上限', en: 'over the cap' } }, 409), json({}));
        await expect(call('POST', 'orders/1/shares')).rejects.toMatchObject({ status: 409, code: 'cap_exceeded' });
        expect(calls).toHaveLength(1);
    });
    it('gives up after three tries and says that there is no network', async () => {
        const { calls } = network(new TypeError('1'), new TypeError('2'), new TypeError('3'));
        const problem = await call('GET', 'orders').catch((thrown: unknown) => thrown);
        expect(problem).toBeInstanceOf(ApiProblem);
        expect((problem as ApiProblem).isNetwork).toBe(true);
        expect(calls).toHaveLength(3);
    });
    it('tells the session when the server does not know it any more', async () => {
        let told = 0;
        credentials.onSignedOut = () => { told += 1; };
        network(json({ code: 'not_signed_in' }, 401));
        await expect(call('GET', 'me')).rejects.toMatchObject({ code: 'not_signed_in' });
        expect(told).toBe(1);
    });
    it('calls an answer that is not JSON by its name', async () => {
        network(new Response('<html>', { status: 200 }));
        await expect(call('GET', 'orders')).rejects.toMatchObject({ code: 'bad_answer' });
    });
    it('sends a file as it is', async () => {
        const { calls } = network(json({}));
        await send('POST', 'imports', { raw: new Blob(['a,b']), query: { kind: 'demand' } });
        expect(header(calls[0], 'Content-Type')).toBeNull();
        expect(calls[0]?.init.body).toBeInstanceOf(Blob);
    });
    it('learns the program’s time from an answer, not from one that the browser may have kept', async () => {
        const date = 'Fri, 01 Feb 2030 01:00:00 GMT';
        network(new Response('{}', { headers: { Date: date, 'Cache-Control': 'public, max-age=31536000, immutable' } }));
        await call('GET', 'open-data/x');
        expect(programNow().getUTCFullYear()).toBe(new Date().getUTCFullYear());
        network(new Response('{}', { headers: { Date: date } }));
        await call('GET', 'orders');
        expect(programNow().toISOString().slice(0, 10)).toBe('2030-02-01');
        heard(new Date().toUTCString());
    });
    it('does not send a file that is larger than what is taken, and says how much that is', async () => {
        const { calls } = network(json({}));
        const refused = await call('POST', 'case-files', { raw: new Blob(['x'.repeat(3_000_000)]), rawMax: 2 * 1024 * 1024 }).catch((thrown: unknown) => thrown);
        expect(calls).toHaveLength(0);
        expect(refused).toMatchObject({ code: 'too_large', status: 413 });
        expect(refused instanceof ApiProblem && refused.text('zh-CN')).toContain('文件有 2.9 MB，最大只能 2 MB');
        expect(refused instanceof ApiProblem && refused.text('en')).toContain('at most 2 MB');
    });
    it('lets a cancelled request end as cancelled, not as a problem', async () => {
        const stop = new AbortController();
        useTransport(async () => { stop.abort(); throw new DOMException('aborted', 'AbortError'); }, async () => undefined);
        await expect(call('GET', 'orders', { signal: stop.signal })).rejects.toBeInstanceOf(DOMException);
    });

    it('says how much of a file has been sent, and reads the answer as ever', async () => {
        const heads: Record<string, string> = {};
        class Request {
            upload: { onprogress: ((event: { lengthComputable: boolean; loaded: number; total: number }) => void) | null } = { onprogress: null };
            onload: (() => void) | null = null;
            onerror: (() => void) | null = null;
            status = 413;
            response = new Blob(['{"code":"file_too_large","message":{"zh":"太大","en":"Too large"}}']);
            open(): void { /* nothing to open */ }
            setRequestHeader(name: string, value: string): void { heads[name.toLowerCase()] = value; }
            getResponseHeader(): string | null { return null; }
            send(): void { this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 }); this.onload?.(); }
        }
        vi.stubGlobal('XMLHttpRequest', Request);
        credentials.csrfToken = 'csrf';
        const parts: number[] = [];
        const refused = await call('POST', 'case-files', { raw: new Blob(['x']), onProgress: (part) => parts.push(part) }).catch((thrown: unknown) => thrown);
        vi.unstubAllGlobals();
        expect(parts).toEqual([0.5]);
        expect(heads['x-csrf-token']).toBe('csrf');
        expect(refused instanceof ApiProblem && refused.code).toBe('file_too_large');
    });
});
