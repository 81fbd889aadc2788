import type { EntryReason, EntryStep } from '@ui/base/api_types';

const REASONS: Record<EntryStep, EntryReason[]> = {
    suspend: ['violation', 'at_own_request', 'other'],
    restore: ['remedied', 'repaired', 'at_own_request', 'other'],
    revoke: ['violation', 'other'],
    withdraw: ['annulled', 'other'],
    end: ['at_own_request', 'repaired', 'superseded', 'lapsed', 'other'],
};

/** The reasons that fit a step, as the server has them. */
export const reasonsOf = (step: EntryStep): EntryReason[] => REASONS[step];
