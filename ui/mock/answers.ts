import type { MockReply } from './reply.ts';

/** The answers that every part of the test double gives. */
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
