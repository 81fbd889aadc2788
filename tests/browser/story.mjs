// One order from the first word to the last fen, by five people in five browsers: an employer of 宜宾, agencies of 泸州 and
// 内江, a worker on a phone, an official. Waits for conditions, never for time. Exit code 1 when anything is wrong.
import { tell, today, day } from './browser.mjs';
import { idNumber } from './identifiers.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;
const TITLE = '酿酒工 6 人（包食宿）';
let story;
const step = (text) => console.log(`  ${text}`);

async function publishOrder(employer) {
    const { page } = employer;
    await employer.signIn('employer', /\/desk\//);
    await employer.look('home');
    await employer.go('/desk/orders/new');
    await page.fill('#field-title', TITLE);
    await page.fill('#field-occupation', '酿酒');
    await page.locator('[role=option]').first().click();
    await page.selectOption('#field-place', '511502');
    await page.fill('#field-address', '临港大道 88 号');
    await page.fill('#field-description', '白酒酿造车间上甑、摊晾和入窖，包食宿，有班车。');
    await employer.look('wizard-what');
    await employer.button('下一步').click();
    await page.fill('#field-starts_on', today);
    await page.fill('#field-ends_on', day(30));
    await page.getByLabel('按天').or(page.locator('input[value=day][type=radio]')).first().check();
    await page.fill('#field-pay_min', '260');
    await page.fill('#field-pay_max', '300');
    await page.fill('#field-service_fee', '300');
    await employer.look('wizard-when');
    await employer.button('下一步').click();
    await page.fill('#field-headcount', '6');
    await employer.look('wizard-people');
    await employer.button('下一步').click();
    await page.fill('#field-cap', '4');
    await page.fill('#field-closes_at', `${day(20)}T18:00`);
    await employer.look('wizard-grab');
    await employer.button('保存并核对').click();
    await page.locator('.next').waitFor();
    await employer.look('wizard-check');
    await page.locator('.foot .primary').click();
    await page.waitForURL(/orders\/[0-9a-z]{13}$/);
    return page.url().split('/').at(-1);
}

async function approveOrder(official, order) {
    await official.go(`/desk/orders/${order}`);
    await official.settled();
    if (!(await official.button('审核通过').isVisible())) return;
    await official.look('review');
    await official.button('审核通过').click();
    await official.inDialog('审核通过').click();
    await official.said('已通过，订单开放抢单');
}

async function grab(agency, order, seats) {
    const { page } = agency;
    await agency.go(`/desk/orders/${order}/grab`);
    await page.locator('#grab-seats').waitFor();
    await page.fill('#grab-seats', String(seats));
    await page.locator('#grab-seats').blur();
    await agency.look('grab');
    await agency.button(`抢 ${seats} 个席位`).click();
    await page.locator('.won').waitFor();
    await agency.look('won');
}

/** Two more candidates: one who knows the work, one who lives too far away for her reach. */
async function addCandidates(order) {
    const broker = await new Caller(BASE).signIn('agency-luzhou');
    const { occupation } = await broker.get(`orders/${order}`);
    await broker.post('people', { name: '周熟练', id_number: idNumber('511502', 21), place: '511502', occupations: [occupation], experience_years: 6 });
    await broker.post('people', { name: '吴路远', id_number: idNumber('511002', 22), place: '511002', occupations: [occupation], reach_km: 10 });
    return broker;
}

/** The list is the engine's: who knows the work first, the points of a row those of its parts, and who was left out with the reason. */
async function readRanking(agency, order) {
    const { page } = agency;
    const broker = await addCandidates(order);
    await page.getByRole('link', { name: '现在派人' }).click();
    const rows = page.locator('.candidate');
    for (let turn = 0; turn < 60 && !(await rows.filter({ hasText: '周熟练' }).count()); turn += 1) {
        await agency.settled();  // the index learns of them within a second
        await page.reload();
        await page.locator('.why-not').waitFor();  // Below the list, which may be empty till then.
    }
    const found = await broker.get(`orders/${order}/candidates?k=50`);
    const shown = await page.locator('.candidate a.strong').allTextContents();
    if (shown.join() !== found.items.map((each) => each.person.name).join() || shown[0] !== '周熟练') throw new Error(`the page ranks ${shown.join()}`);
    await rows.first().getByRole('button', { name: /^怎么算的/ }).click();
    const points = (await rows.first().locator('.score-parts .points').allTextContents()).map((each) => Number(each.split('/')[0]));
    if (points.length !== 7 || points.reduce((sum, each) => sum + each, 0) !== found.items[0].score) throw new Error(`parts ${points.join(' + ')} of ${found.items[0].score}`);
    await agency.said('人选少，是因为这些条件筛掉了人');
    const reach = found.removed.find((each) => each.filter === 'reach');
    if (reach?.count !== 1) throw new Error(`removed: ${JSON.stringify(found.removed)}`);
    await agency.said(reach.reason.zh);
    // Whoever is not in the list is looked up by name.
    await page.getByRole('combobox', { name: '某人为什么不在上面' }).fill('吴路远');
    await page.getByRole('option', { name: /吴路远/ }).click();
    await agency.said('吴路远有 1 项条件不符合');
    await agency.look('why-not');
}

/** Offers a seat to that candidate; answers the share's address. */
async function offerSeat(agency, name) {
    const { page } = agency;
    const row = page.locator('.candidate').filter({ hasText: name });
    await row.waitFor();
    await agency.look('candidates');
    await row.getByRole('button', { name: /^发出邀约/ }).click();
    await agency.said(`已向 ${name} 发出邀约`);
    await page.locator('td a.strong').filter({ hasText: name }).waitFor();
    await agency.look('share');
}

async function acceptOffer(worker) {
    const { page } = worker;
    await worker.signIn('worker', /\/pocket\//);
    await worker.go('/pocket/work');
    await page.locator('.offer.offered').first().waitFor();
    await worker.look('work');
    await page.getByRole('link', { name: TITLE }).first().click();
    await worker.button('接受').waitFor();
    await worker.look('offer');
    await worker.button('接受').click();
    await worker.look('accept-question');
    await worker.inDialog('确定接受').click();
    await page.locator('.answer').waitFor({ state: 'detached' });
    await worker.look('accepted');
    return page.url();
}

async function insure(agency) {
    const { page } = agency;
    await page.getByRole('button', { name: /^登记保险/ }).click();
    await page.fill('#field-policy_number', 'PICC-2026-001');
    await agency.look('insurance');
    await agency.inDialog('登记').click();
    await agency.said('保险已登记');
}

async function showSiteCode(employer, order) {
    await employer.go(`/desk/orders/${order}`);
    await employer.button('显示今天的到岗码').click();
    const digits = employer.page.locator('.digits');
    await digits.waitFor();
    await employer.look('site-code');
    return (await digits.textContent()).trim();
}

async function checkIn(worker, seat, code) {
    const { page } = worker;
    await worker.go(new URL(`${seat}/check-in`).pathname);
    await page.fill('#site-code', code);
    await worker.look('check-in');
    await worker.button('签到').click();
    await worker.said('签到成功');
    await worker.look('checked-in');
}

async function confirmStart(employer) {
    await employer.go('/desk/seats');
    await employer.page.getByRole('button', { name: /确认到岗/ }).first().click();
    await employer.said('已到岗');
    await employer.look('seats');
}

async function recordHours(agency, name) {
    const { page } = agency;
    await agency.go('/desk/timesheets');
    await agency.button('录工时').click();
    await page.locator('#field-seat').waitFor();
    const option = await page.locator('#field-seat option').filter({ hasText: name }).getAttribute('value');
    await page.selectOption('#field-seat', option);
    await page.fill('#field-from_on', today);
    await page.fill('#field-to_on', today);
    await page.fill('#field-quantity', '1');
    await agency.look('record-hours');
    await agency.inDialog('提交工时').click();
    await agency.said('工时已提交');
    await agency.look('timesheets');
}

async function approveHours(employer) {
    const { page } = employer;
    await employer.go('/desk/timesheets');
    await page.locator('.bulk input').check();
    await employer.look('timesheets');
    await page.locator('.bulk .primary').click();
    await page.locator('.bulk').waitFor({ state: 'detached' });
}

async function openStatement(person) {
    await person.go('/desk/statements');
    await person.settled();
    await person.look('statements');
    await person.page.locator('tbody a').first().click();
    await person.page.locator('.way').waitFor();
}

async function settle(employer, agency) {
    await openStatement(employer);
    await employer.look('statement');
    await employer.button('确认对账').click();
    await employer.said('已记下我方确认');
    await openStatement(agency);
    await agency.look('statement');
    await agency.button('确认对账').click();
    await agency.said('双方已对账，可以付款了');
    for (const [name, dialog, reference] of [['已下付款指令', 'instruct', 'ICBC-1001'], ['登记已付款', 'paid', 'ICBC-1002']]) {
        await employer.page.reload();
        await employer.button(name).click();
        await employer.page.fill('#field-reference', reference);
        await employer.look(dialog);
        await employer.inDialog(name).click();
        await employer.page.locator('dialog').waitFor({ state: 'detached' });
    }
    await employer.look('statement-paid');
}

async function confirmFee(agency) {
    await agency.page.reload();
    await agency.button('服务费已到账').click();
    await agency.said('已确认收到服务费');
    await agency.look('statement-confirmed');
}

async function confirmPay(worker) {
    await worker.go('/pocket/pay');
    await worker.settled();
    await worker.look('pay');
    await worker.page.locator('a[href*="/pay/"]').first().click();
    await worker.button('我收到了').click();
    await worker.look('arrived-question');
    await worker.inDialog('确认收到').click();
    await worker.page.locator('.answer').waitFor({ state: 'detached' });
    await worker.look('pay-slip');
}

/** The official's figures: one placement and one employer served in 宜宾 more than none, and the journal that says why. */
async function seeFigures(official, caller) {
    const figures = await caller.get(`figures?place=511500&year=${today.slice(0, 4)}`);
    for (const measure of ['employment', 'employers']) {
        const value = figures.items.find((each) => each.measure === measure);
        if (value.verified < 1) story.faults.push(`figures: ${measure} is ${value.verified}, at least 1 is wanted`);
    }
    await official.go('/desk/figures?place=511500');
    await official.look('figures');
    await official.go('/desk/journal');
    await official.look('journal');
    await official.go('/desk/');
    await official.look('home');
}

async function lookAround() {
    const visitor = await story.person('visitor');
    for (const [title, path] of [['hall', '/'], ['organisations', '/organisations'], ['figures', '/figures'], ['register', '/register'], ['register-organisation', '/register/organisation'], ['register-worker', '/register/worker'], ['help', '/help']]) {
        await visitor.go(path);
        await visitor.look(title);
    }
}

async function play(opened) {
    story = opened;
    const { yibin } = await makePeople(BASE, FIRST, today);
    step('people are there');
    const employer = await story.person('employer');
    const luzhou = await story.person('agency-luzhou');
    const neijiang = await story.person('agency-neijiang');
    const worker = await story.person('worker', { phone: true });
    const official = await story.person('official');
    const order = await publishOrder(employer);
    await official.signIn('official-yibin', /\/desk\//);
    await approveOrder(official, order);
    step('the order is open');
    await luzhou.signIn('agency-luzhou', /\/desk\//);
    await neijiang.signIn('agency-neijiang', /\/desk\//);
    const wall = await story.person('wall');
    await wall.go('/screen');
    await wall.said('新订单，');
    await wall.page.waitForFunction(() => document.querySelector('.wall.live') && document.querySelector('.heads dd')?.textContent !== '–');
    await grab(luzhou, order, 2);
    await grab(neijiang, order, 3);
    await wall.said('抢走 2 席');
    await wall.said('抢走 3 席，余 ');
    await wall.look('screen');
    const cut = wall.page.getByText('连接中断');
    await wall.page.context().setOffline(true);
    await cut.waitFor();
    await wall.said('抢走 3 席，余 ');
    await wall.look('screen-cut');
    await wall.page.context().setOffline(false);
    await cut.waitFor({ state: 'hidden' });
    await wall.page.close();
    await employer.go(`/desk/orders/${order}`);
    await employer.look('order-grabbed');
    step('two agencies have their shares');
    await readRanking(luzhou, order);
    await offerSeat(luzhou, '陈小川');
    const seat = await acceptOffer(worker);
    step('the worker has accepted');
    await luzhou.page.reload();
    await insure(luzhou);
    await checkIn(worker, seat, await showSiteCode(employer, order));
    await confirmStart(employer);
    step('the worker is on site');
    await recordHours(luzhou, '陈小川');
    await approveHours(employer);
    await settle(employer, luzhou);
    await confirmPay(worker);
    await confirmFee(luzhou);
    step('the wage and the fee have arrived');
    await seeFigures(official, yibin);
    await lookAround();
}

await tell('story', play);
