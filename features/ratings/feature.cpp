#include "engine/app/feature.hpp"

#include "features/ratings/api.hpp"
#include "features/ratings/deeds.hpp"

namespace jianghui::ratings {
namespace {

Result<Done> start(app::Services& services) {
    auto deeds = std::make_shared<Deeds>(services);
    services.provide<Deeds>(deeds);
    services.provide<organisations::ReliabilityScores>(deeds);
    return Done{};
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    services.get<Deeds>().follow(reader, events);
}

/// Whether the organisation is known to the caller at all.
bool may_see(const app::Caller& caller, const organisations::Organisation& organisation) {
    using organisations::OrganisationStatus;
    return organisation.status == OrganisationStatus::verified ||
           organisation.status == OrganisationStatus::suspended ||
           caller.organisation == organisation.id || caller.supervises(organisation.place);
}

Result<Reliability> show(app::Query& query, const FindReliability& input) {
    const auto organisation = organisations::find(query.db, input.organisation);
    if (!organisation || !may_see(query.caller, *organisation)) return refuse(not_found);
    return query.services.get<Deeds>().reliability(input.organisation, date_of(query.now));
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "ratings";
    feature.routes = {app::query("GET /organisations/{organisation}/reliability", app::signed_in,
                                 "organisations.reliability",
                                 {"查看信用评分及算法", "Show the reliability and its arithmetic"},
                                 show)};
    feature.followers = {{"ratings", follow}};
    feature.errors = {&reliability_not_ready};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::ratings
