// A team order with a tier, to its end: the agency that has had its licence long enough comes first and takes a whole team; the other one
// waits its hours and takes the second. The first brings all four people, the second only one: when the hold is over one of two teams
// stands, the other goes back whole, blames nobody, and frees the worker's days. Days pass by starting the server on a later day (later.mjs).
import { tell, today, day } from './browser.mjs';
import { enter, later, stop, until } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { agency as makeAgency, Caller, makePeople, official as makeOfficial, worker as makeWorker } from './people.mjs';

const { BASE, FIRST } = process.env;
const TITLE = '装卸队 8 人';
const [NEXT_DAY, HOLDS_OVER] = [day(1), day(4)];
const TIER = { criterion: 'licence_months', parameter: 60, hours: 6, reason: '首批班组需要有经验的机构带队' };

/** Three is no team: the number becomes four. */
async function grabTeam(agency, id, shot) {
    await agency.go(`/desk/orders/${id}/grab`);
    await agency.page.fill('#grab-seats', '3');
    await agency.page.locator('#grab-seats').blur();
    await agency.look(`${shot}-grab`);
    await agency.button('抢 4 个席位').click();
    await agency.page.locator('.won').waitFor();
    await agency.link('现在派人').click();
    await agency.said('0 个席位的团队已成立');
    await agency.page.waitForURL(/shares\//);
    return agency.page.url().split('/').at(-1);
}

/** Offers a seat to each and lets each accept on her own account. */
async function staff(broker, share, people) {
    for (const { person, account } of people) {
        const { id } = await broker.post(`shares/${share}/seats`, { person: person.id });
        await (await new Caller(BASE).signIn(account)).post(`seats/${id}/accept`);
    }
}

async function fourOf(zigong) {
    const broker = await new Caller(BASE).signIn('agency-zigong');
    const people = [];
    for (const [index, name] of ['周大江', '吴二河', '郑三湖', '王四海'].entries()) {
        const account = `loader-${index + 1}`;
        people.push({ account, person: await makeWorker(BASE, broker, zigong, { name, county: '510302', number: 31 + index, account }) });
    }
    return { broker, people };
}

async function waits(agency, id) {
    await agency.go(`/desk/orders/${id}/grab`);
    await agency.said('对贵机构开放还有');
    await agency.said(TIER.reason);
    await agency.look('waits');
}

async function firstTeamStands(agency, employer, id, share) {
    await agency.go(`/desk/shares/${share}`);
    await agency.said('4 个席位的团队已成立');
    await agency.said(/持有满 60 个月 · 抢单时 \d+ 个月/);
    await agency.look('team-stands');
    await employer.go(`/desk/orders/${id}`);
    await employer.look('one-team');
}

async function secondTeamGoesBack(agency, employer, worker, id, share) {
    await agency.go(`/desk/shares/${share}`);
    await agency.said('不计违约');
    await agency.look('team-back');
    await employer.go(`/desk/orders/${id}`);
    await employer.settled();
    await employer.look('one-of-two-teams');
    await worker.go('/pocket/notices');
    await worker.said('团队未能凑齐，席位已退回');
    await worker.look('notices');
}

/** One team of two: four seats are taken and stand, four are open again, in whole numbers. */
async function check(id, first, second) {
    const order = await (await new Caller(BASE).signIn('employer')).get(`orders/${id}`);
    if (order.remaining !== 4) throw new Error(`${order.remaining} seats are open`);
    const stands = await (await new Caller(BASE).signIn('agency-zigong')).get(`shares/${first}`);
    const back = await (await new Caller(BASE).signIn('agency-luzhou')).get(`shares/${second}`);
    if (stands.standing !== 4 || stands.seats !== 4) throw new Error(`the first team: ${JSON.stringify(stands)}`);
    if (['held', 'staffing', 'delivering'].includes(back.status)) throw new Error(`the second team is ${back.status}`);
}

await tell('teams', async (story) => {
    const { administrators, yibin, first } = await makePeople(BASE, FIRST, today);
    const zigongOffice = await makeOfficial(BASE, administrators, '510300', 'official-zigong', '赵审核');
    await makeAgency(BASE, zigongOffice, today, { account: 'agency-zigong', name: '自贡盐都人力资源有限公司', place: '510302', number: 4, years: 7 });
    const boss = await new Caller(BASE).signIn('employer');
    const { id } = await openOrder(boss, yibin, orderDraft(day(8), day(20), { title: TITLE, team_size: 4, lot_min: 4, tiers: [TIER] }));
    const [employer, zigong, luzhou] = [await story.person('teams-employer'), await story.person('teams-zigong'), await story.person('teams-luzhou')];
    const worker = await story.person('teams-worker', { phone: true });
    try {
        const { broker, people } = await fourOf(zigongOffice);
        await zigong.enter('agency-zigong');
        await luzhou.enter('agency-luzhou');
        await employer.enter('employer');
        await waits(luzhou, id);
        const one = await grabTeam(zigong, id, 'first');
        await staff(broker, one, people);
        await firstTeamStands(zigong, employer, id, one);
        await later(story, NEXT_DAY);
        await enter(luzhou, 'agency-luzhou');
        const two = await grabTeam(luzhou, id, 'second');
        await staff(await new Caller(BASE).signIn('agency-luzhou'), two, [{ person: first, account: 'worker' }]);
        await later(story, HOLDS_OVER);
        await until(async () => (await new Caller(BASE).get(`orders/${id}`)).remaining === 4, 'the end of the hold');
        for (const [person, account] of [[luzhou, 'agency-luzhou'], [employer, 'employer'], [worker, 'worker']]) await enter(person, account);
        await secondTeamGoesBack(luzhou, employer, worker, id, two);
        await check(id, one, two);
    } finally {
        stop();
    }
});
