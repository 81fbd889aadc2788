import { describe, expect, it } from 'vitest';
import { actsOn } from './order_actions';

describe('what one may do with an order', () => {
    it.each([
        ['draft', 'employer', true, ['publish', 'edit', 'cancel']], ['open', 'employer', true, ['change', 'cancel', 'counter']], ['running', 'employer', true, ['close']],
        ['open', 'employer', false, []], ['closed', 'employer', true, []], ['review', 'official', false, ['approve', 'return']],
        ['review', 'inspector', false, []], ['open', 'inspector', false, ['suspend']], ['suspended', 'official', false, ['resume']],
        ['open', 'agency', false, ['grab', 'counter']], ['filled', 'agency', false, ['standby']], ['filled', 'employer', true, ['change', 'cancel', 'standby', 'counter']],
    ] as const)('%s as %s (own: %s)', (status, role, own, acts) => {
        expect(actsOn({ status, remaining: 3 }, role, own)).toEqual(acts);
    });
    it('leads to the page of the order’s mode until it is open to all', () => {
        const open = { status: 'open', remaining: 3 } as const;
        expect(actsOn({ ...open, mode: 'draw', open_to_all: false }, 'agency', false)).toEqual(['apply']);
        expect(actsOn({ ...open, mode: 'draw', open_to_all: true }, 'agency', false)).toEqual(['grab', 'counter', 'draw']);
        expect(actsOn({ ...open, mode: 'quote', open_to_all: false }, 'agency', false)).toEqual(['bid']);
        expect(actsOn({ ...open, mode: 'quote', open_to_all: false }, 'employer', true)).toEqual(['change', 'cancel', 'quote']);
        expect(actsOn({ ...open, mode: 'quote', open_to_all: true }, 'agency', false)).toEqual(['grab', 'counter', 'quote']);
        expect(actsOn({ ...open, mode: 'direct', open_to_all: false }, 'agency', false)).toEqual(['answer']);
        expect(actsOn({ ...open, mode: 'direct', open_to_all: false }, 'employer', true)).toEqual(['change', 'cancel', 'name']);
        expect(actsOn({ status: 'draft', remaining: 3, mode: 'draw' }, 'employer', true).includes('draw')).toBe(false);
    });
});
