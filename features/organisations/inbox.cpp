#include "features/organisations/inbox.hpp"

#include "features/organisations/credentials.hpp"
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

/// Exclusions, and their ends, that a colleague proposed.
std::vector<app::Waiting> to_exclude(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& proposal : registers::proposals_within(query.db, query.caller.place, true,
                                                            query.caller.account, limit)) {
        const auto organisation = find_reference(query.db, *proposal.organisation);
        if (!organisation || proposal.register_id != exclusion_register) continue;
        const bool lifts = proposal.act == registers::ProposedAct::lift;
        waiting.push_back({"organisation.exclusion_decide",
                           {(lifts ? "待审批解除排除：" : "待审批排除：") + organisation->name,
                            (lifts ? "To decide on lifting an exclusion: " : "To decide on excluding: ") +
                                organisation->name},
                           "organisation",
                           proposal.organisation->number,
                           std::nullopt,
                           proposal.proposed_at,
                           "/desk/organisations/" + proposal.organisation->text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"organisations.to_verify", {app::Role::official}, to_verify},
            {"organisations.to_exclude", {app::Role::official, app::Role::inspector}, to_exclude}};
}

}  // namespace jianghui::organisations
