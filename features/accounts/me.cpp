#include "features/accounts/me.hpp"

#include "engine/app/app.hpp"
#include "engine/app/rights.hpp"
#include "features/accounts/policy.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::accounts {

std::optional<Date> required_from(const access::FactorStanding& standing,
                                  const access::SecondFactorPolicy& policy) {
    const bool ever = access::is_office(standing.role) && (!standing.demo || policy.demo_too);
    return ever ? policy.required_from : std::nullopt;
}

Result<Me> me_of(const store::Reader& reader, const app::Services& services, AccountId id,
                 std::string_view token, access::NextStep next, Instant now) {
    const auto& vault = services.get<access::Vault>();
    const auto account = access::find_account(reader, vault, id);
    if (!account) return refuse(app::not_signed_in);
    Me me;
    me.account = {account->account, account->login, account->name};
    me.role = account->role;
    me.next_step = next;
    me.second_factor = account->second_factor_at.has_value();
    me.csrf_token = access::csrf_token(vault, token);
    if (next != access::NextStep::none) {
        me.rights = services.get<app::Rights>().of(Role::half_signed_in);
        return me;
    }
    if (!me.second_factor)
        me.second_factor_from_on =
            required_from(access::factor_standing(reader, id), policy_on(services, now).second_factor);
    if (account->place) me.place = account->place;
    if (account->organisation) {
        if (const auto found = organisations::find(reader, account->organisation))
            me.organisation = {found->id, found->name, found->kind};
    }
    if (account->person) {
        if (const auto found = people::find(reader, account->person))
            me.person = {found->id, found->name};
    }
    me.rights = services.get<app::Rights>().of(account->role);
    return me;
}

Result<SessionView> session_view(app::Query& query, AccountId account,
                                 const access::NewSession& session, access::NextStep next) {
    // In a snapshot of its own: the query's is older than the session.
    TRY(auto me, query.services.get<store::Store>().read([&](store::Reader& reader) {
        return me_of(reader, query.services, account, session.token, next, query.now);
    }));
    return SessionView{session.token, me.csrf_token, session.expires_at, std::move(me)};
}

}  // namespace jianghui::accounts
