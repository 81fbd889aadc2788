import { describe, expect, it } from 'vitest';
import type { TierCriterion } from '@ui/base/api_types';
import { newTier, passedTier, problemOf } from './tier_rules';

const score: TierCriterion = { code: 'reliability', title: { zh: '评分', en: 'Score' }, unit: { zh: '分', en: 'points' }, min: 1, max: 1000, source: '', mark: 'P' };

describe('a tier in the editor', () => {
    it('begins with a number within its limits and asks for a reason', () => {
        expect(newTier(score)).toMatchObject({ criterion: 'reliability', parameter: 800, hours: 4 });
        expect(problemOf(newTier(score), score, 72)).toBe('wrong_reason');
    });
    it('keeps within the limits of criterion and hours', () => {
        const good = { ...newTier(score), reason: '首批需熟手' };
        expect(problemOf(good, score, 72)).toBeNull();
        expect(problemOf({ ...good, parameter: 1001 }, score, 72)).toBe('wrong_parameter');
        expect(problemOf({ ...good, hours: 73 }, score, 72)).toBe('wrong_hours');
    });
});

describe('a tier that was passed', () => {
    it('is read from the facts of the share', () => {
        expect(passedTier('licence_months 94/60')).toEqual({ criterion: 'licence_months', had: 94, asked: 60 });
        expect(passedTier('reliability -/800')).toEqual({ criterion: 'reliability', had: null, asked: 800 });
        expect(passedTier('open_to_all')).toBeNull();
    });
});
