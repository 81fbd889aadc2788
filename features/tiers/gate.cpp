#include "features/tiers/gate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/journal/checkpoint.hpp"
#include "features/codes/api.hpp"
#include "features/ratings/api.hpp"
#include "features/seats/api.hpp"
#include "features/tiers/queries.hpp"
#include "features/tiers/rules.hpp"

namespace jianghui::tiers {
namespace {

int seats_in_class(const store::Reader& reader, OrganisationId agency,
                   const OccupationCode& occupation) {
    const std::string group = occupation_class(occupation);
    return reader
        .value<int>(sql::seats_in_occupation,
                    store::arguments("agency", agency, "class", group, "from", group + "-", "to",
                                     group + "."))  // '.' follows '-' in ASCII
        .value_or(0);
}

/// Months of the credential of that kind that has been held longest and is in force.
int longest_held(const organisations::GateFacts& agency, organisations::CredentialKind kind,
                 Date today) {
    int months = 0;
    for (const auto& credential : agency.credentials)
        if (credential.kind == kind && organisations::in_force_on(credential, today))
            months = std::max(months, months_held(credential.valid_from_on, today));
    return months;
}

/// What an agency has, tier by tier, and which of them it fulfils.
struct Held {
    std::vector<std::optional<int>> values;
    std::vector<bool> fulfilled;
};
Result<Held> held_by(const store::Reader& reader, const app::Services& services,
                     const orders::OrderRow& order, const organisations::GateFacts& agency,
                     Date today) {
    const auto& criteria = services.get<CriteriaList>();
    Held held;
    for (const auto& tier : order.tiers) {
        const Criterion* criterion = criteria.find(tier.criterion.text);
        std::optional<int> value;
        // A criterion that the data has no more keeps nobody waiting.
        if (criterion != nullptr) {
            TRY(value, value_of(reader, services, *criterion, order, agency, today));
        }
        held.values.push_back(value);
        held.fulfilled.push_back(criterion == nullptr ||
                                 (value && *value >= tier.parameter.value));
    }
    return held;
}

/// 11月27日 14:05, as people read it.
std::string local_text(Instant at) {
    const std::string text = instant_text(at);  // 2026-11-27T14:05:00…
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

Error not_open(const orders::OrderRow& order, const Opening& opening, const Held& held,
               const CriteriaList& criteria) {
    const auto& tier = order.tiers[*opening.because];
    const Criterion& criterion = *criteria.find(tier.criterion.text);
    const auto value = held.values[*opening.because];
    const int asked = static_cast<int>(tier.parameter.value);
    const std::string when = local_text(opening.at);
    return error(shares::tier_not_open,
                 {fmt::format("本订单先向“{} {} {}”的机构开放，对贵机构于 {} 开放。发布单位的理由：{}",
                              criterion.title.zh, asked, criterion.unit.zh, when,
                              tier.reason.text),
                  fmt::format("This order opens first to agencies with \"{} {} {}\"; to yours at "
                              "{}. The employer's reason: {}",
                              criterion.title.en, asked, criterion.unit.en, when,
                              tier.reason.text)})
        .with("opens_at", instant_text(opening.at))
        .with("criterion", criterion.code)
        .with("parameter", std::to_string(asked))
        .with("value", value ? std::to_string(*value) : "");
}

/// What is frozen with the share: each tier as it was passed.
std::vector<shares::GateFact> facts_of(const orders::OrderRow& order, const Held& held) {
    std::vector<shares::GateFact> facts;
    for (std::size_t i = 0; i < order.tiers.size(); ++i) {
        const auto& tier = order.tiers[i];
        const auto value = held.values[i];
        facts.push_back({held.fulfilled[i] ? "tier" : "tier_waited",
                         fmt::format("{} {}/{}", tier.criterion.text,
                                     value ? std::to_string(*value) : "-",
                                     tier.parameter.value)});
    }
    return facts;
}

}  // namespace

Result<std::optional<int>> value_of(const store::Reader& reader, const app::Services& services,
                                    const Criterion& criterion, const orders::OrderRow& order,
                                    const organisations::GateFacts& agency, Date today) {
    const OrganisationId id = agency.organisation.id;
    switch (criterion.judged) {
        case Judged::reliability: return ratings::score_at_start_of(reader, services, id, today);
        case Judged::occupation_seats:
            return std::optional(seats_in_class(reader, id, order.occupation));
        case Judged::employer_seats:
            return reader.value<int>(
                sql::seats_for_employer,
                store::arguments("agency", id, "employer", order.employer));
        case Judged::credential_months:
            return std::optional(longest_held(agency, *criterion.credential, today));
    }
    return std::optional<int>();
}

Result<std::vector<shares::GateFact>> ask(const store::Reader& reader,
                                          const app::Services& services,
                                          const orders::OrderRow& order,
                                          const organisations::GateFacts& agency, Instant at) {
    if (!order.opens_at) return std::vector<shares::GateFact>();
    if (opens_to_all(order.tiers, *order.opens_at) <= at)
        return std::vector<shares::GateFact>{{"tier", "open_to_all"}};
    TRY(const Held held, held_by(reader, services, order, agency, date_of(at)));
    const Opening opening = opening_for(order.tiers, *order.opens_at, held.fulfilled);
    if (at < opening.at && opening.because)
        return refuse(not_open(order, opening, held, services.get<CriteriaList>()));
    return facts_of(order, held);
}

int hours_max(const app::Services& services) {
    return static_cast<int>(services.get<codes::Tables>().parameter_or(
        "tier_hours_max", date_of(services.get<Clock>().now()), 72));
}

Result<Done> check_terms(const app::Services& services, const orders::OrderRow& order) {
    return may_have(order, services.get<CriteriaList>(), hours_max(services));
}

Result<bool> count_next(app::Command& command) {
    constexpr int batch = 500;
    return journal::read_on(
        command.db, "tiers", batch, [](std::string_view kind) { return kind == "seat.done"; },
        [&](const journal::Event& event) {
            const auto seat = seats::find(command.db, SeatId{event.subject.number});
            const auto order = seat ? orders::find(command.db, seat->order_id) : std::nullopt;
            if (!order) return;
            command.db.execute(sql::add_experience,
                               store::arguments("agency", seat->agency, "employer",
                                                seat->employer, "occupation",
                                                order->occupation));
        });
}

namespace {

std::string mark_text(codes::Mark mark) {
    switch (mark) {
        case codes::Mark::found: return "F";
        case codes::Mark::recalled: return "K";
        case codes::Mark::proposed: return "P";
    }
    return "P";
}

TierView shown(const orders::Tier& tier, const orders::OrderRow& order,
               const CriteriaList& criteria) {
    TierView view;
    view.criterion = tier.criterion.text;
    view.parameter = static_cast<int>(tier.parameter.value);
    view.hours = static_cast<int>(tier.hours.value);
    view.reason = tier.reason.text;
    if (order.opens_at) view.others_at = *order.opens_at + std::chrono::hours(view.hours);
    if (const Criterion* criterion = criteria.find(view.criterion)) {
        view.title = criterion->title;
        view.unit = criterion->unit;
        view.source = criterion->source;
        view.mark = mark_text(criterion->mark);
    }
    return view;
}

/// Adds what the agency that asks has; nothing while that is still being counted.
void add_own(const app::Query& query, const orders::OrderRow& order, OrderTiers& all) {
    if (!query.caller.is(app::Role::agency) || !order.opens_at) return;
    const auto agency = organisations::gate_facts(query.db, query.caller.organisation);
    if (!agency) return;
    const auto held = held_by(query.db, query.services, order, *agency, date_of(query.now));
    if (!held) return;
    for (std::size_t i = 0; i < all.tiers.size(); ++i) {
        all.tiers[i].value = held->values[i];
        all.tiers[i].fulfilled = held->fulfilled[i];
    }
    all.opens_to_you_at = opening_for(order.tiers, *order.opens_at, held->fulfilled).at;
}

}  // namespace

Result<OrderTiers> show_tiers(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    OrderTiers all;
    for (const auto& tier : order.tiers)
        all.tiers.push_back(shown(tier, order, query.services.get<CriteriaList>()));
    if (order.opens_at) {
        all.opens_at = order.opens_at;
        all.opens_to_all_at = opens_to_all(order.tiers, *order.opens_at);
    }
    add_own(query, order, all);
    return all;
}

Result<Criteria> list_criteria(app::Query& query, const app::Empty& /*input*/) {
    Criteria all;
    for (const auto& each : query.services.get<CriteriaList>().all())
        all.items.push_back({each.code, each.title, each.unit, each.min, each.max, each.source,
                             mark_text(each.mark)});
    all.hours_max = hours_max(query.services);
    return all;
}

}  // namespace jianghui::tiers
