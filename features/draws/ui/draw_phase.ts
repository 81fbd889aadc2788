import type { Draw } from '@ui/base/api_types';

export type DrawPhase = 'soon' | 'open' | 'closed' | 'drawn' | 'voided';

/** Where the draw stands at that time. */
export function phaseOf(draw: Pick<Draw, 'status' | 'opens_at' | 'closes_at'>, now: Date): DrawPhase {
    if (draw.status !== 'open') return draw.status;
    if (Date.parse(draw.opens_at) > now.getTime()) return 'soon';
    return Date.parse(draw.closes_at) > now.getTime() ? 'open' : 'closed';
}
