#include "features/pay_surveys/protect.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace jianghui::pay_surveys {
namespace {

constexpr std::size_t table_rows_max = 8;  // subsets of rows are counted through

using Grid = std::vector<std::vector<bool>>;
using Cell = std::pair<std::size_t, std::size_t>;

/// The rows of each column in which something is hidden, as bits.
std::vector<unsigned> rows_hidden(const Grid& hidden) {
    std::vector<unsigned> rows(hidden.empty() ? 0 : hidden.front().size(), 0);
    for (std::size_t r = 0; r < hidden.size(); ++r)
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (hidden[r][c]) rows[c] |= 1U << r;
    return rows;
}
bool is_part(unsigned inner, unsigned outer) { return (inner & ~outer) == 0; }

/// Hidden cells whose sum follows from what is shown and is not safe, or a cell of which too much is known.
struct Unsafe {
    std::vector<Cell> part;  ///< empty when there is none
    bool is_column = false;  ///< all that is hidden in one column
};

/// Whatever follows is, for some rows R, the sum of R less the columns that have nothing hidden outside R,
/// and any number of whole columns beside it. A union of safe parts is safe, so both are looked at alone.
Unsafe unsafe_sum(const Table& table, const Limits& limits) {
    const auto rows = rows_hidden(table.hidden);
    for (std::size_t c = 0; c < rows.size(); ++c) {
        Bag sum;
        std::vector<Cell> part;
        for (std::size_t r = 0; r < table.levels.size(); ++r) {
            if (!table.hidden[r][c]) continue;
            sum.add(table.cells[r][c]);
            part.emplace_back(r, c);
        }
        if (!part.empty() && !is_safe(sum, limits)) return {std::move(part), true};
    }
    for (unsigned chosen = 1; chosen < 1U << table.levels.size(); ++chosen) {
        Bag sum;
        std::vector<Cell> part;
        for (std::size_t c = 0; c < rows.size(); ++c) {
            if (is_part(rows[c], chosen)) continue;
            for (std::size_t r = 0; r < table.levels.size(); ++r) {
                if (!table.hidden[r][c] || (chosen >> r & 1U) == 0) continue;
                sum.add(table.cells[r][c]);
                part.emplace_back(r, c);
            }
        }
        if (!part.empty() && !is_safe(sum, limits)) return {std::move(part), false};
    }
    return {};
}

template <class Value>
std::vector<std::vector<Wide>> numbers_of(const Table& table, Value&& value) {
    std::vector<std::vector<Wide>> numbers;
    for (const auto& row : table.cells) {
        numbers.emplace_back();
        for (const auto& cell : row) numbers.back().push_back(value(cell));
    }
    return numbers;
}

/// A hidden cell of which too much is known.
Unsafe narrow_cell(const Table& table, const Limits& limits) {
    const auto persons = numbers_of(table, [](const Bag& bag) { return Wide{bag.persons}; });
    const auto pay = numbers_of(table, [](const Bag& bag) { return bag.pay; });
    for (std::size_t r = 0; r < table.levels.size(); ++r)
        for (std::size_t c = 0; c < table.places.size(); ++c) {
            if (!table.hidden[r][c]) continue;
            const auto many = interval_of(persons, table.hidden, r, c);
            const auto much = interval_of(pay, table.hidden, r, c);
            if (many.most - many.least < limits.hidden_persons ||
                (much.most - much.least) * 100 < pay[r][c] * limits.hidden_percent)
                return {{{r, c}}, false};
        }
    return {};
}

/// The shown cell to hide next: the smallest in a row of the part, else in a column of it, else any; for a
/// whole column the other way round.
std::optional<Cell> next_to_hide(const Table& table, const Unsafe& unsafe) {
    std::optional<Cell> best;
    std::tuple<int, std::int64_t, std::size_t, std::size_t> best_rank{};
    for (std::size_t r = 0; r < table.levels.size(); ++r)
        for (std::size_t c = 0; c < table.places.size(); ++c) {
            if (table.hidden[r][c] || table.cells[r][c].empty()) continue;
            int far = 2;
            for (const auto& [row, column] : unsafe.part) {
                if (row == r) far = std::min(far, unsafe.is_column ? 1 : 0);
                if (column == c) far = std::min(far, unsafe.is_column ? 0 : 1);
            }
            const std::tuple rank(far, table.cells[r][c].persons, r, c);
            if (best && rank >= best_rank) continue;
            best = Cell{r, c};
            best_rank = rank;
        }
    return best;
}

/// Hides what must be hidden; false when even hiding everything is not enough.
bool hide(Table& table, const Limits& limits) {
    table.hidden.assign(table.levels.size(), std::vector<bool>(table.places.size(), false));
    bool any = false;
    for (std::size_t r = 0; r < table.levels.size(); ++r)
        for (std::size_t c = 0; c < table.places.size(); ++c) {
            const Bag& bag = table.cells[r][c];
            table.hidden[r][c] = !bag.empty() && !is_safe(bag, limits);
            any = any || table.hidden[r][c];
        }
    while (any) {
        auto unsafe = unsafe_sum(table, limits);
        if (unsafe.part.empty()) unsafe = narrow_cell(table, limits);
        if (unsafe.part.empty()) return true;
        const auto next = next_to_hide(table, unsafe);
        if (!next) return false;
        table.hidden[next->first][next->second] = true;
    }
    return true;
}

using Cells = std::map<std::pair<std::string, std::string>, Bag>;

void fill(Table& table, const Cells& cells) {
    table.cells.assign(table.levels.size(), std::vector<Bag>(table.places.size()));
    for (std::size_t r = 0; r < table.levels.size(); ++r)
        for (std::size_t c = 0; c < table.places.size(); ++c)
            for (const auto& level : table.levels[r])
                for (const auto& place : table.places[c])
                    if (const auto found = cells.find({level, place}); found != cells.end())
                        table.cells[r][c].add(found->second);
}

/// The two smallest groups become one.
void join_smallest(std::vector<Group>& groups, const std::map<std::string, Bag>& bags) {
    const auto size = [&](const Group& group) {
        std::int64_t persons = 0;
        for (const auto& code : group) persons += bags.at(code).persons;
        return persons;
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const Group& a, const Group& b) { return size(a) < size(b); });
    groups[1].insert(groups[1].end(), groups[0].begin(), groups[0].end());
    std::sort(groups[1].begin(), groups[1].end());
    groups.erase(groups.begin());
    std::sort(groups.begin(), groups.end());
}

Table table_of(const std::string& occupation, const std::vector<const Answered*>& answers,
               const Limits& limits) {
    Table table;
    table.occupation = occupation;
    Cells cells;
    std::map<std::string, Bag> levels;
    std::map<std::string, Bag> places;
    std::set<std::string> members;
    for (const auto* one : answers) {
        members.insert(one->occupation);
        cells[{one->level, one->place}].add(*one);
        levels[one->level].add(*one);
        places[one->place].add(*one);
    }
    table.members.assign(members.begin(), members.end());
    table.levels = pooled(levels, limits);
    table.places = pooled(places, limits);
    while (table.levels.size() > table_rows_max) join_smallest(table.levels, levels);
    fill(table, cells);
    // With one level nothing is hidden: its cells are the places, and those are safe.
    while (!hide(table, limits)) {
        join_smallest(table.levels, levels);
        fill(table, cells);
    }
    return table;
}

/// The classes above an occupation: "6-02-06-03" → 6-02-06, 6-02, 6, "".
std::string class_above(const std::string& code) {
    const auto dash = code.rfind('-');
    return dash == std::string::npos ? "" : code.substr(0, dash);
}

}  // namespace

void Bag::add(const Answered& one) {
    const Wide mass = Wide{one.paid.fen} * one.paid.weight;
    ++persons;
    pay += mass;
    companies[one.company] += mass;
}

void Bag::add(const Bag& other) {
    persons += other.persons;
    pay += other.pay;
    for (const auto& [company, mass] : other.companies) companies[company] += mass;
}

bool is_safe(const Bag& bag, const Limits& limits) {
    if (static_cast<std::int64_t>(bag.companies.size()) < limits.companies) return false;
    if (bag.persons < limits.persons) return false;
    Wide first = 0;
    Wide second = 0;
    for (const auto& [company, mass] : bag.companies) {
        if (mass > first) second = std::exchange(first, mass);
        else second = std::max(second, mass);
    }
    return first * 100 <= bag.pay * limits.largest &&
           (first + second) * 100 <= bag.pay * limits.two_largest;
}

std::string joined(const Group& group) {
    std::string text;
    for (const auto& code : group) text += (text.empty() ? "" : "+") + code;
    return text;
}

std::vector<Group> pooled(const std::map<std::string, Bag>& bags, const Limits& limits) {
    std::vector<std::pair<std::int64_t, std::string>> open;
    std::vector<Group> groups;
    Group pool;
    Bag together;
    const auto join = [&](const std::string& code) {
        pool.push_back(code);
        together.add(bags.at(code));
    };
    for (const auto& [code, bag] : bags) {
        if (is_safe(bag, limits)) open.emplace_back(bag.persons, code);
        else join(code);
    }
    std::sort(open.begin(), open.end());
    auto next = open.begin();
    while (!pool.empty() && !is_safe(together, limits)) {
        if (next == open.end()) return {};
        join(next++->second);
    }
    for (; next != open.end(); ++next) groups.push_back({next->second});
    std::sort(pool.begin(), pool.end());
    if (!pool.empty()) groups.push_back(std::move(pool));
    std::sort(groups.begin(), groups.end());
    return groups;
}

Interval interval_of(const std::vector<std::vector<Wide>>& cells, const Grid& hidden,
                     std::size_t row, std::size_t column) {
    const auto rows = rows_hidden(hidden);
    std::vector<Wide> row_sums(hidden.size(), 0);
    std::vector<Wide> column_sums(rows.size(), 0);
    for (std::size_t r = 0; r < hidden.size(); ++r)
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (hidden[r][c]) {
                row_sums[r] += cells[r][c];
                column_sums[c] += cells[r][c];
            }
    Interval found{0, std::min(row_sums[row], column_sums[column])};
    const unsigned others = rows[column] & ~(1U << row);
    for (unsigned chosen = 0; chosen < 1U << hidden.size(); ++chosen) {
        // What R holds more than the columns within it; `column` is looked at by itself.
        Wide more = 0;
        for (std::size_t r = 0; r < hidden.size(); ++r)
            if ((chosen >> r & 1U) != 0) more += row_sums[r];
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (c != column && is_part(rows[c], chosen)) more -= column_sums[c];
        if ((chosen >> row & 1U) != 0) found.most = std::min(found.most, more);
        else if (is_part(others, chosen))
            found.least = std::max(found.least, column_sums[column] - more);
    }
    return found;
}

std::vector<Table> protect(const std::vector<Answered>& answers, const Limits& limits) {
    std::map<std::string, std::vector<const Answered*>> open;
    for (const auto& one : answers) open[one.occupation].push_back(&one);
    std::vector<Table> tables;
    // 细类 first; what is too few goes up to its class, to be joined there by the others that are.
    while (!open.empty()) {
        std::map<std::string, std::vector<const Answered*>> above;
        for (auto& [code, of_code] : open) {
            Bag bag;
            for (const auto* one : of_code) bag.add(*one);
            if (is_safe(bag, limits)) {
                tables.push_back(table_of(code, of_code, limits));
            } else if (!code.empty()) {
                auto& pool = above[class_above(code)];
                pool.insert(pool.end(), of_code.begin(), of_code.end());
            }
        }
        open = std::move(above);
    }
    std::sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) {
        return std::pair(a.occupation, a.members) < std::pair(b.occupation, b.members);
    });
    return tables;
}

}  // namespace jianghui::pay_surveys
