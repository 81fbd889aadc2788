// Standing in for a colleague: given, ended, asked for.

#include "engine/procedures/delegation.hpp"

#include <algorithm>

#include "engine/access/access.hpp"
#include "engine/procedures/case_store.hpp"
#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/events.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/standing.hpp"
#include "engine/procedures/world.hpp"

namespace jianghui::procedures {
namespace {

using access::Caller;

constexpr std::string_view days_parameter = "case_delegation_days_max";

/// The account as it would call; nothing when it may not sign in.
std::optional<Caller> caller_of(const store::Reader& reader, const app::Services& services, AccountId id) {
    const auto account = access::find_account(reader, services.get<access::Vault>(), id);
    if (!account || account->status != access::AccountStatus::active) return std::nullopt;
    return Caller{account->account, account->role, account->place, account->organisation, account->person};
}

bool same_office(const Caller& one, const Caller& other) {
    return one.role == other.role && one.place == other.place;
}

Result<Done> check_period(const app::Command& command, const NewDelegation& wanted) {
    const Date today = date_of(command.now);
    const auto most = command.services.get<World>().parameter(days_parameter, today);
    ASSERT(most.has_value());
    if (wanted.from_on < today) return refuse(error(delegation_period).at("/from_on"));
    if (wanted.to_on < wanted.from_on || (std::chrono::sys_days(wanted.to_on) - std::chrono::sys_days(wanted.from_on)).count() >= *most)
        return refuse(error(delegation_period).at("/to_on").with("days_max", std::to_string(*most)));
    return Done{};
}

/// Whether the turn in the case is his who gives it (see covers); a case of the counterpart is that whole office's.
bool turn_is_of(const CaseRow& row, const Caller& giver) {
    return !row.officer || *row.officer == giver.account || !giver.supervises(row.place);
}

/// The case must be one in which the caller has the turn herself, not one that was handed to her.
Result<Done> check_case(const app::Command& command, CaseId id) {
    const auto row = find_case(command.db, id);
    const auto relation = row ? relation_of(*row, command.caller) : std::nullopt;
    if (relation != Relation::office && relation != Relation::counterpart)
        return refuse(error(not_found).at("/case_id"));
    if (row->closed_at) return refuse(case_closed);
    if (turn_is_of(*row, command.caller)) return Done{};
    const auto handed = delegations_to(command.db, command.caller.account, date_of(command.now));
    const bool onward = std::any_of(handed.begin(), handed.end(),
                                    [&](const Delegation& one) { return covers(one, *row); });
    return refuse(onward ? delegation_onward : delegation_not_yours);
}

Result<Done> check_scope(const app::Command& command, const NewDelegation& wanted) {
    if (wanted.procedure.has_value() == wanted.case_id.has_value()) return refuse(delegation_scope);
    if (wanted.case_id) return check_case(command, *wanted.case_id);
    TRY_DO(command.services.get<Catalogue>().current(*wanted.procedure));
    return Done{};
}

void tell_other(app::Command& command, const journal::EventKind& kind, const Delegation& delegation) {
    const AccountId other =
        delegation.given_to == command.caller.account ? delegation.given_by : delegation.given_to;
    command.record(kind, {delegation.city, "case_delegation", delegation.id.number, {}, {}, {}},
                   DelegationChange{delegation.given_by, delegation.given_to, delegation.procedure_id,
                                    delegation.case_id, delegation.from_on, delegation.to_on, other});
}

}  // namespace

bool holds_on(const Delegation& delegation, Date day) {
    return !delegation.ended_at && delegation.from_on <= day && day <= delegation.to_on;
}

bool covers(const Delegation& delegation, const CaseRow& row) {
    if (delegation.case_id ? *delegation.case_id != row.id : delegation.procedure_id != row.procedure_id) return false;
    Caller giver;
    giver.account = delegation.given_by;
    giver.role = delegation.role;
    giver.place = delegation.place;
    return turn_is_of(row, giver);
}

Result<Delegation> delegate(app::Command& command, const NewDelegation& wanted) {
    TRY_DO(check_period(command, wanted));
    const auto colleague = caller_of(command.db, command.services, wanted.to);
    if (!colleague || colleague->account == command.caller.account || !same_office(*colleague, command.caller))
        return refuse(error(delegate_elsewhere).at("/to"));
    TRY_DO(check_scope(command, wanted));
    Delegation made;
    made.id = command.next_id<DelegationId>();
    made.city = city_of(command.caller.place);
    made.place = command.caller.place;
    made.role = command.caller.role;
    made.given_by = command.caller.account;
    made.given_to = wanted.to;
    made.procedure_id = wanted.procedure;
    made.case_id = wanted.case_id;
    made.from_on = wanted.from_on;
    made.to_on = wanted.to_on;
    made.made_at = command.now;
    if (command.db.value<std::int64_t>(sql::count_overlapping_delegations, store::members(made)).value_or(0) > 0)
        return refuse(delegation_overlaps);
    command.db.execute(sql::insert_delegation, store::members(made));
    tell_other(command, case_delegated, made);
    return made;
}

Result<Done> end_delegation(app::Command& command, DelegationId id) {
    const auto delegation = find_delegation(command.db, id);
    const AccountId caller = command.caller.account;
    if (!delegation || (delegation->given_by != caller && delegation->given_to != caller)) return refuse(not_found);
    if (delegation->to_on < date_of(command.now)) return refuse(delegation_over);
    if (command.db.execute(sql::end_delegation,
                           store::arguments("now", command.now, "account", caller, "delegation", id)) != 1)
        return refuse(delegation_over);
    tell_other(command, case_delegation_ended, *delegation);
    return Done{};
}

std::vector<Delegation> delegations_of(const store::Reader& reader, AccountId account, int limit) {
    return reader.all<Delegation>(sql::delegations_of_account, store::arguments("account", account, "limit", limit));
}

std::optional<Delegation> find_delegation(const store::Reader& reader, DelegationId id) {
    return reader.one<Delegation>(sql::find_delegation, store::arguments("delegation", id));
}

std::vector<Delegation> delegations_to(const store::Reader& reader, AccountId account, Date today) {
    return reader.all<Delegation>(sql::delegations_to_account, store::arguments("account", account, "today", today));
}

std::vector<AccountId> stand_ins_of(const store::Reader& reader, const CaseRow& row, AccountId account, Date today) {
    std::vector<AccountId> stand_ins;
    for (const auto& one :
         reader.all<Delegation>(sql::delegations_by_account, store::arguments("account", account, "today", today)))
        if (covers(one, row)) stand_ins.push_back(one.given_to);
    return stand_ins;
}

std::vector<AccountId> stands_in_for(const store::Reader& reader, const CaseRow& row, AccountId account,
                                     Date today) {
    std::vector<AccountId> colleagues;
    for (const auto& one : reader.all<Delegation>(sql::delegations_meant_for,
                                                  store::arguments("account", account, "today", today)))
        if (covers(one, row) && !(one.ended_at && date_of(*one.ended_at) < one.from_on))
            colleagues.push_back(one.given_by);
    return colleagues;
}

Result<Caller> acts_for(const store::Reader& reader, const app::Services& services, const CaseRow& row,
                        const Caller& caller, AccountId colleague, Date today) {
    auto between = reader.all<Delegation>(
        sql::delegations_between, store::arguments("given_by", colleague, "given_to", caller.account));
    std::erase_if(between, [&](const Delegation& one) { return !covers(one, row); });
    if (between.empty()) return refuse(delegation_missing);
    const auto found = std::find_if(between.begin(), between.end(),
                                    [&](const Delegation& one) { return holds_on(one, today); });
    if (found == between.end()) {
        const auto ahead = std::find_if(between.begin(), between.end(), [&](const Delegation& one) {
            return !one.ended_at && today < one.from_on;
        });
        if (ahead == between.end()) return refuse(delegation_over);
        return refuse(error(delegation_not_begun).with("from_on", date_text(ahead->from_on)));
    }
    auto giver = caller_of(reader, services, colleague);
    if (!giver || !same_office(*giver, caller) || caller.role != found->role || caller.place != found->place)
        return refuse(delegate_elsewhere);
    return std::move(*giver);
}

}  // namespace jianghui::procedures
