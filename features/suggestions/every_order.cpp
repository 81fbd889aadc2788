// All open orders at once, for who tells people of them.

#include "features/suggestions/api.hpp"
#include "features/suggestions/pool.hpp"

namespace jianghui::suggestions {
namespace {

/// Thrown through the engine, which has nothing to undo.
struct Stopped {};

std::optional<PoolRanking> rank_all(const Pool& pool, std::size_t most, Date today,
                                    const std::atomic<bool>& stopped) {
    PoolRanking all;
    try {
        pool.rank_every_order(
            most, today, [](const Circle& circle) { return circle.public_pool; },
            [&](std::int64_t order, const matching::Ranking& ranking) {
                if (stopped) throw Stopped{};
                all.position = ranking.position;
                all.people = ranking.considered;
                ++all.orders;
                for (const auto& item : ranking.items)
                    all.pairs.push_back({PersonId{item.id}, OrderId{order}, item.score});
            });
    } catch (const Stopped&) {
        return std::nullopt;
    }
    return all;
}

}  // namespace

RankPool ranking_of_pool(const app::Services& services, std::size_t most, Instant now) {
    return [pool = services.get<Pool>().shared_from_this(), most,
            today = date_of(now)](const std::atomic<bool>& stopped) {
        return rank_all(*pool, most, today, stopped);
    };
}

}  // namespace jianghui::suggestions
