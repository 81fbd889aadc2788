#include "engine/app/feature.hpp"

#include "engine/app/reference_data.hpp"
#include "features/tiers/criteria.hpp"
#include "features/tiers/errors.hpp"
#include "features/tiers/gate.hpp"

namespace jianghui::tiers {
namespace {

Result<Done> start(app::Services& services) {
    TRY(CriteriaList criteria,
        CriteriaList::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<CriteriaList>(std::move(criteria)));
    services.get<shares::TierRule>().ask = ask;
    services.get<orders::TermChecks>().checks.emplace_back(check_terms);
    return Done{};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "tiers";
    feature.routes = {
        app::query("GET /tier-criteria", app::anybody, "tiers.criteria",
                   {"分级开放的条件", "Criteria of tiers"}, list_criteria),
        app::query("GET /orders/{order}/tiers", app::anybody, "tiers.read",
                   {"订单的分级开放", "Tiers of an order"}, show_tiers),
    };
    feature.jobs = {{"tiers.count", Milliseconds(500), count_next}};
    feature.errors = {&tier_unknown, &tier_parameter, &tier_hours, &tier_mode};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::tiers
