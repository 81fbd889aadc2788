// The whole way without a mouse: an agency grabs a share, an employer writes an order, dialogs close with Escape and give the
// focus back, the skip link skips, and whatever has the focus shows it.
import { tell, today, day } from './browser.mjs';
import { Keys } from './keys.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

/** The first stop of every page leads past the menu. */
async function skip(keys, path) {
    await keys.page.bringToFront();
    await keys.person.go(path);
    await keys.person.settled();
    await keys.press('Tab');
    // With less motion asked for, a change still takes one frame.
    await keys.page.waitForFunction(() => document.activeElement === document.body || document.activeElement.getBoundingClientRect().top >= 0);
    const first = await keys.now();
    keys.expect(first.name === '跳到正文' && first.seen, `${path}: the first stop is not the skip link that can be seen: ${JSON.stringify(first)}`);
    await keys.press('Enter');
    keys.expect((await keys.now()).id === 'main', `${path}: the skip link leads to "${(await keys.now()).id}"`);
}

async function grab(keys, title) {
    await skip(keys, '/desk/orders?view=market');
    await keys.person.link(title).waitFor();
    await keys.follow(title);
    await keys.person.button('去抢单').waitFor();
    keys.expect((await keys.now()).id === 'main', 'a new page does not begin with its own part');
    await keys.follow('去抢单');
    await keys.page.locator('#grab-seats').waitFor();
    await keys.to('#grab-seats');
    await keys.press('ArrowUp');
    await keys.follow('抢 2 个席位');
    await keys.page.locator('.won').waitFor();
    await keys.page.waitForFunction(() => document.activeElement?.classList.contains('won'));
    await keys.follow('现在派人');
    await keys.page.locator('.candidate').first().waitFor();
}

async function writeOrder(keys) {
    const { page } = keys;
    await skip(keys, '/desk/orders/new');
    await keys.follow('下一步');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-error-summary'));
    await keys.person.look('errors');
    await keys.follow('岗位名称');
    await keys.type('#field-title', '键盘录入的包装工');
    await keys.type('#field-occupation', '酿酒');
    await page.locator('[role=option]').first().waitFor();
    await keys.press('Enter');
    await keys.choose('#field-place', '511502');
    await keys.type('#field-address', '临港大道 88 号');
    await keys.type('#field-description', '白酒成品包装、贴标和码垛，包食宿。');
    await keys.follow('下一步');
    await keys.to('#field-starts_on');
    await keys.date('#field-starts_on', today);
    await keys.date('#field-ends_on', day(30));
    for (let step = 0; step < 30 && (await keys.now()).type !== 'radio'; step += 1) await keys.press('Tab');
    await keys.press('ArrowDown');
    keys.expect((await keys.now()).value === 'day', 'the arrows do not choose the unit of pay');
    await keys.type('#field-pay_min', '260');
    await keys.press('Enter');
    await keys.type('#field-headcount', '5');
    await keys.press('Enter');
    await page.locator('#field-cap').waitFor();
    await keys.follow('保存并核对');
    await page.locator('.next').waitFor();
    await keys.follow('发布');
    await page.waitForURL(/orders\/[0-9a-z]{13}$/);
}

/** Opened, walked round in, closed with Escape: the focus is where it was. */
async function dialogs(keys) {
    const { page } = keys;
    await keys.person.button('取消订单').waitFor();
    await keys.follow('取消订单');
    await page.locator('dialog[open]').waitFor();
    for (let stop = 0; stop < 8; stop += 1) {
        await keys.press('Tab');
        const at = await keys.now();
        keys.expect(at.inDialog || at.tag === 'BODY', `Tab leaves the dialog for "${at.name}"`);
    }
    await keys.person.look('dialog');
    await keys.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    keys.expect((await keys.now()).name === '取消订单', `after Escape the focus is on "${(await keys.now()).name}"`);
    await keys.press('Control+k');
    await page.locator('dialog.palette').waitFor();
    await keys.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    keys.expect((await keys.now()).name === '取消订单', `after the palette the focus is on "${(await keys.now()).name}"`);
    await keys.follow('取消订单');
    await page.locator('dialog[open]').waitFor();
    for (let stop = 0; stop < 5 && (await keys.now()).tag !== 'TEXTAREA'; stop += 1) await keys.press('Tab');
    await page.keyboard.type('计划有变');
    await keys.follow('取消订单');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement !== document.body);
    await keys.press('Control+k');
    await page.locator('dialog.palette').waitFor();
    await page.keyboard.type('结算');
    await keys.press('Enter');
    await page.waitForURL(/statements/);
}

async function play(story) {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const draft = orderDraft(today, day(30));
    await openOrder(await new Caller(BASE).signIn('employer'), yibin, draft);
    const agency = await story.person('k-agency');
    await agency.enter('agency-luzhou');
    await grab(new Keys(agency), draft.title);
    const employer = await story.person('k-employer');
    await employer.enter('employer');
    const keys = new Keys(employer);
    await writeOrder(keys);
    await dialogs(keys);
    await skip(new Keys(await story.person('k-visitor')), '/');
}

await tell('keyboard', play);
