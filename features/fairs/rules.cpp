#include "features/fairs/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"

namespace jianghui::fairs {
namespace {

std::int64_t sum_of_seats(const FairInput& input) {
    std::int64_t sum = 0;
    for (const auto& order : input.orders) sum += order.seats;
    return sum;
}

/// How many fit at least one order.
std::vector<PersonId> people_of(const FairInput& input) {
    std::vector<PersonId> people;
    people.reserve(input.edges.size());
    for (const auto& edge : input.edges) people.push_back(edge.person);
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

/// When the work of an order is: whole days; of an order of one day the part that its shift takes, as the
/// calendar of persons counts (features/seats).
std::pair<std::string, std::string> period_of(const FairInput::Order& order) {
    const auto first = date_text(order.from);
    const auto last = date_text(order.to);
    if (first != last) return {first, last};
    switch (order.shift) {
        case orders::Shift::morning: return {first + "T00:00", first + "T12:00"};
        case orders::Shift::afternoon: return {first + "T12:00", first + "T18:00"};
        case orders::Shift::day: return {first + "T00:00", first + "T18:00"};
        case orders::Shift::night: return {first + "T18:00", date_text(add_days(order.to, 1)) + "T00:00"};
        case orders::Shift::rotating: break;
    }
    return {first, last};
}

std::string orders_file(const FairInput& input) {
    std::string text = "order,capacity,group,team,from,to\n";
    for (const auto& order : input.orders) {
        const auto [from, to] = input.several ? period_of(order) : std::pair<std::string, std::string>();
        text += fmt::format("{},{},{},{},{},{}\n", order.id.text(), order.seats,
                            input.place_floor > 0 ? order.place.text : "",
                            order.team_size > 1 ? std::to_string(order.team_size) : "", from, to);
    }
    return text;
}

std::string workers_file(const FairInput& input, const std::vector<PersonId>& people) {
    std::string text = "worker,capacity,group\n";
    for (const auto person : people) {
        const auto agency = input.agencies.find(person);
        const bool grouped = input.agency_floor > 0 && agency != input.agencies.end();
        text += fmt::format("{},{},{}\n", person.text(), input.several ? input.orders.size() : 1,
                            grouped ? agency->second.text() : "");
    }
    return text;
}

std::string edges_file(const FairInput& input) {
    auto edges = input.edges;
    std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) {
        return std::pair(a.person, a.order) < std::pair(b.person, b.order);
    });
    std::string text = "worker,order,score\n";
    for (const auto& edge : edges)
        text += fmt::format("{},{},{}\n", edge.person.text(), edge.order.text(), edge.score);
    return text;
}

/// The groups with their floors, each with what is its own: seats, or people.
std::string groups_file(const std::map<std::string, std::int64_t>& parts, int percent,
                        std::int64_t places) {
    std::int64_t whole = 0;
    for (const auto& [name, part] : parts) whole += part;
    std::string text = "group,least,most\n";
    for (const auto& [name, part] : parts)
        text += fmt::format("{},{},\n", name, floor_of(percent, part, whole, places));
    return text;
}

matching::AllocationGroup scaled(matching::AllocationGroup group, int percent) {
    group.least = group.least * percent / 100;
    return group;
}

/// Whether the problem has an answer when only so much of its floors must be kept.
std::optional<bool> is_feasible(const allocation::NamedProblem& named, int percent,
                                const matching::AllocationWatch& watch) {
    auto less = named;
    for (auto& group : less.problem.groups) group = scaled(group, percent);
    for (auto& group : less.problem.worker_groups) group = scaled(group, percent);
    const auto found = allocation::find_best(less, watch);
    if (!found || found->allocation.status == matching::AllocationStatus::undecided) return std::nullopt;
    // Also what was stopped has an answer that keeps the floors.
    return found->allocation.status != matching::AllocationStatus::infeasible;
}

bool at_once(const allocation::NamedProblem& named, std::int32_t one, std::int32_t other) {
    const auto& periods = named.wishes.periods;
    return periods.empty() || matching::overlap(periods[static_cast<std::size_t>(one)],
                                                periods[static_cast<std::size_t>(other)]);
}

}  // namespace

std::int64_t floor_of(int percent, std::int64_t part, std::int64_t whole, std::int64_t places) {
    if (whole == 0) return 0;
    return std::min(part, places * part / whole) * percent / 100;
}

allocation::ProblemFiles files_of(const FairInput& input) {
    const auto people = people_of(input);
    const auto places =
        std::min(sum_of_seats(input), static_cast<std::int64_t>(people.size()));
    allocation::ProblemFiles files;
    files.orders = {"orders", orders_file(input)};
    files.edges = {"edges", edges_file(input)};
    files.workers = allocation::File{"workers", workers_file(input, people)};
    if (input.place_floor > 0) {
        std::map<std::string, std::int64_t> seats;
        for (const auto& order : input.orders) seats[order.place.text] += order.seats;
        files.groups = allocation::File{"groups", groups_file(seats, input.place_floor, places)};
    }
    if (input.agency_floor > 0) {
        std::map<std::string, std::int64_t> count;
        for (const auto person : people)
            if (const auto found = input.agencies.find(person); found != input.agencies.end())
                ++count[found->second.text()];
        files.worker_groups =
            allocation::File{"worker_groups", groups_file(count, input.agency_floor, places)};
    }
    return files;
}

std::string digest_of(const allocation::ProblemFiles& files) {
    crypto::Sm3 hash;
    const auto add = [&](const allocation::File& file) {
        hash.add(fmt::format("{} {}\n", file.name, file.text.size())).add(file.text);
    };
    add(files.edges);
    add(files.orders);
    for (const auto* file : {&files.workers, &files.groups, &files.worker_groups})
        if (*file) add(**file);
    return hash.finish().hex();
}

std::optional<int> feasible_percent(const allocation::NamedProblem& named,
                                    const matching::AllocationWatch& watch) {
    int kept = -1;
    for (int low = 0, high = 99; low <= high;) {
        const int middle = (low + high) / 2;
        const auto feasible = is_feasible(named, middle, watch);
        if (!feasible) return std::nullopt;
        if (*feasible) {
            kept = middle;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return kept < 0 ? std::nullopt : std::optional(kept);
}

std::optional<std::size_t> edge_between(const matching::AllocationProblem& problem,
                                        std::int32_t worker, std::int32_t order) {
    const auto found = std::lower_bound(
        problem.edges.begin(), problem.edges.end(), std::pair(worker, order),
        [](const matching::AllocationEdge& edge, const std::pair<std::int32_t, std::int32_t>& to) {
            return std::pair(edge.worker, edge.order) < to;
        });
    if (found == problem.edges.end() || found->worker != worker || found->order != order)
        return std::nullopt;
    return static_cast<std::size_t>(found - problem.edges.begin());
}

Result<std::vector<PlannedPair>> leaving_for(const allocation::NamedProblem& named,
                                             const std::vector<PlannedPair>& plan,
                                             std::int32_t worker, std::int32_t order,
                                             std::optional<std::int32_t> instead_of) {
    if (!edge_between(named.problem, worker, order)) return refuse(pair_not_qualified);
    std::vector<PlannedPair> leaving;
    std::int32_t filled = 0;
    for (const auto& pair : plan) {
        if (pair.order == order) ++filled;
        const bool replaced = pair.order == order && pair.worker == instead_of;
        const bool moved = pair.worker == worker && at_once(named, pair.order, order);
        if (!replaced && !moved) continue;
        if (pair.offered) {
            if (replaced) return refuse(fair_pair_offered);
            return refuse(fair_person_placed);
        }
        leaving.push_back(pair);
    }
    const auto leaves = std::count_if(leaving.begin(), leaving.end(),
                                      [&](const auto& pair) { return pair.order == order; });
    if (instead_of && leaves == 0) return refuse(pair_unknown);
    if (filled - leaves >= named.problem.orders[static_cast<std::size_t>(order)].most)
        return refuse(fair_order_full);
    return leaving;
}

Text relaxing_text(const FairOrderRow& order) {
    const auto filter = codec::parse_enum<matching::Filter>(order.relaxed);
    if (!filter || order.relaxed_qualified <= order.qualified) return {};
    const Text name = matching::title(*filter);
    return {fmt::format("若放宽{}，合格的人从 {} 增到 {}", name.zh, order.qualified, order.relaxed_qualified),
            fmt::format("without the {} filter {} would qualify instead of {}", name.en,
                        order.relaxed_qualified, order.qualified)};
}

Text reason_text(std::string_view reason, std::string_view filter,
                 std::optional<std::int64_t> price) {
    const auto points = price.value_or(0);
    if (reason == "nobody_qualified")
        return {"没有人符合条件", "nobody qualifies"};
    if (reason == "out_of_reach")
        return {"没有人符合条件，多数人因地点太远被筛除", "nobody qualifies; most live out of reach"};
    if (reason == "pay")
        return {"没有人符合条件，多数人期望的报酬更高", "nobody qualifies; most ask for more pay"};
    if (reason == "other_filter") {
        const auto which = codec::parse_enum<matching::Filter>(filter);
        const Text why = which ? matching::reason(*which) : Text{};
        return {"没有人符合条件，多数人：" + why.zh, "nobody qualifies; most: " + why.en};
    }
    // More seats than people: whoever moves here leaves a seat as good as this one empty.
    if (reason == "better_used_elsewhere" && points == 0)
        return {"合格的人都已安排在别的订单；从那里调一人过来，总分可能不减少，但那边会空出一个席位",
                "everybody who qualifies has a seat elsewhere; moving one here may cost the total nothing, but "
                "leaves that seat empty"};
    if (reason == "better_used_elsewhere")
        return {fmt::format("有人合格，但安排在别处更合适；在此多安排一人，总分至少减少 {}", points),
                fmt::format("people qualify and are worth more elsewhere; one more here costs the total "
                            "at least {}", points)};
    if (reason == "all_qualified_placed")
        return {"合格的人都已安排在本订单", "everybody who qualifies is in it already"};
    if (reason == "no_gain")
        return {"再安排一人不会增加总分", "one more would not raise the total"};
    if (reason == "team_incomplete")
        return {"须按整队录用，合格而未安排在此的人不够再组成一队",
                "it takes whole teams alone, and not enough who qualify are left for one more"};
    if (reason == "ceiling")
        return {"所在分组已到上限", "the order's group is full"};
    if (reason == "by_hand") return {"手工移出后空着", "empty since an edit by hand"};
    return {};
}

}  // namespace jianghui::fairs
