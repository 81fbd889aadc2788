import { expect, it } from 'vitest';
import { meanScore, points, priceScore, weightSum } from './arithmetic';

it('computes as the server does', () => {
    expect(priceScore(80, 100, 20)).toBe(1600);
    expect(priceScore(2, 3, 10)).toBe(667);
    expect(priceScore(40000000, 45000000, 20)).toBe(1778);
    expect(meanScore(700 + 710 + 721, 3)).toBe(7103);
    expect(meanScore(1, 4)).toBe(3);
});

it('writes points', () => {
    expect(points(8100)).toBe('81.00');
    expect(points(null)).toBe('–');
});

it('sums the weights', () => {
    expect(weightSum(20, [{ title: '方案', weight: 50 }, { title: '业绩', weight: 30 }])).toBe(100);
});
