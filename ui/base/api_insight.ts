/** Calls of what is counted, planned and surveyed: targets, duties, efficiency, shortages, pay surveys. */
import type {
    AssessmentAct, CaseSpan, DateOnly, DutyAssessment, DutiesReport, DutyDetail, DutyDraft, DutyList, FlowKind, FlowRecords, Id, LabourCost, Page, PayAnswer, PayCell,
    PayCompany, PayCosts, PayFinding, PayMethod, PayRow, PayRows, PaySheetReport, PaySurvey, PlaceCode, ProcedureTimes, Proof, Query, ShortageAct, ShortageRanking,
    ShortageCatalogue, ShortageEntry, ShortageGrade, ShortageGuide, ShortageHindsight, ShortageWarning, TalentFlows,
    TargetBoard, TargetComparison, TargetReport, TargetReportDraft, TargetSet, Treatment, TryRecord,
} from './api_types';
import { call, get, post, urlOf } from './http';
import { UPLOAD_MAX } from './upload_max';

/** Papers beside what an office reports (features/proofs). */
export const proofs = {
    upload: (file: File) => call<Proof>('POST', 'proofs', { query: { name: file.name }, raw: file, rawMax: UPLOAD_MAX.proof, timeoutMs: 120_000 }),
    fileUrl: (id: Id) => urlOf(`proofs/${id}/file`),
};

/** Targets of the plan and where they stand (features/targets). */
export const targets = {
    sets: () => get<TargetSet[]>('target-sets'),
    board: (query?: Query) => get<TargetBoard>('targets', query),
    compare: (query: Query) => get<TargetComparison>('targets/comparison', query),
    reports: (query?: Query) => get<Page<TargetReport>>('target-reports', query),
    report: (body: TargetReportDraft, key: string) => post<TargetReport>('target-reports', body, { idempotencyKey: key }),
};

/** How long procedures took, and how agencies of other cities fare (features/efficiency). */
export const efficiency = {
    procedures: (query?: Query) => get<ProcedureTimes>('efficiency/procedures', query),
    cases: (query: Query) => get<CaseSpan[]>('efficiency/cases', query),
    treatment: (query?: Query) => get<Treatment>('efficiency/treatment', query),
    tries: (query: Query) => get<TryRecord[]>('efficiency/tries', query),
};

/** The duty list, supervision and the yearly assessment (features/duties). */
export const duties = {
    list: (query?: Query) => get<DutyList>('duties', query),
    get: (id: Id) => get<DutyDetail>(`duties/${id}`),
    set: (body: DutyDraft, key: string) => post<DutyDetail>('duties', body, { idempotencyKey: key }),
    report: (id: Id, body: { progress: number; said: string; proof?: Id }, key: string) => post<DutyDetail>(`duties/${id}/reports`, body, { idempotencyKey: key }),
    confirm: (id: Id) => post<DutyDetail>(`duties/${id}/confirm`),
    sendBack: (id: Id, reason: string) => post<DutyDetail>(`duties/${id}/send-back`, { reason }),
    withdraw: (id: Id, reason: string) => post<DutyDetail>(`duties/${id}/withdraw`, { reason }),
    visit: (id: Id, body: { visited_on: DateOnly; found: string; due_on: DateOnly }, key: string) => post<DutyDetail>(`duties/${id}/findings`, body, { idempotencyKey: key }),
    sendFile: (file: File, dryRun: boolean) => call<DutiesReport>('POST', 'duties/file', { raw: file, rawMax: UPLOAD_MAX.sheet, query: { dry_run: dryRun }, timeoutMs: 120_000 }),
    sheetUrl: (assessment: Id) => urlOf(`duty-assessments/${assessment}/sheet`),
    lookedAt: (id: Id, body: { visited_on: DateOnly; saw: string }, key: string) => post<DutyDetail>(`duties/${id}/visits`, body, { idempotencyKey: key }),
    remedy: (finding: Id, body: { remedy: string; proof?: Id }) => post<DutyDetail>(`duty-findings/${finding}/remedy`, body),
    closeFinding: (finding: Id) => post<DutyDetail>(`duty-findings/${finding}/close`),
    assessments: (query?: Query) => get<Page<DutyAssessment>>('duty-assessments', query),
    assess: (body: { place: PlaceCode; year: number }, key: string) => post<DutyAssessment>('duty-assessments', body, { idempotencyKey: key }),
    actOnAssessment: (id: Id, act: AssessmentAct, body: Record<string, unknown> = {}) => post<DutyAssessment>(`duty-assessments/${id}/${act}`, body),
};

/** Shortage catalogues, warnings and talent flows (features/shortages). */
export const shortages = {
    list: (query?: Query) => get<Page<ShortageCatalogue>>('shortages', query),
    get: (id: Id) => get<ShortageCatalogue>(`shortages/${id}`),
    entries: (id: Id, query?: Query) => get<Page<ShortageEntry>>(`shortages/${id}/entries`, query),
    guide: (id: Id) => get<ShortageGuide>(`shortages/${id}/guide`),
    fileUrl: (id: Id, form: 'xlsx' | 'pdf' | 'json') => urlOf(`shortages/${id}/file`, { form }),
    guideUrl: (id: Id) => urlOf(`shortages/${id}/guide/file`),
    compile: (body: { period: string; place?: PlaceCode }) => post<ShortageCatalogue>('shortages', body),
    act: (id: Id, act: Exclude<ShortageAct, 'name_expert' | 'send_back'>) => post<ShortageCatalogue>(`shortages/${id}/${act}`),
    sendBack: (id: Id, reason: string) => post<ShortageCatalogue>(`shortages/${id}/send-back`, { reason }),
    nameExpert: (id: Id, login: string) => post<ShortageCatalogue>(`shortages/${id}/experts`, { login }),
    giveOpinion: (id: Id, line: number, grade: ShortageGrade, reason: string) =>
        post<ShortageCatalogue>(`shortages/${id}/entries/${line}/opinion`, reason ? { grade, reason } : { grade }),
    warnings: (query?: Query) => get<Page<ShortageWarning>>('shortage-warnings', query),
    warning: (id: Id) => get<ShortageWarning>(`shortage-warnings/${id}`),
    hindsight: (place: PlaceCode) => get<ShortageHindsight>('shortage-hindsight', { place }),
    issue: (id: Id) => post<ShortageWarning>(`shortage-warnings/${id}/issue`),
    dismiss: (id: Id, reason: string) => post<ShortageWarning>(`shortage-warnings/${id}/dismiss`, { reason }),
    answer: (id: Id, measures: string) => post<ShortageWarning>(`shortage-warnings/${id}/answer`, { measures }),
    ranking: (period: string) => get<ShortageRanking>('shortage-ranking', { period }),
    flows: (kind: FlowKind, period: string) => get<TalentFlows>('talent-flows', { kind, period }),
    /** Without `from` or `to`: everywhere beyond the region. */
    flowRecords: (query: Query) => get<FlowRecords>('talent-flows/records', query),
};

/** Pay surveys and pay guides (features/pay_surveys). */
export const paySurveys = {
    list: (query?: Query) => get<Page<PaySurvey>>('pay-surveys', query),
    get: (id: Id) => get<PaySurvey>(`pay-surveys/${id}`),
    method: (id: Id) => get<PayMethod>(`pay-surveys/${id}/method`),
    cells: (id: Id, query?: Query) => get<Page<PayCell>>(`pay-surveys/${id}/cells`, query),
    costs: (id: Id) => get<PayCosts>(`pay-surveys/${id}/costs`),
    companies: (id: Id, query?: Query) => get<Page<PayCompany>>(`pay-surveys/${id}/companies`, query),
    open: (body: { place: PlaceCode; year: number }) => post<PaySurvey>('pay-surveys', body),
    sendFrame: (id: Id, file: File) => call<PaySheetReport>('POST', `pay-surveys/${id}/frame`, { raw: file, rawMax: UPLOAD_MAX.sheet, timeoutMs: 120_000 }),
    draw: (id: Id, companies: number) => post<PaySurvey>(`pay-surveys/${id}/draw`, { companies }),
    nameExpert: (id: Id, login: string) => post<PaySurvey>(`pay-surveys/${id}/experts`, { login }),
    act: (id: Id, act: 'compute' | 'publish') => post<PaySurvey>(`pay-surveys/${id}/${act}`),
    fileUrl: (id: Id, form: 'xlsx' | 'pdf' | 'json') => urlOf(`pay-surveys/${id}/file`, { form }),
};

/** What companies answer to a pay survey (features/pay_surveys). */
export const payAnswers = {
    list: (query?: Query) => get<Page<PayAnswer>>('pay-answers', query),
    get: (id: Id) => get<PayAnswer>(`pay-answers/${id}`),
    rows: (id: Id) => get<PayRows>(`pay-answers/${id}/rows`),
    write: (id: Id, rows: PayRow[]) => post<PayAnswer>(`pay-answers/${id}/rows`, { rows }),
    writeCost: (id: Id, cost: LabourCost) => post<PayAnswer>(`pay-answers/${id}/cost`, { cost }),
    sendFile: (id: Id, file: File) => call<PaySheetReport>('POST', `pay-answers/${id}/file`, { raw: file, rawMax: UPLOAD_MAX.sheet, timeoutMs: 120_000 }),
    explain: (id: Id, finding: PayFinding, words: string) => post<PayAnswer>(`pay-answers/${id}/explain`, { finding, words }),
    submit: (id: Id) => post<PayAnswer>(`pay-answers/${id}/submit`),
    /** An official's reading of the rows: recorded, and shown to the company. */
    open: (id: Id, purpose: string) => post<PayRows>(`pay-answers/${id}/open`, { purpose }),
    approve: (id: Id) => post<PayAnswer>(`pay-answers/${id}/approve`),
    sendBack: (id: Id, reason: string) => post<PayAnswer>(`pay-answers/${id}/send-back`, { reason }),
    templateUrl: () => urlOf('pay-answers/template'),
};
