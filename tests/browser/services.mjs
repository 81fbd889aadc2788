// Services: an agency publishes a product, anybody compares, an employer books it; each of its steps is delivered, accepted, paid and
// confirmed, one after having been sent back; both sides rate each other, and the next who compares reads it.
import { tell, today } from './browser.mjs';
import { acceptAndPay, confirm, deliver, deliverAgain, rateEachOther } from './engagement_steps.mjs';
import { Caller, makePeople } from './people.mjs';

const { BASE, FIRST } = process.env;
const OTHERS = [
    { title: '产线技工招聘', price_fen: 98000, days: 20, target: '不低于 90%' },
    { title: '季节工集中招聘', price_fen: 65000, days: 12, target: '不低于 85%' },
];

/** Further products, through the API. */
async function stock(account) {
    const agency = await new Caller(BASE).signIn(account);
    for (const each of OTHERS) {
        const made = await agency.post('products', {
            kind: 'recruit', title: each.title, description: '驻点招聘、背景核验、到岗跟进，按到岗人数结算。', price_fen: each.price_fen, unit: 'person', quantity_max: 200,
            terms: [{ measure: '到岗率', target: each.target }, { measure: '补招', target: '三十天内离职免费补招' }], steps: [{ title: '全部到岗', percent: 100, days: each.days }], places: ['511500', '511000'],
        });
        await agency.post(`products/${made.id}/publish`);
    }
}

async function publishProduct(agency) {
    const { page } = agency;
    await agency.go('/desk/products');
    await agency.look('products-none');
    await agency.go('/desk/products/new');
    await page.selectOption('[name=kind]', 'recruit');
    await page.fill('[name=title]', '酿造技工专场招聘');
    await page.fill('textarea[name=description]', '为白酒企业组织两场技工专场招聘，含面试安排和到岗跟进。');
    await page.fill('[name=price]', '880.50');
    await page.getByLabel('指标').fill('到岗率');
    await page.getByLabel('承诺', { exact: true }).fill('不低于 95%');
    await page.getByLabel('步骤').fill('首批到岗');
    await page.getByLabel('占比 %').fill('40');
    await page.getByLabel('几天内').fill('15');
    await agency.button('加一步').click();
    await page.getByLabel('步骤').nth(1).fill('全部到岗');
    await page.getByLabel('几天内').nth(1).fill('30');
    await page.selectOption('#product-place', '511500');
    await agency.look('product-new');
    await agency.button('保存并发布').click();
    await agency.said('已发布');
    await agency.look('products');
}

async function compareProducts(visitor) {
    const { page } = visitor;
    await visitor.go('/products');
    await visitor.said('酿造技工专场招聘');
    await page.getByLabel('加入比较').nth(0).check();
    await page.getByLabel('加入比较').nth(1).check();
    await page.getByLabel('加入比较').nth(2).check();
    await visitor.look('catalogue');
    await visitor.button('并排比较').click();
    await visitor.said('最低');
    await visitor.look('compare');
    await visitor.go('/products?sort=price&to=900');
    await page.getByRole('link', { name: '酿造技工专场招聘' }).click();
    await visitor.said('暂无评价');
    await visitor.look('product');
    return page.url().split('/').at(-1);
}

async function bookProduct(employer, product) {
    const { page } = employer;
    await employer.go(`/desk/products/${product}/book`);
    await page.fill('[name=quantity]', '20');
    await page.selectOption('#book-place', '511502');
    await page.fill('[name=wishes]', '首批十人须在月底前到岗');
    await employer.look('book');
    await employer.button('订购').click();
    await employer.said('待答复');
    await employer.look('booking');
    return page.url().split('/').at(-1);
}

async function fulfil(agency, employer, booking) {
    await agency.go(`/desk/bookings/${booking}`);
    await agency.look('booking-asked');
    await agency.button('接受').click();
    await agency.page.getByRole('link', { name: '查看服务合同' }).click();
    await agency.page.waitForURL(/engagements\//);
    const engagement = agency.page.url().split('/').at(-1);
    await deliver(agency, engagement, '首批八人已到岗，签到表在附件', { shot: 'deliver' });
    await employer.go(`/desk/engagements/${engagement}`);
    await employer.button('退回').click();
    await employer.page.locator('dialog textarea').fill('缺两人的签到');
    await employer.inDialog('退回').click();
    await employer.said('已退回');
    await agency.go(`/desk/engagements/${engagement}`);
    await agency.said('缺两人的签到');
    await deliverAgain(agency, '已补两人签到');
    await acceptAndPay(employer, engagement, 'ICBC-20261127-01', { shot: 'pay' });
    await confirm(agency, engagement);
    await employer.go('/desk/engagements');
    await employer.said('已结清 40%');
    await employer.look('engagements');
    await deliver(agency, engagement, '二十人全部到岗');
    await acceptAndPay(employer, engagement, 'ICBC-20261127-02');
    await confirm(agency, engagement);
    await agency.said('履行完毕');
    await agency.look('engagement');
    return engagement;
}

/** What the sides said of each other counts for the next who compares. */
async function seeRating(visitor, product) {
    await visitor.go(`/products/${product}`);
    await visitor.said('1 次评价');
    await visitor.look('product-rated');
}

await tell('services', async (story) => {
    await makePeople(BASE, FIRST, today);
    await stock('agency-neijiang');
    const [agency, employer, visitor] = [await story.person('services-agency'), await story.person('services-employer'), await story.person('services-visitor')];
    await agency.enter('agency-luzhou');
    await employer.enter('employer');
    await publishProduct(agency);
    const product = await compareProducts(visitor);
    const booking = await bookProduct(employer, product);
    const engagement = await fulfil(agency, employer, booking);
    await rateEachOther(employer, agency, engagement);
    await seeRating(visitor, product);
});
