// A pay survey: an official lists companies and draws them; one of them answers from XLSX, first with a faulty row; offices
// read (on record), agree layer by layer; the guide is computed, published by a colleague, and seen by a visitor.
import { tell } from './browser.mjs';
import { administratorsOf, Caller, official, organisation, PASSWORD } from './people.mjs';
import { workbook } from './xlsx.mjs';

const { BASE, FIRST } = process.env;
const HEADER = ['职业代码', '岗位等级', '性别', '在岗月数', '全年工时', '基本工资', '奖金', '津贴补贴', '加班工资', '特殊情况工资'];
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = (name, rows) => ({ name, mimeType: SHEET, buffer: workbook(rows) });
const paid = (company) => [0, 1, 2, 3, 4, 5].map((person) => ['6-02-06-03', '四级/中级工', '', '12', '2000', String(60_000 + (company + person) * 1000), '0', '0', '0', '0']);
const rowsOf = (company) => paid(company).map(([occupation, , , , , base]) => ({ occupation, level: 'skill_4', sex: null, months: 12, hours: 2000, base: Number(base) * 100, bonus: 0, allowance: 0, overtime: 0, special: 0 }));

const COST = { staff: '6', wages: '375000', welfare: '10000', education: '2000', insurance: '90000', protection: '3000', housing: '20000', other: '0', costs: '900000', revenue: '1200000', profit: '-20000' };
const costOf = () => ({ value_added: null, ...Object.fromEntries(Object.entries(COST).map(([item, amount]) => [item, item === 'staff' ? Number(amount) : Number(amount) * 100])) });

/** Three companies of 翠屏区, their county's official and three of the city. */
async function makePeople() {
    const administrators = await administratorsOf(BASE, FIRST);
    const offices = {};
    for (const [account, place] of [['county', '511502'], ['maker', '511500'], ['checker', '511500'], ['expert', '511500']]) offices[account] = await official(BASE, administrators, place, account);
    const companies = [];
    for (const number of [1, 2, 3]) {
        await organisation(BASE, offices.county, { account: `company-${number}`, kind: 'employer', name: `宜宾酿造${'一二三'[number - 1]}厂`, place: '511502', number });
        companies.push(await new Caller(BASE).signIn(`company-${number}`, PASSWORD));
    }
    return { offices, companies };
}

async function draw(maker, companies) {
    const { page } = maker;
    const codes = await Promise.all(companies.map(async (each) => (await each.get(`organisations/${each.me.organisation.id}`)).credit_code));
    await maker.enter('maker');
    await maker.go('/desk/pay-surveys');
    await maker.said('还没有调查');
    await maker.look('empty');
    await maker.button('新建调查').click();
    await maker.inDialog('建立').click();
    await page.waitForURL(/pay-surveys\/[0-9a-z]+$/);
    await maker.said('上传企业名单（');
    await page.setInputFiles('input[type=file]', file('名单.xlsx', [['统一社会信用代码', '从业人数'], ...codes.map((code) => [code, '6'])]));
    await maker.said('宜宾酿造三厂');
    await page.fill('[name=companies]', '3');
    await maker.look('listed');
    await maker.button('抽样').click();
    await maker.inDialog('抽样').click();
    await maker.said('名单 3 家，抽中 3 家');
    await page.fill('#pay-expert-login', 'expert');
    await maker.button('邀请专家').click();
    await page.getByRole('region', { name: '评审专家' }).getByText('还没有邀请专家').waitFor({ state: 'detached' });
    await maker.look('drawn');
    return page.url().split('/').at(-1);
}

async function answer(company) {
    const { page } = company;
    await company.enter('company-1');
    await company.go('/desk/pay-answers');
    await page.getByRole('link', { name: /年度企业薪酬调查/ }).click();
    await company.said('上传填报表或逐行填写');
    const wrong = paid(0);
    wrong[2] = [...wrong[2].slice(0, 5), '六万', ...wrong[2].slice(6)];
    await page.setInputFiles('input[type=file]', file('填报.xlsx', [HEADER, ...wrong]));
    await company.said('有 1 处不对，没有保存');
    await company.look('faults');
    await page.setInputFiles('input[type=file]', file('填报.xlsx', [HEADER, ...paid(0)]));
    await company.said('已填 6 行');
    await company.said('没有填人工成本');
    for (const [item, amount] of Object.entries(COST)) await page.fill(`[name=cost_${item}]`, amount);
    await page.fill('[name=cost_profit]', '二万');
    await company.button('保存人工成本').click();
    await company.said('“利润总额（亏损为负）”请写成数字');
    await page.fill('[name=cost_profit]', COST.profit);
    await company.button('保存人工成本').click();
    await company.said('已保存人工成本');
    await company.look('filled');
    await company.button('提交').click();
    await company.inDialog('提交').click();
    await company.said('审核中');
    return page.url().split('/').at(-1);
}

async function review(county, id) {
    const { page } = county;
    await county.enter('county');
    await county.go(`/desk/pay-answers/${id}`);
    await county.button('查看明细').click();
    await page.getByLabel('查看目的').fill('县级审核');
    await county.inDialog('查看明细').click();
    await county.said('填报的各行');
    await county.look('rows');
    await county.button('通过').click();
    await county.inDialog('通过').click();
    await page.locator('[aria-current=step]', { hasText: '市级审核' }).waitFor();
    await county.look('reviewed');
}

/** The other answers, and the other layers. */
async function finish({ offices, companies }, first) {
    for (const [index, company] of companies.entries()) {
        const [{ id }] = (await company.get('pay-answers')).items;
        if (id !== first) {
            await company.post(`pay-answers/${id}/rows`, { rows: rowsOf(index) });
            await company.post(`pay-answers/${id}/cost`, { cost: costOf() });
            await company.post(`pay-answers/${id}/submit`);
            await offices.county.post(`pay-answers/${id}/approve`);
        }
        for (const each of ['maker', 'checker', 'expert']) await offices[each].post(`pay-answers/${id}/approve`);
    }
}

async function publish(maker, checker, survey) {
    await maker.go(`/desk/pay-surveys/${survey}`);
    await maker.button('计算').click();
    await maker.inDialog('计算').click();
    await maker.said('核对工资价位');
    await maker.look('computed');
    await checker.enter('checker');
    await checker.go(`/desk/pay-surveys/${survey}`);
    await checker.button('发布').click();
    await checker.inDialog('发布').click();
    await checker.said('已发布，内容不再变化');
}

async function see(story, visitor) {
    const { page } = visitor;
    await visitor.go('/pay');
    await visitor.look('guides');
    await page.getByRole('link', { name: /宜宾市 \d+ 年度企业薪酬调查/ }).click();
    await visitor.said('抽样种子');
    const cell = page.getByRole('row', { name: /6-02-06-03/ }).first();
    for (const words of ['18 人 / 3 家', '63,500']) if (!(await cell.innerText()).includes(words)) story.faults.push(`guide: no ${words}: ${await cell.innerText()}`);
    const cost = page.getByRole('row', { name: /83,333/ }).first();
    if (!(await cost.innerText()).includes('41.7%')) story.faults.push(`labour cost: no ratio: ${await cost.innerText()}`);
    await visitor.look('guide');
}

await tell('pay', async (story) => {
    const everybody = await makePeople();
    const maker = await story.person('maker');
    const survey = await draw(maker, everybody.companies);
    const first = await answer(await story.person('company'));
    await review(await story.person('county'), first);
    await finish(everybody, first);
    await publish(maker, await story.person('checker'), survey);
    await see(story, await story.person('visitor'));
});
