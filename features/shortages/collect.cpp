#include "features/shortages/collect.hpp"

#include <algorithm>

#include "features/shortages/following.hpp"
#include "features/shortages/post.hpp"
#include "features/shortages/queries.hpp"

namespace jianghui::shortages {
namespace {

using statistics::PeriodKind;
using Amounts = std::map<Key, std::int64_t>;

/// 6-02-06-03 → 6-02-06.
std::string group_of(const std::string& occupation) {
    return occupation.substr(0, occupation.rfind('-'));
}

/// By city and occupation, from what is kept in memory: the sum of all that was ever counted would hold up whoever waits for it.
Amounts amounts_of(const store::Reader& reader, const app::Services& services, const statistics::Measure& measure, int period,
                   std::int64_t position) {
    Amounts amounts;
    if (measure.rule(statistics::Dimension::occupation) == nullptr) return amounts;
    const auto places = statistics::places_counted(reader, measure);
    const auto held = services.get<statistics::KeptFigures>().hold_at(reader, measure, position, period);
    for (const auto& place : places)
        for (const auto& [code, count] : held.margins().sums(period, {place, place}, statistics::Dimension::occupation))
            amounts[{city_of(place).text, code}] += count.amount;
    return amounts;
}

/// People without a preference, spread over the occupations of their city by their demand, half up.
void spread_undecided(FactsByKey& facts, const Amounts& supply) {
    std::map<std::string, std::int64_t> demand;
    for (const auto& [key, each] : facts) demand[key.first] += each.demand;
    for (auto& [key, each] : facts) {
        const auto undecided = supply.find({key.first, ""});
        const auto whole = demand[key.first];
        each.city_demand = whole;
        each.city_undecided = undecided == supply.end() ? 0 : undecided->second;
        if (undecided == supply.end() || whole <= 0) continue;
        each.undecided = (2 * undecided->second * each.demand + whole) / (2 * whole);
    }
}

/// Until when the journal up to a position says what happened: the moment before the first event behind it.
Instant known_until(const store::Reader& reader, std::int64_t position) {
    const auto next = journal::after(reader, position, 1);
    return next.empty() ? Instant::max() : next.front().at - Milliseconds(1);
}

/// Days open and pay as known at a position, by city and occupation, and pay by city and by occupation.
class Posts {
  public:
    Posts(const store::Reader& reader, Instant from, Instant until, const Collected& as_of) {
        const auto asked = store::arguments("from", from, "to", until, "position", as_of.position);
        reader.each<Post>(sql::posts_between, asked, [&](Post&& row) {
            const auto post = known_at(std::move(row), as_of.known_at);
            if (!post) return;
            const Key key{post->city.text, post->occupation.text};
            days_[key].push_back(days_open(*post, until));
            if (post->pay_fen) pay_[key].push_back(*post->pay_fen);
        });
        for (const auto& [key, values] : days_) medians_[key.first].push_back(*median(values));
        tell_apart_pay();
    }
    Posts(const Posts&) = delete;
    Posts& operator=(const Posts&) = delete;

    void tell(const Key& key, Facts& facts) const {
        if (const auto days = days_.find(key); days != days_.end()) {
            facts.days = median(days->second);
            facts.days_rank = rank_of(*facts.days, medians_.at(key.first));
        }
        if (const auto pay = pay_.find(key); pay != pay_.end()) facts.pay_fen = median(pay->second);
        if (const auto place = place_.find(key.first); place != place_.end())
            facts.pay_place_fen = place->second;
        facts.pay_elsewhere_fen = pay_elsewhere(key);
    }

  private:
    using Values = std::vector<std::int64_t>;

    void tell_apart_pay() {
        std::map<std::string, Values> cities;
        for (const auto& [key, values] : pay_) {
            auto& city = cities[key.first];
            city.insert(city.end(), values.begin(), values.end());
            by_occupation_[key.second].emplace_back(key.first, &values);
        }
        for (auto& [city, values] : cities) place_[city] = median(std::move(values));
    }
    [[nodiscard]] std::optional<std::int64_t> pay_elsewhere(const Key& key) const {
        const auto found = by_occupation_.find(key.second);
        if (found == by_occupation_.end()) return std::nullopt;
        Values elsewhere;
        for (const auto& [city, values] : found->second)
            if (city != key.first)
                elsewhere.insert(elsewhere.end(), values->begin(), values->end());
        return median(std::move(elsewhere));
    }

    std::map<Key, Values> days_;
    std::map<Key, Values> pay_;
    std::map<std::string, Values> medians_;  ///< of the occupations of a city
    std::map<std::string, std::optional<std::int64_t>> place_;  ///< median pay of a city
    /// The pay of an occupation by city; the lists are those of `pay_`.
    std::map<std::string, std::vector<std::pair<std::string, const Values*>>> by_occupation_;
};

void tell_spare(FactsByKey& facts) {
    std::map<std::string, std::int64_t> by_occupation;
    std::map<Key, std::int64_t> by_group;
    const auto spare = [](const Facts& each) {
        return std::max<std::int64_t>(0, each.supply - each.demand);
    };
    for (const auto& [key, each] : facts) {
        by_occupation[key.second] += spare(each);
        by_group[{key.first, group_of(key.second)}] += spare(each);
    }
    for (auto& [key, each] : facts) {
        each.spare_elsewhere = by_occupation[key.second] - spare(each);
        each.spare_neighbours = by_group[{key.first, group_of(key.second)}] - spare(each);
    }
}

void divide_places(Collected& collected, const store::Reader& reader, const codes::Tables& tables,
                   const statistics::Measure& demand) {
    const auto counted = statistics::cities_counted(reader, demand, collected.position);
    for (const auto* place : tables.region()) {
        const bool known = std::find(counted.begin(), counted.end(), place->code) != counted.end();
        (known ? collected.included : collected.excluded).push_back(place->code);
    }
}

bool in_region(const Collected& collected, const std::string& city) {
    return std::find(collected.included.begin(), collected.included.end(), PlaceCode{city}) !=
           collected.included.end();
}

}  // namespace

Result<Collected> collect(const store::Reader& reader, const app::Services& services, int period,
                          Instant now, std::optional<std::int64_t> up_to) {
    const auto& measures = services.get<statistics::Measures>();
    TRY(const auto demand, measures.current("demand"));
    TRY(const auto supply, measures.current("supply"));
    if (demand->period != PeriodKind::quarter || supply->period != PeriodKind::quarter)
        return refuse(statistics::period_malformed);
    Collected collected;
    collected.demand_formula = demand->version.value;
    collected.supply_formula = supply->version.value;
    // Posts are known as far as the journal was followed: nothing is said as of a later position.
    collected.position = std::min({statistics::counted_to(reader, *demand),
                                   statistics::counted_to(reader, *supply), followed_to(reader)});
    if (up_to) collected.position = std::min(collected.position, *up_to);
    collected.known_at = known_until(reader, collected.position);
    divide_places(collected, reader, services.get<codes::Tables>(), *demand);
    const auto first = statistics::first_period(reader, *demand);
    if (!first || period < *first || period > statistics::period_of(PeriodKind::quarter, now))
        return collected;
    auto& facts = collected.facts;
    for (const auto& [key, amount] : amounts_of(reader, services, *demand, period, collected.position))
        if (!key.second.empty() && in_region(collected, key.first)) facts[key].demand = amount;
    const auto people = amounts_of(reader, services, *supply, period, collected.position);
    for (const auto& [key, amount] : people)
        if (!key.second.empty() && in_region(collected, key.first)) facts[key].supply = amount;
    spread_undecided(facts, people);
    tell_spare(facts);
    const auto end = statistics::beginning_of(PeriodKind::quarter, period + 1);
    const Posts posts(reader, statistics::beginning_of(PeriodKind::quarter, period), std::min(end, now), collected);
    const bool has_before = period > *first;
    const auto before = has_before ? amounts_of(reader, services, *demand, period - 1, collected.position)
                                   : Amounts{};
    for (auto& [key, each] : facts) {
        if (has_before) {
            const auto found = before.find(key);
            each.demand_before = found != before.end() ? found->second : 0;
        }
        posts.tell(key, each);
    }
    return collected;
}

}  // namespace jianghui::shortages
