#include "engine/registers/events.hpp"

#include "engine/registers/loading.hpp"
#include "engine/registers/proposals.hpp"

namespace jianghui::registers {

const journal::EventKind& event_of(EntryStep step) {
    switch (step) {
        case EntryStep::suspend:
            return entry_suspended;
        case EntryStep::restore:
            return entry_restored;
        case EntryStep::revoke:
            return entry_revoked;
        case EntryStep::withdraw:
            return entry_withdrawn;
        case EntryStep::end:
            return entry_ended;
        case EntryStep::expire:
            break;
    }
    return entry_expired;
}

std::vector<const journal::EventKind*> event_kinds() {
    return {&definition_in_force, &definition_confirmed, &entry_issued,   &entry_changed,
            &entry_suspended,     &entry_restored,       &entry_revoked,  &entry_withdrawn,
            &entry_ended,         &entry_expired,        &entry_sealed_read,
            &entry_proposed,      &entry_proposal_declined};
}

std::vector<const ErrorCode*> error_codes() {
    return {&definition_malformed, &definition_changed, &definition_older,   &definition_gone,
            &register_unknown,     &entry_status,       &entry_number_taken, &entry_value_taken,
            &entry_period,         &entry_needs_end,    &entry_subject,      &issuer_level,       &value_malformed,
            &value_not_asked,      &proposal_waiting,   &proposal_over,      &second_official,
            &proposal_outdated,    &proposal_sealed};
}

}  // namespace jianghui::registers
