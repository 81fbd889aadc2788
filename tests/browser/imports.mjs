// A list of demand as people bring it: the template is fetched, filled in, saved as .xlsx and handed in; what would happen is
// seen row by row before anything is written, then the good rows become drafts.
import { readFile } from 'node:fs/promises';
import { tell, today, day } from './browser.mjs';
import { Caller, makePeople } from './people.mjs';
import { workbook } from './xlsx.mjs';

const { BASE, FIRST } = process.env;
const GOOD = { 岗位名称: '包装工', 职业编码: '6-31-05-00', 招聘人数: '12', 工作地点: '宜宾市翠屏区', 薪资: '6000-8000元/月', 岗位描述: '成品酒装箱、码垛' };
const ROWS = [
    { ...GOOD, 岗位描述: '=1+1 是公式也只是字 & <b>' },
    { ...GOOD, 岗位名称: '搬运工', 招聘人数: '三十来个', 岗位描述: '仓库搬运' },
    { ...GOOD, 岗位名称: '质检工', 工作地点: '火星基地', 岗位描述: '抽样检验' },
    { ...GOOD, 岗位名称: '灌装工', 招聘人数: '5', 岗位描述: '灌装线值守' },
];

/** The header of the template that the page offers. */
async function template(employer) {
    const { page } = employer;
    await employer.go('/desk/imports');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
    const text = (await readFile(await download.path(), 'utf8')).replace(/^\uFEFF/, '');
    return text.split(/\r?\n/)[0].split(',');
}

async function handIn(employer, header) {
    const { page } = employer;
    const rows = ROWS.map((row) => header.map((name) => ({ 开始日期: day(5), 结束日期: day(90), ...row })[name] ?? ''));
    const file = { name: '用工需求.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbook([header, ...rows]) };
    await employer.look('imports');
    await page.setInputFiles('#import-file', file);
    await page.waitForURL(/imports\/[0-9a-z]+$/);
    await employer.button('导入 2 行').waitFor();
    await employer.look('dry-run');
}

async function seeFaults(story, employer) {
    const { page } = employer;
    await page.getByRole('button', { name: /不能导入/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody .faults').length === 2);
    const faults = await page.locator('tbody .faults').allInnerTexts();
    for (const [index, words] of [['三十来个', '招聘人数'], ['火星基地', '工作地点']].entries()) {
        for (const word of words) if (!faults[index]?.includes(word)) story.faults.push(`imports: the fault of row ${index + 3} does not say "${word}": ${faults[index]}`);
    }
    await employer.look('refused');
    await page.getByRole('button', { name: /不能导入/ }).click();
}

async function commit(story, employer, calls) {
    const { page } = employer;
    if ((await calls.get('orders')).items.length) story.faults.push('imports: the dry run has written orders');
    await employer.button('导入 2 行').click();
    await employer.inDialog('开始导入').click();
    await employer.said('已导入 2 行');
    await employer.look('imported');
    const { items } = await calls.get('orders');
    const made = items.map((each) => `${each.title} ${each.headcount} ${each.status}`).sort();
    if (made.join() !== ['包装工 12 draft', '灌装工 5 draft'].sort().join()) story.faults.push(`imports: made ${made}`);
    if (!items.some((each) => each.description.includes('=1+1 是公式也只是字 & <b>'))) story.faults.push('imports: a description is not what was written');
    await page.getByRole('link', { name: '查看订单' }).first().click();
    await page.waitForURL(/orders\//);
    await employer.look('draft');
}

async function play(story) {
    await makePeople(BASE, FIRST, today);
    const calls = await new Caller(BASE).signIn('employer');
    const employer = await story.person('i-employer');
    await employer.enter('employer');
    await handIn(employer, await template(employer));
    await seeFaults(story, employer);
    await commit(story, employer, calls);
}

await tell('imports', play);
