// A citizen, signed out, trusts nobody: she notes the public key of the seals, opens a licence, follows the decision to its proof in the
// sealed journal, checks it against her note, keeps the file, and once more without a network; a proof that somebody changed is refused in words.
// The paper of a decision is followed from its QR code's page, its digest compared. Then the licence's certificate, verified offline, and a changed one.
import { readFile } from 'node:fs/promises';
import { tell, today } from './browser.mjs';
import { creditCode } from './identifiers.mjs';
import { Caller, makePeople, PASSWORD } from './people.mjs';

const { BASE, FIRST } = process.env;
const HOLDER = '泸州江阳人力资源有限公司';
const handed = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });

/** A filing with its printed receipt; answers where its QR code leads, once the journal up to it is sealed. */
async function makePaper() {
    const luzhou = await new Caller(BASE).signIn('official-luzhou');
    const { organisation } = await new Caller(BASE).post('registrations/organisations', {
        account: 'agency-new', password: PASSWORD, contact_name: '陈龙马', phone: '13808309021',
        organisation: { kind: 'agency', name: '泸州龙马人力资源有限公司', credit_code: creditCode('510504', 21), place: '510504', industry: 'L', address: '春景路 3 号' },
    });
    await luzhou.post(`organisations/${organisation.id}/verify`);
    const agency = await new Caller(BASE).signIn('agency-new');
    const { id } = await agency.post('cases', { procedure: 'hr_service_filing', values: { services: ['train'], started_on: today, premises: '春景路 3 号' } });
    await luzhou.post(`cases/${id}/steps/file`);
    const { documents } = await agency.get(`cases/${id}`);
    const paper = documents[0];
    for (let tries = 0; tries < 600; tries += 1) {
        if ((await fetch(`${BASE}/api/v1/case-documents/${paper.id}/proof?digest=${paper.digest}`)).ok) return paper.check_path;
        await new Promise((next) => { setTimeout(next, 50); });
    }
    throw new Error('the journal is not sealed');
}

/** What a browser saves when something is pressed. */
async function saved(citizen, press) {
    const [download] = await Promise.all([citizen.page.waitForEvent('download'), press()]);
    return readFile(await download.path(), 'utf8');
}

async function followDecision(citizen) {
    const { page } = citizen;
    await citizen.go('/proof');
    const noted = (await page.locator('.key .code').first().innerText()).trim();
    await citizen.look('empty');
    await citizen.go('/registers/hr_service_licence');
    await citizen.link(HOLDER).click();
    await citizen.said('今天有效');
    await citizen.look('entry');
    const certificate = await saved(citizen, () => citizen.button('下载凭证').click());
    await page.getByRole('link', { name: '存证证明' }).first().click();
    await citizen.said('核验通过');
    await citizen.said('签发登记项');
    await citizen.look('decision-proved');
    await page.fill('[name=point]', noted);
    await citizen.button('核验').click();
    await citizen.said('与您填写的一致');
    const proof = await saved(citizen, () => citizen.button('下载证明文件').click());
    return { certificate, proof, noted };
}

async function checkOffline(citizen, { proof, noted }) {
    const { page } = citizen;
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.setInputFiles('[name=file]', handed('proof.json', proof));
    await citizen.said('核验通过');
    await citizen.look('offline');
    const changed = JSON.parse(proof);
    changed.event.data.status = 'suspended';
    await page.setInputFiles('[name=file]', handed('changed.json', changed));
    await citizen.said('核验不通过：记录被改动过');
    await citizen.said('不要据此办事');
    await citizen.look('changed');
    await page.setInputFiles('[name=file]', handed('proof.json', proof));
    await page.fill('[name=point]', `04${'0'.repeat(128)}`);
    await citizen.button('核验').click();
    await citizen.said('不是您已知的那把公钥签的');
    await page.fill('[name=point]', noted);
    await page.setInputFiles('[name=file]', handed('letter.json', '尊敬的用户'));
    await citizen.said('这不是证明文件');
    await page.context().setOffline(false);
}

async function followPaper(citizen, path) {
    await citizen.go(path);
    await citizen.said('真实：内容与签发时一致');
    await citizen.page.getByRole('link', { name: /封存流水里的证明/ }).click();
    await citizen.said('与您手里的文书一致');
    await citizen.said('印发文书');
    await citizen.look('paper-proved');
}

async function verifyCertificate(citizen, certificate) {
    const { page } = citizen;
    await citizen.go('/certificates/verify');
    await page.setInputFiles('[name=certificate]', handed('licence.json', certificate));
    await citizen.said('核验通过');
    await citizen.button('向本平台取最新名单和清单').click();
    await citizen.said('状态清单核对过');
    await page.context().setOffline(true);
    await page.setInputFiles('[name=certificate]', handed('licence.json', certificate));
    await citizen.said('签名密钥与可信签发机关名单核对过');
    await citizen.look('certificate-offline');
    const changed = JSON.parse(certificate);
    changed.credentialSubject.number = `${changed.credentialSubject.number}9`;
    await page.setInputFiles('[name=certificate]', handed('changed.json', changed));
    await citizen.said('凭证内容被改动过');
    await citizen.look('certificate-changed');
    await page.context().setOffline(false);
    await citizen.go('/certificates/issuers');
    await citizen.said('平台密钥：签这张名单');
    await citizen.said('江阳区');
    await citizen.look('issuers');
}

await tell('proof', async (story) => {
    await makePeople(BASE, FIRST, today);
    const path = await makePaper();
    const citizen = await story.person('proof-citizen');
    const kept = await followDecision(citizen);
    await checkOffline(citizen, kept);
    await followPaper(citizen, path);
    await verifyCertificate(citizen, kept.certificate);
});
