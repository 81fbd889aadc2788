#pragma once
// Turns in cases that are handed to a colleague (代办), as both see them (ui/base/api_types/delegations.ts).

#include "features/cases/view.hpp"

namespace jianghui::cases {

enum class DelegationState { ahead, in_force, over };
BOOST_DESCRIBE_ENUM(DelegationState, ahead, in_force, over)

struct DelegationView {
    procedures::DelegationId id;
    OfficerName given_by;
    OfficerName given_to;
    bool mine = false;  ///< given by the reader; else given to her
    std::optional<std::string> procedure;
    std::optional<CaseId> case_id;
    Text title;  ///< of the procedure, or of the case's
    Date from_on;
    Date to_on;
    DelegationState state = DelegationState::in_force;
    Instant made_at;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(DelegationView, (),
                      (id, given_by, given_to, mine, procedure, case_id, title, from_on, to_on, state, made_at,
                       ended_at))

struct HandOver {
    AccountId to;
    std::optional<String<1, 40>> procedure;
    std::optional<CaseId> case_id;
    Date from_on;
    Date to_on;
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (to, procedure, case_id, from_on, to_on))

struct FindDelegation {
    procedures::DelegationId delegation;
};
BOOST_DESCRIBE_STRUCT(FindDelegation, (), (delegation))

/// What the caller gave and was given, the newest first, at most 200.
[[nodiscard]] Result<app::Page<DelegationView>> list_delegations(app::Query& query, const app::Empty& nothing);
/// Fails as procedures::delegate.
[[nodiscard]] Result<DelegationView> hand_over(app::Command& command, const HandOver& input);
/// Fails as procedures::end_delegation.
[[nodiscard]] Result<DelegationView> end_delegation(app::Command& command, const FindDelegation& input);
/// Whom the caller may hand her turn to: active accounts of her office and role but her own.
[[nodiscard]] Result<std::vector<OfficerName>> list_colleagues(app::Query& query, const app::Empty& nothing);

}  // namespace jianghui::cases
