// A second factor as an official meets it: set up with a code that this story computes as a phone would, asked for after the
// password, refused when wrong or used, replaced by a recovery code, started over by the security administrator. What each of the
// three administrators sees of accounts. And a worker's consents, asked once, with who read her phone and on which ground.
import { tell, today } from './browser.mjs';
import { Caller, PASSWORD, makePeople } from './people.mjs';
import { totp } from './totp.mjs';

const { BASE, FIRST } = process.env;

async function setUp(official) {
    await official.go('/desk/second-factor');
    await official.said('未绑定');
    await official.look('none');
    await official.button('开始绑定').click();
    await official.page.getByAltText('绑定用的二维码').waitFor();
    await official.look('set-up');
    const secret = await official.page.locator('.steps .copy .code').innerText();
    await official.page.fill('#field-code', '000000');
    await official.button('确认绑定').click();
    await official.said('动态口令不正确');
    await official.page.fill('#field-code', totp(secret));
    await official.button('确认绑定').click();
    await official.page.getByRole('heading', { name: '备用码' }).waitFor({ timeout: 20_000 });
    const recovery = await official.page.locator('.recovery li').allInnerTexts();
    await official.look('recovery');
    await official.page.getByLabel('我已经保存好备用码').check();
    await official.button('完成').click();
    await official.said('已绑定');
    await official.look('done');
    return { secret, recovery };
}

async function password(official) {
    await official.go('/sign-in');
    await official.page.fill('#field-account', 'official-luzhou');
    await official.page.fill('#field-password', PASSWORD);
    await official.button('登录').click();
    await official.page.getByRole('heading', { name: '输入动态口令' }).waitFor();
}

async function twoSteps(official, { secret, recovery }) {
    await official.button('退出登录').click();
    await official.page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    await password(official);
    await official.look('step');
    // Half signed in, every page of the desk leads back here.
    await official.go('/desk/people');
    await official.page.waitForURL(/\/sign-in/);
    await official.page.getByRole('heading', { name: '输入动态口令' }).waitFor();
    await official.page.fill('#field-code', '000000');
    await official.button('登录').click();
    await official.said('动态口令不正确');
    await official.look('wrong');
    const code = totp(secret, 1);
    await official.page.fill('#field-code', code);
    await official.button('登录').click();
    await official.page.waitForURL(/\/desk\/people/);
    await official.look('in');
    await official.button('退出登录').click();
    await official.page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    await password(official);
    await official.page.fill('#field-code', code);
    await official.button('登录').click();
    await official.said('已经用过');
    await official.page.fill('#field-code', recovery[0]);
    await official.button('登录').click();
    await official.page.waitForURL(/\/desk\//);
    await official.go('/desk/second-factor');
    await official.said('还剩 9 个备用码');
}

async function administrators(story) {
    const security = await story.person('factor-security');
    await security.enter('security-administrator');
    await security.go('/desk/accounts?q=official-luzhou');
    await security.said('有动态口令');
    await security.look('accounts');
    await security.page.getByRole('button', { name: /^重新核身/ }).first().click();
    await security.look('start-over');
    await security.inDialog('重新核身').click();
    await security.said('已重新核身');
    await security.look('started-over');
    const system = await story.person('factor-system');
    await system.enter('system-administrator');
    await system.go('/desk/accounts?q=official-luzhou');
    await system.page.getByRole('button', { name: /^签发重设码/ }).first().click();
    await system.inDialog('签发').click();
    await system.said('只能用一次');
    await system.look('code');
}

async function consents(story, first) {
    const worker = await story.person('factor-worker', { phone: true });
    await worker.enter('worker');
    await worker.go('/pocket/privacy');
    await worker.said('进入公共求职池');
    await worker.look('questions');
    await worker.page.getByRole('button', { name: /^同意 ?：进入公共求职池$/ }).click();
    await worker.said('已同意');
    await worker.page.getByRole('button', { name: /^不同意 ?：允许机构给我打电话$/ }).click();
    await worker.said('已选择不同意，不会再问');
    await worker.look('answered');
    await worker.page.getByRole('switch', { name: /进入公共求职池/ }).click();
    await worker.said('已撤回，不会再问');
    await worker.look('withdrawn');
    const broker = await new Caller(BASE).signIn('agency-luzhou');
    await broker.post(`people/${first.id}/reveal`, { purpose: 'insurance' });
    await worker.go('/pocket/me/reads');
    await worker.said('订立、履行合同所必需');
    await worker.look('reads');
    const audit = await story.person('factor-audit');
    await audit.enter('audit-administrator');
    await audit.go('/desk/personal-data-reads');
    await audit.said('订立、履行合同所必需');
    await audit.look('reads');
    await audit.go('/desk/accounts');
    await audit.look('accounts');
    if (await audit.page.getByRole('button', { name: /停用|签发重设码|重新核身/ }).count()) throw new Error('the audit administrator can change accounts');
}

await tell('second_factor', async (story) => {
    const { first } = await makePeople(BASE, FIRST, today);
    const official = await story.person('factor-official');
    await official.enter('official-luzhou');
    const factor = await setUp(official);
    await twoSteps(official, factor);
    await administrators(story);
    await consents(story, first);
});
