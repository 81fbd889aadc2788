// Modes in which speed does not win, as agency and employer see them: applying for a draw, taking an application back and
// applying again; being named, declining, taking. What leads there is done through the API. The draw itself happens after
// its window, in features/draws/draws_test.cpp, where the clock can be moved.
import { tell, today, day } from './browser.mjs';
import { openOrder, orderDraft } from './market.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function applyForDraw(agency, employer, id) {
    await agency.go(`/desk/orders/${id}`);
    await agency.look('draw-order');
    await agency.go(`/desk/orders/${id}/draw`);
    await agency.said('正在报名');
    await agency.page.fill('[name=seats]', '3');
    await agency.page.fill('[name=at_least]', '2');
    await agency.look('draw-apply');
    await agency.button('报名').click();
    await agency.said('第 1 号，申请 3 个席位，至少 2 个');
    await agency.look('draw-applied');
    await agency.button('撤回报名').click();
    await agency.page.locator('[name=seats]').waitFor();
    await agency.page.fill('[name=seats]', '4');
    await agency.button('报名').click();
    await agency.said('申请 4 个席位');
    await employer.go(`/desk/orders/${id}/draw`);
    await employer.said('报名机构');
    await employer.look('draw');
}

async function nameAndTake(employer, first, second, id) {
    await employer.go(`/desk/orders/${id}/nomination`);
    await employer.page.fill('[name=agency]', '泸州');
    await employer.page.getByRole('button', { name: /指名\s*泸州江阳/ }).click();
    await employer.said('等待答复');
    await employer.look('named');
    await first.go(`/desk/orders/${id}/nomination`);
    await first.look('asked');
    await first.page.fill('[name=reason]', '本月人手已满');
    await first.button('谢绝').click();
    await first.said('已谢绝');
    await employer.go(`/desk/orders/${id}/nomination`);
    await employer.said('本月人手已满');
    await employer.page.getByRole('button', { name: /指名\s*内江甜城/ }).click();
    await employer.said('等待答复');
    await second.go(`/desk/orders/${id}/nomination`);
    await second.page.fill('[name=seats]', '2');
    await second.button('承接').click();
    await second.said('已承接');
    await second.look('taken');
}

await tell('modes', async (story) => {
    const { yibin } = await makePeople(BASE, FIRST, today);
    const boss = await new Caller(BASE).signIn('employer');
    const draw = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工抽签单', mode: 'draw' }));
    const direct = await openOrder(boss, yibin, orderDraft(today, day(20), { title: '包装工定向单', mode: 'direct' }));
    const [employer, luzhou, neijiang] = [await story.person('modes-employer'), await story.person('modes-luzhou'), await story.person('modes-neijiang')];
    await employer.enter('employer');
    await luzhou.enter('agency-luzhou');
    await neijiang.enter('agency-neijiang');
    await applyForDraw(luzhou, employer, draw.id);
    await nameAndTake(employer, luzhou, neijiang, direct.id);
});
