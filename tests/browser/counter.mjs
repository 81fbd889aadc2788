// Helped at the counter: an official of 泸州 files a worker's qualification for her; the case is hers and says everywhere that it was
// filed by an office. Her county's official registers it; on her phone she reads who helped, the certificate of registration and the sheet.
import { day, tell, today } from './browser.mjs';
import { fill, PAPER, take } from './case_steps.mjs';
import { makePeople, official } from './people.mjs';

const { BASE, FIRST } = process.env;
const NUMBER = 'S000051050026000071';

async function helpAtCounter(counter) {
    await counter.go('/desk/procedures/practitioner_qualification');
    await counter.link('为他人代办').click();
    await counter.said('您在为到窗口来的人代办');
    await counter.button('送出申请').click();
    await counter.page.locator('[aria-invalid=true]').first().waitFor();
    await counter.look('nobody-chosen');
    await counter.page.locator('.segmented label', { hasText: '个人' }).click();
    await counter.page.getByRole('combobox').first().fill('陈小川');
    await counter.page.locator('[role=option]').first().click();
    await fill(counter, { kind: 'hr_manager', source_number: NUMBER, issued_by: '四川省人力资源和社会保障厅', issued_on: day(-400), scan: { ...PAPER, name: '证书照片.pdf' } });
    await counter.look('form');
    await counter.button('送出申请').click();
    await counter.page.waitForURL(/\/desk\/cases\/(?!new)/);
    await counter.page.locator('#case-now').waitFor();
    await counter.said('代办：四川省泸州市人力资源和社会保障局');
    await counter.look('sent');
    return new URL(counter.page.url()).pathname.split('/').at(-1);
}

/** It is the worker's own, labelled in the list, on its page and at the line that the office wrote. */
async function seeLabels(worker) {
    await worker.go('/pocket/cases');
    await worker.link('从业人员资格登记').waitFor();
    await worker.page.locator('.tag', { hasText: '代办' }).first().waitFor();
    await worker.look('cases');
    await worker.link('从业人员资格登记').click();
    await worker.said('代办：四川省泸州市人力资源和社会保障局');
    await worker.page.locator('.steps .tag', { hasText: '代办' }).waitFor();
    await worker.look('case');
}

async function register(clerk, id) {
    await clerk.go(`/desk/cases/${id}`);
    await clerk.page.locator('.tag', { hasText: '代办' }).first().waitFor();
    if (await clerk.page.locator('.acts .primary').textContent() !== '核验登记') throw new Error('the usual step is not the main button');
    await take(clerk, '核验登记', { asks: false, shot: 'register-follows' });
    await clerk.said('从业人员资格登记证明');
    await clerk.look('registered');
}

async function pdfAt(person, link) {
    const answer = await person.page.context().request.get(BASE + await link.getAttribute('href'));
    if (!answer.ok() || !(await answer.body()).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`no PDF: ${answer.status()}`);
}

async function carryHome(worker, id) {
    await worker.go(`/pocket/cases/${id}`);
    await worker.said('从业人员资格登记证明');
    await pdfAt(worker, worker.page.locator('a[download][href*="/documents/"]').first());
    await worker.look('paper');
    await worker.go('/pocket/me/certificates');
    const sheet = worker.page.getByRole('link', { name: '打印版：完整内容' });
    await sheet.waitFor();
    await pdfAt(worker, sheet);
    const [kept] = await Promise.all([worker.page.waitForEvent('download'), sheet.click()]);
    if (!kept.suggestedFilename().endsWith('.pdf')) throw new Error(`the sheet is kept as ${kept.suggestedFilename()}`);
    await worker.look('certificates');
}

await tell('counter', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    await official(BASE, administrators, '510502', 'official-jiangyang', '李江阳');
    const [counter, clerk, worker] = [await story.person('counter-official'), await story.person('counter-clerk'), await story.person('counter-worker', { phone: true })];
    await counter.enter('official-luzhou');
    await clerk.enter('official-jiangyang');
    await worker.enter('worker');
    const id = await helpAtCounter(counter);
    await seeLabels(worker);
    await register(clerk, id);
    await carryHome(worker, id);
});
