/**
 * Every call that the web app makes, by resource. Pages use this and nothing else:
 *     const page = await api.orders.list({ place: '510500', status: 'open' });
 */
import type {
    Account, Draw, DrawApplication, Nomination, Candidate, Judgement, CodeTable, Consent, ConsentPurpose, ConsentQuestion, AuditedRead,
    NewSecondFactor, SecondFactor, SecondFactorSet, DeclineReason, EndReason, NewPerson, OrderProgress, ProfileChanges, RevealedPerson,
    RevealPurpose, Contract, CorrectionLine, DateOnly, Fen, Figures, FigureMapRow, FigureRecord, Gate, CounterOffer, OwnBid, Quote,
    CancellationClaim, CancellationOffer, ChangeAnswer, OrderCancellationTerms, OrderChange, OrderVersion, TermsChange, HistoryItem, Id,
    ImportKind, ImportRow, ImportRun, InboxItem, Industry, Instant, Insurance, JournalEvent, JournalPage, Match, Me, Notice, Occupation,
    OccupationChoice, OccupationSuggestion, Order, OrderDraft, Organisation, OrganisationRegistration, Page, Person, PersonRead, Place,
    Query, Reliability, Seat, Session, Share, Statement, Suggestions, Timesheet, TimesheetDraft, SealedBlock, SealKey, Lead, LeadOutcome,
    Overdue, OverdueBy, LendingMatch, LendingPost, LendingPostDraft, LendingProposal, LendingProposalDraft, LendingRule, Loan, LoanDraft,
    LoanEnd, LoanMonth, LoanRefusal, WorkRelation, WorkerRegistration, Finding, Credential, Role, PlaceCode, ContactPurpose,
    OrganisationChange, Reason, ReasonCode, RowChoice, Booking, Engagement, Procurement, ProcurementDraft, Product, ProductDraft,
    ScoreLine, Standby, StandbyList, TierCriteria, OrderTiers, Market, StatisticMeasure, StatisticRecords, StatisticTable, StatisticVersions, StatisticVerification, SupplyList,
    SupplyListChanges, SupplyListDraft, SupplyListLine, CertificateCopy, CertificateQr, OwnCertificate, Fair, FairChoice, FairDetail,
    FairDraft, FairEdit, FairEditAnswer, FairFile, FairFitness, FairOffers, OpenOrder, ErasurePreview, ErasureReceipt, PersonalCopy,
    PersonalDataRequest, BestOrders, DailyOrders, NightlyRuns, ClosingGround, ShareDefault, StaffNumbers,
} from './api_types';
import { duties, efficiency, payAnswers, paySurveys, proofs, shortages, targets } from './api_insight';
import { openData } from './api_open_data';
import { quarterReports } from './api_quarter';
import { cases, definitions, delegations, entries, procedures, recognitions, registers } from './api_registers';
import { surveyHouseholds, surveys, surveyVisits } from './api_surveys';
import { call, get, post, send, urlOf } from './http';
import { UPLOAD_MAX } from './upload_max';

interface Done { [nothing: string]: never }

const sessions = {
    signIn: (account: string, password: string) => post<Session>('sessions', { account, password }),
    signOut: () => call<Done>('DELETE', 'sessions/current'),
    me: (signal?: AbortSignal) => get<Me>('me', undefined, signal),
    /** The second step, from a half session. */
    giveCode: (code: string) => post<Session>('sessions/current/second-factor', { code }),
    secondFactor: () => get<SecondFactor>('me/second-factor'),
    /** Who has one already gives a code of it. */
    beginSecondFactor: (code?: string) => post<NewSecondFactor>('me/second-factor', code ? { code } : {}),
    confirmSecondFactor: (code: string) => post<SecondFactorSet>('me/second-factor/confirm', { code }),
    removeSecondFactor: (code: string) => post<Done>('me/second-factor/remove', { code }),
    changePassword: (current: string, password: string) => post<Done>('me/password', { current, password }),
    resetPassword: (account: string, code: string, password: string) =>
        post<Done>('password-resets', { account, code, password }),
    registerOrganisation: (body: OrganisationRegistration, key?: string) =>
        post<{ organisation: Organisation }>('registrations/organisations', body, { idempotencyKey: key }),
    registerWorker: (body: WorkerRegistration, key?: string) =>
        post<{ person: Person }>('registrations/workers', body, { idempotencyKey: key }),
    acceptInvitation: (code: string, body: { account: string; password: string; name: string }) =>
        post<Done>(`invitations/${code}/accept`, body),
};

const accounts = {
    list: (query?: Query) => get<Page<Account>>('accounts', query),
    create: (body: { account: string; name: string; role: Role; place?: PlaceCode; organisation?: Id }) =>
        post<Account>('accounts', body),
    disable: (id: Id) => post<Account>(`accounts/${id}/disable`),
    enable: (id: Id) => post<Account>(`accounts/${id}/enable`),
    unlock: (id: Id) => post<Account>(`accounts/${id}/unlock`),
    /** It starts over: without second factor, and its next password may be set by a code. */
    resetSecondFactor: (id: Id) => post<Account>(`accounts/${id}/second-factor/reset`),
    resetPassword: (id: Id) => post<{ code: string; expires_at: Instant }>(`accounts/${id}/password-reset`),
};

const codes = {
    places: (query?: Query) => get<Page<Place>>('places', query),
    place: (code: PlaceCode) => get<Place>(`places/${code}`),
    occupations: (query?: Query, signal?: AbortSignal) => get<Page<Occupation>>('occupations', query, signal),
    /** At most three, the surest first; the description is read where the title says too little. */
    suggestOccupations: (query: { title: string; description?: string }, signal?: AbortSignal) =>
        get<{ items: OccupationSuggestion[] }>('occupation-suggestions', query, signal),
    chooseOccupation: (title: string, occupation: string) => post<OccupationChoice>('occupation-choices', { title, occupation }),
    industries: (query?: Query, signal?: AbortSignal) => get<Page<Industry>>('industries', query, signal),
    tables: () => get<Page<CodeTable>>('code-tables'),
};

const organisations = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Organisation>>('organisations', query, signal),
    get: (id: Id) => get<Organisation>(`organisations/${id}`),
    reliability: (id: Id) => get<Reliability>(`organisations/${id}/reliability`),
    change: (id: Id, body: OrganisationChange) => call<Organisation>('PATCH', `organisations/${id}`, { body }),
    verify: (id: Id) => post<Organisation>(`organisations/${id}/verify`),
    refuse: (id: Id, reason: Reason) => post<Organisation>(`organisations/${id}/refuse`, reason),
    suspend: (id: Id, reason: Reason) => post<Organisation>(`organisations/${id}/suspend`, reason),
    restore: (id: Id, reason: Reason) => post<Organisation>(`organisations/${id}/restore`, reason),
    /** Reads the contact phone; recorded with its purpose. */
    reveal: (id: Id, purpose: ContactPurpose) =>
        post<{ contact_name: string | null; contact_phone: string }>(`organisations/${id}/reveal`, { purpose }),
    invite: (id: Id, body: { name: string; phone?: string }) =>
        post<{ code: string; expires_at: Instant }>(`organisations/${id}/invitations`, body),
    addCredential: (id: Id, body: Omit<Credential, 'id' | 'status'>) =>
        post<Credential>(`organisations/${id}/credentials`, body),
    credentialAction: (id: Id, action: 'suspend' | 'restore' | 'revoke', reason: Reason) =>
        post<Credential>(`credentials/${id}/${action}`, reason),
    exclude: (id: Id, body: { reason_code: ReasonCode; since_on?: DateOnly; until_on?: DateOnly }) =>
        post<Organisation>(`organisations/${id}/exclusion`, body),
    /** What a colleague proposed. */
    decideExclusion: (id: Id, decision: 'approve' | 'decline') => post<Organisation>(`organisations/${id}/exclusion/${decision}`),
    include: (id: Id) => call<Organisation>('DELETE', `organisations/${id}/exclusion`),
};

const people = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Person>>('people', query, signal),
    get: (id: Id) => get<Person>(`people/${id}`),
    add: (body: NewPerson, key?: string) => post<Person>('people', body, { idempotencyKey: key }),
    change: (id: Id, body: ProfileChanges) => call<Person>('PATCH', `people/${id}`, { body }),
    consent: (id: Id, purpose: ConsentPurpose, granted: boolean) =>
        post<Consent>(`people/${id}/consents`, { purpose, granted }),
    consents: (id: Id) => get<Page<Consent>>(`people/${id}/consents`),
    consentQuestions: (id: Id) => get<Page<ConsentQuestion>>(`people/${id}/consent-questions`),
    reads: (id: Id, query?: Query) => get<Page<PersonRead>>(`people/${id}/reads`, query),
    /** Everybody's, for the audit administrator. */
    auditReads: (query?: Query) => get<Page<AuditedRead>>('personal-data-reads', query),
    /** Recorded, and shown to the person with its purpose. */
    reveal: (id: Id, purpose: RevealPurpose) => post<RevealedPerson>(`people/${id}/reveal`, { purpose }),
    verify: (id: Id) => post<Person>(`people/${id}/verify`),
    matches: (id: Id, query?: Query) => get<Suggestions<Match>>(`people/${id}/matches`, query),
    /** The best orders of several candidates of one's own, 50 at most. */
    bestOrders: (ids: Id[]) => get<BestOrders[]>('matches', { people: ids.join(',') }),
};

/** What is held about a person: a copy for her, and its end. Both ask for her password. */
const privacy = {
    copy: (person: Id, password: string) => post<PersonalCopy>(`people/${person}/personal-data-copy`, { password }),
    previewErasure: (person: Id) => get<ErasurePreview>(`people/${person}/erasure`),
    erase: (person: Id, password: string) => post<ErasureReceipt>(`people/${person}/erasure`, { password }),
    ownRequests: (person: Id) => get<Page<PersonalDataRequest>>(`people/${person}/personal-data-requests`),
    requests: (query?: Query) => get<Page<PersonalDataRequest>>('personal-data-requests', query),
};

const orders = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Order>>('orders', query, signal),
    get: (id: Id, signal?: AbortSignal) => get<Order>(`orders/${id}`, undefined, signal),
    create: (body: OrderDraft, key?: string) => post<Order>('orders', body, { idempotencyKey: key }),
    /** `version` makes the change conditional on nobody having been faster. */
    change: (id: Id, body: OrderDraft, version?: number) =>
        call<Order>('PATCH', `orders/${id}`, { body: version === undefined ? body : { ...body, version } }),
    postCheck: (id: Id) => get<Finding[]>(`orders/${id}/post-check`),
    /** How many people an employer says that it has, and what the quota of dispatched workers makes of it. */
    staff: (organisation: Id) => get<StaffNumbers>(`organisations/${organisation}/staff`),
    reportStaff: (organisation: Id, body: { contract_staff: number; dispatched_staff: number; as_of_on: DateOnly }) =>
        call<StaffNumbers>('PUT', `organisations/${organisation}/staff`, { body }),
    publish: (id: Id) => post<Order>(`orders/${id}/publish`),
    cancel: (id: Id, reason: string) => post<Order>(`orders/${id}/cancel`, { reason }),
    approve: (id: Id) => post<Order>(`orders/${id}/approve`),
    return: (id: Id, reason: string) => post<Order>(`orders/${id}/return`, { reason }),
    suspend: (id: Id, reason: string) => post<Order>(`orders/${id}/suspend`, { reason }),
    resume: (id: Id) => post<Order>(`orders/${id}/resume`),
    close: (id: Id) => post<Order>(`orders/${id}/close`),
    /** What is left is first come, first served from now on. */
    openToAll: (id: Id) => post<Order>(`orders/${id}/open-to-all`),
    siteCode: (id: Id) => get<{ code: string; valid_until_at: Instant }>(`orders/${id}/site-code`),
    history: (id: Id) => get<HistoryItem[]>(`orders/${id}/history`),
    progress: (id: Id) => get<OrderProgress>(`orders/${id}/progress`),
    candidates: (id: Id, k = 50) => get<Suggestions<Candidate>>(`orders/${id}/candidates`, { k }),
    judgement: (id: Id, person: Id) => get<Judgement>(`orders/${id}/candidates/${person}`),
    gate: (id: Id) => get<Gate>(`orders/${id}/gate`),
    /** The key belongs to the press of the button: make it once with newKey() and keep it for repetitions. */
    grab: (id: Id, seats: number, key: string, orderVersion: number) =>
        post<Share>(`orders/${id}/shares`, { seats, order_version: orderVersion }, { idempotencyKey: key }),
};

/** New versions of a published order's terms, and what the agencies of live shares say to them. */
const changes = {
    make: (order: Id, body: TermsChange, key: string) => post<OrderChange>(`orders/${order}/changes`, body, { idempotencyKey: key }),
    versions: (order: Id) => get<OrderVersion[]>(`orders/${order}/versions`),
    answers: (order: Id) => get<ChangeAnswer[]>(`orders/${order}/change-answers`),
    accept: (answer: Id) => post<ChangeAnswer>(`change-answers/${answer}/accept`),
    decline: (answer: Id, reason: string) => post<ChangeAnswer>(`change-answers/${answer}/decline`, reason ? { reason } : {}),
};

/** Cancellation terms, and what is due under them. No money moves here. */
const cancellations = {
    offered: () => get<CancellationOffer>('cancellation-terms'),
    ofOrder: (order: Id) => get<OrderCancellationTerms>(`orders/${order}/cancellation-terms`),
    choose: (order: Id, set: number) => post<OrderCancellationTerms>(`orders/${order}/cancellation-terms`, { set }),
    claims: (query?: Query, signal?: AbortSignal) => get<Page<CancellationClaim>>('cancellation-claims', query, signal),
    claim: (id: Id) => get<CancellationClaim>(`cancellation-claims/${id}`),
    pay: (id: Id, reference: string) => post<CancellationClaim>(`cancellation-claims/${id}/pay`, { reference }),
    confirm: (id: Id) => post<CancellationClaim>(`cancellation-claims/${id}/confirm`),
    waive: (id: Id) => post<CancellationClaim>(`cancellation-claims/${id}/waive`),
    dispute: (id: Id, reason: string) => post<CancellationClaim>(`cancellation-claims/${id}/dispute`, { reason }),
};

const draws = {
    get: (order: Id) => get<Draw>(`draws/${order}`),
    apply: (order: Id, body: { seats: number; at_least?: number; nonce: string }, key: string) =>
        post<DrawApplication>(`orders/${order}/applications`, body, { idempotencyKey: key }),
    withdraw: (application: Id) => post<DrawApplication>(`applications/${application}/withdraw`),
    own: (query?: Query) => get<Page<DrawApplication>>('applications', query),
    url: (order: Id) => urlOf(`draws/${order}`),
};

const nominations = {
    ofOrder: (order: Id) => get<Nomination[]>(`orders/${order}/nominations`),
    name: (order: Id, body: { agency: Id } | { credit_code: string }) => post<Nomination>(`orders/${order}/nominations`, body),
    take: (id: Id, seats: number, key: string, orderVersion: number) =>
        post<Nomination>(`nominations/${id}/take`, { seats, order_version: orderVersion }, { idempotencyKey: key }),
    decline: (id: Id, reason: string) => post<Nomination>(`nominations/${id}/decline`, { reason }),
};

const quotes = {
    get: (order: Id) => get<Quote>(`quotes/${order}`),
    bid: (order: Id, body: { fee_fen: number; seats: number; at_least?: number; nonce: string }, key: string) =>
        post<OwnBid>(`orders/${order}/bids`, body, { idempotencyKey: key }),
    withdraw: (bid: Id) => post<OwnBid>(`bids/${bid}/withdraw`),
    own: (query?: Query) => get<Page<OwnBid>>('bids', query),
    url: (order: Id) => urlOf(`quotes/${order}`),
};

const counterOffers = {
    list: (query?: Query) => get<Page<CounterOffer>>('counter-offers', query),
    ofOrder: (order: Id) => get<CounterOffer[]>(`orders/${order}/counter-offers`),
    make: (order: Id, body: { seats: number; fee_fen: number; message: string }, key: string) =>
        post<CounterOffer>(`orders/${order}/counter-offers`, body, { idempotencyKey: key }),
    accept: (id: Id, key: string) => post<CounterOffer>(`counter-offers/${id}/accept`, undefined, { idempotencyKey: key }),
    decline: (id: Id, reason: string) => post<CounterOffer>(`counter-offers/${id}/decline`, { reason }),
    withdraw: (id: Id) => post<CounterOffer>(`counter-offers/${id}/withdraw`),
};

const tiers = {
    criteria: () => get<TierCriteria>('tier-criteria'),
    ofOrder: (order: Id) => get<OrderTiers>(`orders/${order}/tiers`),
};

const standby = {
    ofOrder: (order: Id) => get<StandbyList>(`orders/${order}/standbys`),
    join: (order: Id, body: { seats: number; at_least?: number }, key: string) =>
        post<Standby>(`orders/${order}/standbys`, body, { idempotencyKey: key }),
    leave: (id: Id) => post<Standby>(`standbys/${id}/leave`),
};

const shares = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Share>>('shares', query, signal),
    get: (id: Id) => get<Share>(`shares/${id}`),
    release: (id: Id, body: { seats?: number; reason?: string } = {}) => post<Share>(`shares/${id}/release`, body),
    withdraw: (id: Id, reason: string) => post<Share>(`shares/${id}/withdraw`, { reason }),
    defaults: (query?: Query, signal?: AbortSignal) => get<Page<ShareDefault>>('share-defaults', query, signal),
    default: (id: Id) => get<ShareDefault>(`shares/${id}/default`),
    closeDefault: (id: Id, ground: ClosingGround, reason: string) =>
        post<ShareDefault>(`shares/${id}/default/close`, { ground, ...(reason ? { reason } : {}) }),
    /** Pay within the order's range; its upper end when not said. */
    offer: (id: Id, person: Id, payFen?: number, key?: string) =>
        post<Seat>(`shares/${id}/seats`, { person, ...(payFen === undefined ? {} : { pay_fen: payFen }) }, { idempotencyKey: key }),
};

const seats = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Seat>>('seats', query, signal),
    get: (id: Id) => get<Seat>(`seats/${id}`),
    accept: (id: Id, key?: string) => post<Seat>(`seats/${id}/accept`, {}, { idempotencyKey: key }),
    decline: (id: Id, reasonCode?: DeclineReason) => post<Seat>(`seats/${id}/decline`, { reason_code: reasonCode }),
    insure: (id: Id, body: Insurance) => post<Seat>(`seats/${id}/insurance`, body),
    /** The worker sends the site's code, the employer sends none. */
    start: (id: Id, code?: string) => post<Seat>(`seats/${id}/start`, code === undefined ? {} : { code }),
    finish: (id: Id, body: { ended_on?: DateOnly; reason_code?: EndReason } = {}) =>
        post<Seat>(`seats/${id}/finish`, body),
    noShow: (id: Id) => post<Seat>(`seats/${id}/no-show`),
    replace: (id: Id, person: Id) => post<Seat>(`seats/${id}/replace`, { person }),
    async contract(id: Id): Promise<Contract> {
        const response = await send('GET', `seats/${id}/contract`);
        const raw = await response.text();
        const digest = response.headers.get('ETag')?.replace(/^W\/|"/g, '') ?? null;
        if (!response.headers.get('Content-Type')?.includes('json')) return { text: raw, digest };
        const body = JSON.parse(raw) as { text?: string };
        return { text: body.text ?? '', digest };
    },
    contractUrl: (id: Id) => urlOf(`seats/${id}/contract`),
};

const timesheets = {
    list: (query?: Query) => get<Page<Timesheet>>('timesheets', query),
    create: (seat: Id, body: TimesheetDraft, key?: string) =>
        post<Timesheet>(`seats/${seat}/timesheets`, body, { idempotencyKey: key }),
    change: (id: Id, body: Partial<TimesheetDraft>) => call<Timesheet>('PATCH', `timesheets/${id}`, { body }),
    submit: (id: Id) => post<Timesheet>(`timesheets/${id}/submit`),
    approve: (id: Id) => post<Timesheet>(`timesheets/${id}/approve`),
    return: (id: Id, reason: string) => post<Timesheet>(`timesheets/${id}/return`, { reason }),
    dispute: (id: Id, reason: string) => post<Timesheet>(`timesheets/${id}/dispute`, { reason }),
    decide: (id: Id, quantityHundredths: number, reason: string) =>
        post<Timesheet>(`timesheets/${id}/decide`, { quantity_hundredths: quantityHundredths, reason }),
};

const statements = {
    list: (query?: Query) => get<Page<Statement>>('statements', query),
    get: (id: Id) => get<Statement>(`statements/${id}`),
    agree: (id: Id) => post<Statement>(`statements/${id}/agree`),
    instruct: (id: Id, reference: string) => post<Statement>(`statements/${id}/instruct`, { reference }),
    paid: (id: Id, reference: string, paidOn: DateOnly) =>
        post<Statement>(`statements/${id}/paid`, { reference, paid_on: paidOn }),
    overdue: (by: OverdueBy, limit = 50) => get<Overdue[]>('statements/overdue', { by, limit }),
    confirm: (id: Id, key?: string) => post<Statement>(`statements/${id}/confirm`, {}, { idempotencyKey: key }),
    correct: (id: Id, lines: CorrectionLine[], reason: string) =>
        post<Statement>(`statements/${id}/correct`, { lines, reason }),
};

const leads = {
    list: (query?: Query) => get<Page<Lead>>('leads', query),
    get: (id: Id) => get<Lead>(`leads/${id}`),
    take: (id: Id) => post<Lead>(`leads/${id}/take`),
    close: (id: Id, outcome: LeadOutcome, note: string) => post<Lead>(`leads/${id}/close`, { outcome, note }),
    /** Goes on as a complaint that is filled in already; the lead says which. */
    pursue: (id: Id) => post<Lead>(`leads/${id}/case`),
};

const audit = {
    blocks: (limit: number) => get<SealedBlock[]>('audit/blocks', { limit }),
    keys: () => get<SealKey[]>('audit/keys'),
    /** Checked by features/audit/ui/proof.ts, which trusts nothing of it. */
    proof: (position: number) => get<unknown>(`audit/proofs/${position}`),
};

const certificates = {
    mine: () => get<OwnCertificate[]>('certificates/mine'),
    qr: (entry: Id, copy?: CertificateCopy) => get<CertificateQr>(`entries/${entry}/certificate/qr`, { copy }),
    /** These three are checked by features/certificates/ui/verify.ts, which trusts nothing of them. */
    certificate: (entry: Id, copy?: CertificateCopy) => get<unknown>(`entries/${entry}/certificate`, { copy }),
    /** The same to print, as PDF. */
    sheetUrl: (entry: Id, copy: CertificateCopy) => urlOf(`entries/${entry}/certificate/sheet`, { copy }),
    issuers: () => get<unknown>('certificates/issuers'),
    statuses: (place: PlaceCode) => get<unknown>(`certificates/status/${place}`),
};

const lending = {
    rules: () => get<LendingRule[]>('lending/rules'),
    posts: (query?: Query, signal?: AbortSignal) => get<Page<LendingPost>>('lending/posts', query, signal),
    post: (id: Id) => get<LendingPost>(`lending/posts/${id}`),
    matches: (id: Id) => get<LendingMatch[]>(`lending/posts/${id}/matches`),
    publish: (body: LendingPostDraft, key: string) => post<LendingPost>('lending/posts', body, { idempotencyKey: key }),
    close: (id: Id) => post<LendingPost>(`lending/posts/${id}/close`),
    propose: (id: Id, body: LendingProposalDraft, key: string) =>
        post<LendingProposal>(`lending/posts/${id}/proposals`, body, { idempotencyKey: key }),
    proposals: (query?: Query) => get<Page<LendingProposal>>('lending/proposals', query),
    proposal: (id: Id) => get<LendingProposal>(`lending/proposals/${id}`),
    accept: (id: Id) => post<LendingProposal>(`lending/proposals/${id}/accept`),
    decline: (id: Id, reason: string) => post<LendingProposal>(`lending/proposals/${id}/decline`, { reason }),
    withdraw: (id: Id) => post<LendingProposal>(`lending/proposals/${id}/withdraw`),
    draft: (proposal: Id, body: LoanDraft, key: string) =>
        post<Loan>(`lending/proposals/${proposal}/agreements`, body, { idempotencyKey: key }),
    loans: (query?: Query) => get<Page<Loan>>('lending/agreements', query),
    loan: (id: Id) => get<Loan>(`lending/agreements/${id}`),
    text: async (id: Id): Promise<string> => (await send('GET', `lending/agreements/${id}/text`)).text(),
    /** The digest of the text that was read; the worker also says how she works for the lender. */
    sign: (id: Id, digest: string, relation?: WorkRelation) =>
        post<Loan>(`lending/agreements/${id}/sign`, { digest, ...(relation ? { work_relation: relation } : {}) }),
    refuse: (id: Id, reason: LoanRefusal) => post<Loan>(`lending/agreements/${id}/refuse`, { reason_code: reason }),
    takeBack: (id: Id) => post<Loan>(`lending/agreements/${id}/withdraw`),
    end: (id: Id, reason: LoanEnd) => post<Loan>(`lending/agreements/${id}/end`, { reason_code: reason }),
    borrowerPaid: (month: Id, body: { amount_fen: Fen; paid_on: DateOnly; reference: string }) =>
        post<LoanMonth>(`lending/settlements/${month}/borrower-paid`, body),
    passedOn: (month: Id, body: { wage_fen: Fen; insurance_fen: Fen; costs_fen: Fen; paid_on: DateOnly; reference: string }) =>
        post<LoanMonth>(`lending/settlements/${month}/passed-on`, body),
    confirm: (month: Id) => post<LoanMonth>(`lending/settlements/${month}/confirm`),
};

const engagements = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Engagement>>('engagements', query, signal),
    get: (id: Id) => get<Engagement>(`engagements/${id}`),
    start: (id: Id, step: number) => post<Engagement>(`engagements/${id}/steps/${step}/start`),
    deliver: (id: Id, step: number, note: string) => post<Engagement>(`engagements/${id}/steps/${step}/deliver`, { note }),
    accept: (id: Id, step: number) => post<Engagement>(`engagements/${id}/steps/${step}/accept`),
    return: (id: Id, step: number, reason: string) => post<Engagement>(`engagements/${id}/steps/${step}/return`, { reason }),
    paid: (id: Id, step: number, reference: string, paidOn: DateOnly) =>
        post<Engagement>(`engagements/${id}/steps/${step}/paid`, { reference, paid_on: paidOn }),
    confirm: (id: Id, step: number) => post<Engagement>(`engagements/${id}/steps/${step}/confirm`),
    end: (id: Id, reason: string) => post<Engagement>(`engagements/${id}/end`, { reason }),
    rate: (id: Id, stars: number, comment: string) => post<Engagement>(`engagements/${id}/ratings`, { stars, comment }),
};

const products = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Product>>('products', query, signal),
    get: (id: Id) => get<Product>(`products/${id}`),
    compare: (ids: Id[]) => get<Product[]>('product-comparisons', { ids: ids.join(',') }),
    draft: (body: ProductDraft) => post<Product>('products', body),
    change: (id: Id, body: ProductDraft, version: number) =>
        call<Product>('PATCH', `products/${id}`, { body: { ...body, version } }),
    publish: (id: Id) => post<Product>(`products/${id}/publish`),
    withdraw: (id: Id) => post<Product>(`products/${id}/withdraw`),
    /** The version is the one that the employer read: its price holds. */
    book: (id: Id, body: { version: number; quantity: number; place: PlaceCode; wishes?: string }, key: string) =>
        post<Booking>(`products/${id}/bookings`, body, { idempotencyKey: key }),
    bookings: (query?: Query, signal?: AbortSignal) => get<Page<Booking>>('bookings', query, signal),
    booking: (id: Id) => get<Booking>(`bookings/${id}`),
    acceptBooking: (id: Id) => post<Booking>(`bookings/${id}/accept`),
    declineBooking: (id: Id, reason: string) => post<Booking>(`bookings/${id}/decline`, { reason }),
    withdrawBooking: (id: Id) => post<Booking>(`bookings/${id}/withdraw`),
};

const procurements = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<Procurement>>('procurements', query, signal),
    get: (id: Id) => get<Procurement>(`procurements/${id}`),
    publish: (body: ProcurementDraft, key: string) => post<Procurement>('procurements', body, { idempotencyKey: key }),
    cancel: (id: Id, reason: string) => post<Procurement>(`procurements/${id}/cancel`, { reason }),
    nameEvaluator: (id: Id, login: string) => post<Procurement>(`procurements/${id}/evaluators`, { login }),
    bid: (id: Id, body: { price_fen: number; proposal: string; nonce: string }, key: string) =>
        post<Procurement>(`procurements/${id}/bids`, body, { idempotencyKey: key }),
    withdrawBid: (bid: Id) => post<Procurement>(`procurement-bids/${bid}/withdraw`),
    score: (id: Id, bid: Id, lines: ScoreLine[]) => post<Procurement>(`procurements/${id}/scores`, { bid, lines }),
    finish: (id: Id) => post<Procurement>(`procurements/${id}/scores/finish`),
    conflict: (id: Id, reason: string) => post<Procurement>(`procurements/${id}/conflict`, { reason }),
    object: (id: Id, text: string) => post<Procurement>(`procurements/${id}/objections`, { text }),
    answer: (objection: Id, upheld: boolean, answer: string) =>
        post<Procurement>(`objections/${objection}/answer`, { upheld, answer }),
};

const figures = {
    get: (place: PlaceCode, year: number) => get<Figures>('figures', { place, year }),
    records: (id: string, cursor?: string) => get<Page<FigureRecord>>(`figures/${id}/records`, { cursor }),
    map: (year: number, measure: string) => get<Page<FigureMapRow>>('figures/map', { year, measure }),
};

/** What is computed from the journal by measures as files (features/statistics). */
const statistics = {
    measures: () => get<Page<StatisticMeasure>>('statistics'),
    table: (measure: string, query: Query) => get<StatisticTable>(`statistics/${measure}`, query),
    records: (measure: string, query: Query) => get<StatisticRecords>(`statistics/${measure}/records`, query),
    versions: (measure: string, query: Query) => get<StatisticVersions>(`statistics/${measure}/versions`, query),
    market: (query: Query) => get<Market>('statistics/market', query),
    verification: (measure: string) => get<StatisticVerification>(`statistics/${measure}/verification`),
};

/** Supply lists and demand lists (features/lists). */
const lists = {
    list: (query?: Query) => get<Page<SupplyList>>('lists', query),
    get: (id: Id) => get<SupplyList>(`lists/${id}`),
    lines: (id: Id, query?: Query) => get<Page<SupplyListLine>>(`lists/${id}/lines`, query),
    changes: (id: Id) => get<SupplyListChanges>(`lists/${id}/changes`),
    /** Published lists in their order, to be read on: for programs of other offices. */
    streamUrl: () => urlOf('lists/published'),
    records: (id: Id, line: number, query?: Query) => get<StatisticRecords>(`lists/${id}/lines/${line}/records`, query),
    compile: (body: SupplyListDraft) => post<SupplyList>('lists', body),
    act: (id: Id, act: 'compile' | 'submit' | 'freeze' | 'publish') => post<SupplyList>(`lists/${id}/${act}`),
    sendBack: (id: Id, reason: string) => post<SupplyList>(`lists/${id}/send-back`, { reason }),
    fileUrl: (id: Id, form: 'xlsx' | 'pdf' | 'json') => urlOf(`lists/${id}/file`, { form }),
};

const journal = {
    list: (after: number, limit = 100) => get<JournalPage>('journal', { after, limit }),
    /** The newest events that everybody may see, in order. */
    recent: (limit = 100) => get<{ items: JournalEvent[] }>('events/recent', { limit }),
};

const inbox = {
    list: (query?: Query) => get<Page<InboxItem>>('inbox', query),
    notices: (query?: Query) => get<Page<Notice>>('notices', query),
    read: (id: Id) => post<Notice>(`notices/${id}/read`),
};

const imports = {
    list: (query?: Query) => get<Page<ImportRun>>('imports', query),
    start: (kind: ImportKind, file: File, options: { again?: boolean; sheet?: string } = {}) =>
        call<ImportRun>('POST', 'imports', { query: { kind, filename: file.name, ...options }, raw: file, rawMax: UPLOAD_MAX.people, timeoutMs: 120_000 }),
    get: (id: Id) => get<ImportRun>(`imports/${id}`),
    rows: (id: Id, query?: Query) => get<Page<ImportRow>>(`imports/${id}/rows`, query),
    choose: (id: Id, row: number, choice: RowChoice) => post<ImportRow>(`imports/${id}/rows/${row}/choose`, choice),
    apply: (id: Id, publish = false) => post<ImportRun>(`imports/${id}/apply`, publish ? { publish } : {}),
    errorsUrl: (id: Id) => urlOf(`imports/${id}/errors.csv`),
    templateUrl: (kind: ImportKind) => urlOf('imports/template', { kind }),
};

/** Orders and people allocated at once, features/fairs. */
const fairs = {
    openOrders: () => get<OpenOrder[]>('fair-orders'),
    list: (query?: Query) => get<Page<Fair>>('fairs', query),
    get: (id: Id) => get<FairDetail>(`fairs/${id}`),
    start: (body: FairDraft, key: string) => post<Fair>('fairs', body, { idempotencyKey: key }),
    stop: (id: Id) => post<Fair>(`fairs/${id}/stop`),
    choices: (id: Id, order: Id) => get<FairChoice[]>(`fairs/${id}/orders/${order}/choices`),
    fitness: (id: Id, order: Id, person: Id) => get<FairFitness>(`fairs/${id}/orders/${order}/people/${person}`),
    fileUrl: (id: Id, file: FairFile) => urlOf(`fairs/${id}/files/${file}`),
    edit: (id: Id, body: FairEdit, key: string) => post<FairEditAnswer>(`fairs/${id}/edits`, body, { idempotencyKey: key }),
    handOver: (id: Id) => post<Fair>(`fairs/${id}/hand-over`),
    /** Fifty at a time: ask again while some are `left`. */
    offer: (id: Id, again: boolean, key: string) => post<FairOffers>(`fairs/${id}/offers`, again ? { again } : {}, { idempotencyKey: key }),
};

/** What is picked for workers each night, features/nightly. */
const nightly = {
    daily: (person: Id) => get<DailyOrders>(`people/${person}/daily-orders`),
    choose: (person: Id, wanted: boolean) => call<{ wanted: boolean }>('PUT', `people/${person}/daily-orders`, { body: { wanted } }),
    runs: (limit?: number) => get<NightlyRuns>('nightly-runs', { limit }),
};

export const api = {
    sessions, accounts, codes, organisations, people, orders, draws, nominations, shares, seats, timesheets, statements, leads, audit,
    figures, statistics, lists, proofs, targets, efficiency, duties, journal, inbox, imports, lending, engagements, products, procurements, quotes, counterOffers, tiers,
    standby, changes, cancellations, procedures, cases, delegations, registers, entries, recognitions, definitions, certificates, fairs, privacy,
    shortages,
    paySurveys, payAnswers, surveys, surveyHouseholds, surveyVisits, quarterReports, openData, nightly,
};
