// A person without a mouse: Tab, arrows, Enter, Escape, and what they show.

/** Stops that a walk may take before it has certainly missed its aim. */
const STOPS_MAX = 120;

export class Keys {
    constructor(person) { this.person = person; this.page = person.page; }

    press(key) { return this.page.keyboard.press(key); }

    /** What has the focus: what it is called, whether it shows that it is focused, whether it can be seen. */
    now() {
        return this.page.evaluate(() => {
            const it = document.activeElement;
            const shown = (each) => { const style = each && getComputedStyle(each); return Boolean(style) && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)); };
            const box = it.getBoundingClientRect();
            return {
                id: it.id, tag: it.tagName, value: it.value ?? '', type: it.type ?? '',
                name: (it.getAttribute('aria-label') ?? it.innerText ?? '').replace(/\s+/g, ' ').trim(),
                marked: shown(it) || shown(it.parentElement) || shown(it.parentElement?.parentElement) || it.matches('.top input'),
                seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
                inDialog: Boolean(it.closest('dialog')),
                box: [box.top, box.bottom, box.left, box.right].map(Math.round),
            };
        });
    }

    /** Tabs on to what `wanted` describes: an id ("#grab-seats") or the beginning of a name. Every stop must be seen and marked. */
    async to(wanted, key = 'Tab') {
        const is = (at) => (wanted.startsWith('#') ? `#${at.id}` === wanted : at.name.startsWith(wanted));
        for (let stop = 0; stop < STOPS_MAX; stop += 1) {
            const at = await this.now();
            if (is(at)) return at;
            await this.press(key);
            const next = await this.now();
            if (next.tag !== 'BODY' && (!next.seen || !next.marked)) this.fault(`${next.tag} "${next.name || next.id}" has the focus and ${next.seen ? 'does not show it' : 'cannot be seen'}`);
        }
        throw new Error(`${this.person.name}: no "${wanted}" within ${STOPS_MAX} steps of ${key}; at ${JSON.stringify(await this.now())}`);
    }

    async follow(wanted) { await this.to(wanted); await this.press('Enter'); }

    async type(field, text) { await this.to(field); await this.page.keyboard.type(text); }

    /** A closed list of choices: down until the value is there. */
    async choose(field, value) {
        await this.to(field);
        for (let step = 0; step < STOPS_MAX; step += 1) {
            if ((await this.now()).value === value) return;
            await this.press('ArrowDown');
        }
        throw new Error(`${this.person.name}: ${field} has no ${value}`);
    }

    /** "2026-11-27" into a date field, in the order in which this browser writes dates. */
    async date(field, day) {
        const [year, month, date] = day.split('-');
        for (const digits of [`${month}${date}${year}`, `${year}${month}${date}`, `${date}${month}${year}`]) {
            await this.page.locator(field).focus();
            await this.page.keyboard.type(digits);
            if ((await this.page.locator(field).inputValue()) === day) return;
            await this.page.locator(field).fill('');
        }
        throw new Error(`${this.person.name}: ${field} does not take ${day}`);
    }

    fault(text) { this.person.story.faults.push(`${this.person.name}: ${text}`); }
    expect(holds, text) { if (!holds) this.fault(text); }
}
