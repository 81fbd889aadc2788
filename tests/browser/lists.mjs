// The demand list of the region: an official of one city compiles and submits it, one of another freezes and publishes it; a
// visitor finds it, clicks a figure down to the order behind it, and takes the list as open data, whose bytes have the digest
// that the page tells. The market analysis is looked at beside it.
import { createHash } from 'node:crypto';
import { day, tell, today } from './browser.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople, official, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;

/** The journal is counted every half second: until the measure has reached the newest event. */
async function counted(official) {
    for (let tries = 0; tries < 100; tries += 1) {
        const [{ items }, table] = await Promise.all([official.get('statistics'), official.get('statistics/market?period=' + quarter())]);
        if (items.every((each) => each.as_of_position > 0) && table.demand === 8) return;
        await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error('the journal was not counted');
}
const quarter = () => `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;

async function compile(maker) {
    await maker.enter('official-yibin');
    await maker.go('/desk/lists');
    await maker.said('还没有清单');
    await maker.look('empty');
    await maker.button('编制清单').click();
    await maker.page.selectOption('dialog [name=place]', '');
    await maker.look('compile');
    await maker.inDialog('编制').click();
    await maker.said('草稿：核对数字后送审');
    await maker.look('draft');
    await maker.button('送审').click();
    await maker.inDialog('送审').click();
    await maker.said('待定稿：由没有编制和送审的同事');
    return maker.page.url().split('/').at(-1);
}

/** What covers the region is read by every office; whose office acts is said where the buttons would be. */
async function lookOn(county, list) {
    await county.enter('official-cuiping');
    await county.go(`/desk/lists/${list}`);
    await county.said('由市级以上主管部门办理');
    if (await county.button('定稿').count()) throw new Error('a county may freeze the list of the region');
    await county.look('of-region');
}

async function publish(checker, list) {
    await checker.enter('official-luzhou');
    await checker.go(`/desk/lists/${list}`);
    await checker.button('定稿').click();
    await checker.look('freeze');
    await checker.inDialog('定稿').click();
    await checker.said('已定稿：内容不再变化');
    await checker.button('发布').click();
    await checker.inDialog('发布').click();
    await checker.said('内容校验');
    await checker.look('published');
    await checker.go('/desk/market');
    await checker.said('求人倍率');
    await checker.look('market');
}

async function clickDown(visitor) {
    const { page } = visitor;
    await visitor.go('/lists');
    await visitor.look('lists');
    await page.getByRole('link', { name: /需求清单〔/ }).first().click();
    await visitor.said('未纳入地区');
    await visitor.look('list');
    await page.getByRole('link', { name: /8 人，看明细/ }).click();
    await visitor.said('来自 1 条记录');
    await visitor.look('records');
    await visitor.link('包装工 8 人').click();
    await page.waitForURL(/\/orders\//);
    await visitor.said('包装工 8 人');
}

async function takeAway(visitor) {
    const { page } = visitor;
    for (let tries = 0; tries < 100 && !(await fetch(`${BASE}/api/v1/open-data/demand-list-region`)).ok; tries += 1) await new Promise((wake) => setTimeout(wake, 200));
    await visitor.go('/lists');
    await page.getByRole('link', { name: '开放数据', exact: true }).first().click();
    await page.getByRole('link', { name: '川南渝西需求清单', exact: true }).click();
    await visitor.said('每个版本发布后不再改变');
    await visitor.look('open-table');
    const href = await page.getByRole('link', { name: 'CSV', exact: true }).first().getAttribute('href');
    const bytes = Buffer.from(await (await fetch(BASE + href)).arrayBuffer());
    await visitor.said(createHash('sha256').update(bytes).digest('hex'));
    if (!bytes.toString('utf8').includes(',8\r\n')) throw new Error('the open table lacks the order\'s seats');
}

/** A second version, by the offices over the API, then what is different, on the page and in the file. */
async function compareVersions(visitor, offices, employer) {
    const [yibin, luzhou] = offices;
    await openOrder(employer, yibin, orderDraft(today, day(20), { title: '装卸工 5 人', place: '511504', headcount: 5, lot_max: 5, cap_per_agency: 5 }));
    for (let tries = 0; tries < 100 && (await yibin.get('statistics/market?period=' + quarter())).demand !== 13; tries += 1) await new Promise((wake) => setTimeout(wake, 200));
    const { id } = await yibin.post('lists', { kind: 'demand', period: quarter(), excluded: [{ place: '510300', reason: '本季度未报送' }] });
    await yibin.post(`lists/${id}/submit`);
    await luzhou.post(`lists/${id}/freeze`);
    await luzhou.post(`lists/${id}/publish`);
    await visitor.go(`/lists/${id}`);
    await visitor.page.getByText('与上一版比较', { exact: true }).click();
    await visitor.said('1 行不同');
    await visitor.page.getByRole('row', { name: /宜宾市.*8 13 \+5/ }).waitFor();
    await visitor.said('两版都纳入的地区合计：8 → 13（+5）');
    await visitor.look('changes');
    const { changes } = await (await fetch(`${BASE}/api/v1/lists/${id}/file?form=json`)).json();
    if (changes.items[0]?.difference !== 5) throw new Error(`the file says otherwise: ${JSON.stringify(changes)}`);
}

await tell('lists', async (story) => {
    const { administrators, yibin } = await makePeople(BASE, FIRST, today);
    await official(BASE, administrators, '511502', 'official-cuiping');
    const employer = await new Caller(BASE).signIn('employer', PASSWORD);
    await openOrder(employer, yibin, orderDraft(today, day(20)));
    await counted(yibin);
    const maker = await story.person('maker');
    const checker = await story.person('checker');
    const visitor = await story.person('visitor');
    const list = await compile(maker);
    await lookOn(await story.person('county'), list);
    await publish(checker, list);
    await clickDown(visitor);
    await takeAway(visitor);
    await compareVersions(visitor, [yibin, await new Caller(BASE).signIn('official-luzhou', PASSWORD)], employer);
});
