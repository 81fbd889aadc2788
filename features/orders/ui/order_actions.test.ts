import { describe, expect, it } from 'vitest';
import { actsOn } from './order_actions';

describe('what one may do with an order', () => {
    it.each([
        ['draft', 'employer', true, ['publish', 'edit', 'cancel']], ['open', 'employer', true, ['cancel']], ['running', 'employer', true, ['close']],
        ['open', 'employer', false, []], ['closed', 'employer', true, []], ['review', 'official', false, ['approve', 'return']],
        ['review', 'inspector', false, []], ['open', 'inspector', false, ['suspend']], ['suspended', 'official', false, ['resume']],
        ['open', 'agency', false, ['grab']], ['filled', 'agency', false, []],
    ] as const)('%s as %s (own: %s)', (status, role, own, acts) => {
        expect(actsOn({ status, remaining: 3 }, role, own)).toEqual(acts);
    });
});
