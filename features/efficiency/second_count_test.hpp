#pragma once
// The same figures once more, from the raw journal and minute by minute: slow, and written without a line of
// counting.cpp, summing.cpp or working_time.cpp. What it says is what the program must say.

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/journal/journal.hpp"

namespace jianghui::efficiency::second_count {

/// Minutes, working days and natural days of each case or wait of a group.
struct Group {
    std::vector<std::vector<std::int64_t>> lengths{{}, {}, {}};
    std::int64_t clocked = 0;
    std::int64_t kept = 0;
    std::map<std::string, std::int64_t> outcomes;  ///< final states of closed cases
    std::map<std::string, std::int64_t> reviews;   ///< what became of decisions of the procedure
};

inline std::string member(const journal::Event& event, const char* name) {
    const auto* found = event.data.as_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

/// Looks at every minute: is it worked?
inline std::int64_t minutes_between(Instant from, Instant to, const WorkingDays& calendar) {
    std::int64_t count = 0;
    for (auto at = from; at + std::chrono::minutes(1) <= to; at += std::chrono::minutes(1)) {
        const Date day = date_of(at);
        const auto minute =
            std::chrono::duration_cast<std::chrono::minutes>(at - start_of(day)).count();
        const bool worked = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050);
        if (worked && calendar.works(day)) ++count;
    }
    return count;
}

inline void add(Group& group, Instant from, Instant to, const WorkingDays& calendar) {
    group.lengths[0].push_back(minutes_between(from, to, calendar));
    std::int64_t natural = 0;
    std::int64_t working = 0;
    for (Date day = date_of(from); day != date_of(to);) {
        day = add_days(day, 1);
        ++natural;
        working += calendar.works(day) ? 1 : 0;
    }
    group.lengths[1].push_back(working);
    group.lengths[2].push_back(natural);
}

/// The nearest rank by its definition: the first sorted value with enough values up to it.
inline std::int64_t percentile(std::vector<std::int64_t> values, double part) {
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (static_cast<double>(i + 1) >= part * static_cast<double>(values.size()) - 1e-9)
            return values[i];
    return values.back();
}

/// "city|procedure" → whole cases; "city|procedure|step" → waits; of events in [since, until).
inline std::map<std::string, Group> count(const std::vector<journal::Event>& journal,
                                          const std::vector<std::string>& states_of_offices,
                                          Instant since, Instant until,
                                          const WorkingDays& calendar) {
    std::map<std::string, Group> groups;
    std::map<std::int64_t, std::vector<const journal::Event*>> cases;
    for (const auto& event : journal)
        if (event.subject_kind == "case") cases[event.subject.number].push_back(&event);
    for (const auto& [id, events] : cases) {
        const std::string group =
            events.front()->city.text + "|" + member(*events.front(), "procedure");
        bool clocked = false;
        bool late = false;
        std::string reviewed, outcome;
        const journal::Event* before = events.front();
        for (const auto* event : events) {
            if (event->kind == "case.overdue" &&
                std::find(states_of_offices.begin(), states_of_offices.end(),
                          member(*before, "state")) != states_of_offices.end())
                late = true;
            if (event->kind == "case.step_taken") {
                const auto due = parse_date(member(*before, "due_on"));
                const bool office =
                    std::find(states_of_offices.begin(), states_of_offices.end(),
                              member(*before, "state")) != states_of_offices.end();
                const bool kept = !due || date_of(event->at) <= *due;
                if (office && due) clocked = true;
                if (office && !kept) late = true;
                if (event->at >= since && event->at < until) {
                    auto& step = groups[group + "|" + member(*event, "step")];
                    add(step, before->at, event->at, calendar);
                    if (office && due) {
                        ++step.clocked;
                        if (kept) ++step.kept;
                    }
                }
                before = event;
            }
            if (event->kind == "case.reviewed") {
                reviewed = member(*event, "decided");
                outcome = member(*event, "outcome");
            }
            if (event->kind == "case.closed" && event->at >= since && event->at < until && !outcome.empty())
                ++groups[events.front()->city.text + "|" + reviewed].reviews[outcome];
            if (event->kind == "case.closed" && event->at >= since && event->at < until) {
                add(groups[group], events.front()->at, event->at, calendar);
                ++groups[group].outcomes[member(*event, "state")];
                if (clocked) {
                    ++groups[group].clocked;
                    if (!late) ++groups[group].kept;
                }
            }
        }
    }
    return groups;
}

}  // namespace jianghui::efficiency::second_count
