// Modes in which speed does not win, as agency and employer see them: applying for a draw, taking an application back and
// applying again; being named, declining, taking; two days later the result of the draw, recomputed from its public data, and the seat that
// was left over, opened to all and taken; a second draw in which one agency loses. What leads there is done through the API.
import { tell, today, day } from './browser.mjs';
import { enter, later, stop, until } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';
import { recompute } from './recompute.mjs';

const { BASE, FIRST } = process.env;

async function applyForDraw(agency, employer, id) {
    await agency.go(`/desk/orders/${id}`);
    await agency.look('draw-order');
    await agency.go(`/desk/orders/${id}/draw`);
    await agency.said('正在报名');
    await agency.page.fill('[name=seats]', '3');
    await agency.page.fill('[name=at_least]', '2');
    await agency.look('draw-apply');
    await agency.button('报名').click();
    await agency.said('第 1 号，申请 3 个席位，至少 2 个');
    await agency.look('draw-applied');
    await agency.button('撤回报名').click();
    await agency.page.locator('[name=seats]').waitFor();
    await agency.page.fill('[name=seats]', '4');
    await agency.button('报名').click();
    await agency.said('申请 4 个席位');
    await employer.go(`/desk/orders/${id}/draw`);
    await employer.said('报名机构');
    await employer.look('draw');
    // And as everybody sees it, without an account as well: the commitment before anybody's lot is known.
    await employer.go(`/orders/${id}`);
    await employer.link('查看抽签').click();
    await employer.said('承诺先于报名公布');
    await employer.look('draw-hall');
}

async function nameAndTake(employer, first, second, id) {
    await employer.go(`/desk/orders/${id}/nomination`);
    await employer.page.fill('[name=agency]', '泸州');
    await employer.page.getByRole('button', { name: /指名\s*泸州江阳/ }).click();
    await employer.said('等待答复');
    await employer.look('named');
    await first.go(`/desk/orders/${id}/nomination`);
    await first.look('asked');
    await first.page.fill('[name=reason]', '本月人手已满');
    await first.button('谢绝').click();
    await first.said('已谢绝');
    await employer.go(`/desk/orders/${id}/nomination`);
    await employer.said('本月人手已满');
    await employer.page.getByRole('button', { name: /指名\s*内江甜城/ }).click();
    await employer.said('等待答复');
    await second.go(`/desk/orders/${id}/nomination`);
    await second.page.fill('[name=seats]', '2');
    await second.button('承接').click();
    await second.said('已承接');
    await second.look('taken');
}

/** 8 seats, 4 and 3 applied for: everybody wins, and one is left for the employer to decide about. */
async function seeDraw(employer, luzhou, neijiang, id) {
    await luzhou.go(`/desk/orders/${id}/draw`);
    await luzhou.said('得 4 席 · 签位第');
    await luzhou.look('drawn-agency');
    const { verified, applicants, given } = await recompute('draw', id);
    if (!verified || applicants !== 2 || given !== 7) throw new Error(`the draw does not hold: ${applicants} applicants, ${given} seats`);
    await employer.go(`/desk/orders/${id}/draw`);
    await employer.page.locator('tbody tr').filter({ hasText: '泸州江阳人力资源有限公司' }).getByText('得 4 席').waitFor();
    await employer.page.locator('summary').click();
    await employer.look('drawn');
    await employer.button('把余下 1 个席位向所有机构开放').click();
    await employer.said('已向所有机构开放');
    await neijiang.go(`/desk/orders/${id}/grab`);
    await neijiang.button('抢 1 个席位').click();
    await neijiang.page.locator('.won').waitFor();
    await neijiang.look('left-over');
}

/** Both want all four seats: one has them by its lot, the other reads why it has none, and nobody else reads that it lost. */
async function applyForAll(id) {
    for (const [account, nonce] of [['agency-luzhou', 'd1'], ['agency-neijiang', 'd2']])
        await (await new Caller(BASE).signIn(account)).post(`orders/${id}/applications`, { seats: 4, at_least: 4, nonce: nonce.repeat(16) });
}

async function seeLots(employer, agencies, id) {
    const outcomes = [];
    for (const [agency] of agencies) {
        await agency.go(`/desk/orders/${id}/draw`);
        await agency.said(/(得 4 席|席位已分完) · 签位第/);
        outcomes.push(await agency.page.getByText('得 4 席 · 签位第').count() ? 'won' : 'lost');
        await agency.look(`lot-${outcomes.at(-1)}`);
    }
    if (outcomes.toSorted().join() !== 'lost,won') throw new Error(`the lots: ${outcomes}`);
    const { verified, given } = await recompute('draw', id);
    if (!verified || given !== 4) throw new Error(`the draw does not hold: ${given} seats`);
    const [, , loser] = agencies[outcomes.indexOf('lost')];
    await employer.go(`/desk/orders/${id}/draw`);
    await employer.page.locator('tbody').getByText('得 4 席').first().waitFor();
    if (await employer.page.locator('tbody').getByText(loser).count()) throw new Error('who lost is named');
    await employer.look('lots');
    await employer.go(`/orders/${id}/draw`);
    await employer.page.locator('summary', { hasText: '怎样算出来的' }).click();
    await employer.said('揭示的秘密');
    if (await employer.page.locator('main').getByText(loser).count()) throw new Error('who lost is named in public');
    await employer.look('lots-hall');
}

await tell('modes', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const draw = await openOrder(boss, yibin, orderDraft(day(3), day(20), { title: '包装工抽签单', mode: 'draw', leftover: 'keep' }));
    const scarce = await openOrder(boss, yibin, orderDraft(day(3), day(20), { title: '包装工四席抽签单', mode: 'draw', headcount: 4, lot_max: 4, cap_per_agency: 4 }));
    const direct = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工定向单', mode: 'direct' }));
    const [employer, luzhou, neijiang] = [await story.person('modes-employer'), await story.person('modes-luzhou'), await story.person('modes-neijiang')];
    const everybody = [[employer, 'employer'], [luzhou, 'agency-luzhou'], [neijiang, 'agency-neijiang']];
    for (const [person, account] of everybody) await person.enter(account);
    try {
        await applyForDraw(luzhou, employer, draw.id);
        await (await new Caller(BASE).signIn('agency-neijiang')).post(`orders/${draw.id}/applications`, { seats: 3, nonce: 'c3'.repeat(16) });
        await applyForAll(scarce.id);
        await nameAndTake(employer, luzhou, neijiang, direct.id);
        await later(story, day(2));
        const visitor = new Caller(BASE);
        for (const { id } of [draw, scarce]) await until(async () => (await visitor.get(`draws/${id}`)).status === 'drawn', 'the draw');
        for (const [person, account] of everybody) await enter(person, account);
        await seeDraw(employer, luzhou, neijiang, draw.id);
        await seeLots(employer, [[luzhou, 'agency-luzhou', '泸州江阳'], [neijiang, 'agency-neijiang', '内江甜城']], scarce.id);
    } finally {
        stop();
    }
});
