/** Calls of open data (features/open_data). */
import type { OpenTableDetail, OpenTableList, OpenVersion, Page, Query } from './api_types';
import { get } from './http';

export const openData = {
    list: (query?: Query) => get<OpenTableList>('open-data', query),
    get: (table: string) => get<OpenTableDetail>(`open-data/${encodeURIComponent(table)}`),
    versions: (table: string, query?: Query) => get<Page<OpenVersion>>(`open-data/${encodeURIComponent(table)}/versions`, query),
    catalogueUrl: '/api/v1/open-data/catalogue.jsonld',
};
