// The filters of the fixed part of a row, all at once, against those of a pair, one by one.
#include "engine/matching/pairing.hpp"
#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

/// Somebody of whom nothing is known that a list would hold, three times in four.
Worker mostly_without_lists(Dice& dice, Names& names) {
    Worker worker = dice.any_worker(1, names);
    if (dice.once_in(4)) return worker;
    worker.occupations.resize(std::min<std::size_t>(worker.occupations.size(), 1));
    worker.certificates.clear();
    worker.busy.clear();
    worker.reach_places.clear();
    worker.excluded_employers.clear();
    return worker;
}

unsigned removing_one_by_one(Pairing pair) {
    unsigned removing = 0;
    for (std::size_t at = pair.first_failure(0); at != no_filter; at = pair.first_failure(at + 1))
        removing |= 1U << at;
    return removing;
}

TEST(FixedFilters, SayOfWhomTheyDecideWhatThePairSays) {
    const Policy policy = shipped_policy();
    Dice dice(11);
    Names names;
    Rarities rarities({}, 0);
    int decided = 0;
    int passed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const LoneOrder order(dice.any_order(1, names), policy);
        const Worths worths(order.row(), rarities);
        const OrderRow asked = order.row();
        const FixedFilters filters(asked, worths);
        WorkerPacker(policy).pack(mostly_without_lists(dice, names), [&](const PackedWorker& row, auto lists) {
            const WorkerRow worker(row, lists.data());
            if (!filters.decide(worker)) return;
            const unsigned removing = filters.removing(worker, metres_between(worker.at(), asked.at()));
            ASSERT_EQ(removing, removing_one_by_one(Pairing(worker, asked, worths))) << i;
            ++decided;
            passed += removing == 0 ? 1 : 0;
        });
    }
    EXPECT_GT(decided, 5'000);
    EXPECT_GT(passed, 50);
}

TEST(FixedFilters, LeaveToThePairWhoHasListsAndWhatTheOrderListsItself) {
    const Policy policy = shipped_policy();
    Rarities rarities({}, 0);
    const auto decide = [&](const Worker& worker, const Order& order) {
        const LoneOrder lone(order, policy);
        const Worths worths(lone.row(), rarities);
        bool decides = false;
        WorkerPacker(policy).pack(worker, [&](const PackedWorker& row, auto lists) {
            decides = FixedFilters(lone.row(), worths).decide({row, lists.data()});
        });
        return decides;
    };
    Worker busy = plain_worker(1);
    busy.busy.push_back({today, today});
    Order excluding = plain_order(2);
    excluding.excluded_workers.push_back(1);
    Order requiring = plain_order(3);
    requiring.skills.push_back({SkillId{0}, 0, true});
    EXPECT_TRUE(decide(plain_worker(1), plain_order(1)));
    EXPECT_FALSE(decide(busy, plain_order(1)));
    EXPECT_FALSE(decide(plain_worker(1), excluding));
    EXPECT_FALSE(decide(plain_worker(1), requiring));
}

}  // namespace
}  // namespace jianghui::matching::testing
