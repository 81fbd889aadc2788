#include "engine/matching/codes.hpp"

#include <gtest/gtest.h>

namespace jianghui::matching {
namespace {

TEST(Occupation, ReadsOneToFourLevelsAndWritesThemBack) {
    for (const char* text : {"6", "6-02", "6-02-06", "6-02-06-03", "2-01-01-00", "8-99-99-99"}) {
        const auto occupation = Occupation::parse(text);
        ASSERT_TRUE(occupation) << text;
        EXPECT_EQ(occupation->text(), text);
        EXPECT_EQ(occupation->levels(), static_cast<int>(std::string_view(text).size() + 2) / 3);
    }
    EXPECT_EQ(Occupation{}.levels(), 0);
    EXPECT_EQ(Occupation{}.text(), "");
}

TEST(Occupation, RefusesOtherForms) {
    for (const char* text : {"", "0", "9", "6-", "6-2", "6-02-", "6-02-06-3", "6-02-06-03-1",
                             "6 02", "6-0x", "a", "6-02-06-03 ", "6/02"})
        EXPECT_FALSE(Occupation::parse(text)) << text;
}

TEST(Occupation, CountsTheLevelsInCommonFromTheTop) {
    const auto common = [](const char* a, const char* b) {
        const int one = levels_in_common(*Occupation::parse(a), *Occupation::parse(b));
        EXPECT_EQ(one, levels_in_common(*Occupation::parse(b), *Occupation::parse(a)));
        return one;
    };
    EXPECT_EQ(common("6-02-06-03", "6-02-06-03"), 4);
    EXPECT_EQ(common("6-02-06-03", "6-02-06-01"), 3);
    EXPECT_EQ(common("6-02-06-03", "6-02-05-03"), 2);
    EXPECT_EQ(common("6-02-06-03", "6-03-06-03"), 1);
    EXPECT_EQ(common("6-02-06-03", "4-02-06-03"), 0);
    EXPECT_EQ(common("6-02", "6-02-06-03"), 2);
    EXPECT_EQ(common("2-01-01-00", "2-01-01"), 3);
    EXPECT_EQ(common("6", "6"), 1);
    EXPECT_EQ(levels_in_common(Occupation{}, *Occupation::parse("6")), 0);
    EXPECT_EQ(levels_in_common(Occupation{}, Occupation{}), 0);
}

TEST(Place, ReadsSixDigits) {
    EXPECT_EQ(Place::parse("510502"), Place{510502});
    EXPECT_EQ(Place{510502}.text(), "510502");
    for (const char* text : {"", "51050", "5105022", "51050x", "010502", "-10502"})
        EXPECT_FALSE(Place::parse(text)) << text;
}

TEST(Place, CitiesAndProvincesCoverWhatLiesInThem) {
    EXPECT_TRUE(covers({510502}, {510502}));
    EXPECT_FALSE(covers({510502}, {510503}));
    EXPECT_TRUE(covers({510500}, {510502}));
    EXPECT_FALSE(covers({510500}, {511502}));
    EXPECT_TRUE(covers({510000}, {511502}));
    EXPECT_TRUE(covers({500000}, {500116}));
    EXPECT_FALSE(covers({500000}, {510502}));
    EXPECT_FALSE(covers({510502}, {510500})) << "a county does not cover its city";
}

}  // namespace
}  // namespace jianghui::matching
