import type { InboxItem, JournalEvent, Notice, Role, Words } from '../base/api_types';
import { missing, notAllowed, ok, page, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { stamp, type World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Item = [kind: string, zh: string, en: string, subjectKind: string, dueHours: number | null, waitedHours: number, level: InboxItem['level'], link: string];

const INBOX: Partial<Record<Role, Item[]>> = {
    employer: [
        ['statement.overdue', '9 月结算单逾期 38 天未付：内江甜城劳务派遣', 'September statement 38 days overdue: Neijiang Tiancheng', 'statement', -38 * 24, 45 * 24, 'late', '/desk/statements?status=agreed'],
        ['timesheet.disputed', '刘秀英对退回的工时提出争议', 'Liu Xiuying disputes a returned timesheet', 'timesheet', 20, 9, 'soon', '/desk/timesheets?status=disputed'],
        ['timesheet.submitted', '5 份工时单待审核', '5 timesheets wait for approval', 'timesheet', 40, 30, 'soon', '/desk/timesheets?status=submitted'],
        ['statement.draft', '11 月结算单待对账：9 人，泸州灵聘', 'November statement to agree: 9 workers, Luzhou Lingpin', 'statement', 13 * 24, 12, 'info', '/desk/statements?status=draft'],
        ['import.ready', '“四季度用工需求.xlsx”已读完，等您确认', '“四季度用工需求.xlsx” is read and waits for you', 'import', null, 1, 'info', '/desk/imports'],
    ],
    agency: [
        ['share.held', '白酒酿造工 4 席还差 2 人，保留期将满', '4 brewer seats: 2 still to staff, hold runs out', 'share', 7, 41, 'soon', '/desk/orders'],
        ['timesheet.returned', '1 份工时单被退回，请改好再交', '1 timesheet returned, please correct it', 'timesheet', 18, 6, 'soon', '/desk/timesheets?status=returned'],
        ['statement.draft', '11 月结算单待对账：宜宾叙水酒业', 'November statement to agree: Yibin Xushui', 'statement', 13 * 24, 12, 'info', '/desk/statements?status=draft'],
    ],
    official: [
        ['organisation.registered', '叙永山里人劳务服务有限公司待核验（信用代码校验位不符，有说明）', 'Xuyong Shanliren waits for verification (check digit fails, reason given)', 'organisation', -2 * 24, 5 * 24, 'late', '/desk/organisations?status=registered'],
        ['organisation.registered', '泸县福集酒类包装有限公司待核验', 'Luxian Fuji waits for verification', 'organisation', 24, 48, 'soon', '/desk/organisations?status=registered'],
        ['timesheet.disputed', '1 份工时争议待裁定', '1 disputed timesheet to decide', 'timesheet', 60, 9, 'info', '/desk/timesheets?status=disputed'],
    ],
    inspector: [['statement.overdue', '红色欠薪预警：宜宾叙水酒业 9 月结算单', 'Red wage warning: Yibin Xushui, September', 'statement', -38 * 24, 7 * 24, 'late', '/desk/statements?status=agreed'], ['timesheet.disputed', '1 份工时争议待裁定', '1 disputed timesheet to decide', 'timesheet', 60, 9, 'soon', '/desk/timesheets?status=disputed']],
    administrator: [],
    worker: [],
};
type News = [kind: string, zh: string, en: string, hours: number, read: boolean, link: string | null];
const DESK_NEWS: News[] = [
    ['seat.accepted', '王建国接受了白酒酿造工的席位', 'Wang Jianguo accepted a brewer’s seat', 0.4, false, '/desk/orders'], ['share.grabbed', '泸州灵聘抢到“白酒酿造工”4 席', 'Luzhou Lingpin grabbed 4 brewer seats', 3, false, '/desk/orders'],
    ['statement.confirmed', '8 名劳动者全部确认收到 9 月工资', 'All 8 workers confirmed their September pay', 26, true, '/desk/statements?status=confirmed'], ['organisation.verified', '本机构已通过核验', 'Your organisation was verified', 30 * 24, true, '/desk/organisation'],
];
const POCKET_NEWS: News[] = [
    ['seat.offered', '您收到一份新的工作邀约：白酒酿造工', 'A new job offer: brewer', 5, false, '/pocket/work'], ['statement.paid', '单位已付 10 月工资，请核对后确认', 'October pay was paid: check and confirm', 17 * 24, false, '/pocket/pay'],
    ['timesheet.returned', '11月20日至26日的工时被退回，请改好再交', 'Your hours of 20–26 November were returned', 6, false, '/pocket/jobs'], ['person.sensitive_read', '泸州灵聘查看了您的手机号（联系邀约）', 'Luzhou Lingpin read your phone number (contact)', 4, true, '/pocket/me/reads'],
];
const KINDS: [string, string][] = [['order.opened', 'order'], ['share.grabbed', 'share'], ['seat.offered', 'seat'], ['seat.accepted', 'seat'], ['timesheet.submitted', 'timesheet'], ['organisation.registered', 'organisation'], ['seat.on_site', 'seat'], ['statement.agreed', 'statement'], ['entry.suspended', 'entry'], ['person.sensitive_read', 'person'], ['account.signed_in', 'account'], ['import.read', 'import']];
const DATA: Record<string, Record<string, unknown>> = { 'share.grabbed': { seats: 4, remaining: 12 }, 'order.opened': { headcount: 30 }, 'statement.agreed': { total_fen: 6_120_450 }, 'import.read': { read: 120, ready: 98, refused: 14 }, 'person.sensitive_read': { purpose: 'contact', fields: ['phone'] } };

const notices = new WeakMap<World, { desk: Notice[]; pocket: Notice[] }>();

export function furnishNews(world: World): void {
    const now = world.now.getTime();
    const make = (prefix: string, rows: News[]): Notice[] => rows.map(([kind, zh, en, hours, read, link], index) => ({ id: `${prefix}${index}`, kind, title: { zh, en }, at: stamp(now - hours * HOUR), read_at: read ? stamp(now - hours * HOUR + HOUR) : null, link }));
    notices.set(world, { desk: make('d', DESK_NEWS), pocket: make('p', POCKET_NEWS) });
    for (let index = 0; index < 240; index += 1) {
        const [kind = '', subject_kind = ''] = KINDS[(index * 7) % KINDS.length] ?? [];
        const event: JournalEvent = { position: index + 1, at: stamp(now - (240 - index) * 11 * 60_000), kind, city: ['511500', '510500', '510300', '511000'][index % 4] ?? '511500', subject_kind, subject: `0r0000000${(1000 + index).toString(36)}`, actor: index % 3 ? 'acc-agency' : null, data: DATA[kind] ?? {} };
        world.events.push(event);
    }
}

function inbox({ world, me, query }: Context): MockReply {
    if (!me) return signIn();
    const now = world.now.getTime();
    const words = (zh: string, en: string): Words => ({ zh, en });
    return page((INBOX[me.role] ?? []).map(([kind, zh, en, subject_kind, due, waited, level, link], index): InboxItem => ({
        id: `${me.role}-${index}`, kind, title: words(zh, en), subject_kind, subject: `0r${index}`, due_at: due === null ? null : stamp(now + due * HOUR), waiting_since_at: stamp(now - Math.min(waited, 90 * DAY) * HOUR), level, link,
    })), query);
}

const mine = (world: World, role: Role | undefined): Notice[] => notices.get(world)?.[role === 'worker' ? 'pocket' : 'desk'] ?? [];

function journal({ world, query, me }: Context): MockReply {
    if (!me || !['official', 'inspector', 'administrator'].includes(me.role)) return notAllowed();
    const after = Number(query.after ?? 0);
    return ok({ items: world.events.filter((each) => each.position > after).slice(0, Number(query.limit ?? 100)), last: world.events.length, end: world.events.length });
}

export const NEWS_ROUTES: Route[] = [
    ['GET', /^inbox$/, inbox],
    ['GET', /^notices$/, ({ world, me, query }) => (me ? page(mine(world, me.role), query) : signIn())],
    ['POST', /^notices\/[^/]+\/read$/, ({ world, me, parts }) => { const notice = mine(world, me?.role).find((each) => each.id === parts[1]); if (!notice) return missing(); notice.read_at ??= stamp(world.now.getTime()); return ok(notice); }],
    ['GET', /^journal$/, journal],
];
