import { expect, it } from 'vitest';
import { cleanTerms, fenOf, planFault, toggled, yuanOf } from './product_form';

it('reads yuan to the fen and back', () => {
    expect(fenOf('1,280.5')).toBe(128050);
    expect(fenOf('0.07')).toBe(7);
    expect(fenOf('19.99')).toBe(1999);
    expect(fenOf('1.999')).toBeNull();
    expect(fenOf('')).toBeNull();
    expect(yuanOf(128050)).toBe('1280.50');
    expect(yuanOf(100)).toBe('1');
});

it('says what a plan lacks', () => {
    const step = (percent: number, days: number) => ({ title: '一', percent, days });
    expect(planFault([])).toBe('empty');
    expect(planFault([step(30, 5), step(60, 9)])).toBe('sum');
    expect(planFault([step(30, 9), step(70, 5)])).toBe('days');
    expect(planFault([step(30, 5), step(70, 5)])).toBeNull();
});

it('keeps whole terms only', () => {
    expect(cleanTerms([{ measure: ' 到岗率 ', target: '95%' }, { measure: '', target: 'x' }])).toEqual([{ measure: '到岗率', target: '95%' }]);
});

it('compares at most four', () => {
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd']);
    expect(toggled(['a'], 'e')).toEqual(['a', 'e']);
});
