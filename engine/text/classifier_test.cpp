#include "engine/text/classifier.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::text::classifier_test {

enum Label : std::uint32_t { welder, driver, teacher, accountant, programmer, engineer };

Vocabulary few() {
    Vocabulary few;
    few.terms = {{"焊工", welder, 1000},       {"电焊工", welder, 950},
                 {"货车司机", driver, 950},    {"叉车司机", driver, 900},
                 {"小学教师", teacher, 1000},  {"教师", teacher, 600},
                 {"会计", accountant, 960},    {"java开发", programmer, 600},
                 {"java开发", engineer, 300}};
    few.group_of_label = {1, 2, 3, 4, 5, 5};
    few.heads = {{"教师", {3}}};
    few.noise = Noise({"急聘", "包吃住", "高级"});
    return few;
}

TEST(Classifier, KnowsWhatIsNamedLetterByLetter) {
    const Classifier classifier(few());
    const auto found = classifier.classify("焊工");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0], (Found{welder, 1000, 0, true}));
    EXPECT_EQ(classifier.classify("【急聘】电焊工（包吃住）")[0], (Found{welder, 950, 1, true}));
}

TEST(Classifier, KnowsANameThatHoldsASeparator) {
    auto vocabulary = few();
    vocabulary.terms.push_back({"会计、出纳", accountant, 1000});
    EXPECT_EQ(Classifier(vocabulary).classify("会计、出纳")[0].confidence, 1000);
}

TEST(Classifier, SharesWhatMeansSeveral) {
    const auto found = Classifier(few()).classify("高级Java开发");
    ASSERT_GE(found.size(), 2U);
    EXPECT_EQ(found[0], (Found{programmer, 600, 7, true}));
    EXPECT_EQ(found[1], (Found{engineer, 300, 8, true}));
}

TEST(Classifier, FindsWhatIsLike) {
    const Classifier classifier(few());
    const auto found = classifier.classify("大货车司机");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].label, driver);
    EXPECT_FALSE(found[0].named);
    EXPECT_EQ(classifier.term(found[0].term).text, "货车司机");
}

TEST(Classifier, LetsTheLastWordDecideBetweenGroups) {
    const auto found = Classifier(few()).classify("会计教师");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].label, teacher);
}

TEST(Classifier, CountsTheFirstPartMost) {
    const auto found = Classifier(few()).classify("会计/焊工");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].label, accountant);
    EXPECT_EQ(Classifier(few()).classify("包吃住/焊工")[0].label, welder) << "noise is no part";
    EXPECT_EQ(Classifier(few()).classify("成都（焊工）")[0].label, welder);
}

TEST(Classifier, SaysNothingOfNothing) {
    const Classifier classifier(few());
    for (const char* text : {"", "！", "包吃住", "zzzz", "某某"})
        EXPECT_TRUE(classifier.classify(text).empty()) << text;
    EXPECT_TRUE(Classifier(Vocabulary{}).classify("焊工").empty());
}

TEST(Classifier, FollowsTheMeasuredCurve) {
    auto vocabulary = few();
    vocabulary.curve = {{0, 0}, {1000, 300}};
    const auto found = Classifier(vocabulary).classify("大货车司机");
    ASSERT_FALSE(found.empty());
    EXPECT_LE(found[0].confidence, 300);
}

TEST(Classifier, KeepsChoicesUnderWhatATitleSays) {
    const Classifier classifier(few());
    EXPECT_EQ(classifier.phrase_of("【急聘】高级电焊工（包吃住）138"), "电焊工");
    EXPECT_EQ(classifier.phrase_of("（点焊）"), "点焊");
    EXPECT_EQ(classifier.phrase_of("13800001200"), "");
    EXPECT_EQ(classifier.phrase_of("包吃住"), "");
}

RC_GTEST_PROP(Classifier, AnswersAreFewOrderedAndTogetherAtMostCertain, (const std::string& bytes)) {
    static const Classifier classifier(few());
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"焊", "工", "司机", "教师", "会计", "java",
                                                    "开发", "/", "（", "）", "急聘", "某"}));
    std::string text = bytes;
    for (const auto& word : words) text += word;
    const auto found = classifier.classify(text);
    RC_ASSERT(found.size() <= 3U);
    int sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        RC_ASSERT(found[i].confidence >= 50);
        RC_ASSERT(i == 0 || found[i - 1].confidence >= found[i].confidence);
        RC_ASSERT(i == 0 || found[i - 1].label != found[i].label);
        sum += found[i].confidence;
    }
    RC_ASSERT(sum <= 1002);  // each rounded
    RC_ASSERT(classifier.classify(text) == found);
}

}  // namespace jianghui::text::classifier_test
