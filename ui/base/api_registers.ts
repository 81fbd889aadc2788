// What authorities know and do: registers with their entries, procedures with their cases.

import type {
    DateOnly, Delegation, Id, Named, NewDelegation, Page, Query, PlaceCode, Case, CaseDraft, CaseFile, CaseOfficer, CaseQuery, CaseSummary, Custody, DocumentCheck, FieldValues,
    Procedure, ProcedureSummary, Timeliness, CreditGradeTable, DefinitionKind, DefinitionRecord, Entry, EntryDetail, EntryReason,
    EntryStep, NewEntry, RecognitionMatrix, RegisterDetail, RegisterImport, RegisterStatistics, RegisterSummary, SealedPurpose,
} from './api_types';
import { call, get, post, urlOf } from './http';
import { UPLOAD_MAX } from './upload_max';

/** What authorities do: the procedures of this program, and their runs (features/cases). */
export const procedures = {
    list: (query?: Query, signal?: AbortSignal) => get<Page<ProcedureSummary>>('procedures', query, signal),
    /** A version that was in force, for a case that runs under it; without one that of today. */
    get: (id: string, version?: number) => get<Procedure>(`procedures/${id}`, { version }),
};

export const cases = {
    list: (query?: CaseQuery, signal?: AbortSignal) => get<Page<CaseSummary>>('cases', query, signal),
    get: (id: Id, signal?: AbortSignal) => get<Case>(`cases/${id}`, undefined, signal),
    open: (draft: CaseDraft, key?: string) => post<Case>('cases', draft, { idempotencyKey: key }),
    take: (id: Id, step: string, body: { values?: FieldValues; reason?: string; for_colleague?: Id } = {}, key?: string) =>
        post<Case>(`cases/${id}/steps/${step}`, body, { idempotencyKey: key }),
    /** A sealed value of a line of the timeline; the reading is recorded with its purpose. */
    openValue: (id: Id, timeline: Id, field: string, purpose: SealedPurpose) =>
        post<{ field: string; value: string }>(`cases/${id}/sealed-values`, { timeline, field, purpose }),
    comment: (id: Id, text: string, audience: 'parties' | 'officials') => post<Case>(`cases/${id}/comments`, { text, audience }),
    officers: (id: Id) => get<CaseOfficer[]>(`cases/${id}/officers`),
    /** Without an account: nobody's. */
    assign: (id: Id, account: Id | null) => post<Case>(`cases/${id}/assignment`, account ? { account } : {}),
    /**
     * A file. Without a case it waits, for a day, for the form whose value its id becomes; with one it is an exhibit of the
     * case at once.
     */
    upload: (file: File, options: { case_id?: Id; audience?: 'parties' | 'officials' } = {}, onProgress?: (part: number) => void) =>
        call<CaseFile>('POST', 'case-files', { query: { name: file.name, ...options }, raw: file, rawMax: UPLOAD_MAX.exhibit, timeoutMs: 120_000, onProgress }),
    fileUrl: (file: Id) => urlOf(`case-files/${file}`),
    /** Of each file of the case, every act since it was handed in. */
    custody: (id: Id, signal?: AbortSignal) => get<Custody>(`cases/${id}/custody`, undefined, signal),
    /** That such an act stands in the sealed journal; checked by features/audit/ui/proof.ts. */
    custodyProof: (id: Id, position: number) => get<unknown>(`cases/${id}/custody/${position}/proof`),
    documentUrl: (id: Id, document: Id) => urlOf(`cases/${id}/documents/${document}`),
    /** Open to everybody: what the QR code of a document opens. */
    checkDocument: (document: Id, digest: string) => get<DocumentCheck>(`case-documents/${document}`, { digest }),
    /** That a paper with this digest was issued: its place in the sealed journal. */
    documentProof: (document: Id, digest: string) => get<unknown>(`case-documents/${document}/proof`, { digest }),
    timeliness: (query?: { place?: PlaceCode; from?: DateOnly; to?: DateOnly; procedure?: string }) =>
        get<Timeliness[]>('case-timeliness', query),
};

/** Turns in cases that are handed to a colleague. */
export const delegations = {
    list: (signal?: AbortSignal) => get<Page<Delegation>>('case-delegations', undefined, signal),
    give: (body: NewDelegation, key?: string) => post<Delegation>('case-delegations', body, { idempotencyKey: key }),
    end: (id: Id) => post<Delegation>(`case-delegations/${id}/end`),
    colleagues: () => get<Named[]>('case-colleagues'),
};

export const registers = {
    list: () => get<{ items: RegisterSummary[] }>('registers'),
    get: (id: string, signal?: AbortSignal) => get<RegisterDetail>(`registers/${id}`, undefined, signal),
    entries: (id: string, query?: Query, signal?: AbortSignal) => get<Page<Entry>>(`registers/${id}/entries`, query, signal),
    statistics: (id: string, query?: Query) => get<RegisterStatistics>(`registers/${id}/statistics`, query),
    /** Where the same search is downloaded as CSV. */
    exportUrl: (id: string, query: Query = {}) => urlOf(`registers/${id}/export`, query),
    import: (id: string, file: File, options: { dry_run: boolean; place?: PlaceCode }) =>
        call<RegisterImport>('POST', `registers/${id}/import`, { query: { ...options }, raw: file, rawMax: UPLOAD_MAX.register, timeoutMs: 120_000 }),
    issue: (id: string, body: NewEntry, key?: string) => post<EntryDetail>(`registers/${id}/entries`, body, { idempotencyKey: key }),
};

export const entries = {
    get: (id: Id) => get<EntryDetail>(`entries/${id}`),
    /** That this version stands in the sealed journal; checked by features/audit/ui/proof.ts. */
    proof: (id: Id, version: number) => get<unknown>(`entries/${id}/versions/${version}/proof`),
    /** Those of one subject, over all registers; `mine`: the caller's own; `q`: of everybody so called, or with that number. */
    ofSubject: (query: Query, signal?: AbortSignal) => get<Page<Entry>>('entries', query, signal),
    step: (id: Id, step: EntryStep, body: { reason: EntryReason; note?: string }) => post<EntryDetail>(`entries/${id}/${step}`, body),
    /** What a colleague proposed: to revoke or to withdraw. */
    decide: (id: Id, decision: 'approve' | 'decline') => post<EntryDetail>(`entries/${id}/proposal/${decision}`),
    change: (id: Id, body: { values: FieldValues; valid_to_on?: DateOnly; /** it has no last day any more */ no_end?: boolean; reason: EntryReason; note?: string }) =>
        post<EntryDetail>(`entries/${id}/change`, body),
    open: (id: Id, field: string, purpose: SealedPurpose) => post<{ field: string; value: string }>(`entries/${id}/open`, { field, purpose }),
};

export const recognitions = {
    matrix: (query?: Query) => get<RecognitionMatrix>('recognitions', query),
    grades: () => get<CreditGradeTable>('credit-grades'),
};

export const definitions = {
    list: (query?: Query) => get<{ items: DefinitionRecord[] }>('definitions', query),
    confirm: (kind: DefinitionKind, id: string, version: number) =>
        post<DefinitionRecord>(`definitions/${kind}/${id}/${version}/confirmation`),
};
