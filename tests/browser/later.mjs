// Days pass: the server of this run is stopped and started again on its data at a later date, on the same address, as an operator
// would with `serve --as-of`; the clocks that have run out meanwhile ring, and everybody's browser is set to that day.
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { PASSWORD } from './people.mjs';
import { totp } from './totp.mjs';

const { BASE, JIANGHUI, DATA, WEB, SERVER_PID, LOG } = process.env;
/** As long as a page may take: a busy machine starts a server slowly. */
const PATIENCE = Number(process.env.PATIENCE_MS ?? 120_000);
let running = Number(SERVER_PID);
/** How far the server's time is ahead of this machine's. */
let ahead = 0;

function gone(pid) {
    try { return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '); } catch { return true; }
}
/** That many days after a day. */
export const inDays = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The first day of the quarter after that of a day. */
export function nextQuarter(date) {
    const [year, month] = date.split('-').map(Number);
    const first = Math.ceil(month / 3) * 3 + 1;
    return first > 12 ? `${year + 1}-01-01` : `${year}-${String(first).padStart(2, '0')}-01`;
}

/** Asks again until it holds, for what a clock of the server does soon after its start. */
export async function until(holds, what) {
    for (const patient = Date.now() + PATIENCE; Date.now() < patient;) {
        if (await holds()) return;
        await new Promise((next) => { setTimeout(next, 20); });
    }
    throw new Error(`waited in vain for ${what}`);
}

/** Ends the server that `later` started; that of the run is ended by the run. */
export function stop() {
    if (running !== Number(SERVER_PID)) process.kill(running, 'SIGTERM');
}

/** It is nine o'clock of that day. Who was signed in is so no more: see `enter`. */
export async function later(story, date) {
    process.kill(running, 'SIGTERM');
    await until(() => gone(running), 'the end of the server');
    const log = openSync(LOG, 'a');
    const nine = Date.parse(`${date}T09:00:00+08:00`);
    ahead = nine - Date.now();
    running = spawn(JIANGHUI, ['serve', '--data', DATA, '--port', new URL(BASE).port, '--web', WEB, '--as-of', date, '--json'], { stdio: ['ignore', 'ignore', log] }).pid;
    await until(() => fetch(`${BASE}/readyz`).then((answer) => answer.ok, () => false), 'the server');
    for (const context of story.browser.contexts()) await context.clock.setFixedTime(new Date(nine));
}

/** Signs somebody in on that day; from the day on that asks officials for a second factor she sets hers up. */
export async function enter(person, account) {
    const post = async (path, data, csrf) => {
        const answer = await person.page.context().request.post(`${BASE}/api/v1/${path}`, { data, headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: BASE, ...(csrf ? { 'X-CSRF-Token': csrf } : {}) } });
        if (!answer.ok()) throw new Error(`${account} cannot sign in: ${path} ${answer.status()} ${await answer.text()}`);
        return answer.json();
    };
    const { me } = await post('sessions', { account, password: PASSWORD });
    if (me.next_step !== 'set_up') return;
    const { secret } = await post('me/second-factor', {}, me.csrf_token);
    await post('me/second-factor/confirm', { code: totp(secret, 0, Date.now() + ahead) }, me.csrf_token);
}
