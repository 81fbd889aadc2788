import { computed, onScopeDispose, type ComputedRef } from 'vue';
import { api } from '@ui/base/api';
import type { Notice } from '@ui/base/api_types';
import { useLive } from '@ui/base/live';
import { useAction, useList, type Action, type List } from '@ui/base/resource';

/** Events after which somebody's inbox or notices may have changed. */
export const TELLING = [
    'lending.agreement_ended', 'lending.agreement_ended_early', 'lending.agreement_in_force', 'lending.agreement_lapsed', 'lending.agreement_proposed',
    'lending.agreement_refused', 'lending.agreement_withdrawn', 'lending.borrower_paid', 'lending.proposal_accepted', 'lending.proposal_declined',
    'lending.proposal_lapsed', 'lending.proposal_made', 'lending.proposal_withdrawn', 'lending.settlement_overdue', 'lending.wage_confirmed',
    'lending.wage_passed_on',
    'case.opened', 'case.step_taken', 'case.told', 'case.reminded', 'case.ran_out', 'case.comment_told', 'case.overdue', 'case.assigned', 'case.delegated', 'case.delegation_ended', 'case.closed',
    'entry.issued', 'entry.changed', 'entry.suspended', 'entry.restored', 'entry.revoked', 'entry.withdrawn', 'entry.ended', 'entry.expired',
    'share.agency_barred', 'share.agency_cleared', 'share.defaulted', 'share.default_closed',
    'order.opened', 'order.closed', 'share.grabbed', 'share.released', 'share.withdrawn', 'seat.offered', 'seat.accepted', 'seat.declined', 'seat.on_site',
    'timesheet.submitted', 'timesheet.returned', 'timesheet.disputed', 'timesheet.decided', 'statement.agreed', 'statement.instructed', 'statement.paid', 'statement.confirmed', 'statement.overdue',
    'organisation.registered', 'organisation.verified', 'organisation.refused', 'organisation.suspended', 'import.read', 'import.applied'];

/** When what was being told as a page opened has been written, in milliseconds. */
const LATER = 2500;

/** Calls `run` once after a burst of events, not once per event. */
export function useSettled(kinds: string[], run: () => void, ms = 800): void {
    let timer: ReturnType<typeof setTimeout> | null = null;
    useLive(kinds, () => {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(run, ms);
    });
    onScopeDispose(() => { if (timer !== null) clearTimeout(timer); });
}

export interface Notices {
    list: List<Notice>;
    unread: ComputedRef<Notice[]>;
    read: Action<[notices: Notice[]], void>;
}

/** The notices of this account, newest first, kept current; `read` marks them and shows it at once. */
export function useNotices(limit = 30): Notices {
    const list = useList((cursor) => api.inbox.notices({ cursor, limit }));
    useSettled(TELLING, () => void list.reload());
    // A notice is written by a task up to a second after its event: of an event just before the page was opened no other
    // one tells, so it looks once more.
    const again = setTimeout(() => void list.reload(), LATER);
    onScopeDispose(() => clearTimeout(again));
    return {
        list,
        unread: computed(() => list.items.value.filter((each) => each.read_at === null)),
        read: useAction(async (notices: Notice[]) => {
            for (const notice of notices) {
                const now = await api.inbox.read(notice.id);
                list.patch((each) => each.id === notice.id, (each) => ({ ...each, read_at: now.read_at }));
            }
        }),
    };
}
