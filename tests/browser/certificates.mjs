// A citizen verifies a certificate without a network: the page is opened once, then the line is cut. The documents are those
// that the unit tests of both languages share.
import { readFileSync } from 'node:fs';
import { tell } from './browser.mjs';

const file = new URL('../../features/certificates/testdata/cases.json', import.meta.url);
const { documents } = JSON.parse(readFileSync(file, 'utf8'));
const handed = (name) => ({ name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(documents[name])) });

async function verifyOffline(citizen) {
    const { page } = citizen;
    await citizen.go('/certificates/verify');
    await citizen.look('empty');
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.fill('[name=on]', '2026-11-23');
    await page.setInputFiles('[name=certificate]', handed('certificate'));
    await citizen.said('核验通过');
    await citizen.said('没有核对密钥是谁的');
    await page.setInputFiles('[name=issuers]', handed('issuers'));
    await citizen.said('签名密钥与可信签发机关名单核对过');
    await page.setInputFiles('[name=status]', handed('status'));
    await citizen.said('状态清单核对过');
    await citizen.look('holds');
    await page.fill('[name=on]', '2026-12-03');
    await citizen.said('登记项在该日期处于暂停状态');
    await page.fill('[name=on]', '2026-12-15');
    await citizen.said('已被吊销、撤销或注销');
    await citizen.look('revoked');
    await page.fill('[name=on]', '2026-11-23');
    await page.setInputFiles('[name=certificate]', handed('changed'));
    await citizen.said('凭证内容被改动过');
    await citizen.look('changed');
    await page.setInputFiles('[name=certificate]', handed('of_stranger'));
    await citizen.said('签名密钥不在可信签发机关名单中');
}

await tell('certificates', async (story) => {
    await verifyOffline(await story.person('certificates-desk'));
    await verifyOffline(await story.person('certificates-phone', { phone: true }));
});
