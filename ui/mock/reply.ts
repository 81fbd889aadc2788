import type { JournalEvent } from '../base/api_types';
import type { World } from './world.ts';

export interface MockRequest {
    method: string;
    path: string;
    query: Record<string, string>;
    body: unknown;
    session: string | null;
    key: string;
}

export interface MockReply {
    status: number;
    body: unknown;
    headers?: Record<string, string>;
}

export interface Mock {
    world: World;
    handle: (request: MockRequest) => MockReply;
    watch: (listener: (event: JournalEvent) => void) => () => void;
}

export interface Context extends MockRequest {
    world: World;
    parts: string[];
    input: Record<string, unknown>;
    me: World['accounts'][number]['me'] | null;
    say: (kind: string, subject: string, data: Record<string, unknown>) => void;
}

export type Route = [method: string, pattern: RegExp, run: (context: Context) => MockReply];

export const ok = (body: unknown, status = 200, headers?: Record<string, string>): MockReply => ({ status, body, headers });

export function refuse(status: number, code: string, zh: string, en: string, more: Record<string, unknown> = {}): MockReply {
    return { status, body: { type: 'about:blank', title: code, status, code, message: { zh, en }, trace: 'mock-0001', ...more } };
}

export const missing = (): MockReply => refuse(404, 'not_found', '没有找到这条记录。', 'There is no such record.');
export const signIn = (): MockReply => refuse(401, 'not_signed_in', '请先登录。', 'Please sign in.');

export const notAllowed = (): MockReply => refuse(403, 'not_allowed', '您的角色不能办理此事。', 'Your role does not allow this.');

export function page<T>(items: T[], query: Record<string, string>): MockReply {
    const from = Number(query.cursor ?? 0);
    const limit = Math.min(200, Number(query.limit ?? 50));
    const next = from + limit < items.length ? String(from + limit) : null;
    return ok({ items: items.slice(from, from + limit), next, total: items.length });
}

export function inPlace(code: string, asked: string, city?: string): boolean {
    return code === asked || city === asked || (asked.endsWith('00') && code.startsWith(asked.slice(0, 4)));
}

export const find = <T extends { id: string }>(items: T[], id: string | undefined): MockReply => {
    const item = items.find((each) => each.id === id);
    return item ? ok(item) : missing();
};
