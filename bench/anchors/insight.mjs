// insight.mjs CSV RUNS: the anchors of I1 and I2 (bench/insight.sh): DuckDB in memory with two threads on the same events. Query a groups columns
// that hold everything; query b joins the events with their subjects and these with cities, and truncates dates. Says the medians as JSON.
import { DuckDBInstance } from '@duckdb/node-api';

const [path, runs] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const run = (sql) => connection.runAndReadAll(sql);
const count = async (sql) => Number((await run(sql)).getRows()[0][0]);

const begun = performance.now();
const COLUMNS = `{'ms': 'BIGINT', 'kind': 'UTINYINT', 'subject': 'BIGINT', 'amount': 'INTEGER', 'place': 'VARCHAR', 'occupation': 'VARCHAR'}`;
await run(`CREATE TABLE read AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}', header = false, columns = ${COLUMNS})`);
await run(`CREATE TABLE subjects AS SELECT subject, CAST(place AS INTEGER) AS place, left(occupation, 7) AS occupation FROM read WHERE place <> ''`);
await run(`CREATE TABLE cities AS SELECT DISTINCT place, (place // 100) * 100 AS city FROM subjects`);
await run(`CREATE TABLE events AS SELECT make_timestamp(ms * 1000) AS happened, kind, subject, amount FROM read`);
await run(`CREATE TABLE flat AS SELECT CAST(year(happened) * 4 + quarter(happened) AS USMALLINT) AS quarter, kind, amount, city, occupation
    FROM events JOIN subjects USING (subject) JOIN cities USING (place)`);
const loaded = performance.now();

const SUMS = 'sum(amount) FILTER (kind = 0), sum(amount) FILTER (kind = 1), sum(amount) FILTER (kind = 2), avg(amount), count(*)';
const QUERIES = {
    a: `SELECT city, occupation, quarter, ${SUMS} FROM flat GROUP BY ALL`,
    b: `SELECT city, occupation, date_trunc('quarter', happened) AS quarter, ${SUMS} FROM events JOIN subjects USING (subject) JOIN cities USING (place) GROUP BY ALL`,
};
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Milliseconds of the query in each run; the groups stay in the database, so that nothing but the grouping is measured. */
async function time(sql) {
    const taken = [];
    for (let each = 0; each < Number(runs); each += 1) {
        const start = performance.now();
        await run(`CREATE OR REPLACE TEMP TABLE answer AS ${sql}`);
        taken.push(performance.now() - start);
    }
    return median(taken);
}
const answer = { events: await count('SELECT count(*) FROM flat'), load_ms: loaded - begun, a_ms: await time(QUERIES.a), groups: await count('SELECT count(*) FROM answer'), b_ms: await time(QUERIES.b) };
if (answer.groups !== await count('SELECT count(*) FROM answer')) throw new Error('the two queries have different groups');
console.log(JSON.stringify(answer, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)));
