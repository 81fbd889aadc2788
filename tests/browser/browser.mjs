// A browser for each person of the story, and what is checked on every page that they see.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PASSWORD } from './people.mjs';

const require = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** How long a condition may take: a busy machine gives a browser little. */
const PATIENCE = Number(process.env.PATIENCE_MS ?? 120_000);
/** Only walk the story, look at no page: for those who write it. */
const WALK_ONLY = Boolean(process.env.WALK_ONLY);
/** Pictures of every page: for who tells a story to look at it. Without, only what is wrong leaves one. */
const PICTURES = Boolean(process.env.PICTURES);
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Days in China: what is tested happens on the day of the run, so that people can come to work. */
export const day = (ahead) => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
export const today = day(0);

/** Plays a story in a browser of its own, says what was wrong, and ends the program: 0 when nothing was. */
export async function tell(name, play) {
    const { BASE, SHOTS } = process.env;
    const story = new Story(BASE, SHOTS);
    try {
        await story.open();
        await play(story);
    } catch (thrown) {
        story.faults.push(String(thrown?.stack ?? thrown));
        await story.photograph(`${SHOTS}/failed-${name}`);
    }
    await story.close();
    for (const fault of story.faults) console.error(`FAULT ${fault}`);
    console.log(story.faults.length ? `${name}: ${story.faults.length} faults` : `${name}: whole`);
    process.exit(story.faults.length ? 1 : 0);
}

export class Story {
    /** What was wrong on pages: the story goes on and fails at its end. */
    faults = [];
    constructor(base, shots) { this.base = base; this.shots = shots; }

    async open() { this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, timeout: PATIENCE }); }
    async close() { await this.browser?.close(); }

    /** What every open page shows now. */
    async photograph(prefix) {
        const pages = this.browser?.contexts().flatMap((context) => context.pages()) ?? [];
        for (const [index, page] of pages.entries()) await page.screenshot({ path: `${prefix}-${index}.png` }).catch(() => undefined);
    }

    /** Somebody's own browser: at a desk, or a phone of 390 px. */
    async person(name, { phone = false } = {}) {
        const context = await this.browser.newContext({ viewport: phone ? PHONE : DESK, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', hasTouch: phone, isMobile: phone });
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.on('pageerror', (error) => this.faults.push(`${name}: ${error}`));
        page.on('response', (response) => { if (response.status() >= 500) this.faults.push(`${name}: ${response.status()} ${response.url()}`); });
        return new Person(this, name, page, phone);
    }
}

class Person {
    shotsTaken = 0;
    constructor(story, name, page, phone) { Object.assign(this, { story, name, page, phone }); }

    async go(path) { await this.page.goto(this.story.base + path, { waitUntil: 'load' }); }

    /** Through the door that everybody takes. Waits until the page behind it is there. */
    async signIn(account, landing) {
        await this.go('/sign-in');
        await this.page.fill('#field-account', account);
        await this.page.fill('#field-password', PASSWORD);
        await this.look('sign-in');
        await this.button('登录').click();
        await this.page.waitForURL(landing);
    }

    /** Signed in without the door, for stories about something else. */
    async enter(account) {
        const answer = await this.page.context().request.post(`${this.story.base}/api/v1/sessions`, { data: { account, password: PASSWORD }, headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: this.story.base } });
        if (!answer.ok()) throw new Error(`${account} cannot sign in: ${answer.status()} ${await answer.text()}`);
    }

    link(name) { return this.page.getByRole('link', { name, exact: true }); }
    button(name, exact = true) { return this.page.getByRole('button', { name, exact }); }
    inDialog(name) { return this.page.locator('dialog').getByRole('button', { name, exact: true }); }
    async said(text) { await this.page.getByText(text).first().waitFor({ state: 'attached' }); }

    /** The page as it is now, with a picture when wanted or when something is wrong: no serious fault of accessibility, nothing wider than the screen, here and at 390 px. */
    async look(title) {
        await this.settled();
        if (WALK_ONLY) return;
        this.shotsTaken += 1;
        const path = `${this.story.shots}/${this.name}-${String(this.shotsTaken).padStart(2, '0')}-${title}.png`;
        await this.check(title, path);
        if (this.phone) return;
        await this.page.setViewportSize(PHONE);
        await this.page.evaluate(() => new Promise((laidOut) => { requestAnimationFrame(() => requestAnimationFrame(laidOut)); }));
        await this.check(`${title} at 390`, path.replace('.png', '-390.png'), { access: false, picture: Boolean(process.env.SHOTS_390) });
        await this.page.setViewportSize(DESK);
    }

    async check(title, path, { access = true, picture = PICTURES } = {}) {
        const before = this.story.faults.length;
        if (access) await this.checkAccess(title);
        await this.checkWidth(title);
        if (picture || this.story.faults.length > before) await this.page.screenshot({ path, fullPage: true });
    }

    /** Headed, and nothing loading any more. */
    async settled() {
        await this.page.locator('h1').first().waitFor();
        await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton') && document.fonts.status === 'loaded');
    }

    async checkAccess(title) {
        if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe);
        const found = await this.page.evaluate(async (rules) => (await window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations
            .filter((each) => ['serious', 'critical'].includes(each.impact))
            .map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`).join(' | ')}`), RULES);
        for (const each of found) this.story.faults.push(`${this.name} ${title}: ${each}`);
    }

    async checkWidth(title) {
        const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) this.story.faults.push(`${this.name} ${title}: the page is ${wide} px too wide`);
    }
}
