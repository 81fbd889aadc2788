#include "features/procurement/rules.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "features/draws/api.hpp"

namespace jianghui::procurement {

Result<Done> may_publish(const Publish& wanted, Instant now, const Limits& limits) {
    if (wanted.budget_fen <= Fen{0}) return refuse(error(budget_missing).at("/budget_fen"));
    std::int64_t sum = wanted.price_weight;
    for (const auto& criterion : wanted.criteria) sum += criterion.weight;
    if (sum != 100)
        return refuse(error(weights_not_hundred).at("/criteria").with("sum", std::to_string(sum)));
    if (wanted.price_weight < limits.price_weight_min ||
        wanted.price_weight > limits.price_weight_max)
        return refuse(error(price_weight_outside)
                          .at("/price_weight")
                          .with("minimum", std::to_string(limits.price_weight_min))
                          .with("maximum", std::to_string(limits.price_weight_max)));
    TRY_DO(engagements::whole(wanted.steps));
    const Instant earliest = now + std::chrono::hours(24) * limits.bid_days_min;
    if (wanted.bids_until_at < earliest)
        return refuse(
            error(bids_too_soon).at("/bids_until_at").with("earliest", instant_text(earliest)));
    if (static_cast<int>(wanted.evaluators.size()) < limits.evaluators_min)
        return refuse(error(evaluators_too_few)
                          .at("/evaluators")
                          .with("minimum", std::to_string(limits.evaluators_min)));
    return Done{};
}

Result<Done> may_bid(const ProcurementRow& procurement, const PlaceBid& wanted, Instant now) {
    if (procurement.status != ProcurementStatus::open) return refuse(procurement_status_conflict);
    if (now >= procurement.bids_until_at) return refuse(bids_closed);
    if (wanted.price_fen <= Fen{0} || wanted.price_fen > procurement.budget_fen)
        return refuse(error(bid_over_budget).at("/price_fen"));
    const auto nonce = crypto::from_hex(wanted.nonce.text);
    if (!nonce || nonce->size() != draws::nonce_size) return refuse(error(bid_nonce).at("/nonce"));
    return Done{};
}

std::string proposal_digest(const std::string& proposal) {
    return crypto::sm3(proposal).hex();
}

std::string commitment_of(const SealedBid& bid) {
    std::string price(8, '\0');
    auto left = static_cast<std::uint64_t>(bid.price_fen.value);
    for (int i = 7; i >= 0; --i, left >>= 8)
        price[static_cast<std::size_t>(i)] = static_cast<char>(left & 0xff);
    return crypto::Sm3()
        .add(*crypto::from_hex(bid.nonce))
        .add(price)
        .add(crypto::sm3(bid.proposal).raw())
        .finish()
        .hex();
}

Result<Done> covers(const Criteria& criteria, const List<ScoreLine, 12>& lines) {
    std::set<std::int64_t> seen;
    for (const auto& line : lines) {
        const auto index = static_cast<std::size_t>(line.criterion.value) - 1;
        if (index >= criteria.size() || !seen.insert(line.criterion).second ||
            line.tenths > criteria[index].weight * 10)
            return refuse(error(scores_incomplete).at("/lines"));
    }
    if (seen.size() != criteria.size()) return refuse(error(scores_incomplete).at("/lines"));
    return Done{};
}

int price_score(Fen lowest, Fen price, int weight) {
    const std::int64_t part = lowest.value * weight * 100;
    return static_cast<int>((2 * part + price.value) / (2 * price.value));
}

int mean_score(int tenths, int evaluators) {
    return (tenths * 20 + evaluators) / (2 * evaluators);
}

std::vector<std::size_t> ranked(const std::vector<Standing>& standings) {
    std::vector<std::size_t> order(standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [](const Standing& standing) {
            return std::make_tuple(-standing.total, standing.price.value, standing.lottery_place);
        };
        return key(standings[a]) < key(standings[b]);
    });
    return order;
}

}  // namespace jianghui::procurement
