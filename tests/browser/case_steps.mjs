// What people do with cases in a browser, for every story that has one.

/** A paper that passes as a PDF, by its bytes. */
export const PAPER = { name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };

/** The control of a form's field; `inside` another one for a cell of a row. */
export const field = (person, name, control = 'input', inside = 'body') => person.page.locator(`${inside} [data-field=${name}] ${control}`).first();

/** Fills a form: text into inputs and areas, a code into a select, codes into boxes, true or false for 是 and 否, a file, an organisation ({ find }). */
export async function fill(person, values, inside = 'body') {
    for (const [name, value] of Object.entries(values)) {
        const place = person.page.locator(`${inside} [data-field=${name}]`).first();
        await place.waitFor();
        if (typeof value === 'boolean') await place.locator('input[type=radio]').nth(value ? 0 : 1).check();
        else if (Array.isArray(value)) for (const code of value) await place.locator(`input[type=checkbox][value=${code}]`).check();
        else if (value.buffer) await hand(place, value);
        else if (value.find) await choose(person, place, value.find);
        else if (await place.locator('select').count()) await place.locator('select').first().selectOption(value);
        else await place.locator('input, textarea').first().fill(value);
    }
}

async function hand(place, file) {
    await place.locator('input[type=file]').setInputFiles(file);
    await place.getByText(file.name).waitFor();
}

/** An organisation by its name. */
async function choose(person, place, name) {
    await place.locator('input').first().fill(name.slice(0, 4));
    await person.page.getByRole('option', { name: new RegExp(name) }).click();
}

/** One more row of a repeating field, filled in. */
export async function addRow(person, name, values) {
    const rows = person.page.locator(`[data-field=${name}] .one-row`);
    const before = await rows.count();
    await person.page.locator(`[data-field=${name}]`).getByRole('button', { name: '添加一行' }).click();
    await rows.nth(before).waitFor();
    await fill(person, values, `[data-field=${name}] .one-row >> nth=${before} >>`);
}

/** From the guide to the case: what is asked is filled in and sent. Answers the case's id. */
export async function open(person, procedure, values, { shell = 'desk', shot, before = async () => undefined } = {}) {
    await person.go(`/${shell}/cases/new/${procedure}`);
    await before();
    await fill(person, values);
    if (shot) await person.look(shot);
    await person.button('送出申请').click();
    await person.page.waitForURL(new RegExp(`/${shell}/cases/(?!new)`));
    await person.page.locator('#case-now').waitFor();
    return new URL(person.page.url()).pathname.split('/').at(-1);
}

/** Presses a step's button, fills what it asks, looks at what follows, confirms, and waits until it is taken. */
export async function take(person, step, { fill: filling = async () => undefined, asks = true, form, shot } = {}) {
    await person.button(step).click();
    await filling();
    if (form) await person.look(form);
    if (asks) await person.button('继续').click();
    await person.inDialog(`确认“${step}”`).waitFor();
    if (shot) await person.look(shot);
    await person.inDialog(`确认“${step}”`).click();
    await person.page.locator('dialog').waitFor({ state: 'detached' });
    await person.page.locator('.steps b', { hasText: step }).first().waitFor();
}
