// Turns in cases that are handed to a colleague.

#include "features/cases/delegations.hpp"

#include "engine/access/access.hpp"

namespace jianghui::cases {
namespace {

DelegationState state_of(const procedures::Delegation& delegation, Date today) {
    if (procedures::holds_on(delegation, today)) return DelegationState::in_force;
    return !delegation.ended_at && today < delegation.from_on ? DelegationState::ahead : DelegationState::over;
}

/// The title of what was handed over. A procedure or a case that is gone is called by its name.
Text title_of(const Sight& sight, const procedures::Delegation& delegation) {
    const auto& catalogue = sight.services.get<procedures::Catalogue>();
    std::string name = delegation.procedure_id.value_or("");
    if (delegation.case_id)
        if (const auto row = procedures::find_case(sight.db, *delegation.case_id)) name = row->procedure_id;
    const auto procedure = catalogue.current(name);
    return procedure ? (*procedure)->title : Text{name, name};
}

DelegationView view_of(const Sight& sight, const procedures::Delegation& delegation) {
    DelegationView view;
    view.id = delegation.id;
    view.given_by = {delegation.given_by, account_name(sight, delegation.given_by)};
    view.given_to = {delegation.given_to, account_name(sight, delegation.given_to)};
    view.mine = delegation.given_by == sight.caller.account;
    view.procedure = delegation.procedure_id;
    view.case_id = delegation.case_id;
    view.title = title_of(sight, delegation);
    view.from_on = delegation.from_on;
    view.to_on = delegation.to_on;
    view.state = state_of(delegation, date_of(sight.now));
    view.made_at = delegation.made_at;
    view.ended_at = delegation.ended_at;
    return view;
}

}  // namespace

Result<app::Page<DelegationView>> list_delegations(app::Query& query, const app::Empty&) {
    constexpr int delegations_max = 200;
    const Sight sight{query.db, query.services, query.caller, query.now};
    app::Page<DelegationView> page;
    for (const auto& one : procedures::delegations_of(query.db, query.caller.account, delegations_max))
        page.items.push_back(view_of(sight, one));
    return page;
}

Result<DelegationView> hand_over(app::Command& command, const HandOver& input) {
    procedures::NewDelegation wanted;
    wanted.to = input.to;
    if (input.procedure) wanted.procedure = input.procedure->text;
    wanted.case_id = input.case_id;
    wanted.from_on = input.from_on;
    wanted.to_on = input.to_on;
    TRY(const auto made, procedures::delegate(command, wanted));
    return view_of({command.db, command.services, command.caller, command.now}, made);
}

Result<DelegationView> end_delegation(app::Command& command, const FindDelegation& input) {
    TRY_DO(procedures::end_delegation(command, input.delegation));
    const auto ended = procedures::find_delegation(command.db, input.delegation);
    ASSERT(ended.has_value());
    return view_of({command.db, command.services, command.caller, command.now}, *ended);
}

Result<std::vector<OfficerName>> list_colleagues(app::Query& query, const app::Empty&) {
    constexpr int a_page = 500;
    access::AccountFilter filter;
    filter.role = query.caller.role;
    filter.status = access::AccountStatus::active;
    std::vector<OfficerName> colleagues;
    for (AccountId after;;) {
        const auto accounts =
            access::list_accounts(query.db, query.services.get<access::Vault>(), filter, after, a_page);
        for (const auto& account : accounts) {
            after = account.account;
            if (account.place == query.caller.place && account.account != query.caller.account)
                colleagues.push_back({account.account, account.name});
        }
        if (accounts.size() < a_page) return colleagues;
    }
}

}  // namespace jianghui::cases
