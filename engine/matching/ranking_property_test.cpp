// The index against the oracle: random pools, policies, ties and filters, with changes between the
// questions. A failing case shrinks by dropping steps; every step is made from its own seed.
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/oracle.hpp"
#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

/// The index and, beside it, plain maps that the oracle reads.
class Model {
  public:
    explicit Model(Policy policy) : index_(policy), policy_(std::move(policy)) {}

    void step(std::uint32_t seed) {
        Dice dice(seed);
        const std::int64_t id = dice.below(30);
        switch (dice.below(10)) {
            case 0:
                RC_ASSERT(index_.erase_worker(id) == (workers_.erase(id) > 0));
                break;
            case 1:
                RC_ASSERT(index_.erase_order(id) == (orders_.erase(id) > 0));
                break;
            case 2: {
                const Order order = dice.any_order(id, index_.names());
                RC_ASSERT(index_.upsert(order).has_value());
                orders_[id] = order;
                break;
            }
            case 3:
                ask_for_workers(dice);
                break;
            case 4:
                ask_for_orders(dice);
                break;
            default: {
                const Worker worker = dice.any_worker(id, index_.names());
                RC_ASSERT(index_.upsert(worker).has_value());
                workers_[id] = worker;
            }
        }
    }

    void ask_for_workers(Dice& dice) {
        const Order order = dice.any_order(77, index_.names());
        RankRequest request = any_request(dice);
        const auto outsiders = static_cast<std::uint32_t>(dice.below(6));
        if (outsiders < 3) request.among = [=](std::uint32_t circle) { return circle != outsiders; };
        std::vector<oracle::Pair> pairs;
        for (const auto& [id, worker] : workers_)
            if (!request.among || request.among(worker.circle))
                pairs.push_back({id, worker, order});
        const auto answer = index_.rank_workers(order, request);
        RC_ASSERT(answer.has_value());
        compare(*answer, oracle::rank(pairs, pool(), policy_, true, request.k, request.as_of),
                request);
        // The same order inside the index is answered the same.
        RC_ASSERT(index_.upsert(order).has_value());
        RC_ASSERT(*index_.rank_workers(order.id, request) == *answer);
        RC_ASSERT(index_.erase_order(order.id));
        judge_all(order, request.as_of);
    }

    void ask_for_orders(Dice& dice) {
        const Worker worker = dice.any_worker(dice.below(30), index_.names());
        const RankRequest request = any_request(dice);
        std::vector<oracle::Pair> pairs;
        for (const auto& [id, order] : orders_) pairs.push_back({id, worker, order});
        const auto answer = index_.rank_orders(worker, request);
        RC_ASSERT(answer.has_value());
        compare(*answer, oracle::rank(pairs, pool(), policy_, false, request.k, request.as_of),
                request);
        for (const auto& [id, known] : workers_) {
            const auto by_id = index_.rank_orders(id, request);
            RC_ASSERT(by_id.has_value());
            RC_ASSERT(*by_id == *index_.rank_orders(known, request));
        }
    }

  private:
    static RankRequest any_request(Dice& dice) {
        return {.k = static_cast<std::size_t>(dice.once_in(4) ? 100 : dice.below(6)),
                .as_of = dice.any_day(),
                .account = static_cast<Account>(dice.below(3)),
                .among = {}};
    }

    std::vector<Worker> pool() const {
        std::vector<Worker> all;
        for (const auto& [id, worker] : workers_) all.push_back(worker);
        return all;
    }

    static void compare(const Ranking& answer, const Ranking& expected,
                        const RankRequest& request) {
        RC_ASSERT(answer.considered == expected.considered);
        RC_ASSERT(answer.items.size() == expected.items.size());
        for (std::size_t i = 0; i < answer.items.size(); ++i) {
            RC_ASSERT(answer.items[i].id == expected.items[i].id);
            RC_ASSERT(answer.items[i].score == expected.items[i].score);
            for (std::size_t part = 0; part < part_count; ++part) {
                RC_ASSERT(answer.items[i].parts[part].points ==
                          expected.items[i].parts[part].points);
                RC_ASSERT(answer.items[i].parts[part].facts.index() == part);
            }
        }
        const bool is_short = expected.items.size() < request.k;
        RC_ASSERT(answer.accounted == (request.account == Account::always ||
                                       (request.account == Account::when_short && is_short)));
        if (!answer.accounted) return;
        RC_ASSERT(answer.passing == expected.passing);
        RC_ASSERT(answer.removed == expected.removed);
        RC_ASSERT(answer.last_filter == expected.last_filter);
        RC_ASSERT(answer.relaxation == expected.relaxation);
    }

    void judge_all(const Order& order, Day as_of) {
        for (const auto& [id, worker] : workers_) {
            const auto verdict = index_.judge(order, id, as_of);
            RC_ASSERT(verdict.has_value());
            const auto failed = oracle::failures(worker, order, policy_);
            RC_ASSERT(verdict->failed == std::vector<Filter>(failed.begin(), failed.end()));
            const auto points = oracle::points(worker, order, policy_, pool(), true, as_of);
            std::int64_t sum = 0;
            for (std::size_t part = 0; part < part_count; ++part) {
                RC_ASSERT(verdict->parts[part].points == points[part]);
                sum += points[part];
            }
            RC_ASSERT(verdict->score == sum);
        }
    }

    Index index_;
    Policy policy_;
    std::map<std::int64_t, Worker> workers_;
    std::map<std::int64_t, Order> orders_;
};

RC_GTEST_PROP(Ranking, EqualsTheOracleWithChangesBetweenQuestions,
              (std::uint32_t policy_seed, const std::vector<std::uint32_t>& seeds)) {
    Model model(Dice(policy_seed).any_policy());
    for (const std::uint32_t seed : seeds) model.step(seed);
    Dice dice(policy_seed + 1);
    model.ask_for_workers(dice);
    model.ask_for_orders(dice);
}

TEST(Ranking, EqualsTheOracleOnFullPools) {
    // RapidCheck starts with short lists; these are long ones with many passing candidates.
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        Model model(Dice(seed).any_policy());
        for (std::uint32_t step = 0; step < 200; ++step) model.step(seed * 1000 + step);
        Dice dice(seed + 5000);
        for (int question = 0; question < 5; ++question) {
            model.ask_for_workers(dice);
            model.ask_for_orders(dice);
        }
    }
}

}  // namespace
}  // namespace jianghui::matching::testing
