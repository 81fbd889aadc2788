// An authority buys a service: the requirement, three sealed bids, their opening together when the deadline has passed, three evaluators
// who score alone, the public arithmetic, an objection answered with its reason, the award when the time to object is over, and the
// service delivered, accepted, paid, rated by both sides. Days pass by starting the server on a later day (later.mjs).
import { tell, today, day } from './browser.mjs';
import { acceptAndPay, confirm, deliver, rateEachOther } from './engagement_steps.mjs';
import { enter, later, stop, until } from './later.mjs';
import { agency as makeAgency, Caller, makePeople, official as makeOfficial } from './people.mjs';

const { BASE, FIRST } = process.env;
const [LUZHOU, NEIJIANG, ZIGONG] = ['泸州江阳人力资源有限公司', '内江甜城人力资源有限公司', '自贡盐都人力资源有限公司'];
/** Seven working days after the scores, across the longest holidays. */
const [OPENED, UNOPPOSED] = [day(11), day(36)];

async function publish(official) {
    const { page } = official;
    await official.go('/desk/procurements/new');
    await page.fill('[name=title]', '高校毕业生校园招聘服务');
    await page.fill('textarea[name=description]', '在宜宾三所高校组织校园招聘六场，到岗不少于三百人。');
    await page.selectOption('[name=kind]', 'recruit');
    await page.selectOption('#procurement-new-place', '511500');
    await page.fill('[name=budget]', '300000');
    await page.fill('[name=until]', `${day(10)}T17:00`);
    await page.getByLabel('评分项').nth(0).fill('实施方案');
    await page.getByLabel('评分项').nth(1).fill('同类业绩');
    await page.getByLabel('步骤').fill('六场办完');
    await page.fill('[name=evaluators]', 'official-luzhou official-neijiang official-zigong');
    await official.look('procurement-new');
    await official.button('发布').click();
    await official.said('应答中');
    await official.look('procurement-buyer');
    const id = page.url().split('/').at(-1);
    return id;
}

async function bidSealed(agency, visitor, id) {
    await agency.go(`/desk/procurements/${id}`);
    await agency.page.fill('[name=price]', '268000');
    await agency.page.fill('[name=proposal]', '六场招聘分三周完成，每场配四名顾问，签约后跟进三十天。');
    await agency.look('bid');
    await agency.button('密封提交').click();
    await agency.said('已密封。截止时间一到统一开启。');
    await agency.look('bid-sealed');
    await visitor.go('/procurements');
    await visitor.said('高校毕业生校园招聘服务');
    await visitor.look('procurements');
    await visitor.go(`/procurements/${id}`);
    await visitor.said('价格');
    await visitor.look('procurement');
}

/** The two others, through the API. */
async function bidFor(account, id, price_fen) {
    await (await new Caller(BASE).signIn(account)).post(`procurements/${id}/bids`, { price_fen, proposal: '三周内完成六场，每场三名顾问，到岗跟进两周。', nonce: '5b'.repeat(16) });
}

/** One evaluator's sheets: [plan, record] for each bidder. */
async function score(evaluator, id, points, { shot } = {}) {
    await evaluator.go(`/desk/procurements/${id}`);
    for (const [bidder, [plan, record]] of Object.entries(points)) {
        const sheet = evaluator.page.locator('form.card', { hasText: bidder });
        for (const [index, value] of [plan, record].entries()) {
            await sheet.locator('input[type=number]').nth(index).fill(String(value));
            await sheet.locator('input:not([type=number])').nth(index).fill(index ? '业绩材料属实' : '人员和进度安排可行');
        }
        await sheet.getByRole('button', { name: '保存这份评分' }).click();
        await sheet.getByText('已保存').waitFor();
    }
    if (shot) await evaluator.look(shot);
    await evaluator.button('全部提交').click();
    await evaluator.button('全部提交').waitFor({ state: 'detached' });
}

async function evaluate(evaluators, official, id) {
    const sheets = [
        { [LUZHOU]: [38, 20], [NEIJIANG]: [45, 26], [ZIGONG]: [40, 18] },
        { [LUZHOU]: [40, 22], [NEIJIANG]: [44, 25], [ZIGONG]: [36, 20] },
        { [LUZHOU]: [36, 24], [NEIJIANG]: [46, 24], [ZIGONG]: [38, 19] },
    ];
    await official.go(`/desk/procurements/${id}`);
    await official.said('评审中');
    await official.look('opened');
    for (const [index, [person, account]] of evaluators.entries()) {
        await enter(person, account);
        await score(person, id, sheets[index], { shot: index ? '' : 'score' });
        if (index < 2) await person.said('评审中');
    }
}

async function object(loser, official, visitor, id) {
    await loser.go(`/desk/procurements/${id}`);
    await loser.said('结果公示');
    await loser.said('分数已在本页重新计算，一致');
    await loser.look('result-loser');
    await loser.button('提出异议').click();
    await loser.page.locator('dialog textarea').fill('评分项“同类业绩”的认定有误，本机构去年办过四场，请复核。');
    await loser.look('object');
    await loser.inDialog('提出异议').click();
    await loser.said('待答复');
    await official.go(`/desk/procurements/${id}`);
    await official.page.fill('[name=answer]', '经复核，四场均不在本市高校举办，按评分办法不计，认定无误。');
    await official.look('objection');
    await official.button('异议不成立').click();
    await official.said('不成立');
    await visitor.go(`/procurements/${id}`);
    await visitor.said('结果公示');
    await visitor.page.locator('tr.best').getByText(NEIJIANG).waitFor();
    await visitor.look('result-public');
}

async function fulfil(winner, official, visitor, id) {
    await visitor.go(`/procurements/${id}`);
    await visitor.said('已成交');
    await visitor.look('awarded');
    await winner.go(`/desk/procurements/${id}`);
    await winner.link('查看服务合同').click();
    await winner.page.waitForURL(/engagements\//);
    const engagement = winner.page.url().split('/').at(-1);
    await winner.said('¥240,000.00');
    await deliver(winner, engagement, '六场办完，到岗三百一十二人，名册在附件', { shot: 'deliver' });
    await acceptAndPay(official, engagement, '国库集中支付 2026-1228', { shot: 'pay' });
    await confirm(winner, engagement);
    await winner.said('履行完毕');
    await rateEachOther(official, winner, engagement);
}

await tell('procurement', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    const zigong = await makeOfficial(BASE, administrators, '510300', 'official-zigong', '赵评审');
    await makeAgency(BASE, zigong, today, { account: 'agency-zigong', name: ZIGONG, place: '510302', number: 4 });
    const [official, luzhou, neijiang, visitor] = [await story.person('buy-official'), await story.person('buy-luzhou'), await story.person('buy-neijiang'), await story.person('buy-visitor')];
    const evaluators = [];
    for (const account of ['official-luzhou', 'official-neijiang', 'official-zigong']) evaluators.push([await story.person(`buy-${account}`), account]);
    await official.enter('official-yibin');
    await luzhou.enter('agency-luzhou');
    try {
        const id = await publish(official);
        await bidSealed(luzhou, visitor, id);
        await bidFor('agency-neijiang', id, 24_000_000);
        await bidFor('agency-zigong', id, 29_000_000);
        const anybody = new Caller(BASE);
        await later(story, OPENED);
        await until(async () => (await anybody.get(`procurements/${id}`)).status === 'evaluating', 'the opening');
        await enter(official, 'official-yibin');
        await evaluate(evaluators, official, id);
        await enter(luzhou, 'agency-luzhou');
        await object(luzhou, official, visitor, id);
        await later(story, UNOPPOSED);
        await until(async () => (await anybody.get(`procurements/${id}`)).status === 'awarded', 'the award');
        await enter(official, 'official-yibin');
        await enter(neijiang, 'agency-neijiang');
        await fulfil(neijiang, official, visitor, id);
    } finally {
        stop();
    }
});
