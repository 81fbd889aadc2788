#pragma once
// The labour market counted by hand: who asked for whom and who looked for work in a quarter, by reading the raw journal from its
// beginning for each quarter anew. Slow, and written from what measures/*.toml say in words, without a line of the program's counting.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/journal/event_data.hpp"
#include "engine/journal/journal.hpp"

namespace jianghui::test::recount {

/// The places of the region, in the order of their codes.
inline const std::vector<std::string> region{"500116", "500118", "500153", "510300", "510500", "511000", "511500"};

inline std::string city(const std::string& place) { return city_of(PlaceCode{place}).text; }

inline std::string text_in(const journal::Event& event, const char* name) {
    return std::string(journal::text_of(event.data, name));
}

struct Quarter {
    std::string name;  ///< "2026Q4"
    Instant from;
    Instant to;
    [[nodiscard]] bool has(Instant at) const { return at >= from && at < to; }
};
/// The quarter 1 … 4 of a year; of 5 the first of the next, and so on. Midnights are China's.
inline Quarter quarter(int year, int number) {
    year += (number - 1) / 4;
    number = (number - 1) % 4 + 1;
    const auto first = [&](int months) {
        return start_of(add_months(Date{std::chrono::year(year), std::chrono::January, std::chrono::day(1)}, months));
    };
    return {std::to_string(year) + "Q" + std::to_string(number), first(number * 3 - 3), first(number * 3)};
}

inline std::vector<journal::Event> whole_journal(store::Store& store) {
    return store.read([](store::Reader& reader) { return journal::after(reader, 0, 100'000); });
}
/// What stood in the journal when the quarter ended.
inline std::vector<journal::Event> until(const std::vector<journal::Event>& events, Instant end) {
    std::vector<journal::Event> known;
    for (const auto& event : events)
        if (event.at < end) known.push_back(event);
    return known;
}

/// Whether an order can be had no more after such an event, until it is resumed.
inline bool ends_an_order(const std::string& kind) {
    static const std::set<std::string> kinds{"order.running",   "order.closed",    "order.expired",
                                             "order.cancelled", "order.suspended", "order.returned"};
    return kinds.contains(kind);
}

/// One order from an opening to its next end: how many it asked for, and from when.
struct Run {
    std::int64_t order = 0;
    std::int64_t employer = 0;
    std::string place;
    std::string occupation;
    std::string industry;
    std::int64_t opened = 0;  ///< position
    Instant from;
    std::optional<Instant> to;
    std::vector<std::pair<Instant, std::int64_t>> amounts;
    [[nodiscard]] std::int64_t at(Instant when) const {
        if (when < from || (to && when >= *to)) return 0;
        std::int64_t amount = 0;
        for (const auto& [since, value] : amounts)
            if (since <= when) amount = value;
        return amount;
    }
};
inline std::vector<Run> runs_in(const std::vector<journal::Event>& events) {
    std::vector<Run> runs;
    std::map<std::int64_t, std::size_t> last;  // of an order
    for (const auto& event : events) {
        if (event.subject_kind != "order") continue;
        const auto order = event.subject.number;
        const auto headcount = journal::number_of(event.data, "headcount");
        const auto known = last.find(order);
        if (event.kind == "order.opened" || event.kind == "order.resumed") {
            if (known != last.end() && !runs[known->second].to) continue;  // Open as it is.
            last[order] = runs.size();
            runs.push_back({order, event.organisation ? event.organisation->number : 0, text_in(event, "place"),
                            text_in(event, "occupation"), text_in(event, "industry"), event.position, event.at, {},
                            {{event.at, headcount.value_or(0)}}});
        } else if (known != last.end() && !runs[known->second].to) {
            auto& run = runs[known->second];
            if (event.kind == "order.revised" && headcount) run.amounts.emplace_back(event.at, *headcount);
            if (ends_an_order(event.kind)) run.to = event.at;
        }
    }
    return runs;
}

/// What one employer asked for in one county for one occupation in the quarter: the most that was asked for at the same time.
/// Industry and order are of the newest.
struct Wanted {
    std::string place;
    std::string occupation;
    std::string industry;
    std::int64_t employer = 0;
    std::int64_t order = 0;
    std::int64_t amount = 0;
};
inline std::vector<Wanted> demand(const std::vector<journal::Event>& events, const Quarter& quarter,
                                  Milliseconds at_least = std::chrono::hours(24)) {
    const auto runs = runs_in(events);
    std::map<std::string, std::vector<const Run*>> posts;
    for (const auto& run : runs) {
        if (run.to && *run.to - run.from < at_least) continue;
        if (run.from < quarter.to && (!run.to || *run.to > quarter.from))
            posts[std::to_string(run.employer) + "|" + run.occupation + "|" + run.place].push_back(&run);
    }
    std::vector<Wanted> all;
    for (const auto& [name, here] : posts) {
        std::set<Instant> moments{quarter.from};
        for (const auto* run : here)
            for (const auto& [since, amount] : run->amounts)
                if (quarter.has(since)) moments.insert(since);
        std::int64_t highest = 0;
        for (const auto moment : moments) {
            std::int64_t sum = 0;
            for (const auto* run : here) sum += run->at(moment);
            highest = std::max(highest, sum);
        }
        const auto* newest = *std::max_element(here.begin(), here.end(),
                                               [](const Run* a, const Run* b) { return a->opened < b->opened; });
        all.push_back({newest->place, newest->occupation, newest->industry, newest->employer, newest->order, highest});
    }
    return all;
}

/// Somebody whose registration was valid in the quarter, as she stood in it last.
struct Seeker {
    std::int64_t person = 0;
    std::string place;
    std::string occupation;
    std::string origin;
};
inline std::vector<Seeker> supply(const std::vector<journal::Event>& events, const Quarter& quarter, int months = 6) {
    std::map<std::int64_t, const journal::Event*> last;
    for (const auto& event : events)
        if ((event.kind == "people.registered" || event.kind == "people.changed") && event.at < quarter.to)
            last[event.person->number] = &event;
    std::vector<Seeker> all;
    for (const auto& [person, said] : last) {
        const Date day = date_of(said->at);
        const auto until = start_of(add_months(day, months)) + (said->at - start_of(day));
        if (said->at < quarter.from && until <= quarter.from) continue;
        all.push_back({person, text_in(*said, "place"), text_in(*said, "occupation"), text_in(*said, "origin")});
    }
    return all;
}

}  // namespace jianghui::test::recount
