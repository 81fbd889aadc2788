// When people disagree: an order that the official sends back and its employer corrects, hours that the worker disputes and
// the official decides, a statement that is corrected and agreed anew. What leads there is done through the API.
import { tell, today, day } from './browser.mjs';
import { atWork, openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;
const LARGE = '包装工大批招用';

/** 600 people are more than the post check lets pass without an official, who doubts it; 60 pass. */
async function sendBack(official, employer, id) {
    await official.go(`/desk/orders/${id}`);
    await official.button('退回修改').click();
    await official.inDialog('退回修改').click();
    await official.page.locator('dialog [role=alert]').waitFor();
    await official.page.locator('dialog textarea').fill('请核实：贵单位参保 70 人，一次招 600 人是否写错。');
    await official.look('send-back');
    await official.inDialog('退回修改').click();
    await official.said('已退回');
    await official.page.locator('dialog').waitFor({ state: 'detached' });
    await employer.go(`/desk/orders/${id}`);
    await employer.said('请核实：贵单位参保 70 人');
    await employer.look('sent-back');
    await employer.button('修改草稿').click();
    await employer.page.locator('.steps button').nth(2).click();
    await employer.page.fill('#field-headcount', '60');
    await employer.button('下一步').click();
    await employer.page.fill('#field-lot_max', '');
    await employer.page.fill('#field-cap', '');
    await employer.button('保存并核对').click();
    await employer.page.locator('.next').waitFor();
    await employer.look('corrected');
    await employer.button('发布').click();
    await employer.page.waitForURL(new RegExp(`orders/${id}$`));
    await employer.page.locator('.tag').filter({ hasText: '招用中' }).first().waitFor();
}

async function dispute(worker, seat) {
    await worker.go(`/pocket/jobs/${seat}/timesheet`);
    await worker.button('对工时有异议', false).click();
    await worker.page.locator('dialog textarea').fill('今天干了一整天，门禁有记录，应是 1 天。');
    await worker.look('dispute');
    await worker.inDialog('提出异议').click();
    await worker.said('已提出异议');
    await worker.look('disputed');
}

async function decide(official) {
    await official.go('/desk/');
    await official.look('home');
    await official.go('/desk/timesheets?status=disputed');
    await official.page.locator('tbody').getByRole('button', { name: /^裁定/ }).click();
    await official.page.fill('#field-quantity', '1');
    await official.page.fill('#field-reason', '门禁记录 08:02 至 17:40，认定 1 天。');
    await official.look('decide');
    await official.inDialog('裁定').click();
    await official.said('已裁定，三方都会收到通知');
    await official.page.locator('dialog').waitFor({ state: 'detached' });
}

async function seeDecision(worker, seat) {
    await worker.go(`/pocket/jobs/${seat}/timesheet`);
    await worker.said('门禁记录 08:02 至 17:40');
    await worker.look('decided');
    await worker.go('/pocket/notices');
    await worker.look('notices');
}

/** 20 yuan more for the worker: a new line, a new version, and both sides agree anew. */
async function correctStatement(employer, agency, id) {
    await employer.go(`/desk/statements/${id}`);
    await employer.button('确认对账').click();
    await employer.said('已记下我方确认');
    await agency.go(`/desk/statements/${id}`);
    await agency.button('更正').click();
    await agency.page.locator('dialog tbody input').first().fill('20');
    await agency.page.fill('#field-reason', '夜班津贴漏算');
    await agency.look('correct');
    await agency.inDialog('生成新版本').click();
    await agency.said('已生成新版本');
    await agency.page.locator('dialog').waitFor({ state: 'detached' });
    await agency.said('第 2 版');
    await agency.look('corrected');
    await agency.button('确认对账').click();
    await employer.page.reload();
    await employer.said('第 2 版');
    await employer.button('确认对账').click();
    await employer.said('双方已对账，可以付款了');
    await employer.look('agreed-anew');
}

async function play(story) {
    const { yibin, first } = await makePeople(BASE, FIRST, today);
    const [employerCalls, agencyCalls, workerCalls] = await Promise.all(['employer', 'agency-luzhou', 'worker'].map((account) => new Caller(BASE).signIn(account)));
    const large = await employerCalls.post('orders', orderDraft(today, day(30), { title: LARGE, headcount: 600, lot_max: 600, cap_per_agency: 600 }));
    await employerCalls.post(`orders/${large.id}/publish`);
    const order = await openOrder(employerCalls, yibin, orderDraft(today, day(30)));
    const seat = await atWork({ employer: employerCalls, agency: agencyCalls, worker: workerCalls, order, person: first });
    await agencyCalls.post(`seats/${seat.id}/timesheets`, { from_on: today, to_on: today, quantity_hundredths: 50, submit: true });

    const official = await story.person('d-official');
    const employer = await story.person('d-employer');
    const agency = await story.person('d-agency');
    const worker = await story.person('d-worker', { phone: true });
    await Promise.all([official.enter('official-yibin'), employer.enter('employer'), agency.enter('agency-luzhou'), worker.enter('worker')]);
    await sendBack(official, employer, large.id);
    await dispute(worker, seat.id);
    await decide(official);
    await seeDecision(worker, seat.id);
    const { items: [statement] } = await employerCalls.get('statements');
    await correctStatement(employer, agency, statement.id);
}

await tell('disputes', play);
