#include "features/surveys/questionnaire.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "features/surveys/errors.hpp"

namespace jianghui::surveys {
namespace {

bool has_options(QuestionKind kind) {
    return kind == QuestionKind::choice || kind == QuestionKind::choices;
}

std::optional<std::int64_t> number_in(const std::string& text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, value);
    if (failed != std::errc() || stop != end) return std::nullopt;
    return value;
}

bool is_code(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

bool has_option(const Question& question, const std::string& code) {
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const Option& option) { return option.code.text == code; });
}

bool is_repeated(const Question& question) {
    std::set<std::string> seen;
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const Option& option) { return !seen.insert(option.code.text).second; });
}

/// Whether some fitting answer to `asked` meets the condition.
bool can_be_met(const Question& asked, const Condition& condition) {
    if (has_options(asked.kind)) {
        const auto wanted = asked.kind == QuestionKind::choice ? Compare::is : Compare::contains;
        return condition.compare == wanted && has_option(asked, condition.value.text);
    }
    if (asked.kind != QuestionKind::number || !asked.min || !asked.max) return false;
    const auto number = number_in(condition.value.text);
    if (!number) return false;
    const std::int64_t min = *asked.min;
    const std::int64_t max = *asked.max;
    switch (condition.compare) {
        case Compare::is: return min <= *number && *number <= max;
        case Compare::above: return *number < max;
        case Compare::below: return min < *number;
        case Compare::contains: break;
    }
    return false;
}

const ErrorCode* options_fault(const Question& question) {
    if (!has_options(question.kind)) return question.options.empty() ? nullptr : &survey_options;
    return question.options.size() < 2 || is_repeated(question) ? &survey_options : nullptr;
}

const ErrorCode* range_fault(const Question& question) {
    if (question.kind != QuestionKind::number)
        return question.min || question.max ? &survey_range : nullptr;
    return question.min && question.max && *question.min <= *question.max ? nullptr : &survey_range;
}

std::size_t index_of(const Questions& questions, const std::string& code) {
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (questions[i].code.text == code) return i;
    return questions.size();
}

void check_condition(const Questions& questions, std::size_t at, std::vector<QuestionFault>& faults) {
    const Condition& condition = *questions[at].shown_when;
    const auto earlier = index_of(questions, condition.question.text);
    if (earlier >= at)
        return faults.push_back({at, "shown_when/question", &survey_condition_not_earlier});
    if (questions[earlier].of_member && !questions[at].of_member)
        return faults.push_back({at, "shown_when/question", &survey_condition_of_member});
    if (!can_be_met(questions[earlier], condition))
        faults.push_back({at, "shown_when/value", &survey_condition_never});
}

const Given* given_to(const std::vector<Given>& given, const std::string& question, int member) {
    for (const auto& one : given)
        if (one.question.text == question && one.member == member) return &one;
    return nullptr;
}

bool is_met(const Given& given, const Condition& condition) {
    if (given.values.empty()) return false;
    const auto number = number_in(given.values.front().text);
    const auto bound = number_in(condition.value.text);
    switch (condition.compare) {
        case Compare::is:
            if (number && bound) return *number == *bound;
            return given.values.front().text == condition.value.text;
        case Compare::contains:
            return std::any_of(given.values.begin(), given.values.end(), [&](const auto& value) {
                return value.text == condition.value.text;
            });
        case Compare::above: return number && bound && *number > *bound;
        case Compare::below: return number && bound && *number < *bound;
    }
    return false;
}

const ErrorCode* value_fault(const Question& question, const Given& given, const KnownCode& known) {
    if (given.values.empty()) return &survey_value_missing;
    if (question.kind != QuestionKind::choices && given.values.size() != 1) return &survey_value;
    const std::string& value = given.values.front().text;
    switch (question.kind) {
        case QuestionKind::choice: return has_option(question, value) ? nullptr : &survey_value;
        case QuestionKind::choices: {
            std::set<std::string> seen;
            for (const auto& one : given.values)
                if (!has_option(question, one.text) || !seen.insert(one.text).second)
                    return &survey_value;
            return nullptr;
        }
        case QuestionKind::number: {
            const auto number = number_in(value);
            const bool fits = number && *question.min <= *number && *number <= *question.max;
            return fits ? nullptr : &survey_value;
        }
        case QuestionKind::text: return nullptr;
        case QuestionKind::date: return parse_date(value) ? nullptr : &survey_value;
        case QuestionKind::occupation:
        case QuestionKind::place: return known(question.kind, value) ? nullptr : &survey_value;
    }
    return &survey_value;
}

}  // namespace

std::vector<QuestionFault> faults_of(const Questions& questions) {
    std::vector<QuestionFault> faults;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Question& question = questions[i];
        if (!is_code(question.code.text) || index_of(questions, question.code.text) != i)
            faults.push_back({i, "code", &survey_question_code});
        if (const auto* code = options_fault(question)) faults.push_back({i, "options", code});
        if (const auto* code = range_fault(question)) faults.push_back({i, "max", code});
        if (question.shown_when) check_condition(questions, i, faults);
    }
    return faults;
}

bool is_shown(const Questions& questions, std::size_t question, int member,
              const std::vector<Given>& given) {
    const auto& condition = questions[question].shown_when;
    if (!condition) return true;
    const auto earlier = index_of(questions, condition->question.text);
    const int whose = questions[earlier].of_member ? member : 0;
    if (!is_shown(questions, earlier, whose, given)) return false;
    const auto* answer = given_to(given, condition->question.text, whose);
    return answer != nullptr && is_met(*answer, *condition);
}

std::vector<GivenFault> faults_of(const Questions& questions, int members,
                                  const std::vector<Given>& given, const KnownCode& known) {
    std::vector<GivenFault> faults;
    std::set<std::pair<std::string, int>> seen;
    for (const auto& one : given) {
        const int member = static_cast<int>(one.member.value);
        const auto at = index_of(questions, one.question.text);
        const auto add = [&](const ErrorCode& code) {
            faults.push_back({one.question.text, member, &code});
        };
        const bool place = at < questions.size() && (questions[at].of_member
                                                         ? member >= 1 && member <= members
                                                         : member == 0);
        if (!place || !seen.emplace(one.question.text, member).second) add(survey_not_asked);
        else if (!is_shown(questions, at, member, given)) add(survey_not_asked);
        else if (const auto* code = value_fault(questions[at], one, known)) add(*code);
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Question& question = questions[i];
        if (!question.required) continue;
        for (int member = question.of_member ? 1 : 0; member <= (question.of_member ? members : 0);
             ++member)
            if (seen.count({question.code.text, member}) == 0 &&
                is_shown(questions, i, member, given))
                faults.push_back({question.code.text, member, &survey_value_missing});
    }
    return faults;
}

}  // namespace jianghui::surveys
