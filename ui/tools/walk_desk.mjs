// Walks the main job at the desk with a mouse, against the mock: an order through the wizard, a grab, staffing, insurance,
// a start, an end, a cancellation, a review. Exit code 1 when a step fails or a page writes an error.
//     node tools/walk_desk.mjs [http://127.0.0.1:5173]     (the dev server or `vite preview`, freshly started)
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:5173';
const shots = new URL('../shots/', import.meta.url).pathname;
let wrong = 0;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] });
const page_of = async (account) => { const c = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' }); await c.addCookies([{ name: 'jianghui_session', value: account, url: base }]); await c.addInitScript(() => localStorage.setItem('jianghui.signed_in', '1')); const p = await c.newPage(); p.setDefaultTimeout(20000); p.on('pageerror', (e) => (wrong += 1, console.log('PAGEERROR', account, String(e)))); p.on('console', (m) => { if (['error'].includes(m.type())) { wrong += 1; console.log('CONSOLE', account, m.text()); } }); return p; };
const shot = (p, n) => p.screenshot({ path: `${shots}walk-${n}.png`, fullPage: false });
try {
const e = await page_of('employer');
await e.goto(base + '/desk/orders/new'); await e.waitForSelector('h2');
await e.getByRole('button', { name: '下一步' }).click(); console.log('errors', (await e.locator('[data-error-summary] li').allTextContents()).join('|')); await shot(e, '1-errors');
await e.fill('#field-title', '焊工 12 人（临港项目）'); await e.fill('#field-occupation', '焊工'); await e.locator('ul li[role=option]').first().click();
await e.selectOption('#field-place', '511502'); await e.fill('#field-address', '临港大道 88 号'); await e.fill('#field-description', '结构件焊接，包食宿，每天两餐，押金 100 元。');
await e.getByRole('button', { name: '下一步' }).click(); await e.waitForSelector('#field-starts_on');
const day = (n) => new Date(Date.now() + 8 * 3600e3 + n * 86400e3).toISOString().slice(0, 10);
await e.fill('#field-starts_on', day(0)); await e.fill('#field-ends_on', day(30)); await e.fill('#field-pay_min', '7,000'); await e.fill('#field-pay_max', '9000'); await e.fill('#field-service_fee', '300');
await e.getByRole('button', { name: '下一步' }).click(); await e.fill('#field-headcount', '12'); await e.getByLabel('新技能').fill('氩弧焊'); await e.getByRole('button', { name: '添加' }).click();
await e.getByRole('button', { name: '下一步' }).click(); await e.fill('#field-lot_min', '9'); await e.fill('#field-lot_max', '4'); await e.getByRole('button', { name: '保存并核对' }).click(); console.log('lots', (await e.locator('[data-error-summary] li').allTextContents()).join('|'));
await e.fill('#field-lot_min', '1'); await e.fill('#field-cap', '6'); await e.getByRole('button', { name: '保存并核对' }).click(); await e.waitForSelector('text=核对并发布'); await e.waitForTimeout(800); console.log('check', e.url(), await e.locator('.findings li').allTextContents()); await shot(e, '2-check');
await e.getByRole('button', { name: '去修改' }).first().click(); await e.fill('#field-description', '结构件焊接，包食宿，每天两餐。'); await e.locator('.steps button').last().click(); await e.waitForSelector('text=发布前检查全部通过'); await shot(e, '3-clean');
await e.getByRole('button', { name: '发布', exact: true }).click(); await e.waitForURL(/orders\/[0-9a-z]{13}$/); const order = e.url().split('/').pop(); console.log('published', order, await e.locator('h1').textContent()); await e.waitForTimeout(600); await shot(e, '4-order');
const a = await page_of('agency');
await a.goto(`${base}/desk/orders/${order}/grab`); await a.waitForSelector('#grab-seats'); for (let i = 0; i < 3; i += 1) await a.getByRole('button', { name: '加一个' }).click(); console.log('seats', await a.inputValue('#grab-seats'));
await a.getByRole('button', { name: /抢 4 个席位/ }).click(); await a.waitForSelector('.won'); console.log('won', await a.locator('.won').textContent()); await shot(a, '5-won');
await e.waitForTimeout(500); console.log('live at employer', await e.locator('.left b').textContent(), (await e.locator('.timeline li').allTextContents()).join('|'));
await a.getByRole('link', { name: '现在派人' }).click(); await a.waitForSelector('.candidate'); await a.locator('.candidate .more').first().click(); await a.locator('.candidate .button').first().click(); await a.waitForSelector('td a.strong'); console.log('seat', await a.locator('tbody tr').first().textContent()); await shot(a, '6-staff');
await a.getByRole('button', { name: /登记保险/ }).click(); await a.fill('#field-policy_number', 'PICC-1'); await a.locator('dialog').getByRole('button', { name: '登记', exact: true }).click(); await a.waitForSelector('text=保险已登记'); console.log('insured');
await a.getByRole('button', { name: '退回空席位' }).click(); await a.fill('#release-seats', '2'); await a.locator('#release-seats').blur(); await shot(a, '7-release'); await a.locator('dialog').getByRole('button', { name: /退回 2 个/ }).click(); await a.waitForSelector('text=已退回 2 个席位'); console.log('released');
await a.getByRole('button', { name: /^换人/ }).first().click(); await a.locator('dialog .candidate .button').first().click(); await a.waitForSelector('text=已把'); console.log('replaced', await a.locator('tbody tr').count());
await e.goto(base + '/desk/seats'); await e.getByRole('button', { name: /确认到岗/ }).first().click(); await e.waitForSelector('text=已到岗'); console.log('confirmed'); await e.getByRole('button', { name: /结束用工/ }).first().click(); await e.waitForSelector('#finish-form'); await shot(e, '8-finish'); await e.getByLabel('劳动者提出离开').check(); await e.locator('dialog').getByRole('button', { name: '结束用工' }).click(); await e.waitForSelector('text=的用工', { state: 'attached' }); console.log('finished');
await e.goto(`${base}/desk/orders/${order}`); await e.getByRole('button', { name: '显示今天的到岗码' }).click(); await e.waitForSelector('.digits'); console.log('code', await e.locator('.digits').textContent());
await e.getByRole('button', { name: '取消订单' }).click(); await e.locator('dialog').getByRole('button', { name: '取消订单' }).click(); await shot(e, '9-cancel'); await e.locator('dialog textarea').fill('项目延期'); await e.locator('dialog').getByRole('button', { name: '取消订单' }).click(); await e.waitForSelector('text=已取消'); console.log('cancelled');
const o = await page_of('official'); await o.goto(base + '/desk/orders'); await o.getByRole('link', { name: /去审核/ }).first().click(); await o.getByRole('button', { name: '审核通过' }).click(); await o.locator('dialog').getByRole('button', { name: '审核通过' }).click(); await o.waitForSelector('text=已通过，订单开放抢单'); console.log('approved'); await o.getByRole('button', { name: '暂停' }).click(); await o.locator('dialog textarea').fill('核查'); await o.locator('dialog').getByRole('button', { name: '暂停' }).click(); await o.waitForSelector('text=已暂停'); console.log('suspended');
await a.goto(base + '/desk/people/new'); await a.fill('#field-name', '赵小川'); await a.fill('#field-id_number', '51050219740307123X'); await a.getByRole('button', { name: '登记', exact: true }).click(); console.log('person errors', (await a.locator('[data-error-summary] li').allTextContents()).join('|'));
await a.goto(base + '/desk/people'); await a.locator('td a.strong').first().click(); await a.selectOption('#reveal-purpose', 'offer_contact'); await a.getByRole('button', { name: '显示', exact: true }).click(); await a.waitForSelector('a[href^=tel]'); console.log('revealed', await a.locator('a[href^=tel]').textContent());
} catch (x) { wrong += 1; console.log('FAILED', String(x).slice(0, 900)); }
await browser.close();
process.exit(wrong ? 1 : 0);
