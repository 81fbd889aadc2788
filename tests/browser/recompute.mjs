// Checks a lottery or an opening as a stranger would: the public document, read without an account, and the program's own check of it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const { BASE, JIANGHUI, DATA } = process.env;

/** `kind` is draw or quote; answers what the program says, throws when the document does not hold. */
export async function recompute(kind, order) {
    const answer = await fetch(`${BASE}/api/v1/${kind}s/${order}`);
    if (!answer.ok) throw new Error(`the ${kind} is not public: ${answer.status}`);
    const file = `${DATA}-${kind}.json`;
    writeFileSync(file, await answer.text());
    return JSON.parse(execFileSync(JIANGHUI, [kind, 'verify', '--file', file, '--json'], { encoding: 'utf8' }));
}
