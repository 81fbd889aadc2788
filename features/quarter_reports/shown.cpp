#include "features/quarter_reports/shown.hpp"

#include <algorithm>
#include <functional>

namespace jianghui::quarter_reports {
namespace {

/// Data's own order, then codes, then those without preference, then the unregistered.
std::vector<Pool> ordered(const codes::Tables& tables, TableName table, const Bags& bags) {
    std::vector<Pool> groups;
    Bags rest = bags;
    const auto take = [&](const std::string& code) {
        const auto found = rest.find(code);
        if (found == rest.end()) return;
        groups.push_back({{code}, found->second});
        rest.erase(found);
    };
    const auto listed = tables.tables().find(list_of(table));
    if (listed != tables.tables().end())
        for (const auto& item : listed->second) take(item.code);
    std::vector<std::string> others;
    for (const auto& [code, bag] : rest)
        if (code != any_code && code != unstated_code) others.push_back(code);
    for (const auto& code : others) take(code);
    take(any_code);
    take(unstated_code);
    return groups;
}

TableRow row_of(TableName table, const Pool& group, const std::string& within) {
    const bool alone = group.codes.size() == 1;
    return {table,
            0,
            alone ? group.codes.front() : "*" + within,
            group.bag.demand,
            static_cast<std::int64_t>(group.bag.firms.size()),
            group.bag.supply,
            alone ? std::vector<std::string>{} : group.codes};
}

/// Adds rows to a table, numbered on.
class Rows {
  public:
    void add(TableName table, const Pool& group, const std::string& within = "") {
        rows_.push_back(row_of(table, group, within));
        rows_.back().line = ++lines_[table];
    }
    std::vector<TableRow> take() { return std::move(rows_); }

  private:
    std::vector<TableRow> rows_;
    std::map<TableName, int> lines_;
};

/// Occupations with a gap (demand less supply, or the other way round), the largest first.
std::vector<std::string> by_gap(const Bags& occupations, int sign) {
    std::vector<std::pair<std::int64_t, std::string>> gaps;
    for (const auto& [code, bag] : occupations) {
        const std::int64_t gap = sign * (bag.demand - bag.supply);
        if (gap > 0) gaps.emplace_back(-gap, code);
    }
    std::sort(gaps.begin(), gaps.end());
    std::vector<std::string> codes;
    for (auto& [gap, code] : gaps) codes.push_back(std::move(code));
    return codes;
}

void add_listed(Rows& rows, const Tally& tally,
                const std::function<bool(const std::string&)>& may_be_listed) {
    for (const auto& [table, sign] :
         {std::pair(TableName::gaps, 1), std::pair(TableName::surpluses, -1)}) {
        std::size_t count = 0;
        for (const auto& code : by_gap(tally.occupations, sign)) {
            if (count == listed_occupations) break;
            if (!may_be_listed(code)) continue;
            rows.add(table, {{code}, tally.occupations.at(code)});
            ++count;
        }
    }
}

/// Which occupations everybody may see beside the rows of the classes.
class Listing {
  public:
    Listing(const Tally& tally, const std::vector<Pool>& classes, const Limits& limits,
            const std::set<std::string>& unlisted)
        : tally_(tally), limits_(limits), unlisted_(unlisted) {
        for (const auto& pool : classes)
            if (pool.codes.size() == 1) shown_.insert(pool.codes.front());
    }
    /// And keeps that it is seen.
    bool take(const std::string& code) {
        const std::string of_class = statistics::class_of_occupation(code);
        if (shown_.count(of_class) == 0 || unlisted_.count(code) != 0) return false;
        if (!is_safe(tally_.occupations.at(code), limits_)) return false;
        listed_.insert(code);
        if (is_safe(rest_of(of_class), limits_)) return true;
        listed_.erase(code);
        return false;
    }

  private:
    [[nodiscard]] Bag rest_of(const std::string& of_class) const {
        Bag rest;
        for (const auto& [code, bag] : tally_.occupations)
            if (code.starts_with(of_class) && listed_.count(code) == 0) rest.add(bag);
        return rest;
    }
    const Tally& tally_;
    const Limits& limits_;
    const std::set<std::string>& unlisted_;
    std::set<std::string> shown_;
    std::set<std::string> listed_;
};

/// Groups that are told as one become one, in the place of the first.
std::vector<Pool> joined(std::vector<Pool> groups, const std::set<std::string>& as_one) {
    const auto is_of = [&](const Pool& group) { return as_one.count(group.codes.front()) != 0; };
    auto first = std::find_if(groups.begin(), groups.end(), is_of);
    for (auto each = first; each != groups.end();) {
        if (each == first || !is_of(*each)) {
            ++each;
            continue;
        }
        first->codes.insert(first->codes.end(), each->codes.begin(), each->codes.end());
        first->bag.add(each->bag);
        each = groups.erase(each);
    }
    return groups;
}

std::vector<Pool> joined(TableName table, std::vector<Pool> groups, const Together& together) {
    if (table == TableName::overall || table == TableName::city)
        return joined(std::move(groups), together.places);
    if (table != TableName::occupation_class) return groups;
    for (const auto& classes : together.classes) groups = joined(std::move(groups), classes);
    return groups;
}

/// Adds sets of classes to disjoint ones: those that have one in common become one.
void unite(std::vector<std::set<std::string>>& disjoint, std::set<std::string> classes) {
    for (auto each = disjoint.begin(); each != disjoint.end();) {
        const bool meet = std::any_of(each->begin(), each->end(), [&](const auto& code) {
            return classes.count(code) != 0;
        });
        if (meet) classes.insert(each->begin(), each->end());
        each = meet ? disjoint.erase(each) : each + 1;
    }
    disjoint.push_back(std::move(classes));
}

std::vector<Pool> of_sectors(const codes::Tables& tables, const std::vector<Pool>& industries,
                             const Pool& sector) {
    std::vector<Pool> inside;
    for (const auto& industry : industries) {
        const auto code = group_of(tables, list_of(TableName::sector), industry.codes.front());
        if (std::find(sector.codes.begin(), sector.codes.end(), code) != sector.codes.end())
            inside.push_back(industry);
    }
    return inside;
}

}  // namespace

bool is_safe(const Bag& bag, const Limits& limits) {
    return (bag.demand == 0 || static_cast<std::int64_t>(bag.firms.size()) >= limits.firms) &&
           (bag.supply == 0 || bag.supply >= limits.persons);
}

Together together_in(const statistics::ToldCities& cities, bool of_region) {
    Together together;
    for (const auto& [city, told] : cities) {
        if (!of_region)
            for (const auto& place : told.joined) together.places.insert(place.text);
        for (const auto& classes : told.classes) {
            std::set<std::string> codes;
            for (const auto& code : classes) codes.insert(code.empty() ? any_code : code);
            unite(together.classes, std::move(codes));
        }
        together.unlisted.insert(told.others.begin(), told.others.end());
    }
    return together;
}

std::vector<Pool> pooled(const std::vector<Pool>& groups, const Limits& limits) {
    std::vector<Pool> open;
    Pool pool;
    const auto join = [&](const Pool& group) {
        pool.codes.insert(pool.codes.end(), group.codes.begin(), group.codes.end());
        pool.bag.add(group.bag);
    };
    for (const auto& group : groups) {
        if (group.codes.size() == 1 && is_safe(group.bag, limits)) open.push_back(group);
        else join(group);
    }
    while (!is_safe(pool.bag, limits)) {
        const bool few_people = !is_safe({0, pool.bag.supply, {}}, limits);
        const auto helps = [&](const Bag& bag) {
            return few_people ? bag.supply > 0 : bag.demand > 0;
        };
        auto best = open.end();
        for (auto each = open.begin(); each != open.end(); ++each)
            if (helps(each->bag) && (best == open.end() || each->bag.demand + each->bag.supply <
                                                               best->bag.demand + best->bag.supply))
                best = each;
        if (best == open.end()) return {};
        join(*best);
        open.erase(best);
    }
    if (!pool.codes.empty()) open.push_back(std::move(pool));
    return open;
}

std::vector<TableRow> office_rows(const codes::Tables& tables, const Tally& tally) {
    Rows rows;
    for (const auto& [table, bags] : tally.tables)
        for (const auto& group : ordered(tables, table, bags)) rows.add(table, group);
    add_listed(rows, tally, [](const std::string&) { return true; });
    return rows.take();
}

std::vector<TableRow> public_rows(const codes::Tables& tables, const Tally& tally,
                                  const Limits& limits, const Together& together) {
    const Bag total = tally.total();
    if (!is_safe(total, limits) || (total.demand == 0 && total.supply == 0)) return {};
    Rows rows;
    std::vector<Pool> classes;
    std::vector<Pool> industries;
    if (const auto found = tally.tables.find(TableName::industry); found != tally.tables.end())
        industries = ordered(tables, TableName::industry, found->second);
    for (const auto& [table, bags] : tally.tables) {
        if (table == TableName::industry) continue;
        const auto shown = pooled(joined(table, ordered(tables, table, bags), together), limits);
        for (const auto& group : shown) rows.add(table, group);
        if (table == TableName::occupation_class) classes = shown;
        if (table != TableName::sector) continue;
        for (const auto& sector : shown)
            for (const auto& industry : pooled(of_sectors(tables, industries, sector), limits))
                rows.add(TableName::industry, industry,
                         sector.codes.size() == 1 ? sector.codes.front() : "");
    }
    Listing listing(tally, classes, limits, together.unlisted);
    add_listed(rows, tally, [&](const std::string& code) { return listing.take(code); });
    return rows.take();
}

}  // namespace jianghui::quarter_reports
