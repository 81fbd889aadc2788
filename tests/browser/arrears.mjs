// Unpaid wages, from a worker's phone to publication and repair. She complains; two inspectors file, collect evidence by its kinds, tell the
// employer, who states its case, decide and serve; the time to pay runs out and the listing begins; the time to object runs out, the
// employer is listed and published: everybody sees it, and it may publish no order. It asks too early to be taken off and is told from
// when on; half a year after it has paid it is taken off, and publishes again. Days pass by starting the server on a later day (later.mjs).
import { day, tell, today } from './browser.mjs';
import { addRow, fill, open, PAPER, take } from './case_steps.mjs';
import { enter, inDays, later, stop } from './later.mjs';
import { orderDraft } from './market.mjs';
import { Caller, makePeople, official } from './people.mjs';

const { BASE, FIRST } = process.env;
const EMPLOYER = '宜宾三江酿造有限公司';
/** Half a year after a day, by the calendar; the last of a month stays within its month. */
function halfYearAfter(date) {
    const [year, month, on] = date.split('-').map(Number);
    const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
    return new Date(Date.UTC(year, month + 5, Math.min(on, last))).toISOString().slice(0, 10);
}
/** Days of the story: the time to pay is over; nobody has objected, across the longest holidays; half a year on the list is over. */
const [OVERDUE, UNOPPOSED] = [day(17), day(34)];
const REPAIRED = halfYearAfter(UNOPPOSED);

async function complain(worker) {
    const id = await open(worker, 'complaint', {
        source: 'complaint', employer: { find: EMPLOYER }, work_place: '511502', violation: 'unpaid_wages', since_on: day(-60), owed: '6400', workers: '12',
        facts: '十月份的工资说好十一月十五日发，我们班组十二个人至今没有收到。',
    }, { shell: 'pocket' });
    await worker.said('五个工作日内决定是否受理');
    await worker.look('complaint-sent');
    return id;
}

async function investigate(one, id) {
    await one.go('/desk/cases?view=turn');
    await one.page.getByRole('link', { name: /陈/ }).first().click();
    await one.page.waitForURL(`**/desk/cases/${id}*`);
    await take(one, '受理并立案', {
        fill: async () => {
            await addRow(one, 'officers', { name: '黄监察', certificate: '川监-0101' });
            await addRow(one, 'officers', { name: '赵监察', certificate: '川监-0102' });
            await fill(one, { no_conflict: true });
        }, form: 'filing',
    });
    await one.said('证据清单：应收集');
    await one.look('evidence-wanted');
    await take(one, '登记证据', {
        fill: async () => {
            for (const [kind, name] of [['payroll', '工资表.pdf'], ['worker_statement', '询问笔录.pdf']])
                await addRow(one, 'items', { kind, file: { ...PAPER, name }, source: '用人单位财务室', collected_on: today, original: true, officers: '黄监察、赵监察' });
        }, form: 'evidence',
    });
    await one.said('已有 2 项');
    await one.look('evidence');
    await take(one, '调查终结，提交处理意见', { fill: () => fill(one, { facts: '该单位拖欠十二名工人十月工资共 76800 元，事实清楚。', proposal: 'rectify', legal_review: true, evidence_gap: '考勤、银行流水等由项目部保管，已责令限期提供，逾期未提供。' }) });
    await one.said('您现在不能“告知拟处理决定和权利”');
}

async function tellParty(two, employer, id) {
    await two.go(`/desk/cases/${id}`);
    await take(two, '告知拟处理决定和权利', {
        fill: () => fill(two, { intended: '责令十五日内支付拖欠工资 76800 元。', facts: '你单位拖欠十二名工人二〇二六年十月工资共 76800 元，违反《劳动法》第五十条。' }), shot: 'notice-follows',
    });
    await employer.go('/desk/');
    await employer.said('您的办件有新的告知');
    await employer.page.getByRole('link', { name: /您的办件有新的告知/ }).first().click();
    await employer.page.waitForURL(`**/desk/cases/${id}`);
    await employer.said('处理（处罚）事先告知书');
    await employer.look('notified');
    await take(employer, '陈述申辩或要求听证', { fill: () => fill(employer, { text: '资金周转困难，请求分期支付。', hearing: false }) });
}

async function decide(one, two, id) {
    await one.go(`/desk/cases/${id}`);
    await take(one, '复核陈述申辩（听证）完毕', { fill: () => fill(one, { opinion: '资金困难不是拖欠工资的理由，不予采纳。' }) });
    await two.page.reload();
    await take(two, '作出决定', {
        fill: () => fill(two, { violation: 'unpaid_wages', decision: 'rectify', penalty: 'no_penalty', owed: '76800', due_on: day(15), basis: '《劳动保障监察条例》第二十六条', evidence_gap: '用人单位逾期未提供，依现有证据足以认定。' }), shot: 'decision-follows',
    });
    await one.page.reload();
    await take(one, '送达', { fill: () => fill(one, { served_on: today, way: '直接送达，法定代表人签收' }) });
    await one.look('served');
}

async function followOnPhone(worker, id) {
    await worker.go(`/pocket/cases/${id}`);
    await worker.said('已送达，履行中');
    await worker.look('complaint-served');
}

/** The time to pay has run out; the colleague who begins the listing also tells the employer, so that the other one may decide. */
async function beginListing(two, employer, id) {
    await two.go(`/desk/cases/${id}`);
    await two.said('逾期未履行');
    await two.look('overdue');
    await take(two, '启动列入失信名单程序', { fill: () => two.page.fill('[name=reason]', '责令支付期限届满，仍未支付，涉及十二人。') });
    await two.go('/desk/cases?view=turn');
    // The filter above the table offers the same words.
    await two.page.locator('tbody tr', { hasText: '列入拖欠农民工工资失信名单' }).first().locator('a.strong').click();
    await two.page.locator('#case-now').waitFor();
    await take(two, '发出列入告知书', {
        fill: () => fill(two, { ground: 'crime_amount', order_number: '（511502）劳监决[2026]0001号', facts: '你单位经责令限期支付，逾期仍拖欠十二名工人工资 76800 元。' }), shot: 'listing-notice-follows',
    });
    const listing = new URL(two.page.url()).pathname.split('/').at(-1);
    await employer.go(`/desk/cases/${listing}`);
    await employer.said('列入失信名单告知书');
    await employer.look('listing-notified');
    return listing;
}

async function publish(one, listing) {
    await one.go(`/desk/cases/${listing}`);
    await one.said('异议期满');
    await take(one, '作出列入决定', { asks: false, shot: 'list-follows' });
    await take(one, '公布', { asks: false, shot: 'publish-follows' });
    await one.look('published');
}

/** Organisations are verified anew every six months: its official does it now, so that half a year later only the list can bar. */
async function verifyAgain(organisation) {
    await (await new Caller(BASE).signIn('official-yibin')).post(`organisations/${organisation}/verify`);
}

async function seeListed(citizen, employer, draft) {
    await citizen.go('/registers/wage_arrears_list');
    await citizen.link(EMPLOYER).waitFor();
    await citizen.look('list');
    await citizen.link(EMPLOYER).click();
    await citizen.said('主要失信事实');
    await citizen.look('listed');
    await employer.go(`/desk/orders/${draft}/edit?step=check`);
    await employer.said('招聘单位在限制名单中');
    await employer.look('gate-bars');
}

/** On the day of the listing: in place of the button stands from when on. */
async function repairTooEarly(employer, listing) {
    await employer.go(`/desk/cases/${listing}`);
    await employer.said('您现在不能“申请提前移出”');
    await employer.said('起可以办理');
    await employer.look('repair-too-early');
}

async function applyForRepair(employer, listing, paidOn) {
    await employer.go(`/desk/cases/${listing}`);
    await take(employer, '申请提前移出', {
        fill: () => fill(employer, { corrected_on: paidOn, proof: { ...PAPER, name: '支付凭证.pdf' }, promise: { ...PAPER, name: '守信承诺书.pdf' }, no_new_breach: true }), form: 'repair',
    });
}

async function repair(one, listing) {
    await one.go(`/desk/cases/${listing}`);
    await take(one, '准予提前移出', { asks: false, shot: 'repair-follows' });
    await one.look('repaired');
}

async function seeRepaired(citizen, employer) {
    await citizen.go('/registers/wage_arrears_list');
    await citizen.settled();
    if (await citizen.link(EMPLOYER).count()) throw new Error('who was taken off is still shown');
    await citizen.look('list-after');
    const boss = await new Caller(BASE).signIn('employer');
    const { id } = await boss.post('orders', orderDraft(inDays(REPAIRED, 1), inDays(REPAIRED, 20), { title: '包装工 2 人' }));
    await employer.go(`/desk/orders/${id}/edit?step=check`);
    await employer.page.locator('.next').waitFor();
    await employer.look('gate-open');
    await employer.page.locator('.foot .primary').click();
    await employer.page.waitForURL(/orders\/[0-9a-z]{13}$/);
}

await tell('arrears', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    await official(BASE, administrators, '511500', 'inspector-one', '黄监察', 'inspector');
    await official(BASE, administrators, '511500', 'inspector-two', '赵监察', 'inspector');
    const boss = await new Caller(BASE).signIn('employer');
    const draft = (await boss.post('orders', orderDraft(day(36), day(60)))).id;
    const worker = await story.person('arrears-worker', { phone: true });
    const [one, two, employer, citizen] = [await story.person('arrears-one'), await story.person('arrears-two'), await story.person('arrears-employer'), await story.person('arrears-citizen')];
    const accounts = new Map([[worker, 'worker'], [one, 'inspector-one'], [two, 'inspector-two'], [employer, 'employer']]);
    const signIn = async (...people) => { for (const person of people) await enter(person, accounts.get(person)); };
    try {
        await signIn(worker, one, two, employer);
        const id = await complain(worker);
        await investigate(one, id);
        await tellParty(two, employer, id);
        await decide(one, two, id);
        await followOnPhone(worker, id);
        await later(story, OVERDUE);
        await signIn(two, employer);
        const listing = await beginListing(two, employer, id);
        await later(story, UNOPPOSED);
        await signIn(one, employer);
        await publish(one, listing);
        await verifyAgain(boss.me.organisation.id);
        await seeListed(citizen, employer, draft);
        await repairTooEarly(employer, listing);
        await later(story, REPAIRED);
        await signIn(one, employer);
        await applyForRepair(employer, listing, UNOPPOSED);
        await repair(one, listing);
        await seeRepaired(citizen, employer);
    } finally {
        stop();
    }
});
