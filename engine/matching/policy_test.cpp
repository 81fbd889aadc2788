#include "engine/matching/policy.hpp"

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Policy, TheShippedOneAddsUpToAThousandPoints) {
    const Policy policy = shipped_policy();
    EXPECT_TRUE(check(policy));
    EXPECT_EQ(score_max(policy.weights), 1000);
    EXPECT_EQ(policy.weights.occupation, (std::array{0, 30, 90, 180, 300}));
    EXPECT_EQ(policy.working_age_years, 16);
    EXPECT_EQ(policy.lines.size(), 18U);
    for (const PolicyLine& line : policy.lines) EXPECT_FALSE(line.source.empty()) << line.key;
}

TEST(Policy, TheSourceMayContainCommasAndLinesMayEndInCrLf) {
    const std::string text = replaced(policy_text(), "封顶", "a,b,\"c\"");
    EXPECT_TRUE(read_policy(text));
    std::string windows;
    for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
    const auto same = read_policy(windows);
    ASSERT_TRUE(same);
    EXPECT_EQ(*same, *read_policy(text));
}

TEST(Policy, FaultsNameTheirLine) {
    const std::string good = policy_text();
    struct Case {
        std::string text, path;
    };
    const Case cases[] = {
        {replaced(good, "key,value", "key;value"), "/1"},
        {replaced(good, "occupation_1,30", "occupation_1;30"), "/3"},
        {replaced(good, "occupation_1,30", "occupation_1,3x"), "/3"},
        {replaced(good, "occupation_1,30", "occupation_1,-1"), "/3"},
        {replaced(good, "occupation_1,30", "occupation_9,30"), "/3"},
        {replaced(good, "occupation_2,90", "occupation_1,90"), "/4"},
        {replaced(good, "30,P,", "30,Z,"), "/3"},
        {replaced(good, "distance_zero_metres,100000", "distance_zero_metres,0"), "/16"},
        {replaced(good, "pay,80", "# pay,80"), "/0"},
        {replaced(good, "pay,80", "pay,90"), "/0"},  // a perfect score would be 1010
        {"", "/0"},
    };
    for (const Case& one : cases) {
        const auto policy = read_policy(one.text);
        ASSERT_FALSE(policy) << one.path;
        EXPECT_EQ(policy.error().code, "policy_malformed");
        EXPECT_EQ(policy.error().path, one.path);
    }
}

TEST(Policy, AnUnknownKeyOffersTheNearest) {
    const auto policy = read_policy(replaced(policy_text(), "skills,", "skils,"));
    ASSERT_FALSE(policy);
    ASSERT_FALSE(policy.error().nearest.empty());
    EXPECT_EQ(policy.error().nearest[0], "skills");
}

TEST(Policy, ACloserOccupationMayNotScoreLess) {
    const auto fault =
        read_policy(replaced(policy_text(), "occupation_3,180", "occupation_3,301"));
    ASSERT_FALSE(fault);
    EXPECT_EQ(fault.error().path, "occupation_4");
    Policy policy = shipped_policy();
    policy.weights.occupation[0] = 1;
    EXPECT_EQ(check(policy).error().path, "occupation_0");
    policy = shipped_policy();
    policy.weights.skills = -1;
    EXPECT_EQ(check(policy).error().path, "skills");
}

}  // namespace
}  // namespace jianghui::matching::testing
