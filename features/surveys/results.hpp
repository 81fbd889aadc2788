#pragma once
// The table of a survey: every question in every place, estimated from what households said. Pure.

#include <string>
#include <vector>

#include "features/surveys/estimate.hpp"
#include "features/surveys/questionnaire.hpp"

namespace jianghui::surveys {

/// A household whose state is known. One that is not eligible has given nothing.
struct Heard {
    std::vector<Given> given;
};

/// A stratum with what was heard in it.
struct HeardStratum {
    std::string place;
    std::int64_t size = 0;
    std::vector<Heard> households;
};

/// A line of the table: an option of a question (`choice`) with its share and number of all, or a number
/// with its mean and total. In thousandths. A hidden line has no numbers.
struct ResultRow {
    int line = 0;
    std::string place;  ///< "": all
    std::string question;
    std::string choice;
    int hidden = 0;
    std::int64_t answered = 0;  ///< households or members that were asked and answered
    std::int64_t value = 0;     ///< share of those asked, or mean
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t total = 0;
    std::int64_t total_low = 0;
    std::int64_t total_high = 0;
    bool operator==(const ResultRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResultRow, (),
                      (line, place, question, choice, hidden, answered, value, low, high, total,
                       total_low, total_high))

/// Lines by question, place (all first) and option. Places only where there are several. Occupations are
/// counted by their first digit, places by city; texts and dates are not in the table. Counts below
/// `least` are hidden as `hide` does.
[[nodiscard]] std::vector<ResultRow> results_of(const Questions& questions,
                                                const std::vector<HeardStratum>& strata,
                                                std::int64_t least);

}  // namespace jianghui::surveys
