import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { createMock, type MockReply } from './handle.ts';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    try {
        return text ? (JSON.parse(text) as unknown) : {};
    } catch {
        return { raw: text };
    }
}

function answer(response: ServerResponse, reply: MockReply): void {
    response.statusCode = reply.status;
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
    if (typeof reply.body === 'string') {
        response.end(reply.body);
        return;
    }
    response.setHeader('Content-Type', reply.status >= 400 ? 'application/problem+json' : 'application/json');
    response.end(JSON.stringify(reply.body ?? {}));
}

/** The test double of the server, for `npm run dev` and for screenshots. Never part of a build. */
export function mockServer(): Plugin {
    const mock = createMock(new Date(process.env.JIANGHUI_MOCK_NOW ?? Date.now()));
    const middleware = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
        const url = new URL(request.url ?? '/', 'http://mock');
        if (!url.pathname.startsWith('/api/v1/')) { next(); return; }
        const path = url.pathname.slice('/api/v1/'.length);
        if (path === 'events') {
            response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
            response.write(': hello\n\n');
            const stop = mock.watch((event) => {
                response.write(`id: ${event.position}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
            });
            request.on('close', stop);
            return;
        }
        const cookie = /jianghui_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
        void bodyOf(request).then((body) => answer(response, mock.handle({
            method: request.method ?? 'GET', path, query: Object.fromEntries(url.searchParams), body, session: cookie,
            key: String(request.headers['idempotency-key'] ?? ''),
        })));
    };
    return {
        name: 'jianghui-mock',
        configureServer: (server) => void server.middlewares.use(middleware),
        configurePreviewServer: (server) => void server.middlewares.use(middleware),
    };
}
