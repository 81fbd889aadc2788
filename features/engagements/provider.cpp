// Who may provide a service: the gate's credential facts, asked when publishing, ordering, bidding.

#include "features/codes/api.hpp"
#include "features/engagements/api.hpp"
#include "features/shares/api.hpp"

namespace jianghui::engagements {

Result<Done> may_provide(const store::Reader& reader, OrganisationId organisation, const Need& need,
                         Date today) {
    const auto facts = organisations::gate_facts(reader, organisation);
    if (!facts || facts->organisation.status != organisations::OrganisationStatus::verified)
        return refuse(shares::organisation_unverified);
    if (organisations::excluded_on(facts->organisation, today))
        return refuse(shares::organisation_excluded);
    const ErrorCode* closest = &shares::licence_missing;
    for (const auto& credential : facts->credentials) {
        if (credential.kind != need.credential) continue;
        if (!organisations::in_force_on(credential, today)) {
            if (closest == &shares::licence_missing) closest = &shares::licence_expired;
        } else if (need.scope && !organisations::covers(credential, *need.scope)) {
            closest = &shares::licence_scope;
        } else {
            return Done{};
        }
    }
    return refuse(error(*closest).with("needs", std::string(codec::enum_text(need.credential))));
}

BuyerView buyer_view(const store::Reader& reader, const app::Services& services,
                     std::optional<OrganisationId> buyer, const PlaceCode& place) {
    if (buyer) {
        const auto found = organisations::find_reference(reader, *buyer);
        return {buyer, found ? found->name : ""};
    }
    return {std::nullopt,
            services.get<codes::Tables>().place_name(place) + "人力资源和社会保障主管部门"};
}

}  // namespace jianghui::engagements
