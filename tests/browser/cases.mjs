// A licence from its guide to its grant: an agency applies at its desk, an official asks for what is missing, the agency
// supplements, the official reviews and is told why she may not decide, her colleague grants, the agency sees the licence and
// anybody checks the decision. Beside it: the guide in the hall, the list with deadlines, timeliness; a worker's complaint from her phone.
import { tell, today } from './browser.mjs';
import { field, PAPER, take } from './case_steps.mjs';
import { creditCode } from './identifiers.mjs';
import { Caller, makePeople, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;
const PROCEDURE = 'hr_service_licence_grant';
const NAME = '泸州龙马人力资源有限公司';
const ARTICLES = { ...PAPER, name: '章程.pdf' };

/** A second official of 泸州, who decides; and an agency that has no licence yet. */
async function makeMore({ security, system }) {
    const made = await security.post('accounts', { account: 'official-two', name: '李审批', role: 'official', place: '510500' });
    const { code } = await system.post(`accounts/${made.id}/password-reset`);
    await new Caller(BASE).post('password-resets', { account: 'official-two', code, password: PASSWORD });
    const { organisation } = await new Caller(BASE).post('registrations/organisations', {
        account: 'agency-new', password: PASSWORD, contact_name: '陈龙马', phone: '13808309021',
        organisation: { kind: 'agency', name: NAME, credit_code: creditCode('510504', 21), place: '510504', industry: 'L', address: '小市街道春景路 3 号' },
    });
    await (await new Caller(BASE).signIn('official-two')).post(`organisations/${organisation.id}/verify`);
}

async function apply(agency) {
    await agency.go('/desk/procedures');
    await agency.look('procedures');
    await agency.link('人力资源服务许可（新办）').click();
    await agency.said('受理审查');
    await agency.look('guide');
    await agency.page.getByText('文字', { exact: true }).click();
    await agency.look('guide-in-words');
    await agency.link('开始办理').click();
    await agency.button('送出申请').click();
    await agency.page.locator('[aria-invalid=true]').first().waitFor();
    await agency.look('faults');
    await agency.page.locator('[data-field=services] input[type=checkbox]').first().check();
    await field(agency, 'premises').fill('泸州市龙马潭区春景路 3 号 2 楼');
    await field(agency, 'staff').fill('5');
    await field(agency, 'procedure_kind', 'select').selectOption('general');
    await field(agency, 'legal_representative').fill('陈龙马');
    await agency.page.locator('[data-field=articles] input[type=file]').setInputFiles(ARTICLES);
    await agency.said('章程.pdf');
    await agency.look('form');
    await agency.page.reload();
    await agency.said('上次没写完的内容还在');
    await agency.button('送出申请').click();
    await agency.page.waitForURL(/\/desk\/cases\/(?!new)/);
    await agency.said('已提交');
    await agency.look('sent');
    return new URL(agency.page.url()).pathname.split('/').at(-1);
}

async function askForMore(official, id) {
    await official.go('/desk/cases');
    await official.link(NAME).waitFor();
    await official.look('cases');
    await official.link(NAME).click();
    await official.page.waitForURL(`**/desk/cases/${id}`);
    await official.button('由我经办').click();
    await official.page.locator('.tag', { hasText: '我' }).first().waitFor();
    await official.look('submitted');
    await take(official, '一次告知补正', { fill: () => field(official, 'missing', 'textarea').fill('章程缺少股东签字页，请补交。'), shot: 'what-follows' });
    await official.said('待补正');
    await official.page.fill('#case-comment', '已电话告知经办人。');
    await official.button('发送').click();
    await official.page.locator('.said').waitFor();
    await official.look('asked');
}

async function supplement(agency, id) {
    await agency.go(`/desk/cases/${id}`);
    await agency.said('章程缺少股东签字页');
    await agency.look('to-supplement');
    await agency.page.setInputFiles('#case-file', { name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await agency.said('这种文件不收');
    await agency.page.setInputFiles('#case-file', { ...ARTICLES, name: '股东签字页.pdf' });
    await agency.page.locator('td', { hasText: '股东签字页.pdf' }).waitFor();
    await take(agency, '补正', { fill: () => field(agency, 'premises').fill('泸州市龙马潭区春景路 3 号 2 楼 201') });
    await agency.page.locator('#case-now', { hasText: '正在等' }).waitFor();
    await agency.look('supplemented');
}

async function review(official, id) {
    await official.go(`/desk/cases/${id}`);
    await take(official, '受理', { asks: false, shot: 'accept-follows' });
    await official.said('已受理，审查中');
    await official.look('accepted');
    await take(official, '提交审查意见', { fill: () => field(official, 'opinion', 'textarea').fill('材料齐全，场所核实，建议准予。') });
    await official.said('您现在不能“准予许可”');
    await official.look('four-eyes');
}

async function grant(official, id) {
    await official.go('/desk/cases?view=turn');
    await official.link(NAME).click();
    await official.page.waitForURL(`**/desk/cases/${id}*`);
    await official.look('to-decide');
    await take(official, '准予许可', { asks: false, shot: 'grant-follows' });
    await official.page.locator('#case-now', { hasText: '已办结' }).waitFor();
    await official.look('granted');
    await official.go('/desk/timeliness');
    await official.said('按时办结');
    await official.look('timeliness');
}

/** The licence, the decision as a PDF, and the page where anybody checks it. */
async function seeLicence(agency, citizen, id) {
    await agency.go(`/desk/cases/${id}`);
    await agency.said('准予许可决定书');
    await agency.said('人服证字');
    await agency.look('licence');
    const pdf = agency.page.locator('a[download]').last();
    const answer = await agency.page.context().request.get(BASE + await pdf.getAttribute('href'));
    if (!answer.ok() || !(await answer.body()).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`the decision is no PDF: ${answer.status()}`);
    const check = await agency.page.getByRole('link', { name: /^核验真伪/ }).last().getAttribute('href');
    await citizen.go(check);
    await citizen.said('真实：内容与签发时一致');
    await citizen.look('checked');
    await citizen.go(check.replace(/digest=[0-9a-f]{4}/, 'digest=0000'));
    await citizen.said('不一致');
    await citizen.look('checked-false');
}

/** A worker complains from her phone about a pay that did not come, and reads where it is in plain words. */
async function complain(worker) {
    await worker.go('/pocket/procedures/complaint');
    await worker.said('办理过程');
    await worker.look('complaint-guide');
    await worker.link('开始办理').click();
    await field(worker, 'source', 'select').selectOption('complaint');
    await field(worker, 'employer').fill('宜宾三江');
    await worker.page.getByRole('option', { name: /宜宾三江酿造/ }).click();
    await field(worker, 'work_place', 'select').selectOption('511502');
    await field(worker, 'violation', 'select').selectOption('unpaid_wages');
    await field(worker, 'since_on').fill(today);
    await field(worker, 'owed').fill('6400');
    await field(worker, 'workers').fill('1');
    await field(worker, 'facts', 'textarea').fill('十月份的工资说好十一月十五日发，至今没有收到。');
    await worker.look('complaint-form');
    await worker.button('送出申请').click();
    await worker.page.waitForURL(/\/pocket\/cases\/(?!new)/);
    await worker.said('现在不需要您做什么');
    await worker.look('complaint-sent');
    await worker.go('/pocket/cases');
    await worker.link('劳动保障监察投诉举报').waitFor();
    await worker.look('cases');
}

async function lookAround(citizen, worker) {
    await citizen.go('/services');
    await citizen.look('services');
    await citizen.go(`/services/${PROCEDURE}`);
    await citizen.said('办理过程');
    await citizen.look('service');
    await worker.go('/pocket/procedures');
    await worker.look('procedures');
}

await tell('cases', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    await makeMore(administrators);
    const [agency, first, second, citizen] = [await story.person('cases-agency'), await story.person('cases-official'), await story.person('cases-official-two'), await story.person('cases-citizen')];
    const worker = await story.person('cases-worker', { phone: true });
    await agency.enter('agency-new');
    await first.enter('official-luzhou');
    await second.enter('official-two');
    await worker.enter('worker');
    const id = await apply(agency);
    await askForMore(first, id);
    await supplement(agency, id);
    await review(first, id);
    await grant(second, id);
    await seeLicence(agency, citizen, id);
    await lookAround(citizen, worker);
    await complain(worker);
});
