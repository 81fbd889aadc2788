// Who may come first, who comes whole, and who waits: an employer writes a team order with a tier in the wizard; an agency sees
// at the gate until when it waits; another order is full, an agency stands by, seats come back and are its own. What leads
// there is done through the API. Hours pass in features/tiers and features/seats tests, where the clock can be moved.
import { day, tell, today } from './browser.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function writeInTheWizard(employer, id) {
    await employer.go(`/desk/orders/${id}/edit?step=grab`);
    await employer.page.fill('#field-team_size', '4');
    await employer.said('共 2 队，每队 4 人');
    await employer.button('加一级').click();
    await employer.page.selectOption('[name=tier_criterion_0]', 'licence_months');
    await employer.page.fill('[name=tier_parameter_0]', '60');
    await employer.page.fill('[name=tier_hours_0]', '6');
    await employer.said('请写明理由');
    await employer.page.fill('[name=tier_reason_0]', '首批班组需要有经验的机构带队');
    await employer.look('wizard');
    await employer.button('保存并核对').click();
    await employer.page.waitForFunction(() => document.querySelector('#wizard-step')?.textContent?.includes('核对并发布'));
}

async function waitAtTheGate(agency, visitor, worker, id) {
    await agency.go(`/desk/orders/${id}/grab`);
    await agency.said('对贵机构开放还有');
    await agency.said('首批班组需要有经验的机构带队');
    await agency.look('gate');
    await visitor.go(`/orders/${id}`);
    await visitor.said('其他机构晚 6 小时');
    await visitor.look('public');
    await worker.go(`/orders/${id}`);
    await worker.said('每 4 人一队');
    await worker.look('public-phone');
}

async function standBy(agency, holder, employer, id, share) {
    await agency.go(`/desk/orders/${id}`);
    await agency.button('候补').click();
    await agency.page.fill('[name=seats]', '4');
    await agency.page.fill('[name=at_least]', '2');
    await agency.look('join');
    await agency.button('登记候补').click();
    await agency.said('您是第 1 号');
    await agency.look('waits');
    await employer.go(`/desk/orders/${id}/standby`);
    await employer.said('第 1 号');
    await employer.look('line');
    await holder.post(`shares/${share}/release`, { seats: 3 });
    await agency.go(`/desk/orders/${id}/standby`);
    await agency.said('已到 3 席');
    await agency.look('served');
}

await tell('tiers', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const holder = await new Caller(BASE).signIn('agency-neijiang');
    const [employer, luzhou, visitor, phone] = [await story.person('tiers-employer'), await story.person('tiers-luzhou'), await story.person('tiers-visitor'), await story.person('tiers-phone', { phone: true })];
    await employer.enter('employer');
    await luzhou.enter('agency-luzhou');

    const { id } = await boss.post('orders', orderDraft(today, day(20), { title: '装卸队 8 人', starts_on: day(3) }));
    await writeInTheWizard(employer, id);
    const published = await boss.post(`orders/${id}/publish`);
    if (published.status === 'review') await yibin.post(`orders/${id}/approve`);
    await waitAtTheGate(luzhou, visitor, phone, id);

    const full = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工已抢满', starts_on: day(2) }));
    const share = await holder.post(`orders/${full.id}/shares`, { seats: 8 });
    await standBy(luzhou, holder, employer, full.id, share.id);
});
