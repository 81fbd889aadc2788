#include "features/procurement/view.hpp"

#include <algorithm>
#include <map>

#include "engine/access/access.hpp"
#include "features/procurement/rules.hpp"
#include "features/procurement/store.hpp"

namespace jianghui::procurement {
namespace {

/// Whether the scores are closed: from then on they are public.
bool scores_closed(const ProcurementRow& procurement) {
    return procurement.announced_at.has_value();
}

organisations::Reference named(const store::Reader& reader, OrganisationId organisation) {
    return organisations::find_reference(reader, organisation)
        .value_or(organisations::Reference{organisation, ""});
}

/// Everything that the parts of the view look at.
class Showing {
  public:
    Showing(const store::Reader& reader, const app::Caller& caller, Instant now,
            const ProcurementRow& procurement)
        : reader_(reader),
          caller_(caller),
          now_(now),
          row_(procurement),
          evaluators_(evaluators_of(reader, procurement.id)),
          bids_(bids_of(reader, procurement.id)),
          objections_(objections_of(reader, procurement.id)),
          buyer_(buys(caller, procurement)),
          evaluator_(evaluator_of(evaluators_, caller)) {}

    void show(ProcurementView& view) {
        show_evaluators(view);
        if (row_.opened_at) show_bids(view);
        for (const auto& objection : objections_) view.objections.push_back(shown(objection));
        show_mine(view.mine);
    }

  private:
    bool own(const BidRow& bid) const {
        return caller_.organisation && caller_.organisation == bid.agency;
    }
    const BidRow* own_bid() const {
        const BidRow* found = nullptr;
        for (const auto& bid : bids_)
            if (own(bid) && bid.status != BidStatus::withdrawn) found = &bid;
        return found;
    }
    void show_evaluators(ProcurementView& view) const {
        for (const auto& evaluator : evaluators_) {
            EvaluatorView shown{evaluator.number, evaluator.status, std::nullopt};
            if (buyer_) shown.name = access::account_name(reader_, evaluator.account);
            view.evaluators.push_back(std::move(shown));
        }
    }
    void show_bids(ProcurementView& view) const {
        std::map<BidId, std::vector<ScoreRow>> scores;
        if (scores_closed(row_))
            for (auto& score : scores_of(reader_, row_.id))
                scores[score.bid_id].push_back(std::move(score));
        for (const auto& bid : bids_) {
            if (bid.status == BidStatus::withdrawn || bid.status == BidStatus::sealed) continue;
            view.bids.push_back(shown(bid, scores[bid.id]));
        }
    }
    BidView shown(const BidRow& bid, const std::vector<ScoreRow>& scores) const {
        const bool inside = buyer_ || evaluator_ || own(bid);
        BidView view;
        view.id = bid.id;
        view.number = bid.number;
        view.agency = named(reader_, bid.agency);
        view.status = bid.status;
        view.invalid_code = bid.invalid_code;
        view.commitment = bid.commitment;
        view.nonce = bid.nonce;
        view.price_fen = bid.price_fen;
        if (inside) view.proposal = bid.proposal;
        view.proposal_digest = bid.proposal_digest;
        view.price_score = bid.price_score;
        view.technical_score = bid.technical_score;
        view.total_score = bid.total_score;
        view.rank = bid.rank;
        for (const auto& score : scores) {
            if (!counts(score.evaluator)) continue;
            view.points.push_back({score.evaluator, score.criterion, score.tenths,
                                   inside ? std::optional(score.reason) : std::nullopt});
        }
        return view;
    }
    bool counts(int evaluator) const {
        return std::any_of(evaluators_.begin(), evaluators_.end(), [&](const auto& each) {
            return each.number == evaluator && each.status == EvaluatorStatus::done;
        });
    }
    ObjectionView shown(const ObjectionRow& objection) const {
        const bool inside =
            buyer_ || (caller_.organisation && caller_.organisation == objection.agency);
        return {objection.id,
                named(reader_, objection.agency),
                inside ? std::optional(objection.text) : std::nullopt,
                objection.status,
                objection.answer,
                objection.created_at};
    }
    void show_mine(Mine& mine) const {
        mine.buyer = buyer_;
        if (const auto* bid = own_bid())
            mine.bid = OwnBid{bid->id, bid->number, bid->status, bid->commitment};
        if (evaluator_) {
            mine.evaluator = evaluator_->number;
            for (const auto& score : scores_of(reader_, row_.id, evaluator_->number)) {
                if (mine.sheets.empty() || mine.sheets.back().bid != score.bid_id)
                    mine.sheets.push_back({score.bid_id, {}});
                mine.sheets.back().lines.push_back(
                    {{score.criterion}, {score.tenths}, {score.reason}});
            }
        }
        bidder_may(mine.may);
        evaluator_may(mine.may);
        buyer_may(mine.may);
    }
    void bidder_may(std::vector<Act>& may) const {
        if (!caller_.is(app::Role::agency)) return;
        const auto* bid = own_bid();
        const bool open = row_.status == ProcurementStatus::open && now_ < row_.bids_until_at;
        if (open) may.push_back(bid ? Act::withdraw_bid : Act::bid);
        const bool raised = std::any_of(
            objections_.begin(), objections_.end(),
            [&](const ObjectionRow& each) { return each.agency == caller_.organisation; });
        if (bid && !raised && row_.status == ProcurementStatus::announced &&
            now_ < *row_.objection_until_at)
            may.push_back(Act::object);
    }
    void evaluator_may(std::vector<Act>& may) const {
        if (!evaluator_ || evaluator_->status != EvaluatorStatus::named) return;
        if (row_.status == ProcurementStatus::evaluating)
            may.insert(may.end(), {Act::score, Act::finish});
        if (row_.status == ProcurementStatus::evaluating || row_.status == ProcurementStatus::open)
            may.push_back(Act::declare_conflict);
    }
    void buyer_may(std::vector<Act>& may) const {
        if (!buyer_) return;
        const bool before =
            row_.status == ProcurementStatus::open || row_.status == ProcurementStatus::evaluating;
        if (before) may.insert(may.end(), {Act::name_evaluator, Act::cancel});
        const bool waits = std::any_of(
            objections_.begin(), objections_.end(),
            [](const ObjectionRow& each) { return each.status == ObjectionStatus::open; });
        if (waits && row_.status == ProcurementStatus::announced && !evaluator_)
            may.push_back(Act::answer);
    }

    const store::Reader& reader_;
    const app::Caller& caller_;
    Instant now_;
    const ProcurementRow& row_;
    std::vector<EvaluatorRow> evaluators_;
    std::vector<BidRow> bids_;
    std::vector<ObjectionRow> objections_;
    bool buyer_;
    std::optional<EvaluatorRow> evaluator_;
};

}  // namespace

bool buys(const app::Caller& caller, const ProcurementRow& procurement) {
    return caller.is(app::Role::official) && caller.acts_in(procurement.place);
}

std::optional<EvaluatorRow> evaluator_of(const std::vector<EvaluatorRow>& evaluators,
                                         const app::Caller& caller) {
    for (const auto& evaluator : evaluators)
        if (caller.account && evaluator.account == caller.account &&
            evaluator.status != EvaluatorStatus::conflict)
            return evaluator;
    return std::nullopt;
}

ProcurementView view(const store::Reader& reader, const app::Services& services,
                     const app::Caller& caller, Instant now, const ProcurementRow& row) {
    ProcurementView view;
    view.id = row.id;
    view.place = row.place;
    view.buyer = engagements::buyer_view(reader, services, row.buyer, row.place);
    view.title = row.title;
    view.description = row.description;
    view.kind = row.kind;
    view.budget_fen = row.budget_fen;
    view.price_weight = row.price_weight;
    view.criteria = row.criteria;
    view.steps = row.steps;
    view.bids_until_at = row.bids_until_at;
    view.status = row.status;
    view.void_code = row.void_code;
    view.void_reason = row.void_reason;
    view.opened_at = row.opened_at;
    view.announced_at = row.announced_at;
    view.objection_until_at = row.objection_until_at;
    view.rules = rules_version;
    view.commitment = row.commitment;
    view.secret = row.secret;
    view.position = row.position;
    view.seed = row.seed;
    view.engagement = row.engagement_id;
    if (row.engagement_id)
        if (const auto engagement = engagements::find(reader, *row.engagement_id))
            view.engagement_status = engagement->status;
    view.created_at = row.created_at;
    Showing(reader, caller, now, row).show(view);
    return view;
}

}  // namespace jianghui::procurement
