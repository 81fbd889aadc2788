// Terms that change after publication, and what cancelling costs, as employer and agency see them: the terms chosen before
// publishing and read before the grab; a new version with its differences; one agency accepts, another does not; the
// order cancelled with short notice; the claim paid and confirmed. Deadlines are in features/changes, where the clock can be moved.
import { tell, today, day } from './browser.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function chooseTerms(employer, boss, official, draft) {
    const made = await boss.post('orders', draft);
    await employer.go(`/desk/orders/${made.id}/edit?step=check`);
    await employer.said('取消条款');
    await employer.page.locator('dl', { hasText: '抢单方式' }).getByText('先到先得').first().waitFor();
    await employer.page.getByLabel('从严条款').check();
    await employer.said('适合急单和大批量订单');
    await employer.look('terms-choice');
    const published = await boss.post(`orders/${made.id}/publish`);
    if (published.status === 'review') await official.post(`orders/${made.id}/approve`);
    await employer.go(`/desk/orders/${made.id}`);
    await employer.page.locator('[data-cancellation-terms]').getByText('从严条款').waitFor();
    return made;
}

async function grab(agency, id) {
    await agency.go(`/desk/orders/${id}/grab`);
    await agency.page.locator('[data-cancellation-terms]').getByText('从严条款').waitFor();
    await agency.look('terms-before-grab');
    await agency.page.fill('#grab-seats', '3');
    await agency.button(/抢 3 个席位/).click();
    await agency.said('抢到 3 个席位');
}

async function change(employer, id) {
    await employer.go(`/desk/orders/${id}`);
    await employer.button('变更条款').click();
    await employer.page.getByRole('heading', { name: /条款与变更/ }).waitFor();
    await employer.button('变更条款').click();
    await employer.page.fill('[name=address]', '新厂区三车间');
    await employer.page.fill('[name=headcount]', '10');
    await employer.page.locator('[data-differs]').getByText('新厂区三车间').waitFor();
    await employer.look('change-form');
    await employer.page.check('[name=sure]');
    await employer.button(/生效为第/).click();
    await employer.said('待答复');
    await employer.look('change-made');
}

async function answer(agency, id) {
    await agency.go(`/desk/orders/${id}/changes`);
    await agency.page.locator('[data-standing]').waitFor();
    await agency.look('change-asked');
    await agency.button('接受变更').click();
    await agency.said('已接受');
    await agency.look('change-accepted');
}

/** Who does not accept gives its empty seats back, and nobody is blamed. */
async function decline(agency, employer, id) {
    await agency.go(`/desk/orders/${id}/changes`);
    await agency.button('不接受').click();
    await agency.look('change-decline');
    await agency.inDialog('不接受').click();
    await agency.said('已答复，空席位已退回');
    await employer.go(`/desk/orders/${id}/changes`);
    await employer.page.locator('.tag', { hasText: '不接受' }).first().waitFor();
    await employer.look('change-answers');
}

async function settle(employer, agency, boss, id) {
    await boss.post(`orders/${id}/cancel`, { reason: '生产线停产' });
    await employer.go('/desk/cancellations');
    await employer.look('claims');
    await employer.page.locator('table a').first().click();
    await employer.said('怎么算的');
    await employer.look('claim');
    await employer.button('登记已付').click();
    await employer.page.locator('dialog textarea, [role=dialog] textarea').fill('回单 20261127-8');
    await employer.page.locator('dialog, [role=dialog]').getByRole('button', { name: '登记已付' }).click();
    await employer.said('已付待确认');
    await agency.go('/desk/cancellations');
    await agency.page.locator('table a').first().click();
    await agency.button('确认收到').click();
    await agency.page.locator('dialog, [role=dialog]').getByRole('button', { name: '确认收到' }).click();
    await agency.said('已收');
    await agency.look('claim-confirmed');
}

await tell('changes', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const [employer, agency, other] = [await story.person('changes-employer'), await story.person('changes-agency'), await story.person('changes-other')];
    await employer.enter('employer');
    await agency.enter('agency-luzhou');
    await other.enter('agency-neijiang');
    const order = await chooseTerms(employer, boss, yibin, orderDraft(today, day(20), { title: '包装工变更单' }));
    await grab(agency, order.id);
    await (await new Caller(BASE).signIn('agency-neijiang')).post(`orders/${order.id}/shares`, { seats: 2 });
    await change(employer, order.id);
    await answer(agency, order.id);
    await decline(other, employer, order.id);
    await settle(employer, agency, boss, order.id);
});
