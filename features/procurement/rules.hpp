#pragma once
// Decisions about procurements: what may be published, how bids are scored and ranked. The
// arithmetic is public (README.md, version procurement-1) and whole numbers alone.

#include <vector>

#include "features/procurement/errors.hpp"
#include "features/procurement/model.hpp"

namespace jianghui::procurement {

inline constexpr std::string_view rules_version = "procurement-1";

/// What the data says about procurements.
struct Limits {
    int evaluators_min = 3;
    int bid_days_min = 1;
    int price_weight_min = 10;
    int price_weight_max = 30;
};
/// Whether that may be published. Fails with budget_missing, weights_not_hundred,
/// price_weight_outside, plan_not_whole, bids_too_soon, evaluators_too_few.
[[nodiscard]] Result<Done> may_publish(const Publish& wanted, Instant now, const Limits& limits);

/// Whether a bid may be placed now. Fails with procurement_status_conflict, bids_closed,
/// bid_over_budget, bid_nonce.
[[nodiscard]] Result<Done> may_bid(const ProcurementRow& procurement, const PlaceBid& wanted,
                                   Instant now);

/// The bid's commitment: SM3(nonce ‖ price as 8 bytes, most significant first ‖ SM3(proposal)).
/// Requires a nonce of 16 bytes in hexadecimal.
[[nodiscard]] std::string commitment_of(const SealedBid& bid);
[[nodiscard]] std::string proposal_digest(const std::string& proposal);

/// Whether an evaluator's lines cover every criterion once, within its weight. Fails with
/// scores_incomplete.
[[nodiscard]] Result<Done> covers(const Criteria& criteria, const List<ScoreLine, 12>& lines);

/// lowest ÷ price × weight in hundredths of a point, halves up (财政部令第87号 §55). Requires
/// 0 < lowest ≤ price.
[[nodiscard]] int price_score(Fen lowest, Fen price, int weight);
/// The mean of `evaluators` sheets that come to `tenths` together, in hundredths, halves up.
[[nodiscard]] int mean_score(int tenths, int evaluators);

/// What decides the order: the total, then the lower price, then the lottery.
struct Standing {
    int total = 0;
    Fen price;
    std::size_t lottery_place = 0;
};
/// The indices of the standings, best first.
[[nodiscard]] std::vector<std::size_t> ranked(const std::vector<Standing>& standings);

}  // namespace jianghui::procurement
