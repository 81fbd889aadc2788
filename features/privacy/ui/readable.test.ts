import { describe, expect, it } from 'vitest';
import { linesOf } from './readable';

describe('a readable copy', () => {
    it('knows money, times, dates, truth and long texts by how they are written', () => {
        const lines = linesOf({ pay_fen: 20000, at: '2026-12-01T08:00:00+08:00', ends_on: '2026-12-31', verified: true, contract: '一、\n二、', count: 3 }, 'zh');
        expect(lines.map((each) => each.kind)).toEqual(['money', 'time', 'date', 'truth', 'long', 'text']);
    });
    it('leaves out what says nothing', () => {
        expect(linesOf({ a: null, b: '', c: [], d: {}, e: 0, f: false }, 'zh').map((each) => each.name)).toEqual(['e', 'f']);
    });
    it('names things by their name, in the reader’s language', () => {
        const item = { agency: { id: '1', name: '泸州人力' }, title: { zh: '结算', en: 'Statement' } };
        expect(linesOf(item, 'en').map((each) => each.text)).toEqual(['泸州人力', 'Statement']);
    });
    it('goes into lists of objects and joins lists of words', () => {
        const lines = linesOf({ lines: [{ amount_fen: 1 }, { amount_fen: 2 }], fields: ['phone', 'id_number'] }, 'zh');
        expect(lines[0]?.inside.length).toBe(2);
        expect(lines[0]?.inside[1]?.[0]?.text).toBe('2');
        expect(lines[1]?.text).toBe('phone、id_number');
    });
});
