import { describe, expect, it } from 'vitest';
import type { Nomination } from '@ui/base/api_types';
import { acts, waitingOf } from './nomination_rules';

const asked = { id: '1', status: 'asked' } as Nomination;
const order = { status: 'open', mode: 'direct', open_to_all: false } as const;

describe('a nomination', () => {
    it('waits while asked', () => {
        expect(waitingOf([{ ...asked, status: 'declined' }, asked])).toBe(asked);
        expect(waitingOf([{ ...asked, status: 'lapsed' }])).toBeNull();
    });
    it('is named by the employer, one at a time, and answered by the agency', () => {
        expect(acts(order, null, 'employer', true)).toEqual(['name']);
        expect(acts(order, asked, 'employer', true)).toEqual([]);
        expect(acts(order, asked, 'agency', false)).toEqual(['answer']);
        expect(acts({ ...order, open_to_all: true }, null, 'employer', true)).toEqual([]);
        expect(acts({ ...order, status: 'cancelled' }, asked, 'agency', false)).toEqual([]);
    });
});
