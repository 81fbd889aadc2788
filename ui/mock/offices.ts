import type { Account, Credential, Organisation, ReasonCode } from '../base/api_types';
import { missing, notAllowed, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { day, stamp, type World } from './world.ts';

const DAY = 86_400_000;
const accounts = new WeakMap<World, Account[]>();

/** Two organisations that wait for an official, one that is refused, one suspended, a credential that runs out soon. */
export function furnishOffices(world: World): void {
    const now = world.now.getTime();
    const first = world.organisations.find((each) => each.kind === 'employer');
    const agency = world.organisations.find((each) => each.kind === 'agency');
    if (!first || !agency) return;
    const waiting: Partial<Organisation>[] = [
        { kind: 'employer', name: '泸县福集酒类包装有限公司', credit_code: '91510521MA6A0712X3', place: '510521', address: '福集镇玉龙路 8 号', contact_name: '罗桂芳', contact_phone: '138****2231', registered_at: stamp(now - 2 * DAY) },
        { kind: 'agency', name: '叙永山里人劳务服务有限公司', credit_code: '91510524MA6B77123K', credit_code_override_reason: '执照由原叙永县工商局 2009 年核发，校验位按旧规则编排。', place: '510524', address: '叙永镇环城路 120 号', contact_name: '唐永红', contact_phone: '139****7712', registered_at: stamp(now - 5 * DAY), credentials: [], capacity: 60 },
        { kind: 'employer', name: '泸州龙马潭华兴建筑劳务有限公司', credit_code: '91510504MA6C00045Q', place: '510504', address: '小市街道春景路 3 号', contact_name: '何志强', contact_phone: '137****0931', registered_at: stamp(now - 9 * DAY), status: 'refused', status_reason_code: 'incomplete_documents', status_reason: '缺劳务资质证书复印件' },
    ];
    for (const each of waiting) world.organisations.unshift({ ...first, id: world.nextId(), status: 'registered', verified_at: null, reliability: null, excluded: null, credentials: [], capacity: null, ...each });
    Object.assign(first, { contact_name: '李晓燕', contact_phone: '13890912231' });
    Object.assign(agency, { contact_name: '陈大勇', contact_phone: '13982712008' });
    agency.credentials[1] && Object.assign(agency.credentials[1], { valid_to_on: day(now + 41 * DAY) });
    accounts.set(world, world.accounts.map(({ me }, index) => ({
        id: me.account.id, account: me.account.account, name: me.account.name, role: me.role, place: me.place, organisation: me.organisation ? { id: me.organisation.id, name: me.organisation.name } : null,
        status: 'active' as const, has_password: true, created_at: stamp(now - (120 - index * 9) * DAY), second_factor: index % 2 === 0, locked_until_at: null as string | null, may_be_reset: index % 2 === 0,
    })).concat([{ id: 'acc-old', account: 'hejiang_rs', name: '合江县人社局窗口', role: 'official', place: '510522', organisation: null, status: 'disabled' as never, has_password: false, created_at: stamp(now - 300 * DAY), second_factor: false, locked_until_at: null, may_be_reset: true }]));
}

function reasonOf({ input }: Context): { code: ReasonCode; text: string } | null {
    const code = (input.reason_code ?? 'other') as ReasonCode;
    const text = String(input.reason ?? '').trim();
    return code === 'other' && !text ? null : { code, text };
}
const reasonMissing = (): MockReply => refuse(422, 'reason_missing', '请选择原因；选“其他”时请写明。', 'Choose a reason; with "other", write it down.', { path: '/reason' });

function act(context: Context): MockReply {
    const { world, parts, me } = context;
    const organisation = world.organisations.find((each) => each.id === parts[1]);
    if (!me) return signIn();
    if (!organisation) return missing();
    if (me.role !== 'official') return notAllowed();
    const next = { verify: ['registered', 'verified'], refuse: ['registered', 'refused'], suspend: ['verified', 'suspended'], restore: ['suspended', 'verified'] }[parts[2] ?? ''];
    if (!next) return missing();
    if (organisation.status !== next[0] && !(parts[2] === 'verify' && organisation.status === 'verified')) return refuse(409, 'organisation_status', '机构目前的状态不能办理此事。请刷新后查看。', 'The organisation’s present status does not allow this. Reload and look again.');
    const reason = reasonOf(context);
    if (parts[2] !== 'verify' && !reason) return reasonMissing();
    Object.assign(organisation, { status: next[1], status_reason_code: reason?.code ?? null, status_reason: reason?.text ?? null });
    if (parts[2] === 'verify') organisation.verified_at = stamp(world.now.getTime());
    return ok(organisation);
}

function issue({ world, parts, input, me }: Context): MockReply {
    const organisation = world.organisations.find((each) => each.id === parts[1]);
    if (!me) return signIn();
    if (!organisation) return missing();
    if (organisation.kind !== 'agency') return refuse(422, 'credential_of_agencies', '此类证照不能登记给用人单位或主管部门。请核对机构。', 'Employers and authorities hold no such credential.');
    if (world.organisations.some((each) => each.credentials.some((own) => own.number === input.number))) return refuse(409, 'credential_number_taken', '该发证地的同类证照编号已登记。请核对编号。', 'This number is registered already.', { path: '/number' });
    const credential = { ...(input as unknown as Credential), id: world.nextId(), status: 'valid' as const, valid_to_on: (input.valid_to_on as string | undefined) ?? null };
    organisation.credentials = [...organisation.credentials, credential];
    return ok(credential, 201);
}

function actOnCredential(context: Context): MockReply {
    const { world, parts } = context;
    const credential = world.organisations.flatMap((each) => each.credentials).find((each) => each.id === parts[1]);
    if (!credential) return missing();
    if (!reasonOf(context)) return reasonMissing();
    const next = { suspend: 'suspended', restore: 'valid', revoke: 'revoked' } as const;
    credential.status = next[parts[2] as keyof typeof next];
    return ok(credential);
}

function createAccount({ world, input, me }: Context): MockReply {
    if (me?.role !== 'security_administrator') return notAllowed();
    const all = accounts.get(world) ?? [];
    if (all.some((each) => each.account === input.account)) return refuse(409, 'account_taken', '这个登录名已有人用，换一个试试。', 'This account name is taken.', { path: '/account' });
    if (input.role === 'worker') return refuse(422, 'role_registers_itself', '劳动者账号由本人注册，不能由管理员开通。', 'Workers register themselves.', { path: '/role' });
    const organisation = world.organisations.find((each) => each.id === input.organisation);
    const made: Account = { id: world.nextId(), account: String(input.account), name: String(input.name), role: input.role as Account['role'], place: (input.place as string) ?? null, organisation: organisation ? { id: organisation.id, name: organisation.name } : null, status: 'active', has_password: false, created_at: stamp(world.now.getTime()), second_factor: false, locked_until_at: null, may_be_reset: true };
    accounts.set(world, [made, ...all]);
    return ok(made, 201);
}

function actOnAccount({ world, parts, me }: Context): MockReply {
    if (me?.role !== (parts[2] === 'password-reset' ? 'system_administrator' : 'security_administrator')) return notAllowed();
    const found = accounts.get(world)?.find((each) => each.id === parts[1]);
    if (!found) return missing();
    if (parts[2] === 'password-reset') return ok({ code: '4718 0362'.replace(' ', ''), expires_at: stamp(world.now.getTime() + DAY) }, 201);
    if (parts[2] === 'unlock') found.locked_until_at = null;
    else if (parts[2] === 'second-factor') Object.assign(found, { second_factor: false, may_be_reset: true });
    else found.status = parts[2] === 'disable' ? 'disabled' : 'active';
    return ok(found);
}

export const OFFICE_ROUTES: Route[] = [
    ['GET', /^accounts$/, ({ world, query, me }) => (me?.role.endsWith('administrator') ? page((accounts.get(world) ?? []).filter((each) => (!query.role || each.role === query.role) && (!query.status || each.status === query.status) && (!query.q || each.account === query.q)), query) : notAllowed())],
    ['POST', /^accounts$/, createAccount],
    ['POST', /^accounts\/[^/]+\/(disable|enable|unlock|second-factor|password-reset)(\/reset)?$/, actOnAccount],
    ['POST', /^me\/password$/, ({ input }) => (input.current === 'jianghui' ? ok({}) : refuse(422, 'current_password_wrong', '原密码不正确。请重新输入。', 'The present password is wrong. Type it again.', { path: '/current' }))],
    ['POST', /^organisations\/[^/]+\/(verify|refuse|suspend|restore)$/, act],
    ['POST', /^organisations\/[^/]+\/credentials$/, issue],
    ['POST', /^credentials\/[^/]+\/(suspend|restore|revoke)$/, actOnCredential],
    ['POST', /^organisations\/[^/]+\/exclusion$/, ({ world, parts, input }) => { const found = world.organisations.find((each) => each.id === parts[1]); if (!found) return missing(); found.exclusion_proposed = { reason_code: (input.reason_code ?? 'other') as ReasonCode, since_on: String(input.since_on ?? day(world.now.getTime())), until_on: (input.until_on as string) ?? null, proposed_at: stamp(world.now.getTime()), mine: true, lifts: false }; return ok(found); }],
    ['POST', /^organisations\/[^/]+\/exclusion\/(approve|decline)$/, ({ world, parts }) => {
        const found = world.organisations.find((each) => each.id === parts[1]);
        if (!found?.exclusion_proposed) return missing();
        if (parts[3] === 'approve' && found.exclusion_proposed.lifts) found.excluded = null;
        else if (parts[3] === 'approve') { const { reason_code, since_on, until_on } = found.exclusion_proposed; found.excluded = { reason_code, since_on, until_on }; }
        found.exclusion_proposed = null;
        return ok(found);
    }],
    ['DELETE', /^organisations\/[^/]+\/exclusion$/, ({ world, parts }) => { const found = world.organisations.find((each) => each.id === parts[1]); if (!found?.excluded) return missing(); found.exclusion_proposed = { ...found.excluded, proposed_at: stamp(world.now.getTime()), mine: true, lifts: true }; return ok(found); }],
    ['POST', /^organisations\/[^/]+\/reveal$/, ({ world, parts }) => { const found = world.organisations.find((each) => each.id === parts[1]); return found ? ok({ contact_name: found.contact_name ?? null, contact_phone: '13800002231' }) : missing(); }],
    ['POST', /^organisations\/[^/]+\/invitations$/, ({ world, input }) => (input.phone && !/^1\d{10}$/.test(String(input.phone)) ? refuse(422, 'invitation_phone_malformed', '手机号应为 11 位数字。请检查。', 'A mobile number has 11 digits. Please check.', { path: '/phone' }) : ok({ code: 'K7M2QX9TRB4H', expires_at: stamp(world.now.getTime() + 7 * DAY) }, 201))],
    ['GET', /^organisations\/[^/]+\/reliability$/, ({ world, parts }) => {
        const score = world.organisations.find((each) => each.id === parts[1])?.reliability ?? null;
        const taken = [{ code: 'no_show', count: 3, weight: -12, points: -36 }, { code: 'share_released', count: 5, weight: -4, points: -20 }, { code: 'dispute_lost', count: 0, weight: -25, points: 0 }];
        const given = (score ?? 0) + 56;
        return ok({ score, since_on: day(world.now.getTime() - 365 * DAY), parts: score === null ? [] : [{ code: 'on_time', count: given, weight: 1, points: given }, ...taken] });
    }],
    ['PATCH', /^organisations\/[^/]+$/, ({ world, parts, input }) => { const found = world.organisations.find((each) => each.id === parts[1]); return found ? ok(Object.assign(found, input)) : missing(); }],
];
