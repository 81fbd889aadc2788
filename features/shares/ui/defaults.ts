import type { ClosingGround, ShareDefault } from '@ui/base/api_types';

/** An excuse is somebody's decision over both parties: it says why (features/shares/closing.cpp may_close). */
export const wantsReason = (ground: ClosingGround): boolean => ground === 'excused';

/** Whom the agency may ask while its default is open: the employer, the authority of the order's city, and time. */
export type Way = { who: 'employer' | 'authority' | 'time'; name: string };

export function waysOut(one: Pick<ShareDefault, 'closed_at' | 'employer' | 'city' | 'lapses_at'>, place: (code: string) => string, day: (instant: string) => string): Way[] {
    if (one.closed_at) return [];
    return [{ who: 'employer', name: one.employer.name }, { who: 'authority', name: place(one.city) }, { who: 'time', name: day(one.lapses_at) }];
}
