// The quarter report of a city, when the quarter is over: an official compiles and submits it and cannot publish it herself; a colleague publishes. A number of the
// text leads to its cell, the cell to the orders behind it. A visitor reads the thirteen tables, people's kinds among them, takes XLSX and
// PDF, and finds the tables as open data whose bytes have the digest that the page tells.
import { createHash } from 'node:crypto';
import { day, tell, today } from './browser.mjs';
import { idNumber } from './identifiers.mjs';
import { enter, later, nextQuarter, stop } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople, official, organisation, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;
const quarter = `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
/** As few companies and people as may be published. */
const COMPANIES = ['employer', 'employer-two', 'employer-three'];
const PEOPLE = 12;

async function again(what, tries = 100) {
    for (let left = tries; left > 0; left -= 1) {
        if (await what()) return;
        await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error('it did not come about');
}

async function market(yibin) {
    await organisation(BASE, yibin, { account: COMPANIES[1], kind: 'employer', name: '宜宾长江包装有限公司', place: '511502', number: 21 });
    await organisation(BASE, yibin, { account: COMPANIES[2], kind: 'employer', name: '宜宾竹海食品有限公司', place: '511502', number: 22 });
    for (const account of COMPANIES) await openOrder(await new Caller(BASE).signIn(account), yibin, orderDraft(today, day(20)));
    const broker = await new Caller(BASE).signIn('agency-luzhou');
    for (let number = 1; number <= PEOPLE; number += 1)
        await broker.post('people', { name: '张求职', id_number: idNumber('511502', 100 + number), place: '511502', occupations: ['6-02-06-03'], seeker_kind: 'lost_job' });
    await again(async () => {
        const shown = await yibin.get(`statistics/market?period=${quarter}&place=511500`);
        return shown.demand === 24 && shown.supply === PEOPLE;
    });
}

async function compile(maker) {
    await enter(maker, 'official-yibin');
    await maker.go('/desk/quarter-reports');
    await maker.said('还没有季度报告');
    await maker.look('empty');
    await maker.button('编制报告').click();
    await maker.page.selectOption('dialog [name=period]', quarter);
    await maker.look('compile');
    await maker.inDialog('编制').click();
    await maker.said('草稿：核对表格后送审');
    await maker.look('draft');
    await maker.button('送审').click();
    await maker.inDialog('送审').click();
    await maker.said('待审核：由没有编制和送审的同事');
    if (await maker.button('发布').count()) throw new Error('who compiled it may publish it');
    return new URL(maker.page.url()).pathname.split('/').at(-1);
}

async function publish(checker, report) {
    await enter(checker, 'official-second');
    await checker.go(`/desk/quarter-reports/${report}`);
    await checker.button('发布').click();
    await checker.look('publish');
    await checker.inDialog('发布').click();
    await checker.said('公开内容校验');
    await checker.look('published');
}

/** A number of the text → its cell → the orders that it was counted from. */
async function clickDown(checker) {
    const { page } = checker;
    await page.locator('article').getByRole('link', { name: /^24，看表1/ }).first().click();
    await page.waitForURL(/view=tables.*#/);
    const cell = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    await cell.waitFor();
    if (!(await cell.innerText()).includes('24')) throw new Error('the number of the text is not in its cell');
    await page.locator('td.marked', { hasText: '24' }).waitFor();
    await checker.look('cell');
    await page.getByRole('link', { name: /翠屏区 24 人，看明细/ }).first().click();
    await checker.said('来自 3 条记录');
    await checker.look('records');
    await page.getByRole('link', { name: '包装工 8 人' }).first().waitFor();
}

async function file(page, name, begins) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const bytes = Buffer.from(await (await fetch(new URL(href, BASE))).arrayBuffer());
    if (!bytes.toString('latin1').startsWith(begins)) throw new Error(`the ${name} file begins with ${bytes.toString('latin1').slice(0, 8)}`);
}

async function takeAway(visitor) {
    const { page } = visitor;
    await visitor.go('/quarter-reports');
    await visitor.look('reports');
    await page.getByRole('link', { name: /季度市场供求分析报告〔/ }).first().click();
    await visitor.said('求人倍率');
    await visitor.look('report');
    await file(page, 'XLSX', 'PK');
    await file(page, 'PDF', '%PDF');
    await page.getByText('标准表', { exact: true }).first().click();
    await page.getByRole('row', { name: /就业转失业人员 12/ }).waitFor();
    await visitor.look('tables');
    await again(async () => (await fetch(`${BASE}/api/v1/open-data/quarter-report-511500`)).ok);
    await visitor.go('/open-data/quarter-report-511500');
    await visitor.said('每个版本发布后不再改变');
    const href = await page.getByRole('link', { name: 'CSV', exact: true }).first().getAttribute('href');
    const bytes = Buffer.from(await (await fetch(BASE + href)).arrayBuffer());
    await visitor.said(createHash('sha256').update(bytes).digest('hex'));
    if (!bytes.toString('utf8').includes('seekers_lost_job')) throw new Error('the open table lacks the kinds of job seekers');
}

await tell('quarter', async (story) => {
    const { administrators, yibin } = await makePeople(BASE, FIRST, today);
    await official(BASE, administrators, '511500', 'official-second', '赵复核');
    await market(yibin);
    const maker = await story.person('maker');
    const checker = await story.person('checker');
    const visitor = await story.person('visitor');
    try {
        await later(story, nextQuarter(today));
        const report = await compile(maker);
        await publish(checker, report);
        await clickDown(checker);
        await takeAway(visitor);
    } finally {
        stop();
    }
});
