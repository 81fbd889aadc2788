// Fees as agency and employer see them: a sealed bid, taken back and made again, of which the employer reads the commitment
// alone; a counter-offer declined, then one accepted that becomes a share; two days later the opening, as the employer and both agencies
// see it, checked from its public data. What leads there is done through the API.
import { tell, today, day } from './browser.mjs';
import { enter, later, stop, until } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';
import { recompute } from './recompute.mjs';

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

/** 8 seats: 6 for the lower fee, 2 of the 4 that the other one wanted. */
async function seeOpening(employer, luzhou, neijiang, id) {
    await neijiang.go(`/desk/orders/${id}/quote`);
    await neijiang.said('得 6 席 · 名次第 1');
    await neijiang.look('quote-first');
    await luzhou.go(`/desk/orders/${id}/quote`);
    await luzhou.said('得 2 席（部分） · 名次第 2');
    await luzhou.look('quote-second');
    await luzhou.link('去派人').click();
    await luzhou.said('¥165.50');
    await luzhou.look('quote-share');
    await employer.go(`/desk/orders/${id}/quote`);
    await employer.said('报价结果');
    await employer.page.locator('tbody tr').filter({ hasText: '内江甜城人力资源有限公司' }).getByText('得 6 席').waitFor();
    await employer.page.locator('summary').click();
    await employer.look('quote-opened');
    if (!(await recompute('quote', id)).verified) throw new Error('the opening does not hold');
}

await tell('quotes', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const quote = await openOrder(boss, yibin, orderDraft(day(3), day(20), { title: '包装工报价单', mode: 'quote' }));
    const race = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工议价单' }));
    const [employer, luzhou, neijiang] = [await story.person('quotes-employer'), await story.person('quotes-luzhou'), await story.person('quotes-neijiang')];
    await employer.enter('employer');
    await luzhou.enter('agency-luzhou');
    try {
        await bidSealed(luzhou, employer, quote.id);
        await (await new Caller(BASE).signIn('agency-neijiang')).post(`orders/${quote.id}/bids`, { fee_fen: 15000, seats: 6, nonce: '5a'.repeat(16) });
        await bargain(luzhou, employer, race.id);
        await later(story, day(2));
        const visitor = new Caller(BASE);
        await until(async () => (await visitor.get(`quotes/${quote.id}`)).status === 'opened', 'the opening');
        for (const [person, account] of [[employer, 'employer'], [luzhou, 'agency-luzhou'], [neijiang, 'agency-neijiang']]) await enter(person, account);
        await seeOpening(employer, luzhou, neijiang, quote.id);
    } finally {
        stop();
    }
});
