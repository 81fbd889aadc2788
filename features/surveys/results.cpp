#include "features/surveys/results.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "features/surveys/hiding.hpp"

namespace jianghui::surveys {
namespace {

/// As what an answer is counted.
std::string choice_of(const Question& question, const std::string& value) {
    if (question.kind == QuestionKind::occupation) return value.substr(0, 1);
    if (question.kind == QuestionKind::place) return city_of(PlaceCode{value}).text;
    return value;
}

std::vector<std::string> choices_of(const Question& question, const std::vector<HeardStratum>& strata) {
    std::vector<std::string> choices;
    for (const auto& option : question.options) choices.push_back(option.code.text);
    if (question.kind != QuestionKind::occupation && question.kind != QuestionKind::place)
        return choices;
    std::set<std::string> found;
    for (const auto& stratum : strata)
        for (const auto& household : stratum.households)
            for (const auto& one : household.given)
                if (one.question.text == question.code.text)
                    found.insert(choice_of(question, one.values.front().text));
    return {found.begin(), found.end()};
}

/// What the household adds: x the number of answers, y those with that choice, or the sum of numbers.
Observed observed(const Question& question, const std::string& choice, const Heard& household) {
    Observed seen;
    for (const auto& one : household.given) {
        if (one.question.text != question.code.text) continue;
        ++seen.x;
        for (const auto& value : one.values)
            if (question.kind == QuestionKind::number) seen.y += std::stod(value.text);
            else if (choice_of(question, value.text) == choice) ++seen.y;
    }
    return seen;
}

std::vector<Known> known_in(const std::string& place, const std::vector<HeardStratum>& strata,
                            const Question& question, const std::string& choice) {
    std::vector<Known> known;
    for (const auto& stratum : strata) {
        if (!place.empty() && stratum.place != place) continue;
        known.push_back({stratum.size, {}});
        for (const auto& household : stratum.households)
            known.back().households.push_back(observed(question, choice, household));
    }
    return known;
}

Observed counted(const std::vector<Known>& strata) {
    Observed sum;
    for (const auto& stratum : strata)
        for (const auto& one : stratum.households) {
            sum.y += one.y;
            sum.x += one.x;
        }
    return sum;
}

std::int64_t thousandths(double value) { return std::llround(value * 1000); }

/// The weighted number of all who were asked.
double all_asked(std::vector<Known> strata) {
    for (auto& stratum : strata)
        for (auto& one : stratum.households) one.y = one.x;
    return total_of(strata).value;
}

/// The number of those with an option reaches at least as far as their share does: none of a sample is not none.
void widen(Estimate& total, const Estimate& share, double asked) {
    if (share.value == 0) total.high = std::max(total.high, share.high * asked);
    if (share.value == 1) total.low = std::min(total.low, share.low * asked);
}

/// The numbers of a line; shares and numbers of people stay within what can be.
void fill(ResultRow& row, bool is_share, const std::vector<Known>& strata) {
    const auto known = joined(strata);
    const Estimate value = is_share ? share_of(known) : ratio_of(known);
    Estimate total = total_of(known);
    if (is_share) {
        widen(total, value, all_asked(known));
        total.low = std::max(total.low, 0.0);
    }
    row.value = thousandths(value.value);
    row.low = thousandths(value.low);
    row.high = thousandths(value.high);
    row.total = thousandths(total.value);
    row.total_low = thousandths(total.low);
    row.total_high = thousandths(total.high);
}

std::vector<std::string> places_of(const std::vector<HeardStratum>& strata) {
    std::set<std::string> found;
    for (const auto& stratum : strata) found.insert(stratum.place);
    std::vector<std::string> places{""};
    if (found.size() > 1) places.insert(places.end(), found.begin(), found.end());
    return places;
}

void add_question(const Question& question, const std::vector<HeardStratum>& strata,
                  std::int64_t least, std::vector<ResultRow>& rows) {
    const bool is_number = question.kind == QuestionKind::number;
    auto choices = choices_of(question, strata);
    if (is_number) choices = {""};
    if (choices.empty()) return;
    const auto places = places_of(strata);
    std::vector<Block> blocks;
    for (const auto& place : places) {
        Block block;
        for (const auto& choice : choices) {
            const Observed sum = counted(known_in(place, strata, question, choice));
            block.answered = std::llround(sum.x);
            if (!is_number) block.counts.push_back(std::llround(sum.y));
        }
        blocks.push_back(std::move(block));
    }
    hide(blocks, least);
    for (std::size_t p = 0; p < places.size(); ++p)
        for (std::size_t c = 0; c < choices.size(); ++c) {
            ResultRow row;
            row.line = static_cast<int>(rows.size()) + 1;
            row.place = places[p];
            row.question = question.code.text;
            row.choice = choices[c];
            row.hidden = blocks[p].hidden[c] ? 1 : 0;
            if (row.hidden == 0) {
                row.answered = blocks[p].answered;
                fill(row, !is_number, known_in(places[p], strata, question, choices[c]));
            }
            rows.push_back(std::move(row));
        }
}

}  // namespace

std::vector<ResultRow> results_of(const Questions& questions, const std::vector<HeardStratum>& strata,
                                  std::int64_t least) {
    std::vector<ResultRow> rows;
    for (const auto& question : questions) add_question(question, strata, least, rows);
    return rows;
}

}  // namespace jianghui::surveys
