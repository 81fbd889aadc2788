#include "features/statistics/told_table.hpp"

#include <algorithm>

namespace jianghui::statistics {
namespace {

/// In the order of place and occupation, without cells of nobody.
std::vector<PeopleOf> in_order(std::vector<PeopleOf> city) {
    std::erase_if(city, [](const PeopleOf& one) { return one.people <= 0; });
    std::sort(city.begin(), city.end(), [](const PeopleOf& a, const PeopleOf& b) {
        return std::tie(a.place, a.occupation) < std::tie(b.place, b.occupation);
    });
    return city;
}

/// Calls `join` for the smallest, as long as they are too small themselves or what was joined so far is.
template <class Sized, class F>
void join_smallest(std::vector<Sized> sized, std::int64_t least, F&& join) {
    std::sort(sized.begin(), sized.end());
    std::int64_t together = 0;
    for (const auto& one : sized) {
        if (one.first >= least && (together == 0 || together >= least)) return;
        together += one.first;
        join(one.second);
    }
}

}  // namespace

ToldTable::ToldTable(const std::vector<PeopleOf>& unordered, std::int64_t least) : least_(least) {
    const auto city = in_order(unordered);
    join_small_counties(city);
    std::map<std::string, std::size_t> columns;
    std::map<std::string, std::size_t> groups;
    for (const auto& one : city) {
        const auto [column, is_new] = columns.try_emplace(one.occupation, columns_.size());
        if (is_new) {
            const auto of_class = class_of_occupation(one.occupation);
            const auto [group, is_first] = groups.try_emplace(of_class, groups_.size());
            if (is_first) groups_.push_back({of_class});
            columns_.push_back({one.occupation, group->second, 0, true});
        }
        columns_[column->second].people += one.people;
        cells_.push_back({rows_.at(one.place), column->second, one.place, one.people, true});
    }
    hide_small_cells();
    untell_small_columns();
    if (row_count_ > told_counties_max) tell_no_crossing_column();
}

void ToldTable::join_small_counties(const std::vector<PeopleOf>& city) {
    std::map<PlaceCode, std::int64_t> counties;
    for (const auto& one : city) counties[one.place] += one.people;
    std::vector<std::pair<std::int64_t, PlaceCode>> sized;
    for (const auto& [place, people] : counties) sized.emplace_back(people, place);
    join_smallest(std::move(sized), least_, [&](const PlaceCode& place) { joined_.insert(place); });
    if (!joined_.empty()) row_count_ = 1;
    for (const auto& [place, people] : counties)
        rows_[place] = joined_.count(place) != 0 ? 0 : row_count_++;
}

void ToldTable::hide_small_cells() {
    std::vector<std::vector<std::pair<std::int64_t, std::size_t>>> rows(row_count_);
    for (std::size_t i = 0; i < cells_.size(); ++i)
        rows[cells_[i].row].emplace_back(cells_[i].people, i);
    for (auto& row : rows)
        join_smallest(std::move(row), least_, [&](std::size_t cell) { cells_[cell].told = false; });
}

void ToldTable::untell_small_columns() {
    for (auto& column : columns_) column.told = column.people >= least_;
}

void ToldTable::tell_no_crossing_column() {
    const auto all = slots();
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (all[i].hidden > 0) columns_[i].told = false;
    for (std::size_t group = 1; group < groups_.size(); ++group) take({0, Act::join, 0, group});
}

std::size_t ToldTable::slot_of(const Column& column) const {
    return column.told ? static_cast<std::size_t>(&column - columns_.data()) : slot_of_group(column.group);
}

std::vector<ToldTable::Slot> ToldTable::slots() const {
    std::vector<Slot> slots(columns_.size() + groups_.size());
    for (const auto& cell : cells_) {
        if (cell.told) continue;
        auto& slot = slots[slot_of(columns_[cell.column])];
        slot.hidden += cell.people;
        slot.rows |= 1U << std::min<std::size_t>(cell.row, 31);
    }
    return slots;
}

std::int64_t ToldTable::people_of_group(std::size_t group) const {
    std::int64_t people = 0;
    for (const auto& column : columns_)
        if (column.group == group) people += column.people;
    return people;
}

std::optional<std::size_t> ToldTable::small_slot(const std::vector<Slot>& slots) const {
    for (std::size_t i = 0; i < slots.size(); ++i)
        if (is_small(slots[i].hidden)) return i;
    return std::nullopt;
}

std::optional<std::uint32_t> ToldTable::small_rows(const std::vector<Slot>& slots) const {
    if (row_count_ > told_counties_max) return std::nullopt;  // One slot crosses, and every row is safe.
    const std::uint32_t choices = 1U << row_count_;
    std::vector<std::int64_t> within(choices, 0);  // what slots within these rows hide
    std::vector<std::int64_t> hidden(choices, 0);  // what these rows hide
    for (const auto& slot : slots)
        if (slot.hidden > 0) within[slot.rows] += slot.hidden;
    for (const auto& cell : cells_)
        if (!cell.told) hidden[1U << cell.row] += cell.people;
    for (std::uint32_t row = 1; row < choices; row <<= 1U)
        for (std::uint32_t some = 0; some < choices; ++some)
            if ((some & row) != 0) within[some] += within[some & ~row];
    for (std::uint32_t some = 1; some < choices; ++some) {
        const std::uint32_t first = some & (~some + 1U);
        if (some != first) hidden[some] = hidden[first] + hidden[some & ~first];
        if (is_small(hidden[some] - within[some])) return some;
    }
    return std::nullopt;
}

std::optional<ToldTable::Step> ToldTable::step_for_slot(const std::vector<Slot>& slots, std::size_t small) const {
    std::optional<Step> best;
    const auto offer = [&](const Step& step, std::int64_t then) {
        if (then >= least_ && (!best || step.rank() < best->rank())) best = step;
    };
    const std::int64_t hidden = slots[small].hidden;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const auto& cell = cells_[i];
        if (cell.told && slot_of(columns_[cell.column]) == small)
            offer({cell.people, Act::hide, i, 0}, hidden + cell.people);
    }
    if (small < columns_.size()) {
        const auto& column = columns_[small];
        offer({column.people, Act::untell, small, 0}, hidden + slots[slot_of_group(column.group)].hidden);
        return best;
    }
    const std::size_t group = small - columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].told && columns_[i].group == group)
            offer({columns_[i].people, Act::untell, i, 0}, hidden + slots[i].hidden);
    for (std::size_t other = 0; other < groups_.size(); ++other)
        if (other != group && !groups_[other].empty())
            offer({people_of_group(other), Act::join, std::min(group, other), std::max(group, other)},
                  hidden + slots[slot_of_group(other)].hidden);
    return best;
}

/// What the rows hide less the slots within them becomes more by a slot that crosses from now on, which is safe itself.
std::optional<ToldTable::Step> ToldTable::step_for_rows(const std::vector<Slot>& slots, std::uint32_t rows) const {
    std::optional<Step> best;
    const auto offer = [&](const Step& step, bool helps) {
        if (helps && (!best || step.rank() < best->rank())) best = step;
    };
    const auto is_filled = [](const Slot& slot) { return slot.hidden > 0; };
    const auto join_helps = [&](const Slot& one, const Slot& other) {
        return is_filled(one) && is_filled(other) && one.is_in(rows) != other.is_in(rows);
    };
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const auto& cell = cells_[i];
        if (!cell.told) continue;
        const auto& slot = slots[slot_of(columns_[cell.column])];
        const bool is_of_rows = (rows >> cell.row & 1U) != 0;
        offer({cell.people, Act::hide, i, 0}, is_filled(slot) && slot.is_in(rows) != is_of_rows);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].told)
            offer({columns_[i].people, Act::untell, i, 0},
                  join_helps(slots[i], slots[slot_of_group(columns_[i].group)]));
    for (std::size_t one = 0; one < groups_.size(); ++one)
        for (std::size_t other = one + 1; other < groups_.size(); ++other)
            if (!groups_[one].empty() && !groups_[other].empty())
                offer({std::min(people_of_group(one), people_of_group(other)), Act::join, one, other},
                      join_helps(slots[slot_of_group(one)], slots[slot_of_group(other)]));
    return best;
}

ToldTable::Step ToldTable::any_step() const {
    std::optional<Step> best;
    const auto offer = [&](const Step& step) {
        if (!best || step.rank() < best->rank()) best = step;
    };
    const auto all = slots();
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].told && all[i].hidden > 0) offer({columns_[i].people, Act::untell, i, 0});
    if (best) return *best;
    for (std::size_t one = 0; one < groups_.size(); ++one)
        for (std::size_t other = one + 1; other < groups_.size(); ++other)
            if (!groups_[one].empty() && !groups_[other].empty())
                offer({people_of_group(one) + people_of_group(other), Act::join, one, other});
    ASSERT(best.has_value());  // One slot is left: as safe as the counties, and as the city.
    return *best;
}

void ToldTable::take(const Step& step) {
    switch (step.act) {
        case Act::hide: cells_[step.which].told = false; return;
        case Act::untell: columns_[step.which].told = false; return;
        case Act::join: break;
    }
    groups_[step.which].insert(groups_[step.with].begin(), groups_[step.with].end());
    groups_[step.with].clear();
    for (auto& column : columns_)
        if (column.group == step.with) column.group = step.which;
}

std::optional<ToldTable::Step> ToldTable::needed_step() const {
    const auto all = slots();
    std::optional<Step> step;
    if (const auto slot = small_slot(all)) step = step_for_slot(all, *slot);
    else if (const auto rows = small_rows(all)) step = step_for_rows(all, *rows);
    else return std::nullopt;
    return step ? step : any_step();
}

bool ToldTable::is_safe() const {
    const auto all = slots();
    return !small_slot(all) && !small_rows(all);
}

void ToldTable::protect() {
    std::vector<Step> taken;
    while (const auto step = needed_step()) {
        take(*step);
        taken.push_back(*step);
    }
    // What a later step made needless is told again.
    for (auto step = taken.rbegin(); step != taken.rend(); ++step) {
        if (step->act == Act::join) continue;
        bool& told = step->act == Act::hide ? cells_[step->which].told : columns_[step->which].told;
        told = true;
        told = is_safe();
    }
}

Told ToldTable::told() const {
    Told told;
    told.anybody = true;
    told.joined = joined_;
    for (const auto& cell : cells_)
        if (cell.told) told.of_county.emplace(cell.place, columns_[cell.column].occupation);
    for (const auto& column : columns_)
        (column.told ? told.of_city : told.others).insert(column.occupation);
    for (const auto& group : groups_)
        if (!group.empty()) told.classes.push_back(group);
    return told;
}

}  // namespace jianghui::statistics
