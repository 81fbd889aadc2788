/** Calls of rural labour surveys (features/surveys). */
import type {
    Id, Page, PlaceCode, Query, Survey, SurveyAllotment, SurveyFrameReport, SurveyHousehold, SurveyHouseholdDetail, SurveyMethod,
    SurveyQuestion, SurveyQuestions, SurveyResult, SurveySent, SurveyTaken, SurveyVillage, SurveyVisits,
} from './api_types';
import { call, get, post, urlOf } from './http';
import { UPLOAD_MAX } from './upload_max';

export const surveys = {
    list: (query?: Query) => get<Page<Survey>>('surveys', query),
    get: (id: Id) => get<Survey>(`surveys/${id}`),
    questions: (id: Id) => get<SurveyQuestions>(`surveys/${id}/questions`),
    results: (id: Id) => get<{ items: SurveyResult[] }>(`surveys/${id}/results`),
    method: (id: Id) => get<SurveyMethod>(`surveys/${id}/method`),
    villages: (id: Id) => get<SurveyVillage[]>(`surveys/${id}/villages`),
    households: (id: Id, query?: Query) => get<Page<SurveyHousehold>>(`surveys/${id}/households`, query),
    open: (body: { place: PlaceCode; title: string }) => post<Survey>('surveys', body),
    write: (id: Id, questions: SurveyQuestion[]) => post<Survey>(`surveys/${id}/questions`, { questions }),
    sendFrame: (id: Id, file: File) => call<SurveyFrameReport>('POST', `surveys/${id}/frame`, { raw: file, rawMax: UPLOAD_MAX.sheet, timeoutMs: 120_000 }),
    start: (id: Id, households: number, allotment: SurveyAllotment) => post<Survey>(`surveys/${id}/start`, { households, allotment }),
    nameCollector: (id: Id, login: string, village?: number) => post<Survey>(`surveys/${id}/collectors`, village ? { login, village } : { login }),
    act: (id: Id, act: 'compute' | 'publish') => post<Survey>(`surveys/${id}/${act}`),
    fileUrl: (id: Id, form: 'xlsx' | 'json') => urlOf(`surveys/${id}/file`, { form }),
};

export const surveyHouseholds = {
    get: (id: Id) => get<SurveyHouseholdDetail>(`survey-households/${id}`),
    /** An official's reading of what a household said: recorded. */
    open: (id: Id, purpose: string) => post<SurveyHouseholdDetail>(`survey-households/${id}/open`, { purpose }),
    settle: (id: Id, answer: Id, reason: string) => post<SurveyHouseholdDetail>(`survey-households/${id}/settle`, { answer, reason }),
    act: (id: Id, act: 'replace' | 'empty') => post<SurveyHouseholdDetail>(`survey-households/${id}/${act}`),
};

/** What a collector loads and sends. */
export const surveyVisits = {
    list: () => get<{ items: SurveyVisits[] }>('survey-visits'),
    send: (answers: SurveySent[]) => post<{ items: SurveyTaken[] }>('survey-visits', { answers }),
};
