// The way of one step of an engagement, as provider and buyer walk it, and what they say of each other at its end.

/** The provider begins and delivers the step whose turn it is. */
export async function deliver(provider, engagement, note, { shot } = {}) {
    await provider.go(`/desk/engagements/${engagement}`);
    await provider.button('开始服务').click();
    await deliverAgain(provider, note, { shot });
}

/** What is delivered anew after it was sent back. */
export async function deliverAgain(provider, note, { shot } = {}) {
    await provider.button('交付').click();
    await provider.page.locator('dialog textarea').fill(note);
    if (shot) await provider.look(shot);
    await provider.inDialog('交付').click();
    await provider.said('待验收');
}

/** The buyer accepts what was delivered and records its bank's payment. */
export async function acceptAndPay(buyer, engagement, reference, { shot } = {}) {
    await buyer.go(`/desk/engagements/${engagement}`);
    await buyer.button('验收通过').click();
    await buyer.button('登记付款').click();
    await buyer.page.fill('[name=reference]', reference);
    if (shot) await buyer.look(shot);
    await buyer.inDialog('登记付款').click();
    await buyer.said('待确认到账');
}

export async function confirm(provider, engagement) {
    await provider.go(`/desk/engagements/${engagement}`);
    await provider.button('确认到账').click();
    await provider.said('已确认到账');
}

async function rate(person, engagement, stars, comment) {
    await person.go(`/desk/engagements/${engagement}`);
    await person.page.getByRole('radio', { name: String(stars), exact: true }).check();
    await person.page.locator('aside textarea').fill(comment);
    await person.look('rate');
    await person.button('提交评价').click();
    await person.button('提交评价').waitFor({ state: 'detached' });
}

/** Both rate; neither reads the other's word before both have spoken. */
export async function rateEachOther(buyer, provider, engagement) {
    await rate(buyer, engagement, 5, '到岗快，跟进细。');
    await buyer.said('对方评价后公开');
    await provider.go(`/desk/engagements/${engagement}`);
    await provider.settled();
    if (await provider.page.getByText('到岗快，跟进细。').count()) throw new Error('a rating is read before the other side has spoken');
    await rate(provider, engagement, 4, '验收及时，付款守约。');
    await provider.said('到岗快，跟进细。');
    await provider.look('rated');
    await buyer.page.reload();
    await buyer.said('验收及时，付款守约。');
    await buyer.look('rated');
}
