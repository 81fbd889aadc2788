import type { Query } from './api_types';
import { heard } from './clock';
import { ApiProblem, readProblem } from './problems';

const BASE = '/api/v1';
const TIMEOUT_MS = 20_000;
const ATTEMPTS_MAX = 3;

/** What a single call may set beside its body. */
export interface CallOptions {
    query?: Query;
    body?: unknown;
    /** The same key for every repetition of one intended action; made here when absent. */
    idempotencyKey?: string;
    ifMatch?: string;
    signal?: AbortSignal;
    /** Send the bytes as they are (a file), not as JSON. */
    raw?: Blob;
    /** What the server takes of `raw` at most, in bytes: more is refused here, since a server that stops reading cannot be heard. */
    rawMax?: number;
    timeoutMs?: number;
    /** Told how much of `raw` has been sent, from 0 to 1. */
    onProgress?: (part: number) => void;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Credentials {
    csrfToken: string | null;
    bearer: string | null;
    onSignedOut: () => void;
}

/** How the caller is known. Browsers use the session cookie and the CSRF token; tests may use a bearer. */
export const credentials: Credentials = { csrfToken: null, bearer: null, onSignedOut: () => undefined };

/** The part of `fetch` that is used: a test hands in its own. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

let fetchNow: Fetch = (input, init) => globalThis.fetch(input, init);
let sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Replaces the network and the clock; for tests only. */
export function useTransport(fetchLike: Fetch, sleepLike: (ms: number) => Promise<void>): void {
    fetchNow = fetchLike;
    sleep = sleepLike;
}

/** A fresh key for one intended action: 32 hexadecimal digits, also where `randomUUID` is not offered. */
export function newKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The value of a parameter that is sent although it is empty: where "" is a value of its own, such as what names no occupation. */
export const EMPTY = '\u0000';

/** The URL of a call: empty parameters are left out, because the server refuses unknown and empty ones. */
export function urlOf(path: string, query: Query = {}): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        if (value === undefined || value === null || value === '') continue;
        parameters.set(name, value === EMPTY ? '' : String(value));
    }
    const text = parameters.toString();
    return `${BASE}/${path}${text ? `?${text}` : ''}`;
}

function headersOf(method: Method, options: CallOptions, key: string | null): Headers {
    const headers = new Headers({ Accept: 'application/json' });
    if (credentials.bearer) headers.set('Authorization', `Bearer ${credentials.bearer}`);
    if (method === 'GET') return headers;
    if (credentials.csrfToken && !credentials.bearer) headers.set('X-CSRF-Token', credentials.csrfToken);
    if (key) headers.set('Idempotency-Key', key);
    if (options.ifMatch) headers.set('If-Match', options.ifMatch);
    if (!options.raw) headers.set('Content-Type', 'application/json');
    return headers;
}

/** What `fetch` cannot do: a file on its way, with how much of it has been sent. */
function sendFile(url: string, method: Method, headers: Headers, file: Blob, signal: AbortSignal, onProgress: (part: number) => void): Promise<Response> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(method, url);
        headers.forEach((value, name) => request.setRequestHeader(name, value));
        request.responseType = 'blob';
        request.upload.onprogress = (event) => { if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total); };
        request.onload = () => {
            const retry = request.getResponseHeader('Retry-After');
            const empty = request.status === 204 || request.status === 205;
            resolve(new Response(empty ? null : (request.response as Blob), { status: request.status, headers: retry === null ? {} : { 'Retry-After': retry } }));
        };
        request.onerror = () => reject(new TypeError('the file could not be sent'));
        request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
        signal.addEventListener('abort', () => request.abort(), { once: true });
        request.send(file);
    });
}

async function sendOnce(method: Method, path: string, options: CallOptions, key: string | null): Promise<Response> {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    const body = method === 'GET' ? undefined : options.raw ?? JSON.stringify(options.body ?? {});
    try {
        if (options.raw && options.onProgress) return await sendFile(urlOf(path, options.query), method, headersOf(method, options, key), options.raw, signal, options.onProgress);
        const response = await fetchNow(urlOf(path, options.query), {
            method, headers: headersOf(method, options, key), body, signal, credentials: 'same-origin',
        });
        // What the browser may keep says the time of then.
        if (!response.headers.get('Cache-Control')?.includes('max-age')) heard(response.headers.get('Date'));
        return response;
    } catch (thrown) {
        if (options.signal?.aborted) throw thrown;
        throw ApiProblem.ofClient(timeout.aborted ? 'timed_out' : 'network_unreachable');
    }
}

async function refusalOf(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => null);
    const problem = readProblem(response.status, body, response.headers.get('Retry-After'));
    if (problem.code === 'not_signed_in') credentials.onSignedOut();
    return problem;
}

/**
 * Sends one request and gives the answer. Repeats it, with the same Idempotency-Key, when the answer was lost
 * or the server was busy: the server then answers as it did the first time. Throws ApiProblem.
 */
export async function send(method: Method, path: string, options: CallOptions = {}): Promise<Response> {
    if (options.raw && options.rawMax !== undefined && options.raw.size > options.rawMax) throw ApiProblem.ofSize(options.raw.size, options.rawMax);
    const key = method === 'GET' ? null : options.idempotencyKey ?? newKey();
    for (let attempt = 1; ; attempt += 1) {
        let problem: ApiProblem;
        try {
            const response = await sendOnce(method, path, options, key);
            if (response.ok) return response;
            problem = await refusalOf(response);
        } catch (thrown) {
            if (!(thrown instanceof ApiProblem)) throw thrown;
            problem = thrown;
        }
        if (!problem.isTransient || attempt >= ATTEMPTS_MAX) throw problem;
        await sleep(problem.retryAfterSeconds !== null
            ? Math.min(problem.retryAfterSeconds, 5) * 1000 : 300 * 2 ** (attempt - 1));
    }
}

/** Sends one request and reads the JSON answer as `T`. Throws ApiProblem. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
    const response = await send(method, path, options);
    if (response.status === 204) return {} as T;
    try {
        return (await response.json()) as T;
    } catch {
        throw ApiProblem.ofClient('bad_answer');
    }
}

/** How long a file may take on a slow line. */
const FILE_TIMEOUT_MS = 120_000;

/** The name that the server gives a file to keep; null when it gives none. */
export function nameOfAttachment(disposition: string | null): string | null {
    const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
    if (!coded) return null;
    try { return decodeURIComponent(coded); } catch { return null; }
}

/** A file by its address, as `urlOf` gives it. Throws ApiProblem, where a plain link would show the refusal as text. */
export async function fetchFile(url: string): Promise<{ name: string | null; content: Blob }> {
    const response = await send('GET', url.startsWith(`${BASE}/`) ? url.slice(BASE.length + 1) : url, { timeoutMs: FILE_TIMEOUT_MS });
    return { name: nameOfAttachment(response.headers.get('Content-Disposition')), content: await response.blob() };
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body?: unknown, options: CallOptions = {}): Promise<T> =>
    call<T>('POST', path, { ...options, body });
