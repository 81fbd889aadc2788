// The story's people, made through the API as they would come in life: the security administrator opens officials' accounts,
// the system administrator hands out their first codes,
// organisations register and are verified by the official of their place, agencies get their licence and bring candidates,
// workers register themselves. Everybody is of this run alone: no demonstration data is needed.
import { creditCode, idNumber } from './identifiers.mjs';

export const PASSWORD = 'story-password-1';

/** A caller of the API with a session of its own; throws what the server says when it refuses. */
export class Caller {
    constructor(base) { this.base = `${base}/api/v1/`; this.token = ''; }

    async call(method, path, body) {
        const headers = { 'Content-Type': 'application/json' };
        if (this.token) headers.Authorization = `Bearer ${this.token}`;
        if (method === 'POST') headers['Idempotency-Key'] = crypto.randomUUID();
        const response = await fetch(this.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
        const answer = response.status === 204 ? {} : await response.json();
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
        return answer;
    }
    get(path) { return this.call('GET', path); }
    post(path, body = {}) { return this.call('POST', path, body); }

    async signIn(account) {
        const session = await this.post('sessions', { account, password: PASSWORD });
        this.token = session.token;
        this.me = session.me;
        return this;
    }
}

async function signedIn(base, account) { return new Caller(base).signIn(account); }

/** An official, or an inspector: opened by the security administrator, the code for the password from the system administrator. */
export async function official(base, { security, system }, place, account, name = '王审核', role = 'official') {
    const made = await security.post('accounts', { account, name, role, place });
    const { code } = await system.post(`accounts/${made.id}/password-reset`);
    await new Caller(base).post('password-resets', { account, code, password: PASSWORD });
    return signedIn(base, account);
}

/** The three administrators, from what `jianghui first-administrator --json` said. */
export async function administratorsOf(base, first) {
    const made = {};
    for (const { role, account, code } of JSON.parse(first).administrators) {
        await new Caller(base).post('password-resets', { account, code, password: PASSWORD });
        made[role.split('_')[0]] = await signedIn(base, account);
    }
    return made;
}

/** Registered by itself and verified by the official of its place. */
export async function organisation(base, overseer, { account, kind, name, place, number }) {
    const { organisation: made } = await new Caller(base).post('registrations/organisations', {
        account, password: PASSWORD, contact_name: '李联系', phone: `1380830${String(number).padStart(4, '0')}`,
        organisation: { kind, name, credit_code: creditCode(place, number), place, industry: kind === 'agency' ? 'L' : 'C', address: '滨江路 1 号' },
    });
    await overseer.post(`organisations/${made.id}/verify`);
    return made;
}

/** An agency with its licence for everything that the story needs, held since the beginning of last year or `years` ago. */
export async function agency(base, overseer, today, { years = 1, ...wanted }) {
    const made = await organisation(base, overseer, { ...wanted, kind: 'agency' });
    const year = Number(today.slice(0, 4));
    await overseer.post(`organisations/${made.id}/credentials`, {
        kind: 'licence', number: `川人服证字〔${year}〕第${wanted.number}号`, issuing_place: wanted.place, scope: ['recruit', 'search'],
        valid_from_on: `${year - years}-01-01`, valid_to_on: `${year + 3}-12-31`,
    });
    return made;
}

/** Brought by the agency as a candidate; with `account` she also registers on her phone, and the official has seen her card. */
export async function worker(base, broker, overseer, { name, county, number, account }) {
    const known = { name, id_number: idNumber(county, number), phone: `1390830${String(number).padStart(4, '0')}`, place: county };
    const person = await broker.post('people', { ...known });
    if (!account) return person;
    await new Caller(base).post('registrations/workers', { ...known, account, password: PASSWORD });
    await overseer.post(`people/${person.id}/verify`);
    return person;
}

/**
 * Makes everybody. Answers the two officials, and who and what the browser signs in as:
 * an employer of 宜宾 (511502), agencies of 泸州 (510502) and 内江 (511002), two workers of 泸州.
 */
export async function makePeople(base, firstOnes, today) {
    const administrators = await administratorsOf(base, firstOnes);
    const yibin = await official(base, administrators, '511500', 'official-yibin');
    const luzhou = await official(base, administrators, '510500', 'official-luzhou');
    const neijiang = await official(base, administrators, '511000', 'official-neijiang');
    await organisation(base, yibin, { account: 'employer', kind: 'employer', name: '宜宾三江酿造有限公司', place: '511502', number: 1 });
    await agency(base, luzhou, today, { account: 'agency-luzhou', name: '泸州江阳人力资源有限公司', place: '510502', number: 2 });
    await agency(base, neijiang, today, { account: 'agency-neijiang', name: '内江甜城人力资源有限公司', place: '511002', number: 3 });
    const broker = await signedIn(base, 'agency-luzhou');
    const first = await worker(base, broker, luzhou, { name: '陈小川', county: '510502', number: 11, account: 'worker' });
    await worker(base, broker, luzhou, { name: '刘江平', county: '510502', number: 12 });
    return { administrators, yibin, first };
}
