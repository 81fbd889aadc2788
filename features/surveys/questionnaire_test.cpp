#include "features/surveys/questionnaire.hpp"

#include <gtest/gtest.h>

#include <random>

#include "features/surveys/errors.hpp"

namespace jianghui::surveys {
namespace questionnaire_test {

Question choice(const std::string& code, std::vector<std::string> options, bool required = true) {
    Question question;
    question.code.text = question.title.text = code;
    question.required = required;
    for (auto& option : options) question.options.push_back({{option}, {option}});
    return question;
}
Question number(const std::string& code, std::int64_t min, std::int64_t max) {
    Question question;
    question.code.text = question.title.text = code;
    question.kind = QuestionKind::number;
    question.min.emplace().value = min;
    question.max.emplace().value = max;
    return question;
}
Question when(Question question, const std::string& earlier, Compare compare, const std::string& value) {
    question.shown_when = Condition{{earlier}, compare, {value}};
    return question;
}
Given given(const std::string& question, int member, std::vector<std::string> values) {
    Given one{{question}, {member}, {}};
    for (auto& value : values) one.values.push_back({value});
    return one;
}
bool any_code(QuestionKind /*kind*/, const std::string& code) { return code == "511502"; }

/// home: a or b · out (when home is a): 0 … 2 · skills of each member (when out is above 0): x, y.
Questions family() {
    Question skills = when(choice("skills", {"x", "y"}), "out", Compare::above, "0");
    skills.kind = QuestionKind::choices;
    skills.of_member = true;
    return {choice("home", {"a", "b"}), when(number("out", 0, 2), "home", Compare::is, "a"), skills};
}

/// The same in plain words: what each answer has to be, given the others.
bool is_whole(const std::string& home, const std::string& out, int members,
              const std::vector<std::string>& skills, bool of_household) {
    if (home != "a" && home != "b") return false;
    if ((home == "b") != out.empty()) return false;
    if (home == "a" && out != "0" && out != "1" && out != "2") return false;
    const bool asked = out == "1" || out == "2";
    if (of_household) return false;
    if (!asked || members == 0) return skills.empty();
    return skills == std::vector<std::string>{"x"} || skills == std::vector<std::string>{"x", "y"};
}

TEST(SurveyAnswer, IsWholeExactlyWhenItAnswersWhatIsShown) {
    const auto questions = family();
    ASSERT_TRUE(faults_of(questions).empty());
    int whole = 0;
    for (const std::string home : {"", "a", "b", "c"})
        for (const std::string out : {"", "0", "1", "2", "3", "x"})
            for (const int members : {0, 1})
                for (const std::vector<std::string>& skills :
                     std::vector<std::vector<std::string>>{{}, {"x"}, {"x", "y"}, {"y", "y"}, {"z"}})
                    for (const bool of_household : {false, true}) {
                        std::vector<Given> said;
                        if (!home.empty()) said.push_back(given("home", 0, {home}));
                        if (!out.empty()) said.push_back(given("out", 0, {out}));
                        if (!skills.empty()) said.push_back(given("skills", 1, skills));
                        if (of_household) said.push_back(given("skills", 0, {"x"}));
                        const bool good = faults_of(questions, members, said, any_code).empty();
                        EXPECT_EQ(good, is_whole(home, out, members, skills, of_household))
                            << home << '/' << out << '/' << members << '/' << skills.size();
                        whole += good ? 1 : 0;
                    }
    EXPECT_EQ(whole, 10);
}

TEST(SurveyAnswer, RefusesWhatIsGivenTwiceOrUnknownOrHidden) {
    const auto code = [](const std::vector<Given>& said) {
        const auto faults = faults_of(family(), 0, said, any_code);
        return faults.empty() ? std::string() : std::string(faults.front().code->code);
    };
    EXPECT_EQ(code({given("home", 0, {"b"}), given("home", 0, {"b"})}), "survey_not_asked");
    EXPECT_EQ(code({given("home", 0, {"b"}), given("pet", 0, {"cat"})}), "survey_not_asked");
    EXPECT_EQ(code({given("home", 0, {"b"}), given("out", 0, {"1"})}), "survey_not_asked");
    EXPECT_EQ(code({given("home", 0, {"a"})}), "survey_value_missing");
    Question place;
    place.code.text = place.title.text = "place";
    place.kind = QuestionKind::place;
    EXPECT_TRUE(faults_of({place}, 0, {given("place", 0, {"511502"})}, any_code).empty());
    EXPECT_FALSE(faults_of({place}, 0, {given("place", 0, {"999999"})}, any_code).empty());
    place.kind = QuestionKind::date;
    EXPECT_FALSE(faults_of({place}, 0, {given("place", 0, {"2026-02-30"})}, any_code).empty());
}

TEST(Questionnaire, ConditionsNameEarlierQuestionsThatCanMeetThem) {
    const auto first = [](const Questions& questions) {
        const auto faults = faults_of(questions);
        return faults.empty() ? std::string()
                              : faults.front().member + " " + std::string(faults.front().code->code);
    };
    const auto home = choice("home", {"a", "b"});
    EXPECT_EQ(first({when(home, "home", Compare::is, "a")}),
              "shown_when/question survey_condition_not_earlier");
    EXPECT_EQ(first({when(home, "out", Compare::above, "0"), number("out", 0, 2)}),
              "shown_when/question survey_condition_not_earlier");
    EXPECT_EQ(first({home, when(number("out", 0, 2), "home", Compare::is, "c")}),
              "shown_when/value survey_condition_never");
    EXPECT_EQ(first({number("out", 0, 2), when(home, "out", Compare::above, "2")}),
              "shown_when/value survey_condition_never");
    EXPECT_EQ(first({home, home}), "code survey_question_code");
    EXPECT_EQ(first({choice("home", {"a"})}), "options survey_options");
    EXPECT_EQ(first({number("out", 3, 2)}), "max survey_range");
    auto member = home;
    member.of_member = true;
    EXPECT_EQ(first({member, when(number("out", 0, 2), "home", Compare::is, "a")}),
              "shown_when/question survey_condition_of_member");
}

/// Whether every question is shown in some valid answer: tries all of them.
void walk(const Questions& questions, std::size_t at, std::vector<Given>& said,
          std::vector<bool>& seen) {
    if (at == questions.size()) return;
    if (!is_shown(questions, at, 0, said)) return walk(questions, at + 1, said, seen);
    seen[at] = true;
    std::vector<std::string> values;
    for (const auto& option : questions[at].options) values.push_back(option.code.text);
    if (questions[at].kind == QuestionKind::number)
        for (auto i = questions[at].min->value; i <= questions[at].max->value; ++i)
            values.push_back(std::to_string(i));
    for (const auto& value : values) {
        said.push_back(given(questions[at].code.text, 0, {value}));
        walk(questions, at + 1, said, seen);
        said.pop_back();
    }
}

TEST(Questionnaire, IsWithoutFaultExactlyWhenEveryQuestionCanBeReached) {
    std::mt19937 random(6);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int good = 0;
    for (int round = 0; round < 400; ++round) {
        Questions questions;
        for (int i = 0; i < 4; ++i) {
            const std::string code = "q" + std::to_string(i);
            Question question = below(2) != 0 ? choice(code, {"a", "b"}) : number(code, 0, below(3));
            if (i > 0 && below(2) != 0) {
                const Question& earlier = questions[static_cast<std::size_t>(below(i))];
                const bool of_number = earlier.kind == QuestionKind::number;
                const Compare compare = !of_number ? Compare::is
                                                   : below(2) != 0 ? Compare::above : Compare::below;
                const std::string value =
                    of_number ? std::to_string(below(3)) : std::string(1, "abc"[below(3)]);
                question = when(question, earlier.code.text, compare, value);
            }
            questions.push_back(question);
        }
        std::vector<bool> seen(4, false);
        std::vector<Given> said;
        walk(questions, 0, said, seen);
        const bool all = std::count(seen.begin(), seen.end(), true) == 4;
        EXPECT_EQ(faults_of(questions).empty(), all) << codec::encode(questions);
        good += all ? 1 : 0;
    }
    EXPECT_GT(good, 100);
    EXPECT_LT(good, 350);
}

}  // namespace questionnaire_test
}  // namespace jianghui::surveys
