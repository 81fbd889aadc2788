#include "features/shares/standing.hpp"

#include <algorithm>
#include <array>

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/event_data.hpp"
#include "engine/registers/registers.hpp"
#include "features/shares/api.hpp"
#include "features/shares/events.hpp"
#include "features/shares/queries.hpp"
#include "features/shares/rules.hpp"

namespace jianghui::shares {
namespace {

constexpr std::string_view reader_name = "shares.standing";
constexpr int events_a_run = 1'000;
constexpr int always = 1'200;  ///< months

constexpr std::array of_organisations{
    std::string_view("organisation.suspended"), std::string_view("organisation.restored"),
    std::string_view("organisation.verified"), std::string_view("organisation.excluded"),
    std::string_view("organisation.exclusion_ended")};

/// What may change an agency's standing.
bool is_wanted(std::string_view kind) {
    return kind.starts_with("entry.") ||
           std::find(of_organisations.begin(), of_organisations.end(), kind) !=
               of_organisations.end();
}

bool is_recognition(const journal::Event& event) {
    return event.kind.starts_with("entry.") &&
           journal::text_of(event.data, "register_id") == registers::recognition_register;
}

/// Entries that the gate does not read change nobody's standing.
bool is_read_at_gate(const journal::Event& event) {
    return !event.kind.starts_with("entry.") || journal::text_of(event.data, "gate") != "none";
}

/// What the parties of a share are told.
struct StandingChange {
    OrderId order;
    std::string cause;    ///< the kind of the event that changed the agency's standing
    std::string refusal;  ///< the code of the rule that refuses now; "" when none does
};
BOOST_DESCRIBE_STRUCT(StandingChange, (), (order, cause, refusal))

/// What its parties were told, in order.
std::vector<StandingTurn> turns_of(const store::Reader& reader, ShareId share) {
    std::vector<StandingTurn> turns;
    for (const auto& event : journal::of_subject(reader, share.number))
        if (event.kind == share_agency_barred.name || event.kind == share_agency_cleared.name)
            turns.push_back({event.at, std::string(journal::text_of(event.data, "refusal"))});
    return turns;
}

/// What the rules say now is told when it is not what was told last: a suspension of a licence that
/// this share does not need bars nobody from it, and what is restored while another rule still
/// refuses clears nothing.
void tell(app::Command& command, const journal::Event& event, const ShareRow& share) {
    const auto order = orders::find(command.db, share.order_id);
    ASSERT(order.has_value());
    const auto may = may_staff(command.db, command.services, *order, share.agency, command.now);
    const bool bars = !may.has_value();
    const auto turns = turns_of(command.db, share.id);
    const bool told_barred = !turns.empty() && !turns.back().refusal.empty();
    if (bars == told_barred) return;
    command.record(bars ? share_agency_barred : share_agency_cleared,
                   {share.city, "share", share.id.number, share.agency, share.employer, {}},
                   StandingChange{share.order_id, event.kind, bars ? may.error().code : ""});
}

}  // namespace

Result<Done> may_staff(const store::Reader& reader, const app::Services& services,
                       const orders::OrderRow& order, OrganisationId agency, Instant now) {
    auto asking = at_gate(reader, services, order, agency, now);
    if (!asking) return refuse(organisation_unverified);
    // The seats are counted already; a default, or a verification to be renewed, bars from new
    // shares only.
    asking->question.verification_months = always;
    asking->question.seats = 0;
    asking->question.agency_seats = 0;
    asking->question.open_defaults = 0;
    TRY_DO(judge(asking->facts, asking->question));
    return Done{};
}

namespace {

/// The live shares of orders where a recognition says that entries count.
std::vector<ShareRow> shares_where_it_counts(const store::Reader& reader,
                                             const journal::Event& event) {
    std::vector<ShareRow> shares;
    const auto entry = registers::find(reader, registers::EntryId{event.subject.number});
    const auto* values = entry ? entry->values.if_object() : nullptr;
    const auto* places = values == nullptr ? nullptr : values->if_contains("counts_in");
    if (places == nullptr || !places->is_array()) return shares;
    for (const auto& place : places->get_array()) {
        const auto [first, last] = codes_within(city_of({std::string(place.as_string())}));
        const auto found = reader.all<ShareRow>(sql::live_shares_of_cities,
                                                store::arguments("first", first, "last", last));
        shares.insert(shares.end(), found.begin(), found.end());
    }
    return shares;
}

}  // namespace

std::vector<BarredDay> barred_days(const store::Reader& reader, ShareId share, Date first,
                                   Date last) {
    return barred_days(turns_of(reader, share), first, last);
}

Result<bool> tell_standing(app::Command& command) {
    return journal::read_on(
        command.db, reader_name, events_a_run, is_wanted, [&](const journal::Event& event) {
            std::vector<ShareRow> shares;
            if (is_recognition(event)) {
                shares = shares_where_it_counts(command.db, event);
            } else if (event.organisation && is_read_at_gate(event)) {
                shares = command.db.all<ShareRow>(
                    sql::live_shares_of_agency, store::arguments("agency", *event.organisation));
            }
            for (const auto& share : shares) tell(command, event, share);
        });
}

}  // namespace jianghui::shares
