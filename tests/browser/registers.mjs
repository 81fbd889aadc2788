// Registers: a citizen looks up an agency's licence and sees where it counts; the official of the issuing place suspends
// it; the citizen's open page says so, and so does the agency's own. Recognition, grades and definitions are looked at.
import { tell, today } from './browser.mjs';
import { makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;

async function lookUp(citizen) {
    const { page } = citizen;
    await citizen.go('/registers');
    await citizen.said('人力资源服务许可证');
    await page.fill('#registers-q', '泸州江阳');
    await page.keyboard.press('Enter');
    await citizen.said('“泸州江阳”的登记');
    await citizen.link('泸州江阳人力资源有限公司').waitFor();
    await citizen.look('registers-found');
    await page.fill('#registers-q', '没有这一家有限公司');
    await page.keyboard.press('Enter');
    await citizen.said('没有查到');
    await page.fill('#registers-q', '');
    await page.keyboard.press('Enter');
    await citizen.look('registers');
    await page.getByRole('link', { name: '人力资源服务许可证' }).first().click();
    await page.fill('#entries-q', '泸州江阳');
    await page.keyboard.press('Enter');
    await citizen.link('泸州江阳人力资源有限公司').waitFor();
    await citizen.look('register');
    await citizen.link('泸州江阳人力资源有限公司').click();
    await citizen.said('今天有效');
    await citizen.said('在哪里有效');
    await citizen.look('entry');
}

async function suspend(official) {
    const { page } = official;
    await official.enter('official-luzhou');
    await official.go('/desk/registers');
    await official.look('registers');
    await page.getByRole('link', { name: '人力资源服务许可证' }).first().click();
    await official.link('泸州江阳人力资源有限公司').waitFor();
    await official.look('register');
    await official.link('泸州江阳人力资源有限公司').click();
    await official.button('暂停').click();
    await page.getByLabel('其他').check();
    await official.inDialog('暂停').click();
    await official.said('事由为“其他”时须写明说明');
    await page.fill('#step-note', '场所检查不合格，限期整改');
    await official.look('suspend');
    await official.inDialog('暂停').click();
    await official.said('已办理，现在状态：已暂停');
    await official.look('suspended');
    await official.go('/desk/registers/hr_service_licence/statistics');
    await official.said('深色为有效');
    await official.look('statistics');
    await official.go('/desk/registers/hr_service_licence/import');
    await official.said('检查，不写入');
    await page.setInputFiles('#import-file', { name: '许可证.csv', mimeType: 'text/csv', buffer: Buffer.from(`编号,统一社会信用代码,有效期起,服务范围\n旧-1,91510502000000000X,${today},招聘\n`) });
    await official.button('检查，不写入').click();
    await official.said('有误的行');
    await official.look('import');
    await official.go('/desk/definitions');
    await official.said('等待确认');
    await official.look('definitions');
}

async function seeSuspended(citizen, agency) {
    await citizen.page.reload();
    await citizen.said('今天不在有效状态');
    await citizen.look('entry-suspended');
    await citizen.go('/registers/recognitions');
    await citizen.said('由登记项“互认”计算得出');
    await citizen.look('recognitions');
    await citizen.go('/registers/grades');
    await citizen.page.locator('button.grade').first().click();
    await citizen.said('相当');
    await citizen.look('grades');
    await agency.enter('agency-luzhou');
    await agency.go('/desk/entries');
    await agency.said('已暂停');
    await agency.look('own');
    await agency.page.getByRole('link', { name: '人力资源服务许可证' }).first().click();
    await agency.said('场所检查不合格，限期整改');
    await agency.look('own-entry');
}

await tell('registers', async (story) => {
    await makePeople(BASE, FIRST, today);
    const citizen = await story.person('citizen');
    const official = await story.person('official');
    const agency = await story.person('agency');
    await lookUp(citizen);
    await suspend(official);
    await seeSuspended(citizen, agency);
});
