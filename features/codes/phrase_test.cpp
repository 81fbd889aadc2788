#include "features/codes/phrase.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/base.hpp"

namespace jianghui::codes::phrase_test {

/// What the pattern matches at the beginning of the text: "-" for nothing.
std::string matched(std::string_view pattern, std::string_view text) {
    const auto phrase = Phrase::parse(pattern);
    if (!phrase) return "unreadable";
    const std::u32string characters = decode_utf8(text);
    const auto end = phrase->match(characters, 0);
    return end ? encode_utf8(std::u32string_view(characters).substr(0, *end)) : "-";
}

TEST(Phrase, MatchesAlternativesOptionsAndRepeats) {
    EXPECT_EQ(matched("限男", "限男性"), "限男");
    EXPECT_EQ(matched("限(男|女)(性|士)?", "限女士优先"), "限女士");
    EXPECT_EQ(matched("限(男|女)(性|士)?", "限女优先"), "限女");
    EXPECT_EQ(matched("限(男|女)", "限人"), "-");
    EXPECT_EQ(matched("a|bc", "bcd"), "bc");
    EXPECT_EQ(matched("不?限", "限"), "限");
    EXPECT_EQ(matched("(押金|费)(和|或)?(押金|费)", "押金或费"), "押金或费");
    EXPECT_EQ(matched("a(b|c)*d", "abcbcd"), "abcbcd");
    EXPECT_EQ(matched("a(b)*d", "ad"), "ad");
    EXPECT_EQ(matched("a(b)*d", "abbbbbbbbbd"), "-") << "at most eight times";
    EXPECT_EQ(matched("a((b|c)(d)?)*e", "abdcbde"), "abdcbde");
}

TEST(Phrase, TakesTheLongestMatchWhateverTheOrder) {
    EXPECT_EQ(matched("(优先|优先录用)", "优先录用"), "优先录用");
    EXPECT_EQ(matched("(a|ab)(bc)?", "abc"), "abc");
    EXPECT_EQ(matched("a|ab|abc", "abcd"), "abc");
}

TEST(Phrase, KnowsDigitsOfBothKinds) {
    EXPECT_EQ(matched("##岁", "45岁"), "45岁");
    EXPECT_EQ(matched("##岁", "五十岁"), "五十岁");
    EXPECT_EQ(matched("##-##岁", "18-45岁"), "18-45岁");
    EXPECT_EQ(matched("#岁", "几岁"), "-");
}

TEST(Phrase, RefusesWhatCannotBeRead) {
    for (const char* pattern : {"", "(", ")", "a(b", "a)", "()", "(|a)", "a||b", "|", "?", "*a",
                                "a??", "a?", "(a)*", "(a?)", "a|b?", "\xFF"})
        EXPECT_FALSE(Phrase::parse(pattern)) << pattern;
    EXPECT_FALSE(Phrase::parse(std::string(50, '(') + "a" + std::string(50, ')')));
    EXPECT_TRUE(Phrase::parse("a?b"));
}

TEST(Phrase, TellsWhatItCanBeginWith) {
    EXPECT_EQ(Phrase::parse("(不|无)?限(男|女)|#岁")->first_characters(), U"#不无限");
}

RC_GTEST_PROP(Phrase, AMatchBeginsWithOneOfTheFirstCharacters, ()) {
    const auto atoms = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "a", "b", "#", "(a|b)", "(ab|1)", "b?", "(b|1)?", "(a)*", "((a)?b)*"})));
    std::string pattern;
    for (const auto& atom : atoms) {
        const bool alternative = !pattern.empty() && *rc::gen::arbitrary<bool>();
        pattern += (alternative ? "|" : "") + atom;
    }
    const auto phrase = Phrase::parse(pattern);
    if (!phrase) return;  // It could match nothing.
    const auto text =
        *rc::gen::container<std::u32string>(rc::gen::element<char32_t>(U'a', U'b', U'1', U'2'));
    const auto end = phrase->match(text, 0);
    if (!end) return;
    RC_ASSERT(*end > 0U);
    const auto first = phrase->first_characters();
    RC_ASSERT(first.find(text[0]) != std::u32string::npos ||
              (Phrase::is_digit(text[0]) && first.find(U'#') != std::u32string::npos));
}

}  // namespace jianghui::codes::phrase_test
