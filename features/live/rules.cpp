#include "features/live/rules.hpp"

#include <algorithm>
#include <array>

#include "engine/access/access.hpp"

namespace jianghui::live {
namespace {

/// Members of an open event's data that name no party, whatever a feature may add one day.
constexpr std::array<std::string_view, 7> open_members{"order",     "from",  "to",   "status",
                                                       "remaining", "seats", "place"};

boost::json::value open_data(const boost::json::value& data) {
    boost::json::object kept;
    if (const auto* object = data.if_object())
        for (const auto& [name, value] : *object)
            if (std::find(open_members.begin(), open_members.end(), std::string_view(name)) !=
                open_members.end())
                kept[name] = value;
    return kept;
}

bool concerns(const access::Caller& caller, const journal::Event& event) {
    if (caller.account && (event.actor == caller.account ||
                           (event.subject_kind == "account" &&
                            event.subject.number == caller.account.number)))
        return true;
    if (event.subject_kind == "account") return false;
    if (caller.person && event.person == caller.person) return true;
    return caller.organisation && (event.organisation == caller.organisation ||
                                   event.counterpart == caller.organisation);
}

}  // namespace

std::optional<PlaceCode> supervised_place(const access::Caller& caller) {
    using access::Role;
    if (caller.is(Role::audit_administrator)) return caller.place;
    if (caller.in_office() && caller.place) return caller.place;
    return std::nullopt;
}

bool lies_in(const journal::Event& event, const PlaceCode& place) {
    return !place || (event.city && within(event.city, place));
}

Sight sight_of(const access::Caller& caller, const journal::Event& event, bool is_open) {
    const auto place = supervised_place(caller);
    if (place && lies_in(event, *place)) return Sight::supervision;
    if (caller.signed_in() && concerns(caller, event)) return Sight::party;
    return is_open ? Sight::open : Sight::nothing;
}

EventView view(const journal::Event& event, Sight sight) {
    ASSERT(sight != Sight::nothing);
    EventView shown{event.position,     event.at,      event.kind,   event.city,
                    event.subject_kind, event.subject, std::nullopt, nullptr};
    if (sight == Sight::supervision) shown.actor = event.actor;
    shown.data = sight == Sight::open ? open_data(event.data) : event.data;
    return shown;
}

bool ends_session(const journal::Event& event, AccountId account) {
    if (!account || event.subject_kind != "account" || event.subject.number != account.number)
        return false;
    return event.kind == access::signed_out.name ||
           event.kind == access::account_disabled_event.name ||
           event.kind == access::password_changed.name ||
           event.kind == access::second_factor_set.name ||
           event.kind == access::second_factor_reset.name ||
           event.kind == access::password_reset.name;
}

}  // namespace jianghui::live
