#pragma once
// The shipped measures counted once more, by reading the whole journal for every quarter: slow, and
// written without a line of roll.cpp. What it says is what the program must say.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/journal/journal.hpp"

namespace jianghui::statistics::second_count {

/// period "2026Q4" → "place|occupation|industry|origin" → amount.
using Figures = std::map<std::string, std::map<std::string, std::int64_t>>;

inline std::string member(const journal::Event& event, const char* name) {
    const auto* found = event.data.as_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}
inline std::int64_t number(const journal::Event& event, const char* name) {
    return event.data.as_object().at(name).as_int64();
}

/// Midnight in China of the first day of the quarter.
inline Instant quarter_start(int year, int quarter) {
    return start_of(Date{std::chrono::year(year), std::chrono::month(unsigned(quarter * 3 + 1)),
                         std::chrono::day(1)});
}

struct Quarter {
    std::string name;
    Instant from;
    Instant to;
};
inline std::vector<Quarter> quarters(int first_year, int last_year) {
    std::vector<Quarter> list;
    for (int year = first_year; year <= last_year; ++year)
        for (int quarter = 0; quarter < 4; ++quarter)
            list.push_back({std::to_string(year) + "Q" + std::to_string(quarter + 1),
                            quarter_start(year, quarter),
                            quarter == 3 ? quarter_start(year + 1, 0)
                                         : quarter_start(year, quarter + 1)});
    return list;
}

/// One order from an opening to its next end: how many it asked for, and from when.
struct Run {
    Instant from;
    std::optional<Instant> to;
    std::vector<std::pair<Instant, std::int64_t>> amounts;
    std::string where;
    std::int64_t opened = 0;  ///< position
    [[nodiscard]] std::int64_t at(Instant when) const {
        if (when < from || (to && when >= *to)) return 0;
        std::int64_t amount = 0;
        for (const auto& [since, value] : amounts)
            if (since <= when) amount = value;
        return amount;
    }
};

inline Figures demand(const std::vector<journal::Event>& events,
                      const std::vector<Quarter>& quarters, Milliseconds at_least) {
    std::map<std::string, std::map<std::int64_t, std::vector<Run>>> groups;  // by post, by order
    std::map<std::int64_t, std::string> group_of;
    for (const auto& event : events) {
        if (event.subject_kind != "order") continue;
        const auto id = event.subject.number;
        if (event.kind == "order.opened" || event.kind == "order.resumed") {
            const std::string where = member(event, "place") + "|" + member(event, "occupation") +
                                      "|" + member(event, "industry") + "|";
            group_of[id] = event.organisation->text() + member(event, "occupation") +
                           member(event, "place");
            auto& runs = groups[group_of[id]][id];
            if (!runs.empty() && !runs.back().to) continue;  // Open as it is.
            runs.push_back({event.at, {}, {{event.at, number(event, "headcount")}}, where,
                            event.position});
        } else if (group_of.count(id) > 0) {
            auto& run = groups[group_of[id]][id].back();
            if (run.to) continue;
            if (event.kind == "order.revised")
                run.amounts.emplace_back(event.at, number(event, "headcount"));
            if (event.kind == "order.closed" || event.kind == "order.cancelled" ||
                event.kind == "order.running" || event.kind == "order.suspended")
                run.to = event.at;
        }
    }
    Figures figures;
    for (const auto& quarter : quarters)
        for (const auto& [group, orders] : groups) {
            std::vector<const Run*> here;
            for (const auto& [id, runs] : orders)
                for (const auto& run : runs) {
                    if (run.to && *run.to - run.from < at_least) continue;
                    if (run.from < quarter.to && (!run.to || *run.to > quarter.from))
                        here.push_back(&run);
                }
            if (here.empty()) continue;
            std::set<Instant> moments{quarter.from};
            for (const auto* run : here)
                for (const auto& [since, amount] : run->amounts)
                    if (since >= quarter.from && since < quarter.to) moments.insert(since);
            std::int64_t highest = 0;
            for (const auto moment : moments) {
                std::int64_t sum = 0;
                for (const auto* run : here) sum += run->at(moment);
                highest = std::max(highest, sum);
            }
            const auto* newest = *std::max_element(
                here.begin(), here.end(),
                [](const Run* a, const Run* b) { return a->opened < b->opened; });
            figures[quarter.name][newest->where] += highest;
        }
    return figures;
}

inline Figures supply(const std::vector<journal::Event>& events,
                      const std::vector<Quarter>& quarters, int months) {
    std::map<std::int64_t, std::vector<const journal::Event*>> people;
    for (const auto& event : events)
        if (event.kind == "people.registered" || event.kind == "people.changed")
            people[event.person->number].push_back(&event);
    Figures figures;
    for (const auto& quarter : quarters)
        for (const auto& [person, said] : people) {
            const journal::Event* last = nullptr;
            for (const auto* event : said)
                if (event->at < quarter.to) last = event;
            if (last == nullptr) continue;
            const Date day = date_of(last->at);
            const auto until = start_of(add_months(day, months)) + (last->at - start_of(day));
            if (last->at < quarter.from && until <= quarter.from) continue;
            figures[quarter.name][member(*last, "place") + "|" + member(*last, "occupation") +
                                  "||" + member(*last, "origin")] += 1;
        }
    return figures;
}

inline Figures placements(const std::vector<journal::Event>& events,
                          const std::vector<Quarter>& quarters) {
    std::map<std::string, std::string> orders;
    std::map<std::int64_t, std::string> homes;
    Figures figures;
    for (const auto& event : events) {
        if (event.kind == "order.opened")
            orders[event.subject.text()] = member(event, "place") + "|" +
                                           member(event, "occupation") + "|" +
                                           member(event, "industry") + "|";
        if (event.kind == "people.registered" || event.kind == "people.changed")
            homes[event.person->number] = member(event, "place").substr(0, 4) + "00";
        if (event.kind != "seat.on_site") continue;
        for (const auto& quarter : quarters)
            if (event.at >= quarter.from && event.at < quarter.to)
                figures[quarter.name][orders.at(member(event, "order")) +
                                      homes[event.person->number]] += 1;
    }
    return figures;
}

}  // namespace jianghui::statistics::second_count
