// Shared staff as lender, borrower and worker see it: two posts that fit, a proposal and its answer, the agreement that all three
// sign — the worker on her phone, who also says how she works for the lender —, the first month paid, passed on and confirmed; the second is
// not, and becomes a lead that an inspector takes.
import { tell, today, day } from './browser.mjs';
import { creditCode, idNumber } from './identifiers.mjs';
import { enter, inDays, later, stop, until as waitUntil } from './later.mjs';
import { Caller, makePeople, official as makeOfficial, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;
const until = day(40);

/** A second employer, in 泸州. */
async function makeBorrower() {
    const { organisation } = await new Caller(BASE).post('registrations/organisations', {
        account: 'borrower', password: PASSWORD, contact_name: '赵联系', phone: '13808300021',
        organisation: { kind: 'employer', name: '泸州长江酒业有限公司', credit_code: creditCode('510502', 21), place: '510502', industry: 'C', address: '酒谷大道 6 号' },
    });
    const luzhou = await new Caller(BASE).signIn('official-luzhou');
    await luzhou.post(`organisations/${organisation.id}/verify`);
}

async function postShortage(borrower) {
    const { page } = borrower;
    await borrower.go('/desk/lending/new');
    await page.getByLabel(/^缺工/).check();
    await page.fill('#field-occupation', '白酒酿造工');
    await page.locator('[role=option]').first().click();
    await page.selectOption('#field-place', '510502');
    await page.fill('#field-people', '3');
    await page.fill('#field-starts_on', today);
    await page.fill('#field-ends_on', until);
    await page.fill('#field-wage', '5200');
    await page.fill('#field-asks', '会上甑摘酒，能上白班');
    await borrower.look('new');
    await borrower.button('发布').click();
    await page.waitForURL(/lending\/posts/);
    return page.url().split('/').at(-1);
}

async function propose(lender, post) {
    await lender.go(`/desk/lending/posts/${post}`);
    await lender.said('职业相同');
    // From one post to the other and back on the same page: what stands there is what was clicked.
    const shown = await lender.page.locator('h1').innerText();
    await lender.page.locator('.matches a').first().click();
    await lender.page.waitForFunction((before) => document.querySelector('h1') && document.querySelector('h1').innerText !== before, shown);
    await lender.page.goBack();
    await lender.page.waitForFunction((before) => document.querySelector('h1')?.innerText === before, shown);
    await lender.page.fill('[name=people]', '1');
    await lender.page.fill('[name=message]', '我厂检修，可借出一名熟练工');
    await lender.look('post');
    await lender.button('提议').click();
    await lender.said('等待对方答复');
    await lender.look('proposal');
    return lender.page.url().split('/').at(-1);
}

async function draft(lender, proposal) {
    const { page } = lender;
    await lender.go(`/desk/lending/proposals/${proposal}`);
    const fill = { worker_name: '陈小川', id_number: idNumber('510502', 11), contract_ends_on: day(400), work: '上甑、摘酒', address: '酿造二车间', wage: '5200', insurance: '1380', cost_title: '餐费', cost: '300', pays: '6900' };
    for (const [name, value] of Object.entries(fill)) await page.fill(`#field-${name}`, value);
    await lender.said('超出转付 ¥20.00');
    await lender.button('生成协议，请员工签署').click();
    await lender.said('借出单位不得以营利为目的');
    await lender.look('profit');
    await page.fill('#field-pays', '6800');
    await lender.look('draft');
    await lender.button('生成协议，请员工签署').click();
    await page.waitForURL(/lending\/agreements/);
    await lender.said('共享用工三方协议');
    await lender.button('签署').click();
    await lender.said('已签署');
    await lender.look('agreement');
    return page.url().split('/').at(-1);
}

async function signOnThePhone(worker, agreement) {
    await worker.go('/pocket/lending');
    await worker.look('list');
    await worker.go(`/pocket/lending/${agreement}`);
    await worker.said('不影响您的工作');
    await worker.look('agreement');
    await worker.button('不同意').click();
    await worker.look('refuse');
    await worker.inDialog('取消').click();
    await worker.button('签署').click();
    await worker.page.getByLabel('劳务派遣').check();
    await worker.inDialog('签署').click();
    await worker.said('不一致');
    await worker.look('differs');
    await worker.page.getByLabel('劳动合同').check();
    await worker.inDialog('签署').click();
    await worker.page.locator('dialog').waitFor({ state: 'detached' });
    await worker.look('signed');
}

/** The second month is not passed on: red, it is a lead of the place of work, and its inspector takes it. */
async function leadOfTheSecond(inspector, lender, agreement) {
    await lender.go(`/desk/lending/agreements/${agreement}`);
    await lender.said('红色预警');
    await lender.look('red');
    await inspector.go('/desk/');
    await inspector.page.getByRole('link', { name: '共享用工欠薪线索：宜宾三江酿造有限公司' }).click();
    await inspector.page.waitForURL(/desk\/leads\//);
    await inspector.said('尚未转付');
    await inspector.button('接手').click();
    await inspector.said('由我办理');
    await inspector.look('lead');
    await inspector.go('/desk/leads');
    await inspector.said('共享用工，借给泸州长江酒业有限公司');
    await inspector.look('leads');
}

async function payTheMonth(borrower, lender, worker, agreement) {
    await borrower.go(`/desk/lending/agreements/${agreement}`);
    await borrower.said('共享用工三方协议');
    await borrower.button('签署').click();
    await borrower.said('生效中');
    await borrower.button('登记付款').first().click();
    await borrower.page.fill('#field-reference', 'ICBC-0001');
    await borrower.look('pay');
    await borrower.inDialog('登记').click();
    await borrower.page.locator('dialog').waitFor({ state: 'detached' });
    await borrower.look('in-force');
    await lender.go(`/desk/lending/agreements/${agreement}`);
    await lender.button('登记转付').first().click();
    await lender.page.fill('#field-reference', 'ICBC-0002');
    await lender.look('pass-on');
    await lender.inDialog('登记').click();
    await lender.said('待本人确认');
    await worker.go(`/pocket/lending/${agreement}`);
    await worker.look('pay');
    await worker.button('已到账').click();
    await worker.inDialog('确认收到').click();
    await worker.said('已确认到账');
    await worker.look('paid');
    await lender.go('/desk/lending');
    await lender.said('陈小川');
    await lender.look('list');
}

await tell('lending', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    await makeOfficial(BASE, administrators, '510502', 'inspector', '黄监察', 'inspector');
    await makeBorrower();
    const boss = await new Caller(BASE).signIn('employer');
    await boss.post('lending/posts', { kind: 'surplus', occupation: '6-02-06-03', place: '511502', people: 2, starts_on: today, ends_on: until, asks: '检修期间可借出酿造工' });
    const [lender, borrower, worker, visitor, official] = [await story.person('lending-lender'), await story.person('lending-borrower'), await story.person('lending-worker', { phone: true }), await story.person('lending-visitor'), await story.person('lending-official')];
    await lender.enter('employer');
    await borrower.enter('borrower');
    await worker.enter('worker');
    await official.enter('official-luzhou');
    const post = await postShortage(borrower);
    await visitor.go('/lending');
    await visitor.said('泸州长江酒业有限公司');
    await visitor.look('board');
    await visitor.go(`/lending/${post}`);
    await visitor.look('post');
    const proposal = await propose(lender, post);
    await borrower.go(`/desk/lending/proposals/${proposal}`);
    await borrower.look('answer');
    await borrower.button('接受').click();
    await borrower.said('等待借出单位拟协议');
    const agreement = await draft(lender, proposal);
    await signOnThePhone(worker, agreement);
    await payTheMonth(borrower, lender, worker, agreement);
    await official.go(`/desk/lending/agreements/${agreement}`);
    await official.said('陈*');
    await official.look('official');
    const { settlements } = await boss.get(`lending/agreements/${agreement}`);
    const inspector = await story.person('lending-inspector');
    try {
        await later(story, inDays(settlements[1].due_on, 15));
        await enter(inspector, 'inspector');
        await waitUntil(async () => (await inspector.page.context().request.get(`${BASE}/api/v1/leads`).then((answer) => answer.json())).items.length === 1, 'the lead');
        await enter(lender, 'employer');
        await leadOfTheSecond(inspector, lender, agreement);
    } finally {
        stop();
    }
});
