// Anchor G3: the grab as a Lua script in Redis (appendfsync always is the server's setting), behind fastify.
//
//   node redis.mjs SOCKET ORDERS          fills ORDERS orders and 16 agencies, prints the port

import { readFileSync } from "node:fs";
import fastify from "fastify";
import { createClient } from "redis";
import { agency_of, granted, order_of, refused, schema } from "./rules.mjs";

const client = createClient({ socket: { path: process.argv[2] } });
await client.connect();
const now = () => String(Date.now());
for (let id = 1; id <= 16; ++id) await client.hSet(`agency:${id}`, { banned: "0", credit: "80" });
for (let id = 1; id <= Number(process.argv[3]); ++id)
    await client.hSet(`order:${id}`, {
        remaining: "2000000000", min_credit: "60",
        opens_at: String(Date.now() - 3600_000), closes_at: String(Date.now() + 365 * 86400_000),
    });
const script = await client.scriptLoad(readFileSync(new URL("grab.lua", import.meta.url), "utf8"));

const app = fastify({ logger: false });
app.post("/api/v1/orders/:order/shares", { schema }, async (request, reply) => {
    const key = request.headers["idempotency-key"];
    const said = await client.evalSha(script, {
        keys: [`order:${order_of(request)}`, `agency:${agency_of(request)}`, `share:${key}`],
        arguments: [String(request.body.seats), now()],
    });
    return said === "granted" ? granted(reply, key) : refused(reply, said);
});

await app.listen({ host: "127.0.0.1", port: 0 });
console.log(app.server.address().port);
