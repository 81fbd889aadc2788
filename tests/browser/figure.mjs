// A leader clicks a figure down to one seat: the target board, the records of a city's figure, the order behind a record, its share,
// the seat. Then how long filings took: the percentile opens to its steps and to the case that it was counted from.
import { day, tell, today } from './browser.mjs';
import { atWork, openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople, official } from './people.mjs';

const { BASE, FIRST } = process.env;

/** One order of which one seat is at work, both sides having confirmed it. */
async function placeOne(yibin, person) {
    const [employer, agency, worker] = await Promise.all(['employer', 'agency-luzhou', 'worker'].map((account) => new Caller(BASE).signIn(account)));
    const order = await openOrder(employer, yibin, orderDraft(today, day(20)));
    await atWork({ employer, agency, worker, order, person });
    return agency;
}

/** A filing, sent by the agency and filed by its city. */
async function fileOne(agency) {
    const luzhou = await new Caller(BASE).signIn('official-luzhou');
    const { id } = await agency.post('cases', { procedure: 'hr_service_filing', values: { services: ['outsource'], started_on: today, premises: '泸州市江阳区滨江路 1 号' } });
    await luzhou.post(`cases/${id}/steps/file`);
    return id;
}

/** The journal is counted every second. */
async function counted(official) {
    for (let tries = 0; tries < 100; tries += 1) {
        const [{ items }, { places }] = await Promise.all([official.get('efficiency/procedures'), official.get('targets')]);
        const placed = places.find((each) => each.place === '511500').items.find((each) => each.measure === 'employment').computed;
        if (items.some((each) => each.spans.count === 1) && placed?.verified === 1) return;
        await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error('the journal was not counted');
}

async function clickDown(leader) {
    const { page } = leader;
    await leader.enter('leader');
    await leader.go('/desk/targets');
    await leader.look('targets');
    await page.getByRole('link', { name: /^宜宾市 1.*看明细$/ }).click();
    await leader.said('到岗');
    await leader.look('records');
    await leader.link('包装工 8 人').click();
    await page.waitForURL(/\/desk\/orders\//);
    await page.getByRole('link', { name: '看席位 泸州江阳人力资源有限公司' }).click();
    await page.waitForURL(/\/desk\/seats\?share=/);
    await page.getByRole('row', { name: /陈/ }).waitFor();
    await leader.look('seat');
}

async function openPercentile(leader, filing) {
    const { page } = leader;
    await leader.go('/desk/efficiency');
    await page.getByRole('button', { name: /人力资源服务备案/ }).click();
    await leader.said('机关办理');
    await leader.look('efficiency');
    await page.getByRole('link', { name: /1 件，看明细/ }).click();
    await leader.look('cases');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.waitForURL(`**/desk/cases/${filing}`);
    await leader.look('case');
    await leader.go('/desk/measures');
    await leader.said('口径第 1 版');
    await leader.look('measures');
    await leader.go('/desk/treatment');
    await leader.said('先到先得');
    await leader.look('treatment');
}

await tell('figure', async (story) => {
    const { administrators, yibin, first } = await makePeople(BASE, FIRST, today);
    const chief = await official(BASE, administrators, '510000', 'leader', '周厅长');
    const filing = await fileOne(await placeOne(yibin, first));
    await counted(chief);
    const leader = await story.person('leader');
    await clickDown(leader);
    await openPercentile(leader, filing);
});
