#include "features/allocation/named_problem.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <unordered_map>

#include "features/allocation/errors.hpp"
#include "features/allocation/table.hpp"

namespace jianghui::allocation {
namespace {

using matching::Decimal;
using matching::Wide;

const Text name_empty{"编号是空的。", "The identifier is empty."};
const Text name_twice{"编号重复。", "The identifier occurs twice."};
const Text not_a_count{"须为 0 到 1000000000 的整数。", "Must be a whole number from 0 to 1000000000."};

/// What the allocation counts with; far beyond any labour market.
constexpr std::int64_t seats_most = std::int64_t{1} << 38;
const Text too_many_seats{"此行起人数合计超过 2748 亿，无法计算。",
                          "From this row on the capacities are more than 274 billion in all."};

const Text not_a_time{"须为日期（2026-12-01）或时刻（2026-12-01T08:00）。",
                      "Must be a date (2026-12-01) or a time (2026-12-01T08:00)."};

/// Minutes since 1970 of a date, or of a local time; of a last date, of the day after it.
std::optional<std::int64_t> minute_of(std::string_view cell, bool last) {
    constexpr std::int64_t day = 24 * 60;
    const auto date = parse_date(cell.substr(0, 10));
    if (!date) return std::nullopt;
    const std::int64_t begins = std::chrono::sys_days(*date).time_since_epoch().count() * day;
    if (cell.size() == 10) return begins + (last ? day : 0);
    if (cell.size() != 16 || cell[10] != 'T' || cell[13] != ':') return std::nullopt;
    int hour = -1;
    int minute = -1;
    const auto number = [](std::string_view text, int& to) {
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), to);
        return fault == std::errc{} && end == text.data() + text.size();
    };
    if (!number(cell.substr(11, 2), hour) || !number(cell.substr(14, 2), minute) || hour < 0 ||
        hour > 24 || minute < 0 || minute > 59 || hour * 60 + minute > day)
        return std::nullopt;
    return begins + hour * 60 + minute;
}

/// Names in the order of their arrival; the views live in the tables.
class Arrivals {
  public:
    /// The number of the name, and whether it is new.
    std::pair<std::int32_t, bool> add(std::string_view name) {
        const auto [at, fresh] = numbers_.emplace(name, static_cast<std::int32_t>(names_.size()));
        if (fresh) names_.push_back(name);
        return {at->second, fresh};
    }
    [[nodiscard]] std::optional<std::int32_t> find(std::string_view name) const {
        const auto at = numbers_.find(name);
        return at == numbers_.end() ? std::nullopt : std::optional(at->second);
    }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    /// Fills `sorted` with the names in ascending byte order; returns the new number of each.
    std::vector<std::int32_t> sort(std::vector<std::string>& sorted) const {
        std::vector<std::int32_t> by_name(names_.size());
        std::iota(by_name.begin(), by_name.end(), 0);
        std::sort(by_name.begin(), by_name.end(), [&](std::int32_t a, std::int32_t b) {
            return names_[static_cast<std::size_t>(a)] < names_[static_cast<std::size_t>(b)];
        });
        std::vector<std::int32_t> renumbered(names_.size());
        for (std::size_t i = 0; i < by_name.size(); ++i) {
            const auto old = static_cast<std::size_t>(by_name[i]);
            renumbered[old] = static_cast<std::int32_t>(i);
            sorted.emplace_back(names_[old]);
        }
        return renumbered;
    }

  private:
    std::unordered_map<std::string_view, std::int32_t> numbers_;
    std::vector<std::string_view> names_;
};

/// A whole number ≥ 0; an empty cell gives `otherwise`, or a fault when there is none.
Result<std::int32_t> count_of(const Table& table, std::size_t column,
                              std::optional<std::int32_t> otherwise) {
    const auto cell = table.cell(column);
    if (cell.empty() && otherwise) return *otherwise;
    std::int32_t count = -1;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    if (fault != std::errc{} || end != cell.data() + cell.size() || count < 0 ||
        count > 1'000'000'000)
        return refuse(table.fault(column, not_a_count));
    return count;
}

/// The name of a row that must be the first of that name.
Result<std::int32_t> new_name(const Table& table, std::size_t column, Arrivals& arrivals) {
    const auto name = table.cell(column);
    if (name.empty()) return refuse(table.fault(column, name_empty));
    const auto [number, fresh] = arrivals.add(name);
    if (!fresh) return refuse(table.fault(column, name_twice));
    return number;
}

template <class T>
std::vector<T> reordered(const std::vector<T>& old, const std::vector<std::int32_t>& numbers) {
    std::vector<T> fresh(old.size());
    for (std::size_t i = 0; i < old.size(); ++i) fresh[static_cast<std::size_t>(numbers[i])] = old[i];
    return fresh;
}

/// The entries that `numbers` name, in their order.
template <class T>
std::vector<T> arranged(const std::vector<T>& old, const std::vector<std::int32_t>& numbers) {
    std::vector<T> fresh;
    fresh.reserve(numbers.size());
    for (const auto number : numbers) fresh.push_back(old[static_cast<std::size_t>(number)]);
    return fresh;
}

/// A row of the edges as it was read.
struct EdgeRow {
    std::int32_t worker = 0;
    std::int32_t order = 0;
    Decimal score;
    std::int64_t row = 0;
};

/// Tells groups that lie in each other or apart, which are a flow, from those that cross them. Requires
/// all groups in `named`, in the order of their names; leaves there those of the flow.
void arrange_groups(NamedProblem& named, const std::vector<std::vector<std::int32_t>>& of_orders) {
    auto& problem = named.problem;
    std::vector<std::vector<std::int32_t>> orders(problem.groups.size());
    for (std::size_t o = 0; o < of_orders.size(); ++o)
        for (const auto group : of_orders[o])
            orders[static_cast<std::size_t>(group)].push_back(static_cast<std::int32_t>(o));
    std::vector<std::size_t> greater_first(problem.groups.size());
    std::iota(greater_first.begin(), greater_first.end(), std::size_t{0});
    std::stable_sort(greater_first.begin(), greater_first.end(), [&](std::size_t a, std::size_t b) {
        return orders[a].size() > orders[b].size();
    });
    // A group goes with those before it when all its orders are in the same innermost one of them.
    std::vector<bool> crosses(problem.groups.size());
    const auto innermost = [&](std::int32_t o) -> std::int32_t& {
        return problem.orders[static_cast<std::size_t>(o)].group;
    };
    for (const auto g : greater_first) {
        if (orders[g].empty()) continue;
        const auto around = innermost(orders[g].front());
        crosses[g] = !std::all_of(orders[g].begin(), orders[g].end(),
                                  [&](std::int32_t o) { return innermost(o) == around; });
        if (crosses[g]) continue;
        problem.groups[g].parent = around;
        for (const auto o : orders[g]) innermost(o) = static_cast<std::int32_t>(g);
    }
    std::vector<std::int32_t> number(problem.groups.size(), -1);
    std::vector<matching::AllocationGroup> kept;
    std::vector<std::string> names;
    for (std::size_t g = 0; g < crosses.size(); ++g) {
        if (crosses[g]) {
            problem.crossings.push_back(
                {std::move(orders[g]), problem.groups[g].least, problem.groups[g].most});
            named.crossings.push_back(std::move(named.groups[g]));
        } else {
            number[g] = static_cast<std::int32_t>(kept.size());
            kept.push_back(problem.groups[g]);
            names.push_back(std::move(named.groups[g]));
        }
    }
    const auto renumber = [&](std::int32_t& group) {
        if (group >= 0) group = number[static_cast<std::size_t>(group)];
    };
    for (auto& group : kept) renumber(group.parent);
    for (auto& order : problem.orders) renumber(order.group);
    problem.groups = std::move(kept);
    named.groups = std::move(names);
}

/// Reads one problem; its members are filled file by file.
class Reader {
  public:
    explicit Reader(const Reading& how) : how_(how) { named_.minimise = how.minimise; }

    Result<Done> read_groups(File file) {
        return read_groups(std::move(file), groups_, named_.problem.groups);
    }
    Result<Done> read_worker_groups(File file) {
        return read_groups(std::move(file), worker_groups_, named_.problem.worker_groups);
    }

    Result<Done> read_groups(File file, Arrivals& names,
                             std::vector<matching::AllocationGroup>& groups) {
        TRY(auto table, Table::open(std::move(file.name), std::move(file.text),
                                    {{"group", "least", "most"}, 3}));
        while (true) {
            TRY(const bool more, table.next());
            if (!more) break;
            TRY_DO(new_name(table, 0, names));
            TRY(const auto least, count_of(table, 1, 0));
            TRY(const auto most, count_of(table, 2, 1'000'000'000));
            if (most < least)
                return refuse(table.fault(2, {"上限低于下限。", "Less than the least."}));
            groups.push_back({least, most});
        }
        tables_.push_back(std::move(table));
        named_.plain = false;
        return Done{};
    }

    Result<Done> read_penalty() {
        if (how_.unmatched_penalty.empty()) return Done{};
        penalty_ = Decimal::parse(how_.unmatched_penalty);
        if (!penalty_ || penalty_->digits < 0) return refuse(penalty_malformed);
        named_.places = penalty_->places;
        return Done{};
    }

    Result<Done> read_orders(File file) {
        TRY(auto table, Table::open(std::move(file.name), std::move(file.text),
                                    {{"order", "capacity", "least", "group", "team", "from", "to"},
                                     2}));
        while (true) {
            TRY(const bool more, table.next());
            if (!more) break;
            TRY_DO(new_name(table, 0, orders_));
            matching::AllocationOrder order;
            TRY(order.most, count_of(table, 1, std::nullopt));
            TRY(order.least, count_of(table, 2, 0));
            if ((seats_ += order.most) > seats_most) return refuse(table.fault(1, too_many_seats));
            if (order.most < order.least)
                return refuse(table.fault(2, {"下限高于人数。", "More than the capacity."}));
            TRY(auto groups, groups_of(table, 3));
            TRY_DO(read_team(table, order));
            TRY(const auto period, read_period(table));
            periods_.push_back(period);
            if (order.least > 0 || !groups.empty()) named_.plain = false;
            memberships_.push_back(std::move(groups));
            named_.problem.orders.push_back(order);
        }
        tables_.push_back(std::move(table));
        return Done{};
    }

    Result<Done> read_workers(File file) {
        TRY(auto table, Table::open(std::move(file.name), std::move(file.text),
                                    {{"worker", "capacity", "priority", "group"}, 1}));
        while (true) {
            TRY(const bool more, table.next());
            if (!more) break;
            TRY_DO(new_name(table, 0, workers_));
            matching::AllocationWorker worker;
            TRY(worker.most, count_of(table, 1, 1));
            if ((units_ += worker.most) > seats_most) return refuse(table.fault(1, too_many_seats));
            TRY(const auto priority, count_of(table, 2, 0));
            if (priority > 9)
                return refuse(table.fault(2, {"须为 1 到 9，1 最优先。",
                                              "Must be from 1 to 9; 1 comes first."}));
            TRY(worker.group, group_of(table, 3, worker_groups_));
            if (priority > 0) {
                named_.plain = false;
                if (!too_many_priorities_)
                    too_many_priorities_ = table.fault(
                        2, {"优先级过多或分值过大，无法精确计算。",
                            "Too many priorities for scores of this size to be exact."});
            }
            named_.problem.workers.push_back(worker);
            priorities_.push_back(priority);
        }
        tables_.push_back(std::move(table));
        return Done{};
    }

    Result<Done> read_edges(File file) {
        TRY(auto table, Table::open(std::move(file.name), std::move(file.text),
                                    {{"worker", "order", "score"}, 3}));
        rows_.reserve(table.size() / 16);
        while (true) {
            TRY(const bool more, table.next());
            if (!more) break;
            TRY_DO(read_edge(table));
        }
        TRY_DO(scale(table));
        TRY_DO(number(table));
        return Done{};
    }

    Result<NamedProblem> finish() {
        TRY_DO(prefer());
        if (has_periods_) {
            named_.plain = false;
            named_.problem = matching::with_slots(std::move(named_.problem), named_.wishes.periods);
        }
        if (too_great_ && !matching::sums_fit(named_.problem)) return refuse(*too_great_);
        return std::move(named_);
    }

  private:
    /// The group that a cell names; −1 when empty.
    static Result<std::int32_t> group_of(const Table& table, std::size_t column,
                                         const Arrivals& groups) {
        const auto group = table.cell(column);
        if (group.empty()) return -1;
        if (const auto number = groups.find(group)) return *number;
        return refuse(table.fault(column, {"分组文件中没有这个分组。",
                                           "The groups have no such group."}));
    }

    /// The groups that a cell names, apart by ";".
    Result<std::vector<std::int32_t>> groups_of(const Table& table, std::size_t column) const {
        std::vector<std::int32_t> numbers;
        auto cell = table.cell(column);
        while (!cell.empty()) {
            const auto end = std::min(cell.find(';'), cell.size());
            const auto number = groups_.find(trimmed(cell.substr(0, end)));
            if (!number)
                return refuse(table.fault(column, {"分组文件中没有这个分组。多个分组用“;”分开。",
                                                   "The groups have no such group. Several are set "
                                                   "apart by \";\"."}));
            if (std::find(numbers.begin(), numbers.end(), *number) != numbers.end())
                return refuse(table.fault(column, {"分组重复。", "A group is named twice."}));
            numbers.push_back(*number);
            cell.remove_prefix(std::min(end + 1, cell.size()));
        }
        return numbers;
    }
    static std::string_view trimmed(std::string_view text) {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        return text;
    }

    /// Both or none; at least a minute long.
    Result<matching::AllocationPeriod> read_period(const Table& table) {
        const auto from = table.cell(5);
        const auto to = table.cell(6);
        if (from.empty() && to.empty()) return matching::AllocationPeriod{};
        const auto first = minute_of(from, false);
        if (!first) return refuse(table.fault(5, not_a_time));
        const auto last = minute_of(to, true);
        if (!last) return refuse(table.fault(6, not_a_time));
        if (*last <= *first)
            return refuse(table.fault(6, {"须晚于开始。", "Must be after the beginning."}));
        has_periods_ = true;
        return matching::AllocationPeriod{*first, *last};
    }

    Result<Done> read_team(const Table& table, const matching::AllocationOrder& order) {
        const auto team = table.cell(4);
        if (team.empty() || team == "no") return Done{};
        std::int32_t size = std::max(order.most, 1);
        if (team != "yes") {
            const auto [end, fault] = std::from_chars(team.data(), team.data() + team.size(), size);
            if (fault != std::errc() || end != team.data() + team.size() || size < 1)
                return refuse(table.fault(4, {"须为 yes、no 或每队人数。",
                                              "Must be yes, no or how many make a team."}));
            if (size == 1) return Done{};
        }
        if (order.least > 0)
            return refuse(table.fault(4, {"成组的订单不能另设下限。",
                                          "A team order takes all or none: no least beside it."}));
        teams_.emplace_back(static_cast<std::int32_t>(named_.problem.orders.size()), size);
        named_.plain = false;
        return Done{};
    }

    Result<Done> read_edge(const Table& table) {
        EdgeRow edge;
        edge.row = table.row();
        const auto worker = table.cell(0);
        if (worker.empty()) return refuse(table.fault(0, name_empty));
        bool fresh = false;
        std::tie(edge.worker, fresh) = workers_.add(worker);
        if (fresh) {
            named_.problem.workers.push_back({});
            priorities_.push_back(0);
        }
        const auto order = orders_.find(table.cell(1));
        if (!order)
            return refuse(
                table.fault(1, {"订单文件中没有这个订单。", "The orders have no such order."}));
        edge.order = *order;
        const auto score = Decimal::parse(table.cell(2));
        if (!score)
            return refuse(table.fault(
                2, {"须为整数或小数，最多 30 位。",
                    "Must be an integer or a decimal of at most 30 digits."}));
        edge.score = *score;
        named_.places = std::max(named_.places, edge.score.places);
        rows_.push_back(edge);
        return Done{};
    }

    /// All scores at the places of the finest.
    Result<Done> scale(const Table& table) {
        std::vector<Wide> scores;
        scores.reserve(rows_.size());
        const auto fault = [&](const EdgeRow& edge, const Text& what) {
            return table.fault(edge.row, 2, matching::decimal_text(edge.score.digits, edge.score.places), what);
        };
        Wide greatest = 0;
        const EdgeRow* steepest = nullptr;
        for (const auto& edge : rows_) {
            const auto scaled = edge.score.at(named_.places);
            if (!scaled)
                return refuse(fault(edge, {"与其他行的小数位合计超过 30 位，无法精确计算。",
                                           "With the places of the other rows it needs more than 30 digits."}));
            scores.push_back(named_.minimise ? -*scaled : *scaled);
            const Wide size = *scaled < 0 ? -*scaled : *scaled;
            if (size <= greatest) continue;
            greatest = size;
            steepest = &edge;
        }
        if (steepest)
            too_great_ = fault(*steepest, {"位数过多：这么多人和席位的合计无法精确计算。请减少小数位。",
                                           "Too many digits for exact sums over so many people and seats. "
                                           "Use fewer places."});
        take(std::move(scores), greatest);
        return Done{};
    }
    /// Where 64 bits do not hold the scores, the edges get their first nine digits or so.
    void take(std::vector<Wide> scores, Wide greatest) {
        Wide unit = 1;
        if (greatest > Wide{1} << 62)
            while (greatest / unit >= Wide{1} << 30) unit *= 10;
        auto& edges = named_.problem.edges;
        edges.reserve(rows_.size());
        for (std::size_t i = 0; i < scores.size(); ++i)
            edges.push_back({rows_[i].worker, rows_[i].order, static_cast<std::int64_t>(scores[i] / unit)});
        if (unit > 1) named_.problem.exact_scores = std::move(scores);
    }

    /// Numbers by name, edges ascending, each pair once.
    Result<Done> number(const Table& table) {
        auto& problem = named_.problem;
        const auto worker_numbers = workers_.sort(named_.workers);
        const auto order_numbers = orders_.sort(named_.orders);
        const auto group_numbers = groups_.sort(named_.groups);
        problem.workers = reordered(problem.workers, worker_numbers);
        priorities_ = reordered(priorities_, worker_numbers);
        problem.orders = reordered(problem.orders, order_numbers);
        problem.groups = reordered(problem.groups, group_numbers);
        memberships_ = reordered(memberships_, order_numbers);
        for (auto& groups : memberships_)
            for (auto& group : groups) group = group_numbers[static_cast<std::size_t>(group)];
        arrange_groups(named_, memberships_);
        const auto worker_group_numbers = worker_groups_.sort(named_.worker_groups);
        problem.worker_groups = reordered(problem.worker_groups, worker_group_numbers);
        for (auto& worker : problem.workers)
            if (worker.group >= 0)
                worker.group = worker_group_numbers[static_cast<std::size_t>(worker.group)];
        for (auto& team : teams_) team.first = order_numbers[static_cast<std::size_t>(team.first)];
        std::sort(teams_.begin(), teams_.end());
        for (const auto& [order, size] : teams_) {
            named_.wishes.teams.push_back(order);
            named_.wishes.team_sizes.push_back(size);
        }
        if (has_periods_) named_.wishes.periods = reordered(periods_, order_numbers);
        for (auto& edge : problem.edges) {
            edge.worker = worker_numbers[static_cast<std::size_t>(edge.worker)];
            edge.order = order_numbers[static_cast<std::size_t>(edge.order)];
        }
        return sort_edges(table);
    }

    Result<Done> sort_edges(const Table& table) {
        auto& edges = named_.problem.edges;
        std::vector<std::int32_t> sorted(edges.size());
        std::iota(sorted.begin(), sorted.end(), 0);
        const auto key = [&](std::int32_t e) {
            const auto& edge = edges[static_cast<std::size_t>(e)];
            return std::pair(edge.worker, edge.order);
        };
        std::sort(sorted.begin(), sorted.end(), [&](std::int32_t a, std::int32_t b) {
            const auto left = key(a);
            const auto right = key(b);
            return left != right ? left < right : a < b;
        });
        std::int32_t again = -1;  // the first row that repeats a pair
        for (std::size_t i = 1; i < sorted.size(); ++i)
            if (key(sorted[i - 1]) == key(sorted[i]) && (again < 0 || sorted[i] < again))
                again = sorted[i];
        if (again >= 0) {
            const auto& edge = edges[static_cast<std::size_t>(again)];
            const std::string pair = named_.workers[static_cast<std::size_t>(edge.worker)] + "," +
                                     named_.orders[static_cast<std::size_t>(edge.order)];
            return refuse(table.fault(rows_[static_cast<std::size_t>(again)].row, 1, pair,
                                      {"求职者与订单的组合重复。", "The pair occurs twice."}));
        }
        edges = arranged(edges, sorted);
        if (auto& exact = named_.problem.exact_scores; !exact.empty()) exact = arranged(exact, sorted);
        return Done{};
    }

    /// The penalty of everybody, at the places of the scores.
    [[nodiscard]] Result<Wide> common_penalty() const {
        if (!penalty_) return Wide{0};
        const auto scaled = penalty_->at(named_.places);
        const bool wide = !named_.problem.exact_scores.empty();
        const Wide most = wide ? penalty_most() / static_cast<Wide>(named_.problem.workers.size() + 1) : penalty_most();
        if (!scaled || *scaled < 0 || *scaled > most) return refuse(penalty_malformed);
        return *scaled;
    }
    /// What a penalty may be; beside wide scores also what all of them may come to.
    [[nodiscard]] Wide penalty_most() const {
        return Wide{1} << (named_.problem.exact_scores.empty() ? 70 : 116);
    }

    /// Priorities as penalties: leaving one of a level without an order outweighs everything below.
    Result<Done> prefer() {
        auto& problem = named_.problem;
        TRY(const Wide common, common_penalty());
        if (common > 0) named_.plain = false;
        Wide below = 1;  // more than all that the scores can differ by
        for (std::size_t e = 0; e < problem.edges.size(); ++e) {
            const Wide score = score_of(problem, e);
            below += 2 * (score < 0 ? -score : score);
        }
        below += common * static_cast<Wide>(problem.workers.size());
        std::map<std::int32_t, Wide, std::greater<>> levels;
        for (const auto priority : priorities_)
            if (priority > 0) ++levels[priority];
        for (auto& [level, count] : levels) {
            const Wide penalty = below;
            if (penalty > penalty_most() / count) return refuse(*too_many_priorities_);
            below += penalty * count;
            if (below > penalty_most()) return refuse(*too_many_priorities_);
            count = penalty;
        }
        for (std::size_t w = 0; w < problem.workers.size(); ++w)
            problem.workers[w].penalty =
                priorities_[w] > 0 ? levels[priorities_[w]] : common;
        return Done{};
    }

    const Reading& how_;
    NamedProblem named_;
    std::optional<Decimal> penalty_;
    std::optional<Error> too_many_priorities_;  ///< said of the first row that has one
    std::optional<Error> too_great_;            ///< said of the greatest score
    std::int64_t seats_ = 0;                    ///< of all orders
    std::int64_t units_ = 0;                    ///< of all workers that have a row
    bool has_periods_ = false;
    std::vector<matching::AllocationPeriod> periods_;
    std::vector<std::pair<std::int32_t, std::int32_t>> teams_;  ///< orders, and how many make one
    std::vector<std::vector<std::int32_t>> memberships_;  ///< the groups of each order
    Arrivals workers_;
    Arrivals orders_;
    Arrivals groups_;
    Arrivals worker_groups_;
    std::vector<std::int32_t> priorities_;
    std::vector<EdgeRow> rows_;
    std::vector<Table> tables_;  ///< keeps the names' texts
};

}  // namespace

Result<NamedProblem> read_problem(ProblemFiles files, const Reading& how) {
    Reader reader(how);
    TRY_DO(reader.read_penalty());
    if (files.groups) TRY_DO(reader.read_groups(std::move(*files.groups)));
    if (files.worker_groups) TRY_DO(reader.read_worker_groups(std::move(*files.worker_groups)));
    TRY_DO(reader.read_orders(std::move(files.orders)));
    if (files.workers) TRY_DO(reader.read_workers(std::move(*files.workers)));
    TRY_DO(reader.read_edges(std::move(files.edges)));
    return reader.finish();
}

}  // namespace jianghui::allocation
