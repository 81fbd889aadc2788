import { describe, expect, it } from 'vitest';
import type { MarketRow } from '@ui/base/api_types';
import { EMPTY, urlOf } from '@ui/base/http';
import { askedRecords, changeText, hasRecords, ordered, ratioText, recordsQuery, shareText } from './market_text';

const row = (code: string, demand: number, supply: number): MarketRow => ({
    code, name: code, demand, supply, demand_share: null, demand_share_quarter: null, demand_share_year: null,
    supply_share: null, supply_share_quarter: null, supply_share_year: null, ratio: null, ratio_quarter: null, ratio_year: null,
});

describe('market texts', () => {
    it('shows two decimals and a dash for nothing', () => {
        expect(ratioText(166)).toBe('1.66');
        expect([ratioText(104), ratioText(null), shareText(1523), changeText(250), changeText(-80), changeText(0), changeText(null)])
            .toEqual(['1.04', '—', '15.23%', '+2.50', '−0.80', '0.00', '—']);
    });
    it('finds the largest gaps and surpluses, never among those that did not say', () => {
        const rows = [row('', 0, 99), row('a', 5, 1), row('b', 9, 1), row('c', 1, 7), row('d', 3, 3)];
        expect(ordered(rows, 'gap').map((each) => each.code)).toEqual(['b', 'a']);
        expect(ordered(rows, 'surplus').map((each) => each.code)).toEqual(['c']);
        expect(ordered(rows, 'code')).toBe(rows);
    });
    it('opens a row by its dimension', () => {
        expect(recordsQuery('county', '510502')).toEqual({ place: '510502' });
        expect(recordsQuery('occupation_class', '6')).toEqual({ occupation: '6' });
        expect(recordsQuery('industry', 'C')).toEqual({ industry: 'C' });
    });
    it('opens what named nothing to what named nothing, not to everything', () => {
        expect(recordsQuery('origin', '511502')).toEqual({ origin: '511502' });
        expect([hasRecords('place', ''), hasRecords('county', ''), hasRecords('county', '511502'), hasRecords('origin', ''), hasRecords('occupation_class', '')]).toEqual([false, false, true, true, true]);
        const asked = askedRecords({ measure: 'supply', period: '2026Q4', ...recordsQuery('occupation', '') });
        expect(asked).toEqual({ measure: 'supply', period: '2026Q4', occupation: EMPTY });
        expect(urlOf('statistics/supply/records', asked)).toContain('occupation=');
        expect(urlOf('statistics/supply/records', askedRecords({ period: '2026Q4', place: '', position: null }))).toBe('/api/v1/statistics/supply/records?period=2026Q4');
    });
});
