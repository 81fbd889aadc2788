// Pools of many blocks and pages: the index against looking at everybody, with changes between and
// beside the questions. Everybody is looked at with `judge`, which other tests compare with the
// oracle.
#include <atomic>
#include <cstdlib>
#include <map>
#include <thread>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace large_pool_test {

using Best = std::vector<std::pair<std::int64_t, int>>;

Best best_of(const Ranking& ranking) {
    Best best;
    for (const Ranked& item : ranking.items) best.emplace_back(item.id, item.score);
    return best;
}

/// Workers and orders beside an index of them.
struct World {
    explicit World(std::uint32_t seed) : dice(seed), index(dice.any_policy()) {}

    /// A worker of a large region: more places, occupations and skills than Dice::any_worker.
    Worker any_worker(std::int64_t id) {
        Worker worker = dice.any_worker(id, index.names());
        if (dice.once_in(2)) {
            worker.occupations.clear();
            for (int i = dice.below(4); i >= 0; --i)
                worker.occupations.push_back(occupation(fmt_code()));
        }
        worker.at.lon_e6 += dice.below(9) * 400'000;
        if (dice.once_in(50)) worker.pay_asked = Pay{Fen{limits::pay_fen}, PayUnit::hour};
        if (dice.once_in(100))
            for (std::int64_t i = 0; i < 9'000; ++i) worker.excluded_employers.push_back(i);
        return worker;
    }
    Order any_order(std::int64_t id) {
        Order order = dice.any_order(id, index.names());
        if (dice.once_in(2)) order.occupation = occupation(fmt_code());
        order.at.lon_e6 += dice.below(9) * 400'000;
        return order;
    }
    std::string fmt_code() {
        const std::string digit = std::to_string(1 + dice.below(3));
        return "6-0" + digit + "-0" + std::to_string(1 + dice.below(3)) + "-0" +
               std::to_string(1 + dice.below(3));
    }

    /// The list by looking at everybody, and who passes.
    Best everybody(const Order& order, std::size_t k, Day as_of) const {
        Best best;
        for (const auto& [id, worker] : workers) {
            const auto verdict = index.judge(order, id, as_of);
            EXPECT_TRUE(verdict);
            if (verdict->failed.empty()) best.emplace_back(id, verdict->score);
        }
        std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (best.size() > k) best.resize(k);
        return best;
    }
    void compare(std::size_t k) {
        const Order order = any_order(1);
        const Day as_of = dice.any_day();
        const auto answer =
            index.rank_workers(order, {.k = k, .as_of = as_of, .account = Account::never});
        ASSERT_TRUE(answer);
        ASSERT_EQ(answer->considered, static_cast<std::int64_t>(workers.size()));
        ASSERT_EQ(best_of(*answer), everybody(order, k, as_of));
    }
    /// The answer with an account of everybody, and that with an account of some, which gives the same list.
    std::pair<Ranking, Ranking> exact_and_some(const Order& order, std::int64_t most,
                                               std::int64_t enough = RankRequest().account_enough) {
        const auto all = static_cast<std::int64_t>(workers.size());
        RankRequest request{.k = 20, .as_of = today, .account = Account::always};
        request.account_most = all;
        auto exact = index.rank_workers(order, request).value();
        request.account_most = most;
        request.account_enough = enough;
        auto some = index.rank_workers(order, request).value();
        EXPECT_EQ(exact.counted, all);
        EXPECT_EQ(some.considered, all);
        EXPECT_EQ(best_of(some), best_of(exact)) << "the list is exact all the same";
        std::int64_t sum = some.passing;
        for (const auto& [filter, count] : some.removed) sum += count;
        EXPECT_EQ(sum, all) << "the counts add up";
        return {std::move(exact), std::move(some)};
    }
    Batch any_batch(int changes, std::int64_t ids) {
        Batch batch{.position = index.position() + 1};
        for (int i = 0; i < changes; ++i) {
            const auto id = static_cast<std::int64_t>(dice.below(static_cast<int>(ids)));
            if (dice.once_in(4)) {
                batch.changes.emplace_back(EraseWorker{id});
                workers.erase(id);
            } else {
                workers[id] = any_worker(id);
                batch.changes.emplace_back(workers[id]);
            }
        }
        return batch;
    }

    Dice dice;
    Index index;
    std::map<std::int64_t, Worker> workers;
};

TEST(LargePool, EqualsLookingAtEverybodyWhileItGrowsAndShrinks) {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        World world(seed);
        for (int round = 0; round < 24; ++round) {
            const int size = round % 3 == 0 ? 3'000 : round % 3 == 1 ? 40 : 1;
            ASSERT_TRUE(world.index.apply(world.any_batch(size, 5'000)));
            for (const std::size_t k : {1, 50}) world.compare(k);
        }
        Batch none{.position = world.index.position()};
        for (const auto& [id, worker] : world.workers) none.changes.emplace_back(EraseWorker{id});
        none.changes.resize(none.changes.size() - 3);
        ASSERT_TRUE(world.index.apply(none));
        EXPECT_EQ(world.index.workers(), 3);
        while (world.workers.size() > 3) world.workers.erase(world.workers.begin());
        world.compare(50);
    }
}

TEST(LargePool, AFilledIndexEqualsOneThatWasChanged) {
    World world(7);
    ASSERT_TRUE(world.index.apply(world.any_batch(6'000, 4'000)));
    for (std::int64_t id = 1; id <= 300; ++id) ASSERT_TRUE(world.index.upsert(world.any_order(id)));
    Index filled(world.index.policy());
    for (std::uint32_t i = 0; i < world.index.names().skills.size(); ++i)
        (void)filled.names().skills.intern(world.index.names().skills.text(i));
    for (std::uint32_t i = 0; i < world.index.names().certificates.size(); ++i)
        (void)filled.names().certificates.intern(world.index.names().certificates.text(i));
    ASSERT_TRUE(filled.fill(9, [&](const Index::Put& put) -> Result<Done> {
        for (const auto& [id, worker] : world.workers) TRY_DO(put(worker));
        return Done{};
    }));
    EXPECT_EQ(filled.position(), 9);
    EXPECT_EQ(filled.workers(), world.index.workers());
    int questions = 0;
    world.index.rank_every_order({.k = 20, .as_of = today}, [&](std::int64_t id, Ranking&& many) {
        const auto one = world.index.rank_workers(id, {.k = 20, .as_of = today});
        ASSERT_TRUE(one);
        EXPECT_TRUE(*one == many);
        ++questions;
    });
    EXPECT_EQ(questions, 300);
    for (int question = 0; question < 200; ++question) {
        const Order order = world.any_order(1);
        const RankRequest request{.k = 30, .as_of = today, .account = Account::always};
        auto a = world.index.rank_workers(order, request);
        const auto b = filled.rank_workers(order, request);
        ASSERT_TRUE(a && b);
        a->position = b->position;
        EXPECT_TRUE(*a == *b);
    }
}

TEST(LargePool, AnAccountOfSomeStandsForAll) {
    World world(5);
    for (int batch = 0; batch < 12; ++batch)
        ASSERT_TRUE(world.index.apply(world.any_batch(600, 6'000)));
    const auto all = static_cast<std::int64_t>(world.workers.size());
    ASSERT_GT(all, 3'000);
    std::int64_t asked = 0;
    std::int64_t near = 0;
    for (int question = 0; question < 60; ++question) {
        const auto [exact, some] = world.exact_and_some(world.any_order(1), all / 4);
        EXPECT_GT(some.counted, all / 8);
        EXPECT_LT(some.counted, all / 2);
        if (exact.passing < 20) {
            EXPECT_EQ(some.passing, exact.passing) << "a short list is counted, not estimated";
        }
        ++asked;
        if (some.relaxation && exact.relaxation &&
            some.relaxation->filter == exact.relaxation->filter)
            ++near;
    }
    EXPECT_GE(near * 10, asked * 9) << "of what removes the most, nearly always the same is named";
}

TEST(LargePool, AQuarterOfTheRowsOfSomeBlocksStandsForAll) {
    World world(9);
    ASSERT_TRUE(world.index.apply(world.any_batch(40'000, 60'000)));
    const auto all = static_cast<std::int64_t>(world.workers.size());
    ASSERT_GT(all, 20'000);
    for (int question = 0; question < 18; ++question) {
        Order order = world.any_order(1);
        order.occupation_levels = question % 3;
        const auto [exact, some] = world.exact_and_some(order, all / 2, all / 20);
        if (order.occupation_levels == 0) {
            EXPECT_LT(some.counted, all / 30) << "a fortieth, of every tenth block";
            EXPECT_GT(some.counted, all / 60);
        }
        std::map<Filter, std::int64_t> estimated;
        for (const auto& [filter, count] : some.removed) estimated[filter] = count;
        for (const auto& [filter, count] : exact.removed)
            EXPECT_LE(std::abs(estimated[filter] - count), all / 10) << code(filter);
    }
}

TEST(LargePool, TheAccountEqualsLookingAtEverybodyWhoTakesPart) {
    World world(6);
    for (int batch = 0; batch < 6; ++batch)
        ASSERT_TRUE(world.index.apply(world.any_batch(600, 6'000)));
    for (int question = 0; question < 40; ++question) {
        const Order order = world.any_order(1);
        const bool all = question % 2 == 0;
        RankRequest request{.k = 20, .as_of = today, .account = Account::always};
        request.among = [&](std::uint32_t circle) { return all || circle != 1; };
        const auto answer = world.index.rank_workers(order, request);
        ASSERT_TRUE(answer);
        std::map<Filter, std::int64_t> first, alone;
        std::int64_t passing = 0;
        std::int64_t considered = 0;
        for (const auto& [id, worker] : world.workers) {
            if (!request.among(worker.circle)) continue;
            ++considered;
            const auto failed = world.index.judge(order, id, today)->failed;
            if (failed.empty()) {
                ++passing;
            } else {
                ++first[failed.front()];
            }
            if (failed.size() == 1) ++alone[failed.front()];
        }
        EXPECT_EQ(answer->considered, considered);
        EXPECT_EQ(answer->counted, considered);
        EXPECT_EQ(answer->passing, passing);
        std::map<Filter, std::int64_t> removed;
        for (const auto& [filter, count] : answer->removed) removed[filter] = count;
        EXPECT_EQ(removed, first);
        if (answer->relaxation) {
            EXPECT_EQ(answer->relaxation->passing, passing + alone[answer->relaxation->filter]);
        }
    }
}

TEST(LargePool, WhatIsRareIsLookedForMoreClosely) {
    World world(7);
    for (int batch = 0; batch < 12; ++batch)
        ASSERT_TRUE(world.index.apply(world.any_batch(600, 6'000)));
    const auto all = static_cast<std::int64_t>(world.workers.size());
    int closer = 0;
    for (int question = 0; question < 60; ++question) {
        const auto [exact, some] = world.exact_and_some(world.any_order(1), all / 2, all / 20);
        EXPECT_LT(some.counted, all * 3 / 4);
        if (some.counted > all / 5) ++closer;
        if (!exact.relaxation || !some.relaxation ||
            exact.relaxation->filter != Filter::occupation ||
            some.relaxation->filter != Filter::occupation)
            continue;
        const auto expected = exact.relaxation->passing - exact.passing;
        const auto estimated = some.relaxation->passing - some.passing;
        EXPECT_LE(std::abs(expected - estimated), std::max<std::int64_t>(60, expected / 2))
            << estimated << " instead of " << expected;
    }
    EXPECT_GT(closer, 0) << "somebody is rare in such pools";
}

TEST(LargePool, OrdersForAWorkerEqualLookingAtEveryOrder) {
    World world(11);
    std::map<std::int64_t, Order> orders;
    Batch batch{.position = 1};
    for (std::int64_t id = 1; id <= 1'500; ++id) {
        orders[id] = world.any_order(id);
        batch.changes.emplace_back(orders[id]);
    }
    ASSERT_TRUE(world.index.apply(batch));
    ASSERT_TRUE(world.index.apply(world.any_batch(50, 60)));
    for (std::int64_t id = 1; id <= 700; ++id) {
        EXPECT_EQ(world.index.erase_order(id), orders.erase(id) > 0);
        if (id % 2 == 0) continue;
        orders[id] = world.any_order(id);
        ASSERT_TRUE(world.index.upsert(orders[id]));
    }
    for (const auto& [id, worker] : world.workers) {
        Best best;
        for (const auto& [order_id, order] : orders) {
            const auto verdict = world.index.judge(order, id, today);
            ASSERT_TRUE(verdict);
            if (verdict->failed.empty()) best.emplace_back(order_id, 0);
        }
        const auto all = world.index.rank_orders(id, {.k = 2'000, .as_of = today});
        ASSERT_TRUE(all);
        EXPECT_EQ(all->items.size(), best.size());
        EXPECT_EQ(all->passing, static_cast<std::int64_t>(best.size()));
        for (const std::size_t k : {1, 7, 50}) {
            const auto few = world.index.rank_orders(id, {.k = k, .as_of = today});
            Best expected = best_of(*all);
            if (expected.size() > k) expected.resize(k);
            EXPECT_EQ(best_of(*few), expected);
        }
    }
}

TEST(LargePool, EveryAnswerBesideChangesIsThatOfItsPosition) {
    // One thread changes the pool, two ask. Afterwards the same changes are made again one by one,
    // and what was answered at a position must be what is answered there now.
    World world(13);
    std::vector<Batch> batches;
    for (int i = 0; i < 120; ++i) {
        batches.push_back(world.any_batch(i == 0 ? 4'000 : 60, 3'000));
        batches.back().position = i + 1;
    }
    std::vector<Order> orders;
    for (int i = 0; i < 16; ++i) orders.push_back(world.any_order(1));
    struct Answered {
        std::size_t order;
        Ranking ranking;
    };
    const auto ask = [&](const Index& index, std::size_t order) {
        return index.rank_workers(orders[order], {.k = 40, .as_of = today}).value();
    };
    std::vector<std::vector<Answered>> answered(2);
    std::atomic<bool> done = false;
    std::vector<std::thread> readers;
    for (auto& answers : answered)
        readers.emplace_back([&] {
            for (std::size_t i = 0; !done || i < 20; ++i)
                answers.push_back({i % orders.size(), ask(world.index, i % orders.size())});
        });
    for (const Batch& batch : batches) ASSERT_TRUE(world.index.apply(batch));
    done = true;
    for (auto& reader : readers) reader.join();

    Index again(world.index.policy());
    for (std::uint32_t i = 0; i < world.index.names().skills.size(); ++i)
        (void)again.names().skills.intern(world.index.names().skills.text(i));
    for (std::uint32_t i = 0; i < world.index.names().certificates.size(); ++i)
        (void)again.names().certificates.intern(world.index.names().certificates.text(i));
    std::map<std::pair<std::int64_t, std::size_t>, const Ranking*> by_position;
    for (const auto& answers : answered)
        for (const auto& one : answers) {
            const auto [known, added] =
                by_position.try_emplace({one.ranking.position, one.order}, &one.ranking);
            EXPECT_TRUE(*known->second == one.ranking);
        }
    for (std::size_t next = 0; const auto& [where, ranking] : by_position) {
        while (again.position() < where.first) ASSERT_TRUE(again.apply(batches[next++]));
        EXPECT_TRUE(ask(again, where.second) == *ranking) << where.first;
    }
}

}  // namespace large_pool_test
}  // namespace jianghui::matching::testing
