#pragma once
// The shipped measures counted once more, by reading the whole journal for every quarter: slow, and
// written without a line of roll.cpp. What it says is what the program must say.

#include <map>
#include <string>
#include <vector>

#include "tests/support/recount.hpp"

namespace jianghui::statistics::second_count {

/// period "2026Q4" → "place|occupation|industry|origin" → amount.
using Figures = std::map<std::string, std::map<std::string, std::int64_t>>;

using test::recount::Quarter;
using test::recount::text_in;

inline std::vector<Quarter> quarters(int first_year, int last_year) {
    std::vector<Quarter> list;
    for (int number = 1; number <= 4 * (last_year - first_year + 1); ++number)
        list.push_back(test::recount::quarter(first_year, number));
    return list;
}

inline Figures demand(const std::vector<journal::Event>& events,
                      const std::vector<Quarter>& quarters, Milliseconds at_least) {
    Figures figures;
    for (const auto& quarter : quarters)
        for (const auto& post : test::recount::demand(events, quarter, at_least))
            figures[quarter.name][post.place + "|" + post.occupation + "|" + post.industry + "|"] += post.amount;
    return figures;
}

inline Figures supply(const std::vector<journal::Event>& events,
                      const std::vector<Quarter>& quarters, int months) {
    Figures figures;
    for (const auto& quarter : quarters)
        for (const auto& seeker : test::recount::supply(events, quarter, months))
            figures[quarter.name][seeker.place + "|" + seeker.occupation + "||" + seeker.origin] += 1;
    return figures;
}

inline Figures placements(const std::vector<journal::Event>& events,
                          const std::vector<Quarter>& quarters) {
    std::map<std::string, std::string> orders;
    std::map<std::int64_t, std::string> homes;
    Figures figures;
    for (const auto& event : events) {
        if (event.kind == "order.opened")
            orders[event.subject.text()] =
                text_in(event, "place") + "|" + text_in(event, "occupation") + "|" + text_in(event, "industry") + "|";
        if (event.kind == "people.registered" || event.kind == "people.changed")
            homes[event.person->number] = text_in(event, "place").substr(0, 4) + "00";
        if (event.kind != "seat.on_site") continue;
        for (const auto& quarter : quarters)
            if (event.at >= quarter.from && event.at < quarter.to)
                figures[quarter.name][orders.at(text_in(event, "order")) +
                                      homes[event.person->number]] += 1;
    }
    return figures;
}

}  // namespace jianghui::statistics::second_count
