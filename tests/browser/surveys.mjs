// A rural labour survey: an official writes the questionnaire, types the villages, draws the sample and names a collector. On her phone
// the collector loses the network, opens the page anew, fills two households (one answer skips a question) and is connected again: both
// answers arrive, once. The official sees the estimate with its interval, a colleague publishes, a visitor reads the table.
import { tell } from './browser.mjs';
import { administratorsOf, Caller, official } from './people.mjs';

const { BASE, FIRST } = process.env;

async function prepare(desk) {
    const { page } = desk;
    await desk.enter('official-yibin');
    await desk.go('/desk/surveys');
    await desk.said('还没有调查');
    await desk.button('建立调查').click();
    await page.fill('dialog [name=title]', '2026年农村劳动力调查');
    await desk.inDialog('建立调查').click();
    await desk.said('编写问卷、上传村名单');
    await desk.button('添加题目').click();
    await page.fill('[name=title-0]', '外出务工人数');
    await page.selectOption('[name=kind-0]', 'number');
    await page.fill('[name=max-0]', '5');
    await desk.button('添加题目').click();
    await page.fill('[name=title-1]', '是否需要技能培训');
    await page.fill('[name=options-1]', '需要\n不需要');
    await page.selectOption('[name=when-1]', 'q1');
    await page.selectOption('[name=compare-1]', 'above');
    await tryOut(desk);
    await desk.look('questionnaire');
    await desk.button('收起试填').click();
    await desk.button('保存问卷').click();
    await desk.said('第 1 版');
    await page.getByText('直接录入').click();
    await page.fill('[name=villages]', '511502,菜坝村,平坝,60\n511502,高店村,山区,40');
    await desk.button('保存名单').click();
    await desk.said('2 个村，100 户');
    await page.fill('[name=households]', '10');
    await desk.button('抽样并开始').click();
    await desk.inDialog('抽样并开始').click();
    await page.fill('[name=login]', 'collector');
    await desk.button('指定调查员').click();
    await desk.said('已指定调查员');
    await desk.look('started');
    return page.url().split('/').at(-1);
}

/** What an answer leads to, tried before anybody is asked; and a question that moves before what it depends on loses its condition. */
async function tryOut(desk) {
    const { page } = desk;
    await page.getByRole('button', { name: /^上移\s*是否需要技能培训/ }).click();
    await desk.said('第 1 题的显示条件不再成立');
    await page.getByRole('button', { name: /^下移\s*是否需要技能培训/ }).click();
    await page.selectOption('[name=when-1]', 'q1');
    await page.selectOption('[name=compare-1]', 'above');
    await desk.button('试填问卷').click();
    const trial = page.locator('[data-trial]');
    await trial.getByText('显示 1 题，跳过 1 题').waitFor();
    await trial.locator('input').first().fill('2');
    await trial.getByText('显示 2 题，跳过 0 题').waitFor();
    await trial.getByText('是否需要技能培训').waitFor();
}

/** One household on the phone; `training` none: the question must not be there. */
async function fill(phone, index, away, training) {
    const { page } = phone;
    await page.locator('.household').nth(index).click();
    await page.getByLabel('已读给受访人听，受访人同意').check();
    await page.getByLabel('外出务工人数').fill(String(away));
    const question = page.getByText('是否需要技能培训');
    if (training) await page.getByLabel(training, { exact: true }).check();
    else if (await question.count()) throw new Error('a question that is skipped was shown');
    if (index === 1) await phone.look('form');
    await phone.button('保存').click();
}

/** Until the page and its code lie on the device, and its worker answers for them. */
async function kept(page) {
    for (let tries = 0; tries < 300; tries += 1) {
        const done = await page.evaluate(async () => {
            const worker = await navigator.serviceWorker.getRegistration('/desk/survey-visits');
            return worker?.active?.state === 'activated' && Boolean(await (await caches.open('survey-visits')).match('/desk/survey-visits'));
        });
        if (done) return;
        await new Promise((wake) => setTimeout(wake, 100));
    }
    throw new Error('the page was not kept');
}

async function collectOffline(phone) {
    const { page } = phone;
    await phone.enter('collector');
    await phone.go('/desk/survey-visits');
    await page.locator('.household').nth(9).waitFor();
    await kept(page);
    await page.context().setOffline(true);
    await page.reload();
    await phone.said('现在没有网络');
    await page.locator('.household').nth(9).waitFor();
    await fill(phone, 0, 0, '');
    await phone.said('1 份答卷待上传');
    await fill(phone, 1, 2, '需要');
    await phone.said('2 份答卷待上传');
    await page.reload();
    await phone.said('现在没有网络');
    await phone.said('2 份答卷待上传');
    await phone.look('offline');
    await page.context().setOffline(false);
    await phone.said('刚才上传了 2 份答卷');
    await phone.look('arrived');
}

/** The others, sent without a phone; and that each of the first two arrived once. */
async function collectRest(overseer, survey) {
    const collector = await new Caller(BASE).signIn('collector');
    const [{ households }] = (await collector.get('survey-visits')).items;
    const done = households.filter((each) => each.status === 'completed');
    if (done.length !== 2) throw new Error(`${done.length} households are completed`);
    for (const { id } of done) {
        const { answers } = await overseer.get(`survey-households/${id}`);
        if (answers.length !== 1) throw new Error(`an answer is there ${answers.length} times`);
    }
    const answers = households.filter((each) => each.status === 'waiting').map((each, index) => ({
        household: each.id, client: `story-${each.id}`, version: 1, outcome: 'completed', consented: true, members: 0, made_at: new Date().toISOString(),
        given: [{ question: 'q1', member: 0, values: [String(index % 3)] }, ...(index % 3 ? [{ question: 'q2', member: 0, values: ['a'] }] : [])],
    }));
    const { items } = await collector.post('survey-visits', { answers });
    if (items.some((each) => each.merged !== 'added')) throw new Error(JSON.stringify(items));
    const shown = await overseer.get(`surveys/${survey}`);
    if (shown.response.completed !== 10) throw new Error(JSON.stringify(shown.response));
}

await tell('surveys', async (story) => {
    const administrators = await administratorsOf(BASE, FIRST);
    const overseer = await official(BASE, administrators, '511500', 'official-yibin');
    const colleague = await official(BASE, administrators, '511500', 'colleague', '李复核');
    await official(BASE, administrators, '511502', 'collector', '赵村一');
    const desk = await story.person('surveys-desk');
    const survey = await prepare(desk);
    await collectOffline(await story.person('surveys-phone', { phone: true }));
    await collectRest(overseer, survey);
    await desk.go(`/desk/surveys/${survey}`);
    await desk.button('计算结果').click();
    await desk.inDialog('计算结果').click();
    await desk.said('95%置信区间');
    await desk.page.getByRole('row', { name: /平均/ }).getByText(/\d\.\d\d – \d\.\d\d/).waitFor();
    await desk.look('computed');
    await colleague.post(`surveys/${survey}/publish`);
    const visitor = await story.person('surveys-visitor');
    await visitor.go('/surveys');
    await visitor.link('2026年农村劳动力调查').click();
    await visitor.said(/回答率 100(\.0)?%/);
    await visitor.said('95%置信区间');
    await visitor.look('published');
});
