// The shortage catalogue of the region, when the quarter is over: an official compiles it and asks an expert, who dissents with a reason; an official of
// another city publishes; a visitor opens a number of the guide down to the order behind it. Warnings and flows are looked at.
import { day, tell, today } from './browser.mjs';
import { enter, later, nextQuarter, stop } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;
const quarter = () => `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;

/** The journal is counted every half second: until all orders are in the demand. */
async function counted(official) {
    for (let tries = 0; tries < 100; tries += 1) {
        const [{ items }, table] = await Promise.all([official.get('statistics'), official.get('statistics/market?period=' + quarter())]);
        if (items.every((each) => each.as_of_position > 0) && table.demand === 42) return;
        await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error('the journal was not counted');
}

async function compile(maker) {
    await enter(maker, 'official-yibin');
    await maker.go('/desk/shortages');
    await maker.said('还没有目录');
    await maker.look('empty');
    await maker.button('编制目录').click();
    await maker.page.selectOption('dialog [name=place]', '');
    await maker.page.selectOption('dialog [name=period]', quarter());
    await maker.look('compile');
    await maker.inDialog('编制').click();
    await maker.said('草稿：邀请专家');
    await maker.page.getByPlaceholder('专家的登录名').fill('agency-luzhou');
    await maker.button('邀请').click();
    await maker.said('尚未发表意见');
    await maker.button('怎么算的').first().click();
    await maker.said('已知项占权重');
    await maker.look('draft');
    await maker.button('送审').click();
    await maker.inDialog('送审').click();
    await maker.said('由没有编制和送审的同事发布或退回');
    return maker.page.url().split('/').at(-1);
}

async function dissent(expert, catalogue) {
    await enter(expert, 'agency-luzhou');
    await expert.go(`/desk/shortages/${catalogue}`);
    await expert.said('您受邀评审这份目录');
    await expert.button('发表意见').first().click();
    await expert.page.getByLabel('轻度紧缺').check();
    await expert.page.fill('dialog [name=reason]', '两所职校本季有毕业生');
    await expert.look('dissent');
    await expert.inDialog('提交意见').click();
    await expert.said('1 份异议');
    await expert.look('dissented');
}

async function publish(checker, catalogue) {
    await enter(checker, 'official-luzhou');
    await checker.go(`/desk/shortages/${catalogue}`);
    await checker.said('1 项意见，其中异议 1 项');
    await checker.button('发布').click();
    await checker.inDialog('发布').click();
    await checker.said('内容校验');
    await checker.look('published');
    await checker.go('/desk/shortage-warnings');
    await checker.said('没有预警');
    await checker.look('warnings');
    await checker.go('/desk/talent-flows');
    await checker.said('没有流动记录');
    await checker.look('flows');
    await checker.go(`/desk/shortage-ranking?period=${quarter()}`);
    await checker.page.getByText('怎么算的').waitFor();
    await checker.look('ranking');
}

async function clickDown(visitor) {
    const { page } = visitor;
    await visitor.go('/shortages');
    await visitor.look('catalogues');
    await page.getByRole('link', { name: /急需紧缺人才目录〔/ }).first().click();
    await visitor.said('少于公布数');
    await visitor.look('catalogue');
    await page.getByText('人才开发指引', { exact: true }).first().click();
    await page.getByRole('link', { name: /需求人数 30/ }).first().click();
    await visitor.said('来自 1 条记录');
    await visitor.look('records');
    await visitor.link('包装工 30 人').click();
    await page.waitForURL(/\/orders\//);
    await visitor.said('包装工 30 人');
}

await tell('shortages', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const employer = await new Caller(BASE).signIn('employer', PASSWORD);
    await openOrder(employer, yibin, orderDraft(today, day(20), { title: '包装工 30 人', headcount: 30 }));
    await openOrder(employer, yibin, orderDraft(today, day(20), { title: '邮件分拣员 12 人', headcount: 12, occupation: '4-02-07-02', pay_min_fen: 26000, pay_max_fen: 26000 }));
    await counted(yibin);
    const maker = await story.person('maker');
    const expert = await story.person('expert');
    const checker = await story.person('checker');
    const visitor = await story.person('visitor');
    try {
        await later(story, nextQuarter(today));
        const catalogue = await compile(maker);
        await dissent(expert, catalogue);
        await publish(checker, catalogue);
        await clickDown(visitor);
    } finally {
        stop();
    }
});
