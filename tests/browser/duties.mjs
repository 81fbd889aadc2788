// 清单制 and 责任制: the province sets a duty for a city and its light is red; the city reports and hands in a proof, a visit finds
// something and another official closes it, the light turns each time; another one confirms. The yearly assessment is computed, agreed
// by a colleague, appealed, decided, published and found by a visitor beside the targets.
import { day, tell, today } from './browser.mjs';
import { PAPER } from './case_steps.mjs';
import { administratorsOf, official } from './people.mjs';

const { BASE, FIRST } = process.env;
const TITLE = '建成人力资源产业园二期';
const YEAR = today.slice(0, 4);

const light = (person, text) => person.page.locator('.tag', { hasText: text }).first().waitFor();

async function makeOffices() {
    const administrators = await administratorsOf(BASE, FIRST);
    for (const [account, place] of [['province-one', '510000'], ['province-two', '510000'], ['city', '511500']]) await official(BASE, administrators, place, account, account);
}

async function setDuty(setter) {
    const { page } = setter;
    await setter.enter('province-one');
    await setter.go('/desk/duties');
    await setter.said('没有责任事项');
    await setter.look('empty');
    await setter.button('下达责任事项').click();
    await page.selectOption('#duty-place', '511500');
    await page.fill('[name=office]', '宜宾市人力资源和社会保障局');
    await page.fill('[name=title]', TITLE);
    await page.fill('[name=what]', '二期厂房投入使用，入驻机构不少于十家。');
    await page.fill('[name=starts_on]', day(-100));
    await page.fill('[name=due_on]', today);
    await page.selectOption('[name=measure]', 'employment');
    await setter.look('set');
    await setter.inDialog('下达').click();
    await page.waitForURL(/\/desk\/duties\/[0-9a-z]+$/);
    await light(setter, '红灯');
    await setter.said('进度严重落后');
    await setter.look('red');
    return new URL(page.url()).pathname;
}

async function report(city, percent, said, { proof = null, shot = '' } = {}) {
    const { page } = city;
    await city.button('报告进展').click();
    await page.fill('dialog [name=progress]', percent);
    await page.fill('dialog [name=said]', said);
    if (proof) {
        await page.setInputFiles('dialog input[type=file]', { ...PAPER, name: proof });
        await city.inDialog('移除文件').waitFor();
    }
    if (shot) await city.look(shot);
    await city.inDialog('报告进展').click();
    await city.said('已报告。');
}

/** Its own: found in the list, and what is behind. */
async function begin(city) {
    await city.enter('city');
    await city.go('/desk/duties');
    await city.link(TITLE).waitFor();
    await city.look('list');
    await city.link(TITLE).click();
    await report(city, '95', '主体完工，正在验收。', { shot: 'report' });
    await light(city, '黄灯');
    await city.said('临近期限');
}

async function visit(visitor, duty) {
    const { page } = visitor;
    await visitor.enter('province-two');
    await visitor.go(duty);
    await visitor.button('登记督导检查').click();
    await page.getByLabel('未发现问题').check();
    await page.fill('dialog [name=said]', '现场查看，台账齐全。');
    await visitor.inDialog('登记督导检查').click();
    await visitor.said('现场查看，台账齐全。');
    await visitor.button('登记督导检查').click();
    await page.fill('dialog [name=said]', '消防验收还没有办结。');
    await page.fill('dialog [name=due_on]', day(7));
    await visitor.look('visit');
    await visitor.inDialog('登记督导检查').click();
    await visitor.said('有问题待整改');
    await light(visitor, '待整改');
}

async function remedyAndFinish(city, duty) {
    const { page } = city;
    await city.go(duty);
    await city.said('消防验收还没有办结。');
    await city.button('报告整改').click();
    await page.fill('dialog [name=said]', '消防验收已办结。');
    await city.inDialog('报告整改').click();
    await light(city, '已整改，待销号');
    await report(city, '100', '全部完工并投入使用。', { proof: '竣工验收备案表.pdf' });
    await light(city, '已报完成，待核实');
}

async function close(visitor, duty) {
    await visitor.go(duty);
    await visitor.link('竣工验收备案表.pdf').waitFor();
    await visitor.button('销号').click();
    await light(visitor, '已销号');
    await visitor.button('核实完成').click();
    await visitor.inDialog('核实完成').click();
    await light(visitor, '已核实完成');
    await visitor.look('confirmed');
}

async function assess(one, two, city) {
    await one.go('/desk/assessments');
    await one.look('assessments-none');
    await one.page.selectOption('#assess-place', '511500');
    await one.button('计算评分').click();
    await one.said(`宜宾市 ${YEAR} 年`);
    await one.look('proposed');
    await two.go('/desk/assessments');
    await act(two, '同意并告知', '已告知。');
    await city.go('/desk/assessments');
    await act(city, '申诉', '已申诉。', { reason: '验收推迟是因为汛期停工。', shot: 'appeal' });
    await two.go('/desk/assessments');
    await act(two, '处理申诉', '已处理。', { reason: '停工属实；报告晚了，减一分。', adjusted: '-1', shot: 'decide' });
    await act(two, '公布', '已公布。');
    await two.look('published');
}

async function act(person, name, did, { reason = '', adjusted = '', shot = '' } = {}) {
    await person.button(name).click();
    if (reason) await person.page.fill('dialog textarea', reason);
    if (adjusted) await person.page.fill('dialog input[type=number]', adjusted);
    if (shot) await person.look(shot);
    await person.inDialog(name).click();
    await person.said(did);
}

async function find(visitor) {
    await visitor.go('/targets');
    await visitor.look('targets');
    await visitor.link('年度考核').click();
    await visitor.said(`宜宾市 ${YEAR} 年`);
    await visitor.said('99.0');
    await visitor.look('assessments');
}

await tell('duties', async (story) => {
    await makeOffices();
    const one = await story.person('one');
    const two = await story.person('two');
    const city = await story.person('city');
    const duty = await setDuty(one);
    await begin(city);
    await visit(two, duty);
    await remedyAndFinish(city, duty);
    await close(two, duty);
    await assess(one, two, city);
    await find(await story.person('visitor'));
});
