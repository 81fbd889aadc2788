import type { Words } from './api_types';
import { groupDigits } from './numbers';

/** The language that a page is shown in. */
export type Language = 'zh-CN' | 'en';

/** Codes that come from this side of the wire: the server was not reached or did not answer in JSON. */
export type ClientCode = 'network_unreachable' | 'bad_answer' | 'timed_out';

/** One finding inside a problem: which member, what is wrong, what would be accepted. */
export interface ProblemDetail {
    code: string;
    message: Words;
    path: string;
    nearest: string[];
    satisfy: Words | null;
}

const CLIENT_WORDS: Record<ClientCode, Words> = {
    network_unreachable: {
        zh: '连不上服务器。请检查网络后重试；已填写的内容都还在。',
        en: 'The server cannot be reached. Check your network and try again; nothing you entered is lost.',
    },
    timed_out: {
        zh: '服务器没有在规定时间内回答。请稍后重试。',
        en: 'The server did not answer in time. Please try again in a moment.',
    },
    bad_answer: {
        zh: '服务器的回答无法识别。请稍后重试，若仍如此请联系管理员。',
        en: 'The answer of the server cannot be read. Try again later, or tell the administrator.',
    },
};

/**
 * A refusal of the server (RFC 9457 problem document), or the failure to reach it.
 * `status` is 0 when there was no answer.
 */
export class ApiProblem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        readonly words: Words,
        readonly path: string | null = null,
        readonly nearest: string[] = [],
        readonly errors: ProblemDetail[] = [],
        readonly trace: string | null = null,
        readonly facts: Record<string, unknown> = {},
        readonly satisfy: Words | null = null,
        readonly retryAfterSeconds: number | null = null,
    ) {
        super(`${code}: ${words.en}`);
        this.name = 'ApiProblem';
    }

    /** What happened and what to do, in the language of the page. */
    text(language: Language): string {
        return inLanguage(this.words, language);
    }

    /** True when sending the same request again may succeed without anybody changing anything. */
    get isTransient(): boolean {
        return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
    }

    get isNetwork(): boolean {
        return this.status === 0;
    }

    /** A file that is not sent, because the server takes no such size. */
    static ofSize(bytes: number, most: number): ApiProblem {
        const [has, may] = [megabytes(bytes), megabytes(most)];
        return new ApiProblem(413, 'too_large', {
            zh: `文件有 ${has}，最大只能 ${may}，没有上传。请压缩、删去不需要的内容，或拆成几份分别上传。`,
            en: `The file has ${has}; at most ${may} are taken, so it was not sent. Compress it, leave out what is not needed, or send it in parts.`,
        });
    }

    static ofClient(code: ClientCode): ApiProblem {
        return new ApiProblem(0, code, CLIENT_WORDS[code]);
    }
}

/** "12.3 MB", "5 MB"; a file is never said to be as large as the limit that it is over. */
function megabytes(bytes: number): string {
    return `${groupDigits(Math.ceil(bytes / 1_048_576 * 10) / 10, 1)} MB`;
}

/** The sentence in the asked language; the other one when it is missing. */
export function inLanguage(words: Words, language: Language): string {
    return language === 'en' ? words.en || words.zh : words.zh || words.en;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function readWords(value: unknown): Words | null {
    if (!isRecord(value)) return null;
    const words = { zh: readText(value.zh), en: readText(value.en) };
    return words.zh || words.en ? words : null;
}

function readStrings(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function readDetail(value: unknown): ProblemDetail | null {
    if (!isRecord(value)) return null;
    const code = readText(value.code);
    return {
        code,
        message: readWords(value.message) ?? { zh: code, en: code },
        path: readText(value.path),
        nearest: readStrings(value.nearest),
        satisfy: readWords(value.satisfy),
    };
}

/** Turns the body of a refused request into a typed problem; never fails, whatever the body is. */
export function readProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
    const record = isRecord(body) ? body : {};
    const code = readText(record.code) || (status >= 500 ? 'bad_answer' : `http_${status}`);
    const title = readText(record.title);
    const words = readWords(record.message)
        ?? (title ? { zh: title, en: title } : CLIENT_WORDS.bad_answer);
    const details = Array.isArray(record.errors) ? record.errors.map(readDetail) : [];
    const known = new Set(['type', 'title', 'status', 'code', 'message', 'path', 'nearest', 'errors',
        'trace', 'facts', 'satisfy']);
    const facts: Record<string, unknown> = isRecord(record.facts) ? { ...record.facts } : {};
    for (const [name, value] of Object.entries(record)) if (!known.has(name)) facts[name] = value;
    const seconds = Number(retryAfter);
    return new ApiProblem(
        status, code, words, readText(record.path) || null, readStrings(record.nearest),
        details.filter((each): each is ProblemDetail => each !== null), readText(record.trace) || null,
        facts, readWords(record.satisfy), retryAfter !== null && Number.isFinite(seconds) ? seconds : null,
    );
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): ApiProblem {
    if (thrown instanceof ApiProblem) return thrown;
    if (thrown instanceof Error) {
        return new ApiProblem(0, 'page_failure', {
            zh: '页面出了差错，请刷新后重试。', en: 'This page has failed. Please reload it.',
        }, null, [], [], null, { detail: thrown.message });
    }
    return ApiProblem.ofClient('bad_answer');
}
