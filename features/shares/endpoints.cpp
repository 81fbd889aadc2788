// The API calls of shares.

#include "features/shares/endpoints.hpp"

#include "engine/app/page.hpp"
#include "engine/app/feature.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/gate.hpp"
#include "features/shares/queries.hpp"

namespace jianghui::shares {

bool may_see(const app::Caller& caller, const ShareRow& share) {
    if (caller.organisation &&
        (caller.organisation == share.agency || caller.organisation == share.employer))
        return true;
    return caller.supervises(share.city);
}

ShareView view(const store::Reader& reader, const ShareRow& share) {
    OrderReference order;
    if (const auto found = orders::find(reader, share.order_id)) order = {found->id, found->title};
    const auto name_of = [&](OrganisationId organisation) {
        return organisations::find_reference(reader, organisation)
            .value_or(organisations::Reference{});
    };
    return shown(share, std::move(order), name_of(share.employer), name_of(share.agency));
}

ShareView shown(const ShareRow& share, OrderReference order, organisations::Reference employer,
                organisations::Reference agency) {
    ShareView shown;
    shown.id = share.id;
    shown.order = std::move(order);
    shown.employer = std::move(employer);
    shown.agency = std::move(agency);
    shown.seats = share.seats;
    shown.staffed = share.staffed;
    shown.status = share.status;
    shown.status_reason = share.status_reason;
    shown.held_until_at = share.held_until_at;
    shown.gate = share.gate;
    shown.created_at = share.created_at;
    shown.service_fee_fen = share.service_fee_fen;
    shown.team_size = share.team_size;
    shown.standing = share.standing;
    shown.refill_until_at = share.refill_until_at;
    shown.order_version = share.order_version;
    return shown;
}

Result<ShareView> show(app::Query& query, const FindShare& input) {
    const auto share = find(query.db, input.share);
    if (!share || !may_see(query.caller, *share)) return refuse(not_found);
    return view(query.db, *share);
}

Result<app::Page<ShareView>> list_all(app::Query& query, const ListShares& input) {
    const int limit = app::limit_of(input.limit);
    std::optional<OrganisationId> own;
    std::optional<PlaceCode> city_from, city_to;
    if (query.caller.organisation) {
        own = query.caller.organisation;
    } else {
        // Exactly the cities that may_see lets the official supervise.
        std::tie(city_from, city_to) = codes_within(query.caller.place);
    }
    const auto rows = query.db.all<ShareRow>(
        sql::list_shares, store::arguments("cursor", input.cursor, "order", input.order, "status",
                                           input.status, "agency", own, "city_from", city_from,
                                           "city_to", city_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, row);
    });
}

Result<GateAnswer> show_gate(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    return ask_gate(query.db, query.services, order, query.caller.organisation, query.now);
}

}  // namespace jianghui::shares
