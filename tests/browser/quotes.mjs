// Fees as agency and employer see them: a sealed bid, taken back and made again, of which the employer reads the commitment
// alone; a counter-offer declined, then one accepted that becomes a share. What leads there is done through the API. The
// opening happens after its window, in features/quotes/quotes_test.cpp, where the clock can be moved.
import { tell, today, day } from './browser.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function bidSealed(agency, employer, id) {
    await agency.go(`/desk/orders/${id}`);
    await agency.look('quote-order');
    await agency.button('密封报价').click();
    await agency.said('正在接受报价');
    await agency.page.fill('[name=fee]', '900');
    await agency.said('不高于');
    await agency.page.fill('[name=fee]', '180');
    await agency.page.fill('[name=seats]', '3');
    await agency.look('quote-form');
    await agency.button('密封并提交').click();
    await agency.said('本机构的报价（第 1 号）');
    await agency.look('quote-sealed');
    await agency.button('撤回报价').click();
    await agency.page.locator('[name=fee]').waitFor();
    await agency.page.fill('[name=fee]', '165.50');
    await agency.page.fill('[name=seats]', '4');
    await agency.button('密封并提交').click();
    await agency.said('本机构的报价（第 2 号）');
    await agency.said('¥165.50');
    await employer.go(`/desk/orders/${id}/quote`);
    await employer.said('已收到的承诺');
    await employer.look('quote-employer');
    const seen = await employer.page.locator('main').innerText();
    if (seen.includes('165')) throw new Error('the employer reads a sealed bid');
    await employer.go(`/orders/${id}/quote`);
    await employer.said('已收到的承诺');
    await employer.look('quote-hall');
}

async function propose(agency, id, fee, seats, why) {
    await agency.go(`/desk/orders/${id}`);
    await agency.button('议价').click();
    await agency.page.locator('[name=fee]').waitFor();
    await agency.page.fill('[name=fee]', fee);
    await agency.page.fill('[name=seats]', seats);
    await agency.page.fill('[name=message]', why);
    await agency.look('counter-form');
    await agency.button('提交议价').click();
    await agency.said('待答复');
}

async function bargain(agency, employer, id) {
    await propose(agency, id, '260', '4', '旺季要从外地组织，路费较高');
    await agency.look('counter-made');
    await employer.go('/desk/counter-offers');
    await employer.said('旺季要从外地组织');
    await employer.look('counter-list');
    await employer.go(`/desk/orders/${id}/counter-offers`);
    await employer.button('谢绝').first().click();
    await employer.page.locator('dialog textarea').fill('超出预算');
    await employer.look('counter-decline');
    await employer.inDialog('谢绝').click();
    await employer.said('谢绝原因：超出预算');
    await propose(agency, id, '220', '4', '各让一步');
    await employer.go(`/desk/orders/${id}/counter-offers`);
    await employer.page.getByRole('button', { name: /^接受/ }).click();
    await employer.said('已接受');
    await employer.look('counter-accepted');
    await agency.go(`/desk/orders/${id}/counter-offers`);
    await agency.page.getByRole('link', { name: '去派人' }).click();
    await agency.look('counter-share');
}

await tell('quotes', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const quote = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工报价单', mode: 'quote' }));
    const race = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工议价单' }));
    const [employer, luzhou] = [await story.person('quotes-employer'), await story.person('quotes-luzhou')];
    await employer.enter('employer');
    await luzhou.enter('agency-luzhou');
    await bidSealed(luzhou, employer, quote.id);
    await bargain(luzhou, employer, race.id);
});
