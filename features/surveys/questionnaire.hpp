#pragma once
// What a survey asks, and when an answer is whole. Pure: no database, no clock. The web app has the same
// rules in ui/rules.ts.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::surveys {

enum class QuestionKind {
    choice,   ///< one of the options
    choices,  ///< some of the options
    number,   ///< a whole number from `min` to `max`
    text,
    date,
    occupation,  ///< a code of the classification
    place        ///< a code of GB/T 2260
};
BOOST_DESCRIBE_ENUM(QuestionKind, choice, choices, number, text, date, occupation, place)

/// How a condition compares the earlier answer with its value.
enum class Compare { is, contains, above, below };
BOOST_DESCRIBE_ENUM(Compare, is, contains, above, below)

/// A question is shown when the answer to an earlier one compares so.
struct Condition {
    String<1, 40> question;
    Compare compare = Compare::is;
    String<1, 40> value;
    bool operator==(const Condition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (question, compare, value))

struct Option {
    String<1, 40> code;
    String<1, 100> title;
    bool operator==(const Option&) const = default;
};
BOOST_DESCRIBE_STRUCT(Option, (), (code, title))

struct Question {
    String<1, 40> code;
    String<1, 200> title;
    QuestionKind kind = QuestionKind::choice;
    bool of_member = false;  ///< asked of each member of the household
    bool required = true;
    List<Option, 60> options;                             ///< of choice and choices
    std::optional<Integer<-1'000'000'000, 1'000'000'000>> min;  ///< of number
    std::optional<Integer<-1'000'000'000, 1'000'000'000>> max;
    String<0, 20> unit;
    std::optional<Condition> shown_when;
    bool operator==(const Question&) const = default;
};
BOOST_DESCRIBE_STRUCT(Question, (),
                      (code, title, kind, of_member, required, options, min, max, unit, shown_when))

using Questions = std::vector<Question>;
inline constexpr int members_max = 30;

/// What is wrong with a questionnaire: at which question, at which of its members.
struct QuestionFault {
    std::size_t question = 0;
    std::string member;  ///< "shown_when/value"
    const ErrorCode* code = nullptr;
};
/// Empty exactly when every code is there once, every kind has what it needs, every condition names an
/// earlier question (of the household, or of the member when it is a member's) and can be met.
[[nodiscard]] std::vector<QuestionFault> faults_of(const Questions& questions);

/// What was answered to one question; `member` 0 is the household, 1 … the members in their order.
struct Given {
    String<1, 40> question;
    Integer<0, members_max> member;
    List<String<1, 500>, 60> values;
    bool operator==(const Given&) const = default;
};
BOOST_DESCRIBE_STRUCT(Given, (), (question, member, values))

/// What is wrong with an answer.
struct GivenFault {
    std::string question;
    int member = 0;
    const ErrorCode* code = nullptr;
};
/// Whether a code is one of occupations or places.
using KnownCode = std::function<bool(QuestionKind, const std::string&)>;

/// Whether the question is asked of that member, given the answers to earlier ones. A condition on a
/// question that is not shown itself, or not answered, is not met. Requires a questionnaire without faults.
[[nodiscard]] bool is_shown(const Questions& questions, std::size_t question, int member,
                            const std::vector<Given>& given);
/// Empty exactly when the answer is whole: every shown required question is answered, nothing else than
/// shown questions is, nothing twice, every value fits. Requires a questionnaire without faults.
[[nodiscard]] std::vector<GivenFault> faults_of(const Questions& questions, int members,
                                                const std::vector<Given>& given,
                                                const KnownCode& known);

}  // namespace jianghui::surveys
