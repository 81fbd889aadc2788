#pragma once
// The shortages of a quarter counted by hand from the raw journal: what is known of every occupation in every city, its points, grade
// and cause, the level of the quarter alone and what stands after several. Written from domain.md 3.1–3.3 and README.md, with the
// numbers of data/parameters.csv; nothing of collect, score, levels or ranking is called. Their structs are only the words.

#include <cmath>

#include "features/shortages/levels.hpp"
#include "features/statistics/api.hpp"
#include "tests/support/recount.hpp"

namespace jianghui::shortages::recount {

using test::recount::city;
using test::recount::Quarter;
using test::recount::region;
using test::recount::text_in;

/// How long a post could be had: from when it had a seat until its last one went or it ended.
struct Opening {
    Instant from;
    std::optional<Instant> filled;
    std::optional<Instant> ended;
    [[nodiscard]] std::int64_t days(Instant now) const {
        const Instant end = std::min({now, filled.value_or(now), ended.value_or(now)});
        return std::max<std::int64_t>(0, (end - from) / std::chrono::hours(24));
    }
    [[nodiscard]] bool within(const Quarter& quarter) const {
        return from < quarter.to && (!filled || *filled >= quarter.from) && (!ended || *ended >= quarter.from);
    }
};
struct Post {
    std::string city;
    std::string occupation;
    std::int64_t employer = 0;
    std::vector<Opening> openings;
    Instant said;  ///< when it was opened, resumed or revised last: what it pays is as of then
};
/// Every order that was ever opened. A post that was filled and has a seat again opens anew; one that ended and is resumed goes on.
inline std::map<std::int64_t, Post> posts_in(const std::vector<journal::Event>& events) {
    std::map<std::int64_t, Post> posts;
    for (const auto& event : events) {
        if (event.subject_kind != "order") continue;
        const bool opens = event.kind == "order.opened" || event.kind == "order.resumed";
        if (opens && !posts.contains(event.subject.number))
            posts[event.subject.number] = {city(text_in(event, "place")), text_in(event, "occupation"),
                                           event.organisation ? event.organisation->number : 0, {{event.at, {}, {}}}, event.at};
        const auto found = posts.find(event.subject.number);
        if (found == posts.end()) continue;
        if (opens || event.kind == "order.revised") found->second.said = event.at;
        auto& openings = found->second.openings;
        if (opens) openings.back().ended.reset();
        if (test::recount::ends_an_order(event.kind) && !openings.back().ended) openings.back().ended = event.at;
        const auto seats = journal::number_of(event.data, "remaining");
        if (!seats || openings.back().ended) continue;
        if (*seats == 0 && !openings.back().filled) openings.back().filled = event.at;
        if (*seats > 0 && openings.back().filled) openings.push_back({event.at, {}, {}});
    }
    return posts;
}

/// The middle one, of two the lower.
inline std::optional<std::int64_t> middle(std::multiset<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    while (values.size() > 2) {
        values.erase(values.begin());
        values.erase(std::prev(values.end()));
    }
    return *values.begin();
}

/// City and occupation.
using Cell = std::pair<std::string, std::string>;
using Cells = std::map<Cell, Facts>;
/// What an order pays a month, by its number, from each of these instants on; nothing where that is not known.
using Pay = std::map<std::int64_t, std::map<Instant, std::optional<std::int64_t>>>;

struct Market {
    Cells cells;
    std::map<std::string, std::set<std::int64_t>> employers;  ///< of an occupation, in the region
    std::map<std::string, std::map<Cell, std::int64_t>> people;  ///< of a city, by county and occupation

    /// Whether what is said of people in a cell is a sum of what is told of the city wherever the quarter is published (tested by itself:
    /// statistics/told_test.cpp).
    [[nodiscard]] bool tells(const Cell& cell) const {
        const auto found = people.find(cell.first);
        if (found == people.end()) return false;
        std::vector<statistics::PeopleOf> of_city;
        for (const auto& [where, count] : found->second) of_city.push_back({{where.first}, where.second, count});
        const auto told = statistics::told(of_city, 10).of_city;
        return told.contains(cell.second) && (cells.at(cell).city_undecided.value_or(0) == 0 || told.contains(""));
    }
};

class Counting {
  public:
    /// `first`: the first quarter that the journal knows. Cities are those in which anything was ever asked for.
    Counting(const std::vector<journal::Event>& events, const Quarter& quarter, const Quarter& before, bool is_first,
             const std::set<std::string>& cities, const Pay& pay)
        : events_(test::recount::until(events, quarter.to)), quarter_(quarter), cities_(cities), pay_(pay) {
        count();
        spread();
        spare();
        if (!is_first) compare(before);
        follow();
    }
    [[nodiscard]] const Market& market() const { return market_; }

  private:
    [[nodiscard]] bool counts(const std::string& city) const { return cities_.contains(city); }

    void count() {
        for (const auto& post : test::recount::demand(events_, quarter_))
            if (counts(city(post.place))) market_.cells[{city(post.place), post.occupation}].demand += post.amount;
        for (const auto& seeker : test::recount::supply(events_, quarter_)) {
            if (!counts(city(seeker.place))) continue;
            ++market_.people[city(seeker.place)][{seeker.place, seeker.occupation}];
            if (seeker.occupation.empty()) ++undecided_[city(seeker.place)];
            else ++market_.cells[{city(seeker.place), seeker.occupation}].supply;
        }
    }
    /// domain.md 3.1: U · D_g / ΣD, of whole people the nearest number.
    void spread() {
        std::map<std::string, std::int64_t> whole;
        for (const auto& [cell, facts] : market_.cells) whole[cell.first] += facts.demand;
        for (auto& [cell, facts] : market_.cells) {
            facts.city_demand = whole[cell.first];
            facts.city_undecided = undecided_[cell.first];
            if (whole[cell.first] > 0)
                facts.undecided = std::llround(static_cast<long double>(undecided_[cell.first]) * facts.demand / whole[cell.first]);
        }
    }
    void spare() {
        const auto to_spare = [](const Facts& facts) { return std::max<std::int64_t>(0, facts.supply - facts.demand); };
        for (auto& [cell, facts] : market_.cells)
            for (const auto& [other, theirs] : market_.cells) {
                if (other == cell) continue;
                if (other.second == cell.second) facts.spare_elsewhere += to_spare(theirs);
                if (other.first == cell.first && other.second.substr(0, 7) == cell.second.substr(0, 7))
                    facts.spare_neighbours += to_spare(theirs);
            }
    }
    void compare(const Quarter& before) {
        std::map<Cell, std::int64_t> then;
        for (const auto& post : test::recount::demand(events_, before)) then[{city(post.place), post.occupation}] += post.amount;
        for (auto& [cell, facts] : market_.cells) facts.demand_before = then[cell];
    }
    /// Days and pay of the posts that were open in the quarter; what a post pays counts once, however often it opened.
    void follow() {
        std::map<Cell, std::multiset<std::int64_t>> days;
        std::map<Cell, std::multiset<std::int64_t>> pay;
        for (const auto& [order, post] : posts_in(events_)) {
            bool was_open = false;
            for (const auto& opening : post.openings) {
                if (!opening.within(quarter_)) continue;
                was_open = true;
                days[{post.city, post.occupation}].insert(opening.days(quarter_.to));
            }
            const auto known = pay_.find(order);
            if (was_open && known != pay_.end())
                if (const auto then = std::prev(known->second.upper_bound(post.said))->second) pay[{post.city, post.occupation}].insert(*then);
            const auto& last = post.openings.back();
            if (post.openings.front().from < quarter_.to && (!last.ended || *last.ended >= quarter_.from) && counts(post.city))
                market_.employers[post.occupation].insert(post.employer);
        }
        for (auto& [cell, facts] : market_.cells) {
            tell_days(cell, facts, days);
            if (pay.contains(cell)) facts.pay_fen = middle(pay.at(cell));
            std::multiset<std::int64_t> of_city, elsewhere;
            for (const auto& [other, values] : pay) {
                if (other.first == cell.first) of_city.insert(values.begin(), values.end());
                else if (other.second == cell.second) elsewhere.insert(values.begin(), values.end());
            }
            facts.pay_place_fen = middle(of_city);
            facts.pay_elsewhere_fen = middle(elsewhere);
        }
    }
    /// The rank: per mille of the city's other occupations whose posts are open for fewer days, equal ones half.
    static void tell_days(const Cell& cell, Facts& facts, const std::map<Cell, std::multiset<std::int64_t>>& days) {
        if (!days.contains(cell)) return;
        facts.days = middle(days.at(cell));
        std::int64_t others = 0, per_mille = 0;
        for (const auto& [other, values] : days) {
            if (other.first != cell.first || other == cell) continue;
            ++others;
            const auto theirs = *middle(values);
            per_mille += theirs < *facts.days ? 1000 : theirs == *facts.days ? 500 : 0;
        }
        if (others > 0) facts.days_rank = per_mille / others;
    }

    std::vector<journal::Event> events_;
    Quarter quarter_;
    std::set<std::string> cities_;
    Pay pay_;
    std::map<std::string, std::int64_t> undecided_;
    Market market_;
};

/// Points of a part, per mille, by its weight in percent.
inline std::vector<PartScore> parts_of(const Facts& facts) {
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(1000.0L * part / whole)), 0, 1000);
    };
    std::vector<PartScore> parts{{Part::gap, 35, share(facts.demand - facts.supply - facts.undecided, facts.demand)},
                                 {Part::days, 25, facts.days_rank},
                                 {Part::growth, 10, {}},
                                 {Part::pay, 10, {}},
                                 {Part::expert, 20, {}}};
    // Twice the demand of the quarter before has all points; so has pay half as much again as the place's.
    if (facts.demand_before && *facts.demand_before > 0)
        parts[2].points = share(facts.demand - *facts.demand_before, *facts.demand_before);
    if (facts.pay_fen && facts.pay_place_fen) parts[3].points = share(2 * (*facts.pay_fen - *facts.pay_place_fen), *facts.pay_place_fen);
    return parts;
}
/// The mean of what is known, by the weights; nothing when less than half of them is.
inline std::optional<std::int64_t> points_of(const std::vector<PartScore>& parts) {
    std::int64_t weights = 0;
    long double sum = 0;
    for (const auto& part : parts) {
        if (!part.points) continue;
        weights += part.weight;
        sum += static_cast<long double>(part.weight * *part.points);
    }
    if (weights < 50) return std::nullopt;
    return std::llround(sum / weights);
}
/// domain.md 3.3.
inline Grade grade_of(std::optional<std::int64_t> points) {
    if (!points || *points < 300) return Grade::none;
    return *points < 500 ? Grade::mild : *points < 700 ? Grade::moderate : Grade::severe;
}
/// The first that the figures show: a tenth less pay than elsewhere; half of the gap to be filled from elsewhere, from here.
inline Cause cause_of(const Facts& facts) {
    if (facts.pay_fen && facts.pay_elsewhere_fen && 10 * *facts.pay_fen <= 9 * *facts.pay_elsewhere_fen) return Cause::pay;
    const std::int64_t gap = facts.demand - facts.supply - facts.undecided;
    if (gap <= 0) return Cause::skill;
    if (facts.spare_elsewhere > 0 && 2 * facts.spare_elsewhere >= gap) return Cause::place;
    if (facts.spare_neighbours > 0 && 2 * facts.spare_neighbours >= gap) return Cause::skill;
    return Cause::few_people;
}

/// D ÷ (S + U · D ÷ ΣD), not rounded; nothing of nobody.
inline std::optional<long double> ratio_of(const Facts& facts) {
    if (facts.demand == 0) return facts.supply == 0 ? std::nullopt : std::optional(0.0L);
    const long double people =
        facts.supply + static_cast<long double>(facts.city_undecided.value_or(0)) * facts.demand / facts.city_demand.value_or(1);
    if (people == 0) return std::nullopt;
    return facts.demand / people;
}

/// The table of domain.md 3.3 for one quarter.
inline Level level_of(const Facts& facts) {
    const auto ratio = ratio_of(facts);
    const std::int64_t gap = facts.demand - facts.supply - facts.undecided;
    constexpr long double hair = 1e-12L;
    const auto is = [&](long double least, std::int64_t percent, std::int64_t days, std::int64_t posts) {
        return facts.demand >= posts && (!ratio || *ratio >= least - hair) && 100 * gap >= percent * facts.demand &&
               facts.days.value_or(days) >= days;
    };
    if (is(3.0L, 50, 60, 100)) return Level::red;
    if (is(2.0L, 35, 45, 10)) return Level::orange;
    if (is(1.5L, 20, 30, 10)) return Level::yellow;
    if (facts.supply >= 10 && ratio && *ratio <= 0.6L + hair) return Level::surplus;
    return Level::none;
}

/// What stands rises to the lower, falls to the higher of two quarters that both lie beyond it.
inline Level stands(Level before, Level last, Level now) {
    if (last > before && now > before) return std::min(last, now);
    if (last < before && now < before) return std::max(last, now);
    return before;
}

}  // namespace jianghui::shortages::recount
