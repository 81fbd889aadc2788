#include "features/lists/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"

namespace jianghui::lists {
namespace {

using LineKey = std::tuple<std::string, std::string, std::string>;

LineKey key_of(const Line& line) { return {line.place.text, line.industry, line.occupation}; }

bool is_excluded(const PlaceCode& place, const Exclusions& excluded) {
    return std::any_of(excluded.begin(), excluded.end(),
                       [&](const Excluded& one) { return within(place, one.place); });
}

std::vector<Line> numbered(std::vector<Line> lines) {
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return key_of(a) < key_of(b); });
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].line = static_cast<int>(i) + 1;
    return lines;
}

void join(Line& pool, const Line& line) {
    pool.amount += line.amount;
    pool.facts += line.facts;
}

constexpr const char* others = "*";

/// The line that somebody is told in: of the region by city, else by county.
Line line_of(const statistics::PeopleOf& one, const statistics::Told& told, bool of_region) {
    Line line{0, of_region ? city_of(one.place) : one.place, "", one.occupation, one.people,
              one.people};
    const bool alone = of_region ? told.of_city.count(one.occupation) != 0
                                 : told.tells(one.place, one.occupation);
    if (alone) return line;
    line.occupation = others;
    if (!of_region && told.joined.count(one.place) != 0) line.place = {};
    return line;
}

bool is_counted(const Compared& list, const PlaceCode& place) {
    return !is_excluded(place, list.excluded) &&
           std::any_of(list.included.begin(), list.included.end(),
                       [&](const PlaceCode& one) { return within(place, one); });
}

/// Whether lines of the place may stand in a line "*" of the list.
bool may_be_merged(const Compared& list, const PlaceCode& place) {
    return std::any_of(list.lines.begin(), list.lines.end(), [&](const Line& line) {
        return line.occupation == "*" && (!line.place || line.place == place);
    });
}

/// What a list says of a line that it does not have: 0, or why there is no number.
void set_absent(const Compared& list, const Change& of, std::optional<std::int64_t>& amount,
                std::optional<Absence>& absent) {
    if (of.place && !is_counted(list, of.place)) absent = Absence::place_left_out;
    else if (of.occupation == "*") absent = Absence::none_merged;
    else if (may_be_merged(list, of.place)) absent = Absence::merged;
    else amount = 0;
}

std::vector<PlaceCode> places_only_in(const std::vector<PlaceCode>& some,
                                      const std::vector<PlaceCode>& others) {
    std::vector<PlaceCode> only;
    for (const auto& place : some)
        if (std::find(others.begin(), others.end(), place) == others.end()) only.push_back(place);
    return only;
}

/// The sum over the places that the other list counts as well; nothing when a line of no place may hold some of them.
std::optional<std::int64_t> sum_within(const Compared& list, const Compared& other) {
    std::int64_t sum = 0;
    for (const auto& line : list.lines) {
        if (!line.place) return std::nullopt;
        if (is_counted(other, line.place)) sum += line.amount;
    }
    return sum;
}

}  // namespace

Result<ListStatus> next_status(ListStatus from, ListAct act) {
    if (from == ListStatus::draft && act == ListAct::compile) return ListStatus::draft;
    if (from == ListStatus::draft && act == ListAct::submit) return ListStatus::review;
    if (from == ListStatus::review && act == ListAct::send_back) return ListStatus::draft;
    if (from == ListStatus::review && act == ListAct::freeze) return ListStatus::frozen;
    if (from == ListStatus::frozen && act == ListAct::publish) return ListStatus::published;
    return refuse(list_status_conflict);
}

Result<Done> may_freeze(const ListRow& list, AccountId who) {
    if (list.made_by == who || list.submitted_by == who) return refuse(list_four_eyes);
    return Done{};
}

std::vector<Line> lines_of(const std::vector<statistics::Cell>& cells, bool of_region,
                           const Exclusions& excluded) {
    std::map<LineKey, Line> lines;
    for (const auto& cell : cells) {
        if (is_excluded(cell.place, excluded)) continue;
        Line line{0,
                  of_region ? city_of(cell.place) : cell.place,
                  cell.industry.substr(0, 1),
                  cell.occupation,
                  cell.amount,
                  cell.facts};
        const auto [found, is_new] = lines.emplace(key_of(line), line);
        if (!is_new) join(found->second, line);
    }
    std::vector<Line> list;
    for (auto& [key, line] : lines) list.push_back(std::move(line));
    return numbered(std::move(list));
}

CitiesTold cities_told(const std::vector<statistics::Cell>& cells, std::int64_t least) {
    std::map<std::pair<PlaceCode, std::string>, std::int64_t> sums;
    for (const auto& cell : cells) sums[{cell.place, cell.occupation}] += cell.facts;
    CitiesTold cities;
    for (const auto& [key, people] : sums)
        if (people > 0) cities[city_of(key.first)].people.push_back({key.first, key.second, people});
    for (auto& [city, one] : cities) one.told = statistics::told(one.people, least);
    return cities;
}

bool divides_joined(const CitiesTold& cities, const Exclusions& excluded) {
    return std::any_of(cities.begin(), cities.end(), [&](const auto& each) {
        const auto& joined = each.second.told.joined;
        const auto left_out = std::count_if(joined.begin(), joined.end(), [&](const auto& place) {
            return is_excluded(place, excluded);
        });
        return left_out != 0 && left_out != static_cast<std::ptrdiff_t>(joined.size());
    });
}

std::vector<Line> told_lines(const CitiesTold& cities, const PlaceCode& place,
                             const Exclusions& excluded) {
    std::map<LineKey, Line> lines;
    for (const auto& [city, of_city] : cities) {
        const auto& told = of_city.told;
        // A county's own list is that part of the city's; it has none when it is told with others.
        if (!told.anybody || (place != city && told.joined.count(place) != 0)) continue;
        for (const auto& one : of_city.people) {
            if (place && !within(one.place, place)) continue;
            if (is_excluded(one.place, excluded)) continue;
            const Line line = line_of(one, told, !place);
            const auto [found, is_new] = lines.emplace(key_of(line), line);
            if (!is_new) join(found->second, line);
        }
    }
    std::vector<Line> list;
    for (auto& [key, line] : lines) list.push_back(std::move(line));
    return numbered(std::move(list));
}

std::vector<Change> differences(const Compared& before, const Compared& now) {
    std::map<LineKey, Change> changes;
    const auto change = [&](const Line& line) -> Change& {
        auto& one = changes[key_of(line)];
        one.place = line.place;
        one.industry = line.industry;
        one.occupation = line.occupation;
        return one;
    };
    for (const auto& line : before.lines) change(line).before = line.amount;
    for (const auto& line : now.lines) change(line).now = line.amount;
    std::vector<Change> list;
    for (auto& [key, one] : changes) {
        if (one.before == one.now) continue;
        if (!one.before) set_absent(before, one, one.before, one.before_absent);
        if (!one.now) set_absent(now, one, one.now, one.now_absent);
        if (one.before && one.now && one.occupation != "*") one.difference = *one.now - *one.before;
        list.push_back(std::move(one));
    }
    return list;
}

Panel panel_of(const Compared& before, const Compared& now) {
    Panel panel{places_only_in(before.included, now.included),
                places_only_in(now.included, before.included), {}, {}};
    const bool same = before.included == now.included && before.excluded == now.excluded;
    panel.before = same ? total_of(before.lines) : sum_within(before, now);
    panel.now = same ? total_of(now.lines) : sum_within(now, before);
    if (!panel.before || !panel.now) panel.before = panel.now = std::nullopt;
    return panel;
}

statistics::PublicFigures figures_of(const std::vector<Line>& lines) {
    statistics::PublicFigures figures;
    for (const auto& line : lines)
        figures.emplace(fmt::format("{},{},{}", line.place.text, line.industry, line.occupation),
                        line.facts);
    return figures;
}

std::int64_t total_of(const std::vector<Line>& lines) {
    std::int64_t total = 0;
    for (const auto& line : lines) total += line.amount;
    return total;
}

std::string digest_of(const std::vector<Line>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += fmt::format("{},{},{},{}\n", line.place.text, line.industry, line.occupation,
                            line.amount);
    return crypto::sm3(text).hex();
}

std::string number_of(ListKind kind, const std::string& place_name, const std::string& period,
                      int version) {
    return fmt::format("{}{}清单〔{}〕第{}季度第{}版", place_name,
                       kind == ListKind::demand ? "需求" : "供给", period.substr(0, 4),
                       period.substr(5), version);
}

}  // namespace jianghui::lists
