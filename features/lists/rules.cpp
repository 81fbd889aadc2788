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

/// Moves lines from `open`, the smallest first, into the pool, until what is in the pool is enough and
/// what is left in `open` is large enough each.
void fill(Line& pool, std::vector<Line>& open, std::int64_t least) {
    std::sort(open.begin(), open.end(), [](const Line& a, const Line& b) {
        return std::pair(a.facts, key_of(a)) < std::pair(b.facts, key_of(b));
    });
    auto next = open.begin();
    while (next != open.end() &&
           (next->facts < least || (pool.facts > 0 && pool.facts < least)))
        join(pool, *next++);
    open.erase(open.begin(), next);
}

Line pool_of(const PlaceCode& place) { return {0, place, "", "*", 0, 0}; }

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

std::vector<Line> merged(const std::vector<Line>& lines, std::int64_t least) {
    std::map<std::string, std::vector<Line>> places;
    for (const auto& line : lines) places[line.place.text].push_back(line);
    std::vector<Line> open;
    Line rest = pool_of({});
    for (auto& [place, of_place] : places) {
        Line pool = pool_of({place});
        fill(pool, of_place, least);
        open.insert(open.end(), of_place.begin(), of_place.end());
        if (pool.facts > 0 && pool.facts >= least) {
            open.push_back(pool);
        } else {
            join(rest, pool);  // Then nothing else is left of this place, or the pool is empty.
        }
    }
    fill(rest, open, least);
    if (rest.facts > 0 && rest.facts < least) return {};
    if (rest.facts > 0) open.push_back(rest);
    return numbered(std::move(open));
}

std::vector<Change> differences(const std::vector<Line>& before, const std::vector<Line>& now) {
    std::map<LineKey, Change> changes;
    const auto change = [&](const Line& line) -> Change& {
        auto& one = changes[key_of(line)];
        one.place = line.place;
        one.industry = line.industry;
        one.occupation = line.occupation;
        return one;
    };
    for (const auto& line : before) change(line).before = line.amount;
    for (const auto& line : now) change(line).now = line.amount;
    std::vector<Change> list;
    for (auto& [key, one] : changes)
        if (one.before != one.now) list.push_back(std::move(one));
    return list;
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
