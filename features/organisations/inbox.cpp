#include "features/organisations/inbox.hpp"

#include "features/organisations/rules.hpp"
#include "features/organisations/store.hpp"

namespace jianghui::organisations {
namespace {

std::vector<app::Waiting> to_verify(const app::Query& query, int limit) {
    Filter filter;
    filter.status = OrganisationStatus::registered;
    filter.place = range_of(query.caller.place);
    filter.supervised = filter.place;
    filter.limit = limit;
    std::vector<app::Waiting> waiting;
    for (const auto& row : list(query.db, filter))
        waiting.push_back({"organisation.verify",
                           {"核验机构：" + row.name, "Verify the organisation: " + row.name},
                           "organisation",
                           row.id.number,
                           std::nullopt,
                           row.changed_at,
                           "/desk/organisations/" + row.id.text()});
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"organisations.to_verify", {app::Role::official}, to_verify}};
}

}  // namespace jianghui::organisations
