import { describe, expect, it } from 'vitest';
import { csvText } from './csv';

describe('csvText', () => {
    it('begins with a byte-order mark and ends every row with CRLF', () => {
        expect(csvText([['甲', 1], ['乙', null]])).toBe('\uFEFF甲,1\r\n乙,\r\n');
    });
    it('quotes what needs quotes', () => {
        expect(csvText([['a,b', 'say "yes"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""yes""","two\nlines"\r\n');
    });
    it('keeps a spreadsheet from running a cell', () => {
        expect(csvText([['=1+1', '@x', '-5', -5, '-a']])).toBe("\uFEFF'=1+1,'@x,-5,-5,'-a\r\n");
        expect(csvText([['＝1＋1', '\n=1']])).toBe('\uFEFF\'＝1＋1,"\'\n=1"\r\n');
    });
});
