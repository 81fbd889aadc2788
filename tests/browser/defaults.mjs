// Shares to which nobody came, as everybody sees them nine days later: the agency is refused and reads whom to ask; the employer says that one was
// made good, without a mouse; the authority excuses the other with a reason; the agency grabs again. Days pass by later.mjs.
import { day, tell, today } from './browser.mjs';
import { enter, inDays, later, stop, until } from './later.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;
const AGENCY = '泸州江阳人力资源有限公司';

/** One seat is offered and nobody answers; the hold outlasts the first day by more than `default_days`. */
async function leaveEmpty(yibin, employer, agency, person, title) {
    const order = await openOrder(employer, yibin, orderDraft(today, day(40), { title, headcount: 2, cap_per_agency: 2, lot_max: 2, hold_hours: 400 }));
    const share = await agency.post(`orders/${order.id}/shares`, { seats: 2 });
    await agency.post(`shares/${share.id}/seats`, { person: person.id });
    return share;
}

async function refused(agency, order) {
    await enter(agency, 'agency-luzhou');
    await agency.go(`/desk/orders/${order}/grab`);
    await agency.said('贵机构现在不能抢这一单');
    await agency.look('refused');
    await agency.link('看违约清单，每一笔可以找谁了结').click();
    await agency.page.getByRole('heading', { name: '违约', exact: true }).waitFor();
    await agency.page.getByRole('row').nth(2).waitFor();
    await agency.look('list');
    await agency.link('灌装工 2 人').click();
    await agency.said('请用人单位 宜宾三江酿造有限公司 确认');
    await agency.look('share');
}

/** From the desk to the confirmation with the keyboard alone. */
async function madeGood(employer) {
    await enter(employer, 'employer');
    await employer.go('/desk/');
    const waiting = employer.page.getByRole('link', { name: /份额违约待了结.*灌装工 2 人/ });
    await waiting.waitFor();
    await employer.look('desk');
    await waiting.focus();
    await employer.page.keyboard.press('Enter');
    await employer.button('确认已补足').waitFor();
    await employer.look('share');
    await employer.button('确认已补足').focus();
    await employer.page.keyboard.press('Enter');
    await employer.said(`${AGENCY} 已经补足？`);
    await employer.look('asked');
    await employer.inDialog('确认已补足').focus();
    await employer.page.keyboard.press('Enter');
    await employer.said('用人单位已确认补足');
    await employer.look('closed');
}

async function excused(official) {
    await enter(official, 'official-yibin');
    await official.go('/desk/defaults');
    await official.link('包装工 2 人').waitFor();
    await official.look('list');
    await official.page.getByRole('link', { name: /^办理了结/ }).click();
    await official.button('认定免责').click();
    await official.inDialog('认定免责').click();
    await official.page.locator('dialog').getByRole('alert').waitFor();
    await official.page.locator('dialog textarea').fill('厂区停电，责任不在机构。');
    await official.look('asked');
    await official.inDialog('认定免责').click();
    await official.said('主管部门认定责任不在机构');
    await official.look('closed');
    await official.go('/desk/defaults');
    await official.said('没有未了结的违约');
    await official.look('none');
    await official.page.getByLabel('状态').selectOption('closed');
    await official.page.getByRole('row').nth(2).waitFor();
}

async function grabsAgain(agency, order) {
    await agency.go(`/desk/orders/${order}/grab`);
    await agency.said('贵机构符合条件');
    await agency.page.fill('#grab-seats', '1');
    await agency.button(/抢 1 个席位/).click();
    await agency.said('抢到 1 个席位');
    await agency.look('grabbed');
}

await tell('defaults', async (story) => {
    const { yibin, first } = await makePeople(BASE, FIRST, today);
    const [boss, broker] = await Promise.all(['employer', 'agency-luzhou'].map((account) => new Caller(BASE).signIn(account)));
    const shares = [await leaveEmpty(yibin, boss, broker, first, '灌装工 2 人'), await leaveEmpty(yibin, boss, broker, first, '包装工 2 人')];
    const next = await openOrder(boss, yibin, orderDraft(day(30), day(60), { title: '酿酒工 8 人' }));
    const [agency, employer, official] = [await story.person('defaults-agency'), await story.person('defaults-employer'), await story.person('defaults-official')];
    try {
        await later(story, inDays(today, 9));
        await until(async () => {
            const seen = await new Caller(BASE).signIn('agency-luzhou');
            return (await Promise.all(shares.map(({ id }) => seen.get(`shares/${id}`)))).every(({ status }) => status === 'defaulted');
        }, 'two defaults');
        await refused(agency, next.id);
        await madeGood(employer);
        await agency.go(`/desk/orders/${next.id}/grab`);
        await agency.said('贵机构现在不能抢这一单');
        await excused(official);
        await grabsAgain(agency, next.id);
    } finally {
        stop();
    }
});
