// Wages that nobody pays, as everybody sees them: the day after they were due yellow, whose turn it is and what comes next; orange, with the
// sums by employer, agency and order; red, which is a lead without anybody's report; an inspector takes it and goes on with it as a case
// that is filled in already. Days pass by starting the server on a later day (later.mjs). The case's own way is the story `arrears`.
import { day, tell, today } from './browser.mjs';
import { enter, inDays, later, stop, until } from './later.mjs';
import { atWork, openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople, official as makeOfficial } from './people.mjs';

const { BASE, FIRST } = process.env;
const [EMPLOYER, AGENCY] = ['宜宾三江酿造有限公司', '泸州江阳人力资源有限公司'];

/** A day's work, approved. Answers its statement. */
async function work(yibin, person) {
    const [employer, agency, worker] = await Promise.all(['employer', 'agency-luzhou', 'worker'].map((account) => new Caller(BASE).signIn(account)));
    const order = await openOrder(employer, yibin, orderDraft(today, day(10)));
    const seat = await atWork({ employer, agency, worker, order, person });
    const { id } = await agency.post(`seats/${seat.id}/timesheets`, { from_on: today, to_on: today, quantity_hundredths: 100, submit: true });
    await employer.post(`timesheets/${id}/approve`);
    const { items: [statement] } = await employer.get('statements');
    return statement;
}

/** That many days after the wages were due; waits until the clocks have said so. */
async function lateBy(story, statement, days, level) {
    await later(story, inDays(statement.due_on, days));
    await until(async () => {
        const employer = await new Caller(BASE).signIn('employer');
        return (await employer.get(`statements/${statement.id}`)).overdue_level === level;
    }, `the warning ${level}`);
}

async function yellow(employer, agency, worker, statement) {
    await enter(employer, 'employer');
    await employer.go('/desk/statements');
    await employer.said(`下一步：${EMPLOYER}确认对账`);
    await employer.look('yellow');
    await employer.go(`/desk/statements/${statement}`);
    await employer.said('已过付款期限');
    await employer.button('确认对账').click();
    await employer.said('已记下我方确认');
    await enter(agency, 'agency-luzhou');
    await agency.go('/desk/statements');
    await agency.said(`下一步：${AGENCY}确认对账`);
    await agency.look('yellow');
    await enter(worker, 'worker');
    await worker.go(`/pocket/pay/${statement}`);
    await worker.look('yellow');
}

/** The office sees who owes what, whose turn it is and to do what: first the agency's, then the employer's. */
async function orange(official, agency, statement) {
    await enter(official, 'official-yibin');
    await official.go('/desk/leads');
    await official.said('橙色');
    await official.page.locator('.sums').getByText(AGENCY).waitFor();
    await official.said('服务机构确认对账');
    await official.look('orange');
    await enter(agency, 'agency-luzhou');
    await agency.go(`/desk/statements/${statement}`);
    await agency.said('当地人社部门已收到预警');
    await agency.button('确认对账').click();
    await agency.said('可以付款了');
    await agency.look('orange');
    await official.page.reload();
    for (const [by, name] of [['按服务机构', AGENCY], ['按订单', '包装工 8 人']]) {
        await official.page.getByText(by, { exact: true }).click();
        await official.page.locator('.sums').getByRole('link', { name }).waitFor();
        await official.said('用人单位下付款指令');
    }
    await official.look('orange-by-order');
    await official.page.locator('.sums').getByRole('link', { name: '包装工 8 人' }).click();
    await official.page.getByRole('heading', { name: '包装工 8 人' }).first().waitFor();
}

/** Nobody reported it: it waits for whoever takes it. */
async function red(inspector, employer) {
    await enter(employer, 'employer');
    await employer.go('/desk/statements');
    await employer.said('已转劳动监察线索');
    await employer.look('red');
    await enter(inspector, 'inspector');
    await inspector.go('/desk/');
    await inspector.page.getByRole('link', { name: '欠薪线索：包装工 8 人' }).waitFor();
    await inspector.look('inbox');
    await inspector.go('/desk/leads');
    await inspector.said('尚无人接手');
    await inspector.look('leads');
    await inspector.page.locator('.leads').getByRole('link', { name: EMPLOYER }).click();
    await inspector.button('接手').click();
    await inspector.said('黄监察');
    await inspector.said('等用人单位付款');
    await inspector.look('lead');
}

async function pursue(inspector, colleague) {
    await enter(colleague, 'colleague');
    await colleague.go('/desk/leads');
    await colleague.said('办理人：黄监察');
    await colleague.look('leads-taken');
    await inspector.button('由线索立案').click();
    await inspector.page.waitForURL(/desk\/cases\//);
    await inspector.page.locator('#case-now').waitFor();
    await inspector.said('平台预警线索');
    await inspector.look('case');
    await inspector.go('/desk/leads');
    await inspector.page.locator('.leads').getByText('已办结').first().waitFor();
}

await tell('overdue', async (story) => {
    const { administrators, yibin, first } = await makePeople(BASE, FIRST, today);
    await makeOfficial(BASE, administrators, '511502', 'inspector', '黄监察', 'inspector');
    await makeOfficial(BASE, administrators, '511502', 'colleague', '赵监察', 'inspector');
    const statement = await work(yibin, first);
    const [employer, agency, official] = [await story.person('overdue-employer'), await story.person('overdue-agency'), await story.person('overdue-official')];
    const [inspector, colleague] = [await story.person('overdue-inspector'), await story.person('overdue-colleague')];
    const worker = await story.person('overdue-worker', { phone: true });
    try {
        await lateBy(story, statement, 1, 'yellow');
        await yellow(employer, agency, worker, statement.id);
        await lateBy(story, statement, 7, 'orange');
        await orange(official, agency, statement.id);
        await lateBy(story, statement, 15, 'red');
        await red(inspector, employer);
        await pursue(inspector, colleague);
    } finally {
        stop();
    }
});
