// A worker on her phone asks for everything that is held about her, reads it, saves it; sees what erasing would do, does it,
// keeps her receipt; cannot sign in any more. Her agency does not find her, the official sees that it happened and nothing else.
import { readFileSync } from 'node:fs';
import { tell, today } from './browser.mjs';
import { Caller, PASSWORD, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function copied(worker) {
    await worker.go('/pocket/privacy');
    await worker.look('privacy');
    await worker.link('复制我的全部信息').click();
    await worker.page.fill('#field-password', 'not-her-password-1');
    await worker.button('生成复制件').click();
    await worker.said('原密码不正确');
    await worker.page.fill('#field-password', PASSWORD);
    await worker.button('生成复制件').click();
    await worker.page.getByText('复制件已生成。').waitFor();
    await worker.look('copy');
    const saved = worker.page.waitForEvent('download');
    await worker.button('保存文件').click();
    const document = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
    const text = JSON.stringify(document);
    for (const fact of ['陈小川', '13908300011', 'jianghui-personal-data-1', 'people.registered'])
        if (!text.includes(fact)) throw new Error(`the copy does not hold ${fact}`);
}

async function erased(worker) {
    await worker.go('/pocket/privacy/erase');
    await worker.said('马上删除的');
    await worker.look('erase');
    await worker.page.getByLabel('我明白：删除后不能恢复').check();
    await worker.page.fill('#field-password', PASSWORD);
    await worker.look('erase-ready');
    await worker.button('删除并注销').click();
    await worker.page.getByRole('heading', { name: '已删除' }).waitFor();
    await worker.look('receipt');
    await worker.button('离开').click();
    await worker.page.waitForURL((url) => url.pathname === '/');
}

await tell('privacy', async (story) => {
    const { first } = await makePeople(BASE, FIRST, today);
    const worker = await story.person('her', { phone: true });
    await worker.enter('worker');
    await copied(worker);
    await erased(worker);
    const again = await new Caller(BASE).signIn('worker').then(() => 'signed in', (refused) => String(refused));
    if (!again.includes('wrong_credentials')) throw new Error(`after erasure: ${again}`);
    const broker = await new Caller(BASE).signIn('agency-luzhou');
    const { items } = await broker.get('people?mine=true');
    if (items.some((each) => each.id === first.id)) throw new Error('her agency still has her');
    const official = await story.person('official-requests');
    await official.enter('official-luzhou');
    await official.go('/desk/personal-data-requests');
    await official.page.getByRole('cell', { name: '删除', exact: true }).waitFor();
    if ((await official.page.content()).includes('陈小川')) story.faults.push('the official sees her name');
    await official.look('requests');
});
