import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
const require = createRequire('/work/open/ui/package.json');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const B = 'http://127.0.0.1:8471';
const out = '/dev/shm/open-shots';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'], timeout: 240000 });
const shots = process.argv.slice(2);
const all = [
  ['list-1440', '/open-data', 1440, 900, 'zh-CN', true], ['list-390', '/open-data', 390, 844, 'zh-CN', true],
  ['table-1440', '/open-data/demand-list.511500', 1440, 900, 'zh-CN', true], ['table-390', '/open-data/demand-list.511500', 390, 844, 'zh-CN', true],
  ['table-en', '/open-data/shortage-warnings', 1440, 900, 'en', true], ['live', '/open-data/register.wage_arrears_list', 1440, 900, 'zh-CN', true],
  ['list-en', '/open-data?theme=registers', 1440, 900, 'en', true], ['gone', '/open-data/nothing', 1440, 900, 'zh-CN', false],
  ['wall-1080', '/screen', 1920, 1080, 'zh-CN', false], ['wall-4k', '/screen', 3840, 2160, 'zh-CN', false], ['wall-390', '/screen', 390, 844, 'zh-CN', true], ['wall-en', '/screen', 1920, 1080, 'en', false],
];
for (const [name, path, width, height, lang, full] of all) {
  if (shots.length && !shots.includes(name)) continue;
  const context = await browser.newContext({ viewport: { width, height }, locale: lang, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage(); page.setDefaultTimeout(180000);
  await page.addInitScript((l) => { try { localStorage.setItem('jianghui.preferences', JSON.stringify({ language: l })); } catch {} }, lang);
  page.on('console', (m) => { if (m.type() === 'error') console.log(name, 'console', m.text()); });
  page.on('pageerror', (e) => console.log(name, 'error', String(e)));
  await page.goto(B + path, { waitUntil: 'load' });
  await page.waitForSelector(path === '/screen' ? '.warnings li, .warnings .none' : 'h1, .error', { timeout: 180000 });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: full });
  if (name.endsWith('1440') || name === 'live' || name === 'wall-1080' || name === 'table-390') {
    await page.evaluate(axe);
    const r = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    console.log(name, 'axe', r.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target).join(' ')}`));
    console.log(name, 'overflow', await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  }
  if (name === 'wall-1080') { await context.setOffline(true); await page.waitForTimeout(500); await page.reload({ waitUntil: 'load' }).catch((e) => console.log('reload offline', String(e).slice(0, 80))); }
  await context.close();
}
await browser.close();
