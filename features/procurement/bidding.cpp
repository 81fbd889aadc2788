// What bidders do: seal a bid, withdraw it, object to the result.

#include <algorithm>

#include "engine/crypto/crypto.hpp"
#include "features/procurement/endpoints.hpp"
#include "features/procurement/events.hpp"
#include "features/procurement/lifecycle.hpp"
#include "features/procurement/rules.hpp"
#include "features/procurement/store.hpp"
#include "features/procurement/view.hpp"

namespace jianghui::procurement {
namespace {

/// The agency's bid that was not withdrawn.
std::optional<BidRow> own_bid(const app::Command& command, ProcurementId procurement) {
    for (auto& bid : bids_of(command.db, procurement))
        if (bid.agency == command.caller.organisation && bid.status != BidStatus::withdrawn)
            return std::move(bid);
    return std::nullopt;
}

BidRow new_bid(app::Command& command, const ProcurementRow& procurement, const PlaceBid& input) {
    const SealedBid sealed{crypto::to_hex(*crypto::from_hex(input.nonce.text)), input.price_fen,
                           input.proposal.text};
    BidRow row;
    row.id = command.next_id<BidId>();
    row.city = procurement.city;
    row.procurement_id = procurement.id;
    row.number = static_cast<int>(bids_of(command.db, procurement.id).size()) + 1;
    row.agency = command.caller.organisation;
    row.account = command.caller.account;
    row.commitment = commitment_of(sealed);
    row.box = seal_bid(command.services, row.id, sealed);
    row.created_at = command.now;
    row.changed_at = command.now;
    return row;
}

ProcurementView shown_now(const app::Command& command, const ProcurementRow& row) {
    return view(command.db, command.services, command.caller, command.now, row);
}

}  // namespace

Result<ProcurementView> place_bid(app::Command& command, const PlaceBid& input) {
    const auto procurement = find_procurement(command.db, input.procurement);
    if (!procurement) return refuse(not_found);
    TRY_DO(may_bid(*procurement, input, command.now));
    if (own_bid(command, procurement->id)) return refuse(bid_placed);
    TRY_DO(engagements::may_provide(command.db, command.caller.organisation,
                                    need_of_kind(command.services, procurement->kind),
                                    date_of(command.now)));
    const BidRow row = new_bid(command, *procurement, input);
    insert(command.db, row);
    tell(command, procurement_bid, row);
    return shown_now(command, *procurement);
}

Result<ProcurementView> withdraw_bid(app::Command& command, const FindBid& input) {
    auto bid = find_bid(command.db, input.bid);
    if (!bid || bid->agency != command.caller.organisation) return refuse(not_found);
    const auto procurement = find_procurement(command.db, bid->procurement_id);
    if (procurement->status != ProcurementStatus::open || command.now >= procurement->bids_until_at)
        return refuse(bids_closed);
    bid->status = BidStatus::withdrawn;
    bid->changed_at = command.now;
    if (!update(command.db, *bid, BidStatus::sealed)) return refuse(procurement_status_conflict);
    tell(command, procurement_bid_withdrawn, *bid);
    return shown_now(command, *procurement);
}

Result<ProcurementView> raise_objection(app::Command& command, const Objection& input) {
    const auto procurement = find_procurement(command.db, input.procurement);
    if (!procurement) return refuse(not_found);
    if (!own_bid(command, procurement->id)) return refuse(not_allowed);
    if (procurement->status != ProcurementStatus::announced)
        return refuse(procurement_status_conflict);
    if (command.now >= *procurement->objection_until_at) return refuse(objection_window_over);
    for (const auto& objection : objections_of(command.db, procurement->id))
        if (objection.agency == command.caller.organisation) return refuse(objection_raised);
    ObjectionRow row;
    row.id = command.next_id<ObjectionId>();
    row.city = procurement->city;
    row.procurement_id = procurement->id;
    row.agency = command.caller.organisation;
    row.text = input.text.text;
    row.created_at = command.now;
    insert(command.db, row);
    command.record(procurement_objected, about(*procurement, row.agency), ObjectionFacts{row.id, row.status});
    return shown_now(command, *procurement);
}

}  // namespace jianghui::procurement
