// Four eyes over an entry: an official proposes that a licence be revoked and may not approve it herself; her colleague finds it in the
// inbox and sends it back; proposed again, he approves, and everybody sees that the licence is revoked. Then the agency stands on the list
// of exclusions: what day it ends is changed by the same two, and everybody reads that the agency is listed and until when.
import { day, tell, today } from './browser.mjs';
import { Caller, makePeople, official } from './people.mjs';

const { BASE, FIRST } = process.env;
const AGENCY = '泸州江阳人力资源有限公司';

async function propose(first, shot) {
    await first.button('吊销').click();
    await first.page.fill('#step-note', '经调查出租许可证，情节严重');
    await first.look(shot);
    await first.inDialog('吊销').click();
    await first.said('待审批：吊销');
    await first.said('提议人不能自己审批');
    if (await first.button('批准吊销').count()) throw new Error('who proposed may approve');
}

/** From the inbox to the entry. */
async function find(second) {
    await second.go('/desk/');
    await second.page.getByRole('link', { name: /待审批吊销/ }).first().waitFor();
    await second.look('inbox');
    await second.page.getByRole('link', { name: /待审批吊销/ }).first().click();
    await second.button('批准吊销').waitFor();
    await second.look('to-decide');
}

/** Excluded by two officials, over the API. */
async function exclude() {
    const luzhou = await new Caller(BASE).signIn('official-luzhou');
    const { items } = await luzhou.get('registers/hr_service_licence/entries?status=revoked');
    const { organisation } = items.find((each) => each.subject.name === AGENCY).subject;
    await luzhou.post(`organisations/${organisation}/exclusion`, { reason_code: 'unpaid_wages', since_on: today, until_on: day(90) });
    await (await new Caller(BASE).signIn('official-two')).post(`organisations/${organisation}/exclusion/approve`);
}

/** The last day is moved: proposed by one, decided by the other, who reads what would be otherwise. */
async function move(first, second, citizen) {
    await first.go('/desk/registers/market_exclusion');
    await first.said('都由另一位工作人员审批后生效');
    if (await first.button('登记').count() || await first.link('导入').count()) throw new Error('somebody may list alone');
    await first.link(AGENCY).click();
    await first.button('变更').click();
    await first.said('由您提议，另一位工作人员审批后生效');
    await first.page.locator('dialog input[type=date]').fill(day(30));
    await first.look('change');
    await first.inDialog('变更').click();
    await first.said('待审批：变更');
    await first.look('change-proposed');
    if (await first.button('批准变更').count()) throw new Error('who proposed may approve');
    await second.go('/desk/');
    await second.page.getByRole('link', { name: /待审批变更/ }).first().click();
    await second.said('有效期至：');
    await second.look('change-to-decide');
    await second.button('批准变更').click();
    await second.button('批准变更').waitFor({ state: 'detached' });
    await second.look('changed');
    await citizen.go('/registers/market_exclusion');
    await citizen.link(AGENCY).click();
    await citizen.said('今天在名单上');
    await citizen.look('listed');
}

await tell('proposal', async (story) => {
    const { administrators } = await makePeople(BASE, FIRST, today);
    await official(BASE, administrators, '510500', 'official-two', '李审批');
    const [first, second, citizen] = [await story.person('proposal-first'), await story.person('proposal-second'), await story.person('proposal-citizen')];
    await first.enter('official-luzhou');
    await second.enter('official-two');
    await first.go('/desk/registers/hr_service_licence');
    await first.link(AGENCY).click();
    await propose(first, 'propose');
    await first.look('proposed');
    await find(second);
    await second.button('退回').click();
    await second.button('批准吊销').waitFor({ state: 'detached' });
    // Her open page says so by itself.
    await first.button('撤回提议').waitFor({ state: 'detached' });
    await propose(first, 'propose-again');
    await find(second);
    await second.button('批准吊销').click();
    await second.said('已吊销');
    await second.look('revoked');
    await citizen.go('/registers/hr_service_licence');
    await citizen.page.fill('#entries-q', '泸州江阳');
    await citizen.page.keyboard.press('Enter');
    await citizen.link(AGENCY).click();
    await citizen.said('今天不在有效状态');
    await citizen.look('entry');
    await exclude();
    await move(first, second, citizen);
});
