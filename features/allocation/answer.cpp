#include "features/allocation/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace jianghui::allocation {
namespace {

using matching::AllocationStatus;
using matching::Wide;

/// A JSON object that grows member by member.
class Object {
  public:
    void number(std::string_view name, const std::string& text) { open(name) += text; }
    void text(std::string_view name, std::string_view text) {
        codec::write_string(open(name), text);
    }
    /// Where the value of a new member is to be written.
    std::string& open(std::string_view name) {
        json_ += json_.size() > 1 ? "," : "";
        codec::write_string(json_, name);
        return json_ += ':';
    }
    [[nodiscard]] std::string close() && { return std::move(json_) + "}"; }

  private:
    std::string json_ = "{";
};

template <class T, class Write>
void write_list(std::string& out, const std::vector<T>& items, Write write) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ',';
        write(items[i]);
    }
    out += ']';
}

const std::string& name_of(const std::vector<std::string>& names, std::int32_t number) {
    return names[static_cast<std::size_t>(number)];
}

std::vector<std::string> unplaced(const NamedProblem& named, const matching::Allocation& answer) {
    std::vector<bool> placed(named.workers.size());
    for (const auto e : answer.chosen)
        placed[static_cast<std::size_t>(
            named.problem.edges[static_cast<std::size_t>(e)].worker)] = true;
    std::vector<std::string> names;
    for (std::size_t w = 0; w < placed.size(); ++w)
        if (!placed[w]) names.push_back(named.workers[w]);
    return names;
}

/// The score of an edge as the file had it: negated back when it was.
std::string score_text(const NamedProblem& named, std::int32_t edge) {
    return named.text(score_of(named.problem, static_cast<std::size_t>(edge)));
}

void write_assignments(std::string& out, const NamedProblem& named,
                       const std::vector<std::int32_t>& chosen) {
    write_list(out, chosen, [&](std::int32_t e) {
        const auto& edge = named.problem.edges[static_cast<std::size_t>(e)];
        out += "{\"worker\":";
        codec::write_string(out, name_of(named.workers, edge.worker));
        out += ",\"order\":";
        codec::write_string(out, name_of(named.orders, edge.order));
        out += ",\"score\":" + score_text(named, e) + '}';
    });
}

/// The prices that are not 0, by name.
void write_prices(Object& to, std::string_view member, const std::vector<std::string>& names,
                  const std::vector<Wide>& prices, int places) {
    Object object;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (prices[i] != 0) object.number(names[i], matching::decimal_text(prices[i], places));
    to.open(member) += std::move(object).close();
}

/// Which orders of whom exclude each other, and what each such slot is worth.
void write_slots(Object& to, const NamedProblem& named, const std::vector<Wide>& prices) {
    std::vector<std::vector<std::int32_t>> orders(prices.size());
    for (std::size_t e = 0; e < named.problem.edges.size(); ++e)
        if (const auto slot = named.problem.edge_slots[e]; slot >= 0)
            orders[static_cast<std::size_t>(slot)].push_back(named.problem.edges[e].order);
    std::vector<std::size_t> all(prices.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto& list = to.open("slots");
    write_list(list, all, [&](std::size_t slot) {
        Object object;
        object.text("worker", name_of(named.workers, named.problem.slot_workers[slot]));
        auto& out = object.open("orders");
        write_list(out, orders[slot], [&](std::int32_t order) {
            codec::write_string(out, name_of(named.orders, order));
        });
        object.number("price", matching::decimal_text(prices[slot], named.places));
        list += std::move(object).close();
    });
}

std::string certificate_of(const NamedProblem& named, const Answer& answer) {
    Object object;
    switch (answer.method) {
        case Method::optimal: {
            const auto& allocation = answer.allocation;
            const auto bound = answer.searched_bound.value_or(allocation.bound);
            object.text("kind", answer.verified || !answer.searched_bound ? "prices" : "search");
            object.number("bound", named.text(bound));
            object.number("value", named.text(allocation.value));
            object.number("gap", matching::decimal_text(bound - allocation.value, named.places));
            if (answer.searched_bound) {
                object.number("flows_solved", std::to_string(answer.problems));
                object.number("bound_by_prices", named.text(allocation.bound));
            }
            object.number("verified", answer.verified ? "true" : "false");
            write_prices(object, "worker_prices", named.workers, allocation.prices.workers,
                         named.places);
            write_prices(object, "order_prices", named.orders, allocation.prices.orders,
                         named.places);
            if (!named.groups.empty())
                write_prices(object, "group_prices", named.groups, allocation.prices.groups,
                             named.places);
            if (!named.crossings.empty())
                write_prices(object, "crossing_prices", named.crossings,
                             allocation.prices.crossings, named.places);
            if (!named.worker_groups.empty())
                write_prices(object, "worker_group_prices", named.worker_groups,
                             allocation.prices.worker_groups, named.places);
            if (!named.problem.slot_workers.empty())
                write_slots(object, named, allocation.prices.slots);
            break;
        }
        case Method::stable:
            object.text("kind", "no_blocking_pair");
            object.number("checked_pairs", std::to_string(named.problem.edges.size()));
            object.number("blocking_pairs", std::to_string(answer.blocking_pairs));
            break;
        case Method::greedy:
            object.text("kind", "none");
            break;
    }
    return std::move(object).close();
}

void write_empty_seats(std::string& out, const NamedProblem& named,
                       const matching::Allocation& allocation) {
    write_list(out, matching::empty_seats(named.problem, allocation, {}, named.teams_of_orders()),
               [&](const matching::EmptySeats& seats) {
                   Object object;
                   object.text("order", name_of(named.orders, seats.order));
                   object.number("empty", std::to_string(seats.empty));
                   object.number("qualified", std::to_string(seats.qualified));
                   codec::write(object.open("reason"), seats.reason);
                   if (seats.price)
                       object.number("price", matching::decimal_text(*seats.price, named.places));
                   if (seats.nearest)
                       object.text("worker", name_of(named.workers, *seats.nearest));
                   out += std::move(object).close();
               });
}

std::string json_of(const NamedProblem& named, const Answer& answer) {
    const auto& allocation = answer.allocation;
    const auto left = unplaced(named, allocation);
    Object object;
    object.text("status", answer.method != Method::optimal ? "found"
                          : allocation.status == AllocationStatus::optimal ? "optimal"
                                                                           : "stopped");
    codec::write(object.open("method"), answer.method);
    object.text("objective", named.minimise ? "min" : "max");
    object.number("total", named.text(allocation.total));
    object.number("matched", std::to_string(allocation.chosen.size()));
    object.number("unmatched_workers", std::to_string(left.size()));
    write_assignments(object.open("assignments"), named, allocation.chosen);
    auto& names = object.open("unmatched");
    write_list(names, left, [&](const std::string& name) { codec::write_string(names, name); });
    object.open("certificate") += certificate_of(named, answer);
    if (answer.method == Method::optimal)
        write_empty_seats(object.open("empty_seats"), named, allocation);
    return std::move(object).close();
}

std::string words_of(const NamedProblem& named, const Answer& answer) {
    const auto& allocation = answer.allocation;
    std::string out;
    for (const auto e : allocation.chosen) {
        const auto& edge = named.problem.edges[static_cast<std::size_t>(e)];
        out += fmt::format("{}  {}  {}\n", name_of(named.workers, edge.worker),
                           name_of(named.orders, edge.order), score_text(named, e));
    }
    out += fmt::format("合计 total {}; 安排 matched {}; 未安排的人 workers left {}",
                       named.text(allocation.total), allocation.chosen.size(),
                       unplaced(named, allocation).size());
    if (answer.method != Method::optimal) return out;
    out += allocation.status == AllocationStatus::optimal
               ? std::string("\n已证明最优 proven optimal")
               : fmt::format("\n到时停止 stopped: 至多 at most {}",
                             named.text(answer.searched_bound.value_or(allocation.bound)));
    for (const auto& seats : matching::empty_seats(named.problem, allocation)) {
        out += fmt::format("\n{}: 空缺 empty {}, {}", name_of(named.orders, seats.order),
                           seats.empty, codec::encode(seats.reason));
        if (seats.price)
            out += fmt::format(", 代价 price {} ({})",
                               matching::decimal_text(*seats.price, named.places),
                               name_of(named.workers, *seats.nearest));
    }
    return out;
}

}  // namespace

app::Printed print(const NamedProblem& named, const Answer& answer) {
    return {words_of(named, answer), json_of(named, answer)};
}

app::Printed print_infeasible(const NamedProblem& named, const matching::Allocation& nearest) {
    const auto bottleneck = matching::find_bottleneck(named.problem, nearest);
    Object object;
    object.text("status", "infeasible");
    object.number("infeasible", "true");
    object.number("total", "null");
    object.number("matched", "0");
    object.number("unmatched_workers", std::to_string(named.workers.size()));
    object.number("assignments", "[]");
    std::string words = "无可行分配 infeasible";
    Object certificate;
    if (bottleneck) {
        certificate.text("kind", "bottleneck");
        const auto list = [&](std::string_view member, const std::vector<std::string>& names,
                              const std::vector<std::int32_t>& numbers) {
            auto& out = certificate.open(member);
            write_list(out, numbers, [&](std::int32_t number) {
                codec::write_string(out, name_of(names, number));
            });
        };
        certificate.number("seats", std::to_string(bottleneck->seats));
        list("workers", named.workers, bottleneck->workers);
        list("orders", named.orders, bottleneck->orders);
        words += fmt::format(": {} 人只能去共 {} 个席位的 {} 个订单 ({} workers share {} seats of {} orders)",
                             bottleneck->workers.size(), bottleneck->seats,
                             bottleneck->orders.size(), bottleneck->workers.size(),
                             bottleneck->seats, bottleneck->orders.size());
    } else {
        certificate.text("kind", "none");
    }
    object.open("certificate") += std::move(certificate).close();
    return {words, std::move(object).close()};
}

}  // namespace jianghui::allocation
