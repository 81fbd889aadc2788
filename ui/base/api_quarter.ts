/** Calls of the quarter reports (features/quarter_reports). */
import type {
    Id, Page, QuarterDocument, QuarterReport, QuarterReportAct, QuarterReportDraft, QuarterTable, QuarterTableName, Query, StatisticRecords,
} from './api_types';
import { get, post, urlOf } from './http';

export const quarterReports = {
    list: (query?: Query) => get<Page<QuarterReport>>('quarter-reports', query),
    get: (id: Id) => get<QuarterReport>(`quarter-reports/${id}`),
    tables: (id: Id) => get<{ items: QuarterTable[] }>(`quarter-reports/${id}/tables`),
    document: (id: Id) => get<QuarterDocument>(`quarter-reports/${id}/document`),
    records: (id: Id, table: QuarterTableName, query: Query) => get<StatisticRecords>(`quarter-reports/${id}/tables/${table}/records`, query),
    fileUrl: (id: Id, form: 'xlsx' | 'pdf' | 'json') => urlOf(`quarter-reports/${id}/file`, { form }),
    compile: (body: QuarterReportDraft) => post<QuarterReport>('quarter-reports', body),
    act: (id: Id, act: Exclude<QuarterReportAct, 'send_back'>) => post<QuarterReport>(`quarter-reports/${id}/${act}`),
    sendBack: (id: Id, reason: string) => post<QuarterReport>(`quarter-reports/${id}/send-back`, { reason }),
};
