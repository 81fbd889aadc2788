#include "engine/registers/entry.hpp"

#include <gtest/gtest.h>

namespace jianghui::registers {
namespace entry_test {

Date day(const char* text) { return *parse_date(text); }

TEST(EntryStatus, HasTheseStepsAndNoOthers) {
    using S = EntryStatus;
    using T = EntryStep;
    EXPECT_EQ(status_after(S::valid, T::suspend), S::suspended);
    EXPECT_EQ(status_after(S::suspended, T::restore), S::valid);
    for (const S from : {S::valid, S::suspended}) {
        EXPECT_EQ(status_after(from, T::revoke), S::revoked);
        EXPECT_EQ(status_after(from, T::withdraw), S::withdrawn);
        EXPECT_EQ(status_after(from, T::end), S::ended);
        EXPECT_EQ(status_after(from, T::expire), S::expired);
    }
    EXPECT_FALSE(status_after(S::valid, T::restore));
    EXPECT_FALSE(status_after(S::suspended, T::suspend));
    for (const S from : {S::revoked, S::withdrawn, S::ended, S::expired})
        for (int step = 0; step < 6; ++step) EXPECT_FALSE(status_after(from, static_cast<T>(step)));
}

TEST(InForce, OnItsDaysWhileItIsValid) {
    Entry entry;
    entry.valid_from_on = day("2026-01-02");
    entry.valid_to_on = day("2026-01-03");
    EXPECT_FALSE(in_force_on(entry, day("2026-01-01")));
    EXPECT_TRUE(in_force_on(entry, day("2026-01-02")));
    EXPECT_TRUE(in_force_on(entry, day("2026-01-03")));
    EXPECT_FALSE(in_force_on(entry, day("2026-01-04")));
    entry.valid_to_on.reset();
    EXPECT_TRUE(in_force_on(entry, day("2036-01-04")));
    entry.status = EntryStatus::suspended;
    EXPECT_FALSE(in_force_on(entry, day("2026-01-02")));
}

TEST(LastDay, IsTheDayBeforeTheSameDayLater) {
    Validity validity;
    validity.months = Integer<1, 600>{12};
    EXPECT_EQ(last_day(validity, day("2026-03-01")), day("2027-02-28"));
    EXPECT_EQ(last_day(validity, day("2024-02-29")), day("2025-02-27"));
    validity = {};
    validity.days = Integer<1, 3660>{1};
    EXPECT_EQ(last_day(validity, day("2026-03-01")), day("2026-03-01"));
    EXPECT_EQ(last_day(std::nullopt, day("2026-03-01")), std::nullopt);
}

struct CountsIn : testing::Test {
    CountsIn() {
        entry.id = {5};
        entry.register_id = "filing";
        entry.place = {"500118"};
        entry.standard = "2026";
        entry.counts = Counts::recognised;
        one.register_id = "filing";
        one.origin = {"500000"};
        one.counts_in = {"510500"};
        one.from_on = today;
    }
    bool counts(const char* place) { return counts_in(entry, {place}, today, {one}); }
    Date today = *parse_date("2026-11-24");
    Entry entry;
    Recognition one;
};

TEST_F(CountsIn, ItsIssuingPlaceAndWithin) {
    EXPECT_TRUE(counts("500118"));
    EXPECT_FALSE(counts("500116"));
    entry.place = {"510300"};
    EXPECT_TRUE(counts("510302"));
    EXPECT_FALSE(counts("510000"));
}

TEST_F(CountsIn, EverywhereWhenTheLawSaysSo) {
    entry.counts = Counts::everywhere;
    EXPECT_TRUE(counts("110101"));
}

TEST_F(CountsIn, WhereItIsRecognised) {
    EXPECT_TRUE(counts("510500"));
    EXPECT_TRUE(counts("510502"));
    EXPECT_FALSE(counts("510300"));
    entry.counts = Counts::issuing_place;
    EXPECT_FALSE(counts("510502"));
}

TEST_F(CountsIn, OnlyAsTheRecognitionSays) {
    one.standard = "2025";
    EXPECT_FALSE(counts("510502"));
    one.standard = "2026";
    EXPECT_TRUE(counts("510502"));
    one.entry = EntryId{6};
    EXPECT_FALSE(counts("510502"));
    one.entry = EntryId{5};
    EXPECT_TRUE(counts("510502"));
    one.from_on = add_days(today, 1);
    EXPECT_FALSE(counts("510502"));
    one.from_on = today;
    one.to_on = add_days(today, -1);
    EXPECT_FALSE(counts("510502"));
    one.to_on.reset();
    one.register_id = "licence";
    EXPECT_FALSE(counts("510502"));
    one.register_id = "filing";
    one.origin = {"500116"};
    EXPECT_FALSE(counts("510502"));
}

}  // namespace entry_test
}  // namespace jianghui::registers
