// A fair: an agency with shares of two orders starts one, sees the plan on the map and order by order with the parts of a score and what relaxing would bring,
// edits it by hand and sees the loss, and offers the seats in one go; an official starts another and hands it over; a third is stopped
// while it is proved.
// What leads there is done through the API.
import { day, tell, today } from './browser.mjs';
import { idNumber } from './identifiers.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function startAndWait(person, title) {
    await person.page.fill('[name=title]', title);
    await person.page.check('[name=all]');
    await person.look('new');
    await person.button('开始计算').click();
    await person.page.waitForURL(/fairs\/[0-9A-Z]{13}/i);
    await person.said('已证明：任何方案的总分都不超过');
}

async function editByHand(agency) {
    await agency.page.getByRole('button', { name: /^为什么/ }).first().click();
    await agency.page.locator('.score-parts').first().waitFor();
    await agency.look('plan');
    await agency.page.getByRole('button', { name: /^换人/ }).first().click();
    await agency.page.locator('dialog').getByRole('button', { name: /^安排/ }).first().waitFor();
    await agency.look('choices');
    await agency.page.locator('dialog').getByRole('button', { name: /^安排/ }).first().click();
    await agency.said('手工');
    await agency.page.locator('dialog').waitFor({ state: 'detached' });
    await agency.page.getByRole('button', { name: /^移出/ }).first().click();
    await agency.said('手工移出后空着');
    await agency.look('edited');
}

/**
 * Twenty teams of three and people who are alike: no flow shows that one must stay without, so the search goes on until somebody stops
 * it. Meanwhile the page shows how near the best the plan is certain to be.
 */
async function stopOne(agency, { boss, broker, yibin }) {
    for (let i = 0; i < 35; i += 1) await broker.post('people', { name: `钱同行${i}`, id_number: idNumber('511502', 800 + i), place: '511502', occupations: ['6-02-06-03'] });
    const teams = [];
    for (let i = 0; i < 20; i += 1) {
        const order = await openOrder(boss, yibin, orderDraft(today, day(20), { title: `成组搬运 ${i + 1}`, headcount: 3, team_size: 3, lot_min: 3, lot_max: 3, cap_per_agency: 3, starts_on: day(2), place: '511502' }));
        await broker.post(`orders/${order.id}/shares`, { seats: 3 });
        teams.push(order.id);
    }
    await agency.go('/desk/fairs/new');
    await agency.page.fill('[name=title]', '成组专场');
    for (const id of teams) await agency.page.check(`#order-${id}`);
    await agency.page.selectOption('[name=seconds]', '300');
    await agency.button('开始计算').click();
    await agency.page.waitForURL(/fairs\/[0-9A-Z]{13}/i);
    await agency.said('确定至少达到最优的');
    await agency.page.locator('[aria-current=step]').filter({ hasText: '成组与排班' }).waitFor();
    await agency.look('proving');
    await agency.button('停止并保留目前最好的方案').click();
    await agency.said('未证完');
    await agency.look('stopped');
}

await tell('fair', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const broker = await new Caller(BASE).signIn('agency-luzhou');
    for (let i = 0; i < 6; i += 1) await broker.post('people', { name: `赵求职${'一二三四五六'[i]}`, id_number: idNumber('510502', 700 + i), place: i % 2 ? '510502' : '511502', occupations: ['6-02-06-03'], experience_years: i });
    // Nobody has the schooling that the third asks for.
    for (const [title, seats, more] of [['包装工 3 人', 3, {}], ['码垛工 2 人', 2, {}], ['化验员 2 人', 2, { education: 'bachelor' }]]) {
        const order = await openOrder(boss, yibin, orderDraft(today, day(20), { title, headcount: seats, lot_max: seats, cap_per_agency: seats, starts_on: day(2), place: '511502', ...more }));
        await broker.post(`orders/${order.id}/shares`, { seats });
    }
    const [agency, official] = [await story.person('fair-agency'), await story.person('fair-official')];
    await agency.enter('agency-luzhou');
    await official.enter('official-yibin');
    await agency.go('/desk/fairs');
    await agency.said('还没有统配');
    await agency.look('none');
    await agency.go('/desk/fairs/new');
    await agency.page.selectOption('[name=seconds]', '10');
    await startAndWait(agency, '秋季白酒专场');
    await agency.said('若放宽学历，合格的人从 0 增到');
    await editByHand(agency);
    await agency.page.getByRole('button', { name: /^一次发出/ }).click();
    await agency.said('份邀约，');
    await agency.look('offered');
    await official.go('/desk/fairs/new');
    await official.page.selectOption('[name=place_floor]', '50');
    await startAndWait(official, '宜宾统配专场');
    await official.button('移交机构').click();
    await official.look('hand-over');
    await official.inDialog('移交机构').click();
    await official.said('已于');
    await official.look('handed-over');
    await agency.go('/desk/fairs');
    await agency.said('宜宾统配专场');
    await agency.look('list');
    await stopOne(agency, { boss, broker, yibin });
});
