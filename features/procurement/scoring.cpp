// What evaluators do: score each alone, finish, or declare a conflict of interest.

#include <algorithm>
#include <set>

#include "features/procurement/endpoints.hpp"
#include "features/procurement/events.hpp"
#include "features/procurement/lifecycle.hpp"
#include "features/procurement/rules.hpp"
#include "features/procurement/store.hpp"
#include "features/procurement/view.hpp"

namespace jianghui::procurement {
namespace {

struct Sitting {
    ProcurementRow procurement;
    EvaluatorRow evaluator;
};

/// The procurement and the caller's seat among its evaluators, not finished yet. Fails with
/// not_found, not_allowed, evaluator_finished.
Result<Sitting> sitting_of(const app::Command& command, ProcurementId id) {
    auto procurement = find_procurement(command.db, id);
    if (!procurement) return refuse(not_found);
    for (auto& evaluator : evaluators_of(command.db, id)) {
        if (evaluator.account != command.caller.account) continue;
        if (evaluator.status != EvaluatorStatus::named) return refuse(evaluator_finished);
        return Sitting{std::move(*procurement), std::move(evaluator)};
    }
    return refuse(not_allowed);
}

Result<Done> must_be_evaluating(const ProcurementRow& procurement) {
    if (procurement.status != ProcurementStatus::evaluating)
        return refuse(procurement_status_conflict);
    return Done{};
}

/// Ends the evaluator's part; then the result is announced if it was the last.
Result<ProcurementView> ended(app::Command& command, Sitting sitting, EvaluatorStatus status,
                              std::optional<std::string> reason) {
    sitting.evaluator.status = status;
    sitting.evaluator.reason = std::move(reason);
    sitting.evaluator.changed_at = command.now;
    if (!update(command.db, sitting.evaluator)) return refuse(evaluator_finished);
    command.record(procurement_evaluator, about(sitting.procurement), EvaluatorFacts{sitting.evaluator.number, status});
    TRY(const auto after, announce_if_done(command, sitting.procurement));
    return view(command.db, command.services, command.caller, command.now, after);
}

}  // namespace

Result<ProcurementView> score_bid(app::Command& command, const ScoreBid& input) {
    TRY(const Sitting sitting, sitting_of(command, input.procurement));
    TRY_DO(must_be_evaluating(sitting.procurement));
    const auto bid = find_bid(command.db, input.bid);
    if (!bid || bid->procurement_id != sitting.procurement.id || bid->status != BidStatus::valid)
        return refuse(error(not_found).at("/bid"));
    TRY_DO(covers(sitting.procurement.criteria, input.lines));
    std::vector<ScoreRow> lines;
    for (const auto& line : input.lines)
        lines.push_back({bid->city, sitting.procurement.id, bid->id, sitting.evaluator.number,
                         static_cast<int>(line.criterion.value),
                         static_cast<int>(line.tenths.value), line.reason.text, command.now});
    write_sheet(command.db, lines);
    command.record(procurement_scored, about(sitting.procurement), ScoreFacts{bid->id, sitting.evaluator.number});
    return view(command.db, command.services, command.caller, command.now, sitting.procurement);
}

Result<ProcurementView> finish_scores(app::Command& command, const FindProcurement& input) {
    TRY(Sitting sitting, sitting_of(command, input.procurement));
    TRY_DO(must_be_evaluating(sitting.procurement));
    std::set<BidId> scored;
    for (const auto& score :
         scores_of(command.db, sitting.procurement.id, sitting.evaluator.number))
        scored.insert(score.bid_id);
    for (const auto& bid : bids_of(command.db, sitting.procurement.id))
        if (bid.status == BidStatus::valid && !scored.contains(bid.id))
            return refuse(error(scores_incomplete).with("bid", std::to_string(bid.number)));
    return ended(command, std::move(sitting), EvaluatorStatus::done, std::nullopt);
}

Result<ProcurementView> declare_conflict(app::Command& command, const GiveReason& input) {
    TRY(Sitting sitting, sitting_of(command, input.procurement));
    const auto status = sitting.procurement.status;
    if (status != ProcurementStatus::open && status != ProcurementStatus::evaluating)
        return refuse(procurement_status_conflict);
    return ended(command, std::move(sitting), EvaluatorStatus::conflict, input.reason.text);
}

}  // namespace jianghui::procurement
