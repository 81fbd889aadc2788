import type { NightlyRun } from '@ui/base/api_types';

/** How long a night took, from when it began to rank to when everybody was told, in the unit that says it shortest. */
export function spanOf(run: Pick<NightlyRun, 'begun_at' | 'ended_at' | 'ranked_ms'>): { unit: 'ms' | 's' | 'min'; n: number } {
    const ms = Math.max(run.ranked_ms, run.ended_at ? Date.parse(run.ended_at) - Date.parse(run.begun_at) : 0);
    if (ms < 1000) return { unit: 'ms', n: ms };
    if (ms < 120_000) return { unit: 's', n: Math.round(ms / 1000) };
    return { unit: 'min', n: Math.round(ms / 60_000) };
}
