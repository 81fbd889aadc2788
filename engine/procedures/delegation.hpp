#pragma once
// Standing in for a colleague (代办): an official hands his turn in cases to somebody of the same office and role, from
// one day to another. Who acts so is named together with him, and four eyes count both.
//
//   TRY_DO(delegate(command, {colleague, "hr_service_licence_grant", {}, from, to}));   // the one
//   TRY_DO(take(command, row, {"accept", {}, {}, him}));                                // the other, for him

#include "engine/access/caller.hpp"
#include "engine/app/context.hpp"
#include "engine/procedures/case.hpp"

namespace jianghui::procedures {

using DelegationId = Id<struct DelegationTag>;

/// A row of `case_delegations`: of all cases of a procedure, or of one case. Both are of the office `place` and of that
/// role when it is made, and must still be when it is used.
struct Delegation {
    DelegationId id;
    PlaceCode city;
    PlaceCode place;
    access::Role role = access::Role::official;
    AccountId given_by;  ///< whose turn it is; he keeps it too
    AccountId given_to;
    std::optional<std::string> procedure_id;
    std::optional<CaseId> case_id;
    Date from_on;
    Date to_on;  ///< the last day
    Instant made_at;
    std::optional<Instant> ended_at;  ///< before its last day
    std::optional<AccountId> ended_by;
};
BOOST_DESCRIBE_STRUCT(Delegation, (),
                      (id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at,
                       ended_at, ended_by))

/// Whether it is in force on that day. Pure.
[[nodiscard]] bool holds_on(const Delegation& delegation, Date day);
/// Whether it is about that case, and the turn there is his who gave it: in a case of his own office he looks after it, or
/// nobody does. Pure.
[[nodiscard]] bool covers(const Delegation& delegation, const CaseRow& row);

struct NewDelegation {
    AccountId to;
    std::optional<std::string> procedure;
    std::optional<CaseId> case_id;
    Date from_on;
    Date to_on;
};
/// The caller, of an office, hands her turn over; records case.delegated. Fails with delegation_scope, delegation_period,
/// delegate_elsewhere (pointer /to), procedure_unknown, not_found (a case that her office does not handle), case_closed,
/// delegation_not_yours, delegation_onward, delegation_overlaps.
[[nodiscard]] Result<Delegation> delegate(app::Command& command, const NewDelegation& wanted);
/// Ends it now, by either of the two; records case.delegation_ended. Fails with not_found (somebody else's),
/// delegation_over.
[[nodiscard]] Result<Done> end_delegation(app::Command& command, DelegationId id);

/// What the account gave and was given, the newest first.
[[nodiscard]] std::vector<Delegation> delegations_of(const store::Reader& reader, AccountId account, int limit);
[[nodiscard]] std::optional<Delegation> find_delegation(const store::Reader& reader, DelegationId id);
/// What is in force that day, given to the account.
[[nodiscard]] std::vector<Delegation> delegations_to(const store::Reader& reader, AccountId account, Date today);
/// Whose turn in the case was handed to the account for that day. An early end frees from nothing here: who could end it
/// and then look with "other" eyes would be the first official's own. Only what ended before its first day is left out.
[[nodiscard]] std::vector<AccountId> stands_in_for(const store::Reader& reader, const CaseRow& row,
                                                   AccountId account, Date today);
/// Who may take the account's turn in the case that day.
[[nodiscard]] std::vector<AccountId> stand_ins_of(const store::Reader& reader, const CaseRow& row, AccountId account,
                                                  Date today);

/// The colleague, as he would call, when the caller may act for him in the case that day. Nobody hands on what was handed to
/// her: only his own delegation to the caller counts. Fails with delegation_missing, delegation_not_begun, delegation_over,
/// delegate_elsewhere (one of them is not of that office and role any more).
[[nodiscard]] Result<access::Caller> acts_for(const store::Reader& reader, const app::Services& services,
                                              const CaseRow& row, const access::Caller& caller, AccountId colleague,
                                              Date today);

}  // namespace jianghui::procedures
