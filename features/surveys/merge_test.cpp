#include "features/surveys/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace jianghui::surveys {
namespace merge_test {

using Heads = std::set<std::pair<std::string, std::int64_t>>;

Heads heads_of(const std::vector<Version>& known) {
    Heads heads;
    for (const auto& one : known)
        if (one.standing == Standing::head) heads.emplace(one.client, one.version);
    return heads;
}

TEST(SurveyMerge, NeitherOrderNorRepetitionMatters) {
    const std::vector<Version> sent{{"phone", 1, "a"}, {"phone", 2, "b"}, {"phone", 3, "c"},
                                    {"tablet", 1, "c"}, {"tablet", 2, "d"}};
    std::vector<int> order{0, 1, 2, 3, 4};
    do {
        std::vector<Version> known;
        for (const int i : order) {
            (void)merge(known, sent[static_cast<std::size_t>(i)]);
            EXPECT_EQ(merge(known, sent[static_cast<std::size_t>(i)]), Merged::same);
        }
        EXPECT_EQ(known.size(), sent.size()) << "nothing is lost, nothing is there twice";
        EXPECT_EQ(heads_of(known), (Heads{{"phone", 3}, {"tablet", 2}}));
        EXPECT_EQ(agreement_of(known), Agreement::conflict);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(SurveyMerge, HeadsThatSayTheSameAgree) {
    std::vector<Version> known;
    EXPECT_EQ(agreement_of(known), Agreement::none);
    EXPECT_EQ(merge(known, {"phone", 2, "a"}), Merged::added);
    EXPECT_EQ(merge(known, {"phone", 1, "b"}), Merged::older);
    EXPECT_EQ(merge(known, {"phone", 2, "b"}), Merged::reused);
    EXPECT_EQ(merge(known, {"tablet", 1, "a"}), Merged::added);
    EXPECT_EQ(agreement_of(known), Agreement::agreed);
    known.back().standing = Standing::set_aside;
    EXPECT_EQ(merge(known, {"tablet", 2, "c"}), Merged::added) << "late news reopens what was settled";
    EXPECT_EQ(agreement_of(known), Agreement::conflict);
}

}  // namespace merge_test
}  // namespace jianghui::surveys
