#include "features/occupations/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::occupations::rules_test {

using Shares = std::vector<std::pair<std::uint32_t, int>>;

TEST(Shares, AreVotesAndTheProgramsOpinionTogether) {
    // 4 of 5 voters for 7, the program (as 3 voters) 600 for 1 and 200 for 7.
    EXPECT_EQ(shares_of({{7, 4}, {2, 1}}, {{1, 600, 0, false}, {7, 200, 0, false}}, 3),
              (Shares{{7, 575}, {1, 225}, {2, 125}}));
}

TEST(Shares, NeedNoOpinion) {
    EXPECT_EQ(shares_of({{7, 3}}, {}, 3), (Shares{{7, 500}}));
    EXPECT_EQ(shares_of({{7, 1000}}, {}, 0), (Shares{{7, 990}})) << "people err as well";
}

TEST(Shares, LeaveOutWhatHardlyAnybodySays) {
    EXPECT_EQ(shares_of({{7, 99}, {2, 1}}, {}, 0), (Shares{{7, 990}}));
}

TEST(Surest, ComeFirstAndTiesByCode) {
    std::vector<Suggestion> found(4);
    found[0].code = {"6-02-06-03"};
    found[1].code = {"4-02-02-01"};
    found[2].code = {"1-01-01-01"};
    found[3].code = {"2-01-01-01"};
    found[0].confidence_per_mille = found[1].confidence_per_mille = 500;
    found[2].confidence_per_mille = 700;
    keep_surest(found, 3);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].code.text, "1-01-01-01");
    EXPECT_EQ(found[1].code.text, "4-02-02-01");
    EXPECT_EQ(found[2].code.text, "6-02-06-03");
}

}  // namespace jianghui::occupations::rules_test
