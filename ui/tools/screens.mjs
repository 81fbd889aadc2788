// Looks at every page: screenshots at 390, 768 and 1440 px, light, dark and large text, and axe-core (WCAG 2.2 AA) on each.
//     node tools/screens.mjs [--base http://127.0.0.1:5173] [--quick] [name …]
// Without --base it starts the dev server with the mock. Pictures go to ui/shots/; exit code 1 when axe finds anything.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { deskPages } from './desk_pages.mjs';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const baseAt = args.indexOf('--base');
let base = baseAt >= 0 ? args[baseAt + 1] : null;
const names = args.filter((each, index) => !each.startsWith('--') && (baseAt < 0 || index !== baseAt + 1));
const axeSource = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const shots = new URL('../shots/', import.meta.url).pathname;
mkdirSync(shots, { recursive: true });

const port = Number(process.env.JIANGHUI_SCREENS_PORT ?? 5199);
let server = null;
if (!base) {
    const { createServer } = await import('vite');
    server = await createServer({ root: new URL('..', import.meta.url).pathname, configFile: new URL('../vite.config.ts', import.meta.url).pathname, logLevel: 'error', server: { port, strictPort: true } });
    await server.listen();
    base = `http://127.0.0.1:${port}`;
}
const json = async (path, cookie = '') => (await fetch(`${base}/api/v1/${path}`, { headers: { cookie } })).json();
const order = (await json('orders?status=open')).items[0];
const agency = (await json('organisations?kind=agency')).items[0];
const seats = (await json('seats', 'jianghui_session=worker')).items ?? [];
const statements = (await json('statements', 'jianghui_session=worker')).items ?? [];
const mineOf = async (account, path) => (await json(path, `jianghui_session=${account}`)).items ?? [];
const own = await mineOf('employer', 'orders?mine=true');
const ownIn = (status) => own.find((each) => each.status === status)?.id;
const review = (await mineOf('official', 'orders?status=review'))[0]?.id;
const agencyShares = await mineOf('agency', 'shares');
const shareIn = (status) => agencyShares.find((each) => each.status === status)?.id;
const market = (await mineOf('agency', 'orders?status=open&limit=200')).filter((each) => !agencyShares.some((share) => share.order.id === each.id));
const soon = market.find((each) => Date.parse(each.opens_at) > Date.now())?.id;
const refused = market.find((each) => each.kind === 'outsource')?.id;
const toGrab = market.find((each) => each.kind === 'recruit' && each.remaining > 4 && each.id !== soon)?.id;
const people = await mineOf('agency', 'people');
const seatIn = (status) => seats.find((each) => each.status === status)?.id;

const PAGES = [
    ['hall-home', '/', null], ['hall-order', `/orders/${order.id}`, null], ['hall-organisations', '/organisations', null], ['hall-organisation', `/organisations/${agency.id}`, null],
    ['hall-sign-in', '/sign-in', null], ['hall-register', '/register', null], ['hall-register-worker', '/register/worker', null], ['hall-register-organisation', '/register/organisation?kind=agency', null],
    ['hall-help', '/help', null], ['hall-not-found', '/nothing/here', null], ['hall-empty', '/?q=无此工种', null],
    ['pocket-work', '/pocket/work', 'worker'], ['pocket-offer', `/pocket/jobs/${seatIn('offered')}`, 'worker'], ['pocket-order', `/pocket/work/orders/${order.id}`, 'worker'], ['pocket-jobs', '/pocket/jobs', 'worker'],
    ['pocket-seat-accepted', `/pocket/jobs/${seatIn('accepted')}`, 'worker'], ['pocket-seat-on-site', `/pocket/jobs/${seatIn('on_site')}`, 'worker'], ['pocket-check-in', `/pocket/jobs/${seatIn('accepted')}/check-in`, 'worker'], ['pocket-contract', `/pocket/jobs/${seatIn('accepted')}/contract`, 'worker'],
    ['pocket-timesheet', `/pocket/jobs/${seatIn('on_site')}/timesheet`, 'worker'], ['pocket-pay', '/pocket/pay', 'worker'], ['pocket-statement', `/pocket/pay/${statements[0]?.id}`, 'worker'],
    ['pocket-me', '/pocket/me', 'worker'], ['pocket-profile', '/pocket/me/profile', 'worker'], ['pocket-reads', '/pocket/me/reads', 'worker'], ['pocket-password', '/pocket/me/password', 'worker'],
    ['desk-home', '/desk/', 'employer'],
    ...(await deskPages(json)),
    ['desk-orders', '/desk/orders', 'employer'], ['desk-orders-market', '/desk/orders', 'agency'], ['desk-orders-review', '/desk/orders', 'official'], ['desk-orders-none', '/desk/orders?q=无此工种', 'agency'],
    ['desk-order-new', '/desk/orders/new', 'employer'], ['desk-order-edit-what', `/desk/orders/${ownIn('draft')}/edit`, 'employer'], ['desk-order-edit-when', `/desk/orders/${ownIn('draft')}/edit?step=when`, 'employer'], ['desk-order-edit-people', `/desk/orders/${ownIn('draft')}/edit?step=people`, 'employer'],
    ['desk-order-edit-grab', `/desk/orders/${ownIn('draft')}/edit?step=grab`, 'employer'], ['desk-order-edit-check', `/desk/orders/${ownIn('draft')}/edit?step=check`, 'employer'],
    ['desk-order-open', `/desk/orders/${ownIn('open')}`, 'employer'], ['desk-order-draft', `/desk/orders/${ownIn('draft')}`, 'employer'], ['desk-order-review', `/desk/orders/${review}`, 'official'], ['desk-order-agency', `/desk/orders/${toGrab}`, 'agency'],
    ['desk-grab', `/desk/orders/${toGrab}/grab`, 'agency'], ['desk-grab-soon', `/desk/orders/${soon}/grab`, 'agency'], ['desk-grab-refused', `/desk/orders/${refused}/grab`, 'agency'],
    ['desk-shares', '/desk/shares', 'agency'], ['desk-share-held', `/desk/shares/${shareIn('held')}`, 'agency'], ['desk-share-delivering', `/desk/shares/${shareIn('delivering')}`, 'agency'], ['desk-share-settled', `/desk/shares/${shareIn('settled')}`, 'agency'],
    ['desk-delegations', '/desk/delegations', 'official'], ['desk-defaults', '/desk/defaults', 'agency'], ['desk-defaults-office', '/desk/defaults', 'official'], ['desk-share-defaulted', `/desk/shares/${shareIn('defaulted')}`, 'agency'],
    ['desk-seats', '/desk/seats', 'employer'], ['desk-seats-agency', '/desk/seats', 'agency'], ['desk-seats-official', '/desk/seats', 'official'],
    ['desk-people', '/desk/people', 'agency'], ['desk-people-pool', '/desk/people?view=pool', 'agency'], ['desk-people-official', '/desk/people', 'official'], ['desk-person-new', '/desk/people/new', 'agency'], ['desk-person-own', `/desk/people/${people.find((each) => each.own_candidate)?.id}`, 'agency'], ['desk-person-pool', `/desk/people/${people.find((each) => !each.own_candidate)?.id}`, 'agency'],
].filter(([name]) => !names.length || names.some((each) => name.includes(each)));
const LOOKS = [
    { name: '1440', width: 1440, height: 900 }, { name: '390', width: 390, height: 844 },
    ...(quick ? [] : [{ name: '768', width: 768, height: 1024 }, { name: '1440-dark', width: 1440, height: 900, theme: 'dark' }, { name: '390-dark', width: 390, height: 844, theme: 'dark' }, { name: '390-large', width: 390, height: 844, text: 'large' }, { name: '360-large-en', width: 360, height: 740, text: 'large', language: 'en' }]),
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let wrong = 0;
for (const look of LOOKS) {
    for (const [name, path, account] of PAGES) {
        if (name.startsWith('pocket') && look.width > 800 && !names.length) continue;
        const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, locale: 'zh-CN', reducedMotion: 'reduce' });
        if (account) await context.addCookies([{ name: 'jianghui_session', value: account, url: base }]);
        await context.addInitScript((wanted) => { for (const [key, value] of Object.entries(wanted)) if (value) localStorage.setItem(`jianghui.${key}`, value); }, { theme: look.theme ?? 'light', text: look.text, language: look.language, signed_in: account ? '1' : '' });
        const page = await context.newPage();
        const said = [];
        page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) said.push(message.text()); });
        page.on('pageerror', (error) => said.push(String(error)));
        await page.goto(base + path, { waitUntil: 'load' });
        await page.waitForSelector('h1', { timeout: 15000 }).catch(() => said.push('no h1'));
        await page.waitForTimeout(700);
        await page.screenshot({ path: `${shots}${name}-${look.name}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) said.push(`page is ${wide}px too wide`);
        await page.addScriptTag({ content: axeSource }).catch(() => page.evaluate(axeSource));
        const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`));
        if (found.length || said.length) { wrong += found.length + said.length; console.log(`${name} ${look.name}\n  ${[...found, ...said].join('\n  ')}`); }
        await context.close();
    }
}
await browser.close();
await server?.close();
console.log(`${PAGES.length} pages, ${LOOKS.length} looks, ${wrong} findings`);
process.exit(wrong ? 1 : 0);
