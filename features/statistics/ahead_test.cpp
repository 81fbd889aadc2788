// What is read ahead is what the database says: whatever a run may count, and when a run was undone or the measures are others.

#include <gtest/gtest.h>

#include "engine/journal/journal.hpp"
#include "features/statistics/ahead.hpp"
#include "features/statistics/random_year_test.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace ahead_test {

constexpr statistics::Run much{600, 6000};
constexpr statistics::Run little{100, 1000};

class AheadTest : public testing::Test {
  protected:
    AheadTest() {
        RandomYear year(7);
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < 4000; ++i) journal::append(transaction, year.next());
            return true;
        });
        together_.measures = world_.app().services().get<Measures>().every_version();
        together_.from = 0;
    }
    /// The next run, which goes on where the last one ended; the positions of its events.
    std::vector<std::int64_t> take(statistics::Run run) {
        std::vector<std::int64_t> positions;
        world_.store().read([&](store::Reader& reader) {
            const auto next = ahead_.take(reader, together_, run);
            EXPECT_LE(next.events.size(), static_cast<std::size_t>(run.counted_max));
            const auto asked = next_events(reader, together_, {static_cast<int>(next.events.size()), run.looked_at_max});
            EXPECT_EQ(next.events.size(), asked.events.size());
            for (std::size_t i = 0; i < next.events.size(); ++i) {
                EXPECT_EQ(next.events[i].position, asked.events[i].position);
                EXPECT_EQ(next.events[i].data, asked.events[i].data);
                positions.push_back(next.events[i].position);
            }
            last_ = {{}, next.position, next.may_be_more};
            const auto reading = ahead_.read_on(world_.store(), together_, next, run);  // Ends here: all is read.
            return 0;
        });
        return positions;
    }
    void go_on() { together_.from = last_.position; }

    test::TestApp world_;
    Together together_;
    Ahead ahead_;
    NextEvents last_;
};

TEST_F(AheadTest, EveryEventComesOnceWhateverTheRunsMayCount) {
    std::vector<std::int64_t> all;
    const statistics::Run runs[] = {much, much, little, little, much, much};
    for (int i = 0; i == 0 || last_.may_be_more; ++i, go_on())
        for (const auto position : take(runs[i % 6])) all.push_back(position);
    const auto asked = world_.store().read([&](store::Reader& reader) {
        return next_events(reader, {together_.measures, 0, together_.until}, {100'000, 100'000});
    });
    ASSERT_EQ(all.size(), asked.events.size());
    EXPECT_GT(all.size(), 2000U);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], asked.events[i].position);
}

TEST_F(AheadTest, ARunThatWasUndoneComesAgain) {
    (void)take(much);
    go_on();
    const auto once = take(much);
    EXPECT_EQ(take(much), once);  // Nothing was kept of it.
}

TEST_F(AheadTest, OtherMeasuresReadTheirOwnEvents) {
    const auto all = together_.measures;
    (void)take(much);
    go_on();
    std::erase_if(together_.measures, [](const auto& measure) { return measure->id.text != "supply"; });
    const auto of_supply = take(much);
    together_.measures = all;
    EXPECT_NE(take(much), of_supply);
}

}  // namespace ahead_test
}  // namespace jianghui::statistics
