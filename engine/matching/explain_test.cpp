#include "engine/matching/explain.hpp"

#include <set>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

class ExplainTest : public ::testing::Test {
  protected:
    Names names;
    std::string zh(PartFacts facts) {
        Part part;
        part.facts = std::move(facts);
        const Text text = reason(part, names);
        EXPECT_FALSE(text.en.empty());
        return text.zh;
    }
    std::string en(PartFacts facts) {
        Part part;
        part.facts = std::move(facts);
        return reason(part, names).en;
    }
};

template <class E>
void codes_are_the_enumerators() {
    std::set<std::string> titles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        EXPECT_EQ(code(enumerator.value), enumerator.name);
        EXPECT_TRUE(titles.insert(title(enumerator.value).zh).second);
        EXPECT_FALSE(title(enumerator.value).en.empty());
    });
}

TEST_F(ExplainTest, CodesAreStableAndTitlesDiffer) {
    codes_are_the_enumerators<Filter>();
    codes_are_the_enumerators<ScorePart>();
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Filter>>([](auto enumerator) {
        EXPECT_FALSE(reason(enumerator.value).zh.empty());
        EXPECT_FALSE(reason(enumerator.value).en.empty());
    });
}

TEST_F(ExplainTest, Occupation) {
    EXPECT_EQ(zh(OccupationFacts{4, 4}), "职业相同");
    EXPECT_EQ(zh(OccupationFacts{3, 4}), "职业相近（同一小类）");
    EXPECT_EQ(zh(OccupationFacts{2, 4}), "职业有关（同一中类）");
    EXPECT_EQ(zh(OccupationFacts{1, 4}), "职业较远（同一大类）");
    EXPECT_EQ(zh(OccupationFacts{0, 4}), "职业不同或未填写");
    EXPECT_EQ(zh(OccupationFacts{2, 2}), "职业在所求范围内");
    EXPECT_EQ(zh(OccupationFacts{0, 0}), "订单未填职业，按一半计");
}

TEST_F(ExplainTest, SkillsNameWhatIsMissing) {
    const SkillId forklift = names.skill("叉车驾驶");
    const SkillId welding = names.skill("焊接");
    const SkillId brewing = names.skill("酿酒");
    EXPECT_EQ(zh(SkillsFacts{{brewing}, {welding}, {forklift}}),
              "具备 3 项技能中的 2 项，等级不足或未填：焊接，缺少：叉车驾驶");
    EXPECT_EQ(en(SkillsFacts{{}, {}, {forklift, welding}}),
              "Has 0 of 2 skills; missing: 叉车驾驶, 焊接");
    EXPECT_EQ(zh(SkillsFacts{{brewing}, {}, {}}), "具备 1 项技能中的 1 项");
    EXPECT_EQ(zh(SkillsFacts{}), "订单未列技能，按一半计");
}

TEST_F(ExplainTest, Experience) {
    EXPECT_EQ(zh(ExperienceFacts{62, true}), "相关经验 5 年 2 个月");
    EXPECT_EQ(zh(ExperienceFacts{24, true}), "相关经验 2 年");
    EXPECT_EQ(zh(ExperienceFacts{5, true}), "相关经验 5 个月");
    EXPECT_EQ(en(ExperienceFacts{13, true}), "1 year 1 month of related experience");
    EXPECT_EQ(zh(ExperienceFacts{62, false}), "职业不相关，经验不计");
    EXPECT_EQ(zh(ExperienceFacts{0, true}), "未填写工作经验");
}

TEST_F(ExplainTest, Distance) {
    EXPECT_EQ(zh(DistanceFacts{12'300}), "距离 12 公里");
    EXPECT_EQ(en(DistanceFacts{12'500}), "13 km away");
    EXPECT_EQ(zh(DistanceFacts{999}), "距离不足 1 公里");
}

TEST_F(ExplainTest, Pay) {
    EXPECT_EQ(zh(PayFacts{500'000, 400'000, 600'000, true}),
              "期望每月 5,000 元，所给 4,000–6,000 元");
    EXPECT_EQ(zh(PayFacts{350'000, 400'000, 600'000, true}), "期望每月 3,500 元，不高于所给最低");
    EXPECT_EQ(zh(PayFacts{500'000, {}, 500'000, true}), "期望每月 5,000 元，不高于所给最低");
    EXPECT_EQ(zh(PayFacts{700'000, {}, 600'000, true}), "期望每月 7,000 元，高于所给 6,000 元");
    EXPECT_EQ(zh(PayFacts{123'456'789, {}, 99'999, true}), "期望每月 1,234,567 元，高于所给 999 元");
    EXPECT_EQ(zh(PayFacts{99, {}, 100'000'000, true}), "期望每月 0 元，不高于所给最低");
    EXPECT_EQ(zh(PayFacts{{}, 400'000, 600'000, true}), "未填期望薪酬，按一半计");
    EXPECT_EQ(zh(PayFacts{500'000, 400'000, {}, true}), "薪酬面议，按一半计");
    EXPECT_EQ(zh(PayFacts{500'000, {}, {}, true}), "薪酬面议，按一半计");
    EXPECT_EQ(zh(PayFacts{{}, 400'000, 600'000, false}), "计件薪酬无法比较，按一半计");
}

TEST_F(ExplainTest, ReliabilityAndFreshness) {
    EXPECT_EQ(zh(ReliabilityFacts{870}), "履约可靠度 870/1000");
    EXPECT_EQ(zh(ReliabilityFacts{}), "暂无履约记录，按一半计");
    EXPECT_EQ(zh(FreshnessFacts{0}), "今天确认过意向");
    EXPECT_EQ(zh(FreshnessFacts{3}), "3 天前确认过意向");
    EXPECT_EQ(en(FreshnessFacts{1}), "Confirmed 1 day ago");
    EXPECT_EQ(zh(FreshnessFacts{}), "从未确认意向");
}

TEST_F(ExplainTest, WhyNobodyIsLeftAndWhatWouldHelp) {
    Ranking ranking;
    EXPECT_EQ(why_empty(ranking), Text{}) << "nothing was counted";
    EXPECT_EQ(advice(ranking), Text{});
    ranking.accounted = true;
    EXPECT_EQ(why_empty(ranking).zh, "库中还没有候选");
    EXPECT_EQ(why_empty(ranking, Sought::orders).zh, "市场上还没有正在抢单的订单");
    EXPECT_EQ(what_counts(ranking), Text{}) << "nobody";
    ranking.considered = ranking.counted = 300;
    ranking.last_filter = Filter::certificates;
    ranking.relaxation = Relaxation{Filter::pay, 12};
    EXPECT_EQ(why_empty(ranking).zh, "共 300 个候选，筛选到证书时已无人可选");
    EXPECT_EQ(advice(ranking).zh, "若放宽薪酬，可有 12 个候选");
    EXPECT_EQ(advice(ranking).en, "Without the pay filter, 12 candidates would remain");
    EXPECT_EQ(what_counts(ranking).zh, "每个候选只计入第一个不符合的条件；共 300 个候选，逐一核对");
    EXPECT_EQ(why_empty(ranking, Sought::orders).zh, "共 300 张订单，筛选到证书时已没有订单可选");
    EXPECT_EQ(advice(ranking, Sought::orders).zh, "若放宽薪酬，可有 12 张订单");
    EXPECT_EQ(advice(ranking, Sought::orders).en, "Without the pay filter, 12 orders would remain");
    EXPECT_EQ(what_counts(ranking, Sought::orders).zh, "每张订单只计入第一个不符合的条件；共 300 张订单，逐一核对");
    ranking.passing = 1;
    EXPECT_EQ(why_empty(ranking), Text{});
}

TEST_F(ExplainTest, EstimatesSayThatTheyAre) {
    Ranking ranking;
    ranking.accounted = true;
    ranking.considered = 300;
    ranking.counted = 100;
    ranking.relaxation = Relaxation{Filter::pay, 12};
    EXPECT_EQ(advice(ranking).zh, "若放宽薪酬，约可有 12 个候选");
    EXPECT_EQ(advice(ranking).en, "Without the pay filter, about 12 candidates would remain");
    EXPECT_NE(what_counts(ranking).en.find("estimated from 100"), std::string::npos);
    ranking.relaxation = Relaxation{Filter::pay, 0};
    EXPECT_EQ(advice(ranking).zh, "若放宽薪酬，所核对的候选中没有人因此符合");
}

}  // namespace
}  // namespace jianghui::matching::testing
