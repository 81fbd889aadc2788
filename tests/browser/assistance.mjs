// Assistance between inspections: an inspector of 自贡 asks the inspectors of 江津, they find it in their inbox with its clock, take it,
// answer with a paper and evidence; the asker sees the deadline, then the answer with the custody of its evidence, checks it, closes the case, and her place's timeliness shows it.
import { tell } from './browser.mjs';
import { addRow, fill, open, PAPER, take } from './case_steps.mjs';
import { administratorsOf, official } from './people.mjs';

const { BASE, FIRST } = process.env;
const TITLE = '劳动保障监察协查';

async function makeEverybody() {
    const administrators = await administratorsOf(BASE, FIRST);
    await official(BASE, administrators, '510300', 'inspector-zigong', '罗自贡', 'inspector');
    await official(BASE, administrators, '500116', 'inspector-jiangjin', '江几江', 'inspector');
}

async function ask(zigong) {
    await zigong.go('/desk/procedures/assistance');
    await zigong.said('十个工作日');
    await zigong.look('guide');
    const id = await open(zigong, 'assistance', {
        to_place: '500116', case_number: '自劳监立[2026]0012号', employer: '江津德感建筑劳务有限公司', items: ['investigate', 'collect_evidence'],
        basis: '《川渝劳动保障监察合作协议》', questions: '请核实该公司九月考勤与工资发放，取得工资表复印件。',
    }, { shot: 'request' });
    await zigong.said('正在等：对方监察机构');
    await zigong.look('sent');
    return id;
}

async function receive(jiangjin, id) {
    await jiangjin.go('/desk/');
    await jiangjin.said(TITLE);
    await jiangjin.look('inbox');
    await jiangjin.page.getByRole('link', { name: new RegExp(TITLE) }).first().click();
    await jiangjin.page.waitForURL(`**/desk/cases/${id}`);
    await jiangjin.look('to-receive');
    await take(jiangjin, '收件', { asks: false });
    await jiangjin.said('还剩 10 个工作日');
    await jiangjin.look('received');
}

/** The asker's page was open all the time: it says so by itself, with the deadline. */
async function seeDeadline(zigong) {
    await zigong.said('还剩 10 个工作日');
    await zigong.look('deadline');
}

async function answer(jiangjin) {
    await take(jiangjin, '反馈结果', {
        fill: async () => {
            await fill(jiangjin, { findings: '该公司九月在册四十二人，三十八人工资已足额发放，四人欠发共 18600 元，工资表和考勤见附件。' });
            await addRow(jiangjin, 'evidence', { kind: 'payroll', file: { ...PAPER, name: '九月工资表.pdf' }, officers: '江几江、周双福' });
        }, form: 'answer', shot: 'answer-follows',
    });
    await jiangjin.said('正在等：劳动保障监察');
    await jiangjin.look('answered');
}

/** The asker reads the evidence; its chain says who handed it in, for what, and that she read it. */
async function custody(zigong) {
    const href = await zigong.page.getByRole('link', { name: '九月工资表.pdf' }).first().getAttribute('href');
    const file = await zigong.page.context().request.get(BASE + href);
    if (file.status() !== 200) throw new Error(`the evidence is not handed out: ${file.status()}`);
    await zigong.button('查看保管链').click();
    const chain = zigong.page.locator('#case-custody');
    for (const text of ['与交存时一致', '交存', '用于“反馈结果”的协查结果', '查阅', '自贡市']) await chain.getByText(text).first().waitFor();
    await zigong.look('custody');
}

async function close(zigong) {
    await zigong.said('四人欠发共 18600 元');
    await zigong.page.getByRole('link', { name: '九月工资表.pdf' }).first().waitFor();
    const pdf = await zigong.page.context().request.get(BASE + await zigong.page.locator('a[download]').first().getAttribute('href'));
    if (!(await pdf.body()).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`the answer is no PDF: ${pdf.status()}`);
    await zigong.look('result');
    await custody(zigong);
    await take(zigong, '确认办结', { asks: false });
    await zigong.page.locator('#case-now', { hasText: '已办结' }).waitFor();
    await zigong.look('closed');
}

async function timeliness(person) {
    await person.go('/desk/timeliness');
    await person.page.locator('tr', { hasText: TITLE }).getByText(/^100(\.0)?%$/).waitFor();
    await person.look('timeliness');
}

await tell('assistance', async (story) => {
    await makeEverybody();
    const [zigong, jiangjin] = [await story.person('assistance-zigong'), await story.person('assistance-jiangjin')];
    await zigong.enter('inspector-zigong');
    await jiangjin.enter('inspector-jiangjin');
    const id = await ask(zigong);
    await receive(jiangjin, id);
    await seeDeadline(zigong);
    await answer(jiangjin);
    await close(zigong);
    await timeliness(zigong);
});
