#include "engine/access/account_event.hpp"

#include "engine/access/queries.hpp"

namespace jianghui::access {
namespace {

/// Where an account belongs.
struct Belonging {
    PlaceCode place;
    OrganisationId organisation;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(Belonging, (), (place, organisation, person))

}  // namespace

void record(store::Transaction& transaction, const Act& act, const journal::EventKind& kind,
            AccountId account, boost::json::object data) {
    const auto belonging =
        transaction.one<Belonging>(sql::find_account, store::arguments("account", account));
    journal::Event event;
    event.at = act.now;
    event.kind = kind.name;
    // Who registers or resets acts for herself, though not signed in yet; who mistypes a password
    // is not known.
    const bool unknown = kind.name == sign_in_failed.name || kind.name == sign_in_locked.name;
    if (act.caller.account) {
        event.actor = act.caller.account;
    } else if (!unknown) {
        event.actor = account;
    }
    if (belonging) {
        if (belonging->place) event.city = city_of(belonging->place);
        if (belonging->organisation) event.organisation = belonging->organisation;
        if (belonging->person) event.person = belonging->person;
    }
    event.subject_kind = "account";
    event.subject = {account.number};
    event.data = std::move(data);
    journal::append(transaction, event);
}

}  // namespace jianghui::access
