// Anchor G2: the grab as a typical Node service writes it, fastify and pg with a pool of 20:
// BEGIN, look the key up, read the agency, lock the order, insert, update, COMMIT.
//
//   node postgres.mjs CONNECTION_URL          prints the port

import fastify from "fastify";
import pg from "pg";
import { agency_of, granted, order_of, refused, schema } from "./rules.mjs";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 20 });
const app = fastify({ logger: false });

async function grab(client, key, order, agency, seats) {
    const before = await client.query("SELECT key FROM shares WHERE key = $1", [key]);
    if (before.rows.length > 0) return { id: key };
    const found = await client.query("SELECT banned, credit FROM agencies WHERE id = $1", [agency]);
    if (found.rows.length === 0 || found.rows[0].banned) return { code: "excluded" };
    const locked = await client.query(
        "SELECT remaining, min_credit, now() BETWEEN opens_at AND closes_at AS open FROM orders WHERE id = $1 FOR UPDATE",
        [order],
    );
    const [row] = locked.rows;
    if (!row?.open) return { code: "order_not_open" };
    if (found.rows[0].credit < row.min_credit) return { code: "credit_too_low" };
    if (row.remaining < seats) return { code: "not_enough_seats" };
    await client.query("INSERT INTO shares VALUES ($1, $2, $3, $4, now())", [key, order, agency, seats]);
    await client.query("UPDATE orders SET remaining = remaining - $1 WHERE id = $2", [seats, order]);
    return { id: key };
}

app.post("/api/v1/orders/:order/shares", { schema }, async (request, reply) => {
    const client = await pool.connect();
    try {
        await client.query("BEGIN");
        const said = await grab(client, request.headers["idempotency-key"], order_of(request),
            agency_of(request), request.body.seats);
        await client.query(said.id ? "COMMIT" : "ROLLBACK");
        return said.id ? granted(reply, said.id) : refused(reply, said.code);
    } catch (failure) {
        await client.query("ROLLBACK");
        throw failure;
    } finally {
        client.release();
    }
});

await app.listen({ host: "127.0.0.1", port: 0 });
console.log(app.server.address().port);
