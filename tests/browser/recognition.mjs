// Recognition between places: an agency of 荣昌 files by the procedure on its desk and its official grants; the gate of an order
// in 内江 says why the filing does not count there; 荣昌 asks 内江 for recognition, one official of 内江 reviews and may not decide,
// her colleague recognises, and in the same minute the agency grabs. Then 荣昌 suspends the filing: agency and employer are told
// on their open pages, the open gate closes by itself, the next grab is refused.
import { day, tell, today } from './browser.mjs';
import { fill, open, take } from './case_steps.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { administratorsOf, Caller, official, organisation } from './people.mjs';

const { BASE, FIRST } = process.env;
const AGENCY = '荣昌濑溪人力资源有限公司';
const TITLE = '质检服务外包 4 席';
/** What "within a second" means: from the event of the suspension to the notices of both sides. */
const TOLD_WITHIN_MS = 1_000;

async function makeEverybody() {
    const administrators = await administratorsOf(BASE, FIRST);
    const rongchang = await official(BASE, administrators, '500153', 'official-rongchang', '周荣昌');
    const neijiang = await official(BASE, administrators, '511000', 'official-neijiang', '王内江');
    await official(BASE, administrators, '511000', 'official-neijiang-two', '李内江');
    await organisation(BASE, neijiang, { account: 'employer', kind: 'employer', name: '内江汽配制造有限公司', place: '511002', number: 31 });
    await organisation(BASE, rongchang, { account: 'agency', kind: 'agency', name: AGENCY, place: '500153', number: 32 });
    const employer = await new Caller(BASE).signIn('employer');
    return openOrder(employer, neijiang, orderDraft(today, day(30), { kind: 'outsource', title: TITLE, place: '511002', headcount: 4, lot_max: 4, cap_per_agency: 4 }));
}

/** By the procedure on its desk; granted by its own official; the entry says where it counts. */
async function file(agency, rongchang) {
    await agency.go('/desk/procedures/hr_service_filing');
    await agency.link('开始办理').click();
    await agency.page.waitForURL(/\/desk\/cases\/new/);
    const id = await open(agency, 'hr_service_filing', { services: ['outsource', 'train'], started_on: today, premises: '昌元街道海棠大道 6 号' }, { shot: 'filing' });
    await rongchang.go('/desk/cases?view=turn');
    await rongchang.link(AGENCY).click();
    await take(rongchang, '备案', { asks: false, shot: 'filing-follows' });
    await agency.go(`/desk/cases/${id}`);
    await agency.said('备案凭证');
    await agency.look('filed');
    await agency.page.getByRole('link', { name: /人服备字/ }).first().click();
    await agency.said('在哪里有效');
    await agency.look('counts-not-yet');
    return new URL(agency.page.url()).pathname.split('/').at(-1);
}

async function refusedAtGate(agency, order) {
    await agency.go(`/desk/orders/${order.id}/grab`);
    await agency.said('credential_not_recognised');
    await agency.said('申请互认');
    await agency.look('gate-refuses');
}

async function recognise(rongchang, reviewer, decider) {
    const id = await open(rongchang, 'recognition_request', {
        register: 'hr_service_filing', counts_in: '511000', standard: 'hr-filing-1', why: '两地备案标准一致：同一表单、同一材料、五个工作日办结。',
    }, { shot: 'request' });
    await reviewer.go(`/desk/cases/${id}`);
    await take(reviewer, '提交审查意见', { fill: () => fill(reviewer, { opinion: '标准版本一致，材料齐全，建议互认。' }) });
    await reviewer.said('您现在不能“互认”');
    await reviewer.look('four-eyes');
    await decider.go(`/desk/cases/${id}`);
    await take(decider, '互认', { asks: false, shot: 'recognition-follows' });
    await decider.said('互认决定');
    await decider.look('recognised');
}

async function grab(agency, entry, order) {
    await agency.go(`/desk/orders/${order.id}/grab`);
    await agency.page.fill('#grab-seats', '2');
    await agency.button(/抢 2 个席位/).click();
    await agency.said('抢到 2 个席位');
    await agency.look('grabbed');
    await agency.go(`/desk/entries/${entry}`);
    await agency.said('已互认');
    await agency.look('counts-now');
}

/** Both sides have their desks open, the agency also the gate; nobody loads a page again. */
async function suspend(story, rongchang, { agency, gate, employer }, entry, order) {
    await Promise.all([agency.go('/desk/'), employer.go('/desk/'), gate.go(`/desk/orders/${order.id}/grab`)]);
    await gate.said('符合条件');
    await rongchang.go(`/desk/entries/${entry}`);
    await rongchang.button('暂停').click();
    await rongchang.page.fill('#step-note', '备案场所检查不合格，限期整改');
    await rongchang.inDialog('暂停').click();
    await rongchang.said('已办理，现在状态：已暂停');
    await agency.said(`贵机构资格有变，暂不能为此单配人：${TITLE}`);
    await employer.said(`${AGENCY}资格有变，暂不能为此单配人：${TITLE}`);
    await gate.said('被暂停');
    await Promise.all([agency.look('told'), employer.look('told')]);
    await gate.look('gate-closed');
    const caller = await new Caller(BASE).signIn('agency');
    const { changed_at: suspended } = await caller.get(`entries/${entry}`);
    for (const account of ['agency', 'employer']) {
        const notices = (await (await new Caller(BASE).signIn(account)).get('notices')).items;
        const took = Date.parse(notices.find((each) => each.kind === 'share.agency_barred').at) - Date.parse(suspended);
        if (took > TOLD_WITHIN_MS) story.faults.push(`${account} was told ${took} ms after the suspension`);
    }
    const refusal = await caller.post(`orders/${order.id}/shares`, { seats: 1 }).catch((thrown) => String(thrown));
    if (!String(refusal).includes('licence_expired')) story.faults.push(`the next grab was not refused: ${JSON.stringify(refusal)}`);
}

await tell('recognition', async (story) => {
    const order = await makeEverybody();
    const people = {};
    for (const [name, account] of [['agency', 'agency'], ['gate', 'agency'], ['employer', 'employer'], ['rongchang', 'official-rongchang'], ['reviewer', 'official-neijiang'], ['decider', 'official-neijiang-two']]) {
        people[name] = await story.person(`recognition-${name}`);
        await people[name].enter(account);
    }
    const entry = await file(people.agency, people.rongchang);
    await refusedAtGate(people.agency, order);
    await recognise(people.rongchang, people.reviewer, people.decider);
    await grab(people.agency, entry, order);
    await suspend(story, people.rongchang, people, entry, order);
});
