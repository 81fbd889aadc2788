#include "features/fairs/plan.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "features/fairs/events.hpp"
#include "features/fairs/queries.hpp"
#include "features/fairs/store.hpp"

namespace jianghui::fairs {
namespace {

using matching::AllocationStatus;

FairStatus status_of(AllocationStatus status) {
    switch (status) {
        case AllocationStatus::optimal: return FairStatus::decided;
        case AllocationStatus::stopped: return FairStatus::stopped;
        case AllocationStatus::infeasible: return FairStatus::infeasible;
        case AllocationStatus::undecided: break;
    }
    return FairStatus::failed;
}

/// The prices of the proof, for the losses of edits by hand: side,name,price. And what they leave open: gap,,amount.
std::string prices_file(const allocation::NamedProblem& named, const matching::Allocation& found) {
    const auto& prices = found.prices;
    std::string text = fmt::format("gap,,{}\n", static_cast<std::int64_t>(found.bound - found.value));
    const auto add = [&](char side, const std::vector<std::string>& names,
                         const std::vector<matching::Wide>& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] != 0)
                text += fmt::format("{},{},{}\n", side, names[i],
                                    static_cast<std::int64_t>(values[i]));
    };
    add('w', named.workers, prices.workers);
    add('o', named.orders, prices.orders);
    return text;
}

std::vector<std::pair<std::string, std::string>> files_to_keep(
    const allocation::NamedProblem& named, const allocation::Answer& answer,
    const allocation::ProblemFiles& files) {
    std::vector<std::pair<std::string, std::string>> kept{{"edges", files.edges.text},
                                                          {"orders", files.orders.text}};
    for (const auto* file : {&files.workers, &files.groups, &files.worker_groups})
        if (*file) kept.emplace_back((*file)->name, (*file)->text);
    const auto status = answer.allocation.status;
    if (status == AllocationStatus::infeasible) {
        kept.emplace_back("answer", allocation::print_infeasible(named, answer.allocation).json);
    } else if (status != AllocationStatus::undecided) {
        kept.emplace_back("answer", allocation::print(named, answer).json);
        kept.emplace_back("prices", prices_file(named, answer.allocation));
    }
    return kept;
}

std::vector<FairOrderRow> account_for(const NewPlan& plan, const allocation::NamedProblem& named,
                                      const allocation::Answer& answer,
                                      const std::vector<OrderAccount>& accounts) {
    std::map<OrderId, FairOrderRow> rows;
    matching::RemovedFromOrders removed(named.orders.size());
    std::map<OrderId, std::size_t> numbers;
    for (std::size_t i = 0; i < named.orders.size(); ++i)
        numbers[*OrderId::parse(named.orders[i])] = i;
    for (const auto& account : accounts) {
        auto& row = rows[account.order];
        row.city = plan.fair.city;
        row.fair_id = plan.fair.id;
        row.order_id = account.order;
        row.considered = account.considered;
        row.qualified = account.qualified;
        for (const auto& [filter, count] : account.removed) row.removed.push_back({filter, count});
        if (account.relaxation) {
            row.relaxed = codec::enum_text(account.relaxation->filter);
            row.relaxed_qualified = static_cast<int>(account.relaxation->passing);
        }
        removed[numbers.at(account.order)] = account.removed;
    }
    if (has_plan(plan.fair.status))
        for (const auto& seats : matching::empty_seats(
                 named.problem, answer.allocation, removed, named.teams_of_orders())) {
            auto& row = rows[*OrderId::parse(named.orders[static_cast<std::size_t>(seats.order)])];
            row.reason = codec::enum_text(seats.reason);
            if (seats.price) row.price = static_cast<std::int64_t>(*seats.price);
            if (seats.nearest)
                row.nearest =
                    PersonId::parse(named.workers[static_cast<std::size_t>(*seats.nearest)]);
            if (seats.filter) row.filter = codec::enum_text(*seats.filter);
        }
    std::vector<FairOrderRow> all;
    for (auto& [order, row] : rows) all.push_back(std::move(row));
    return all;
}

/// The numbers behind names, as the files have them: ascending by text.
std::optional<std::int32_t> number_of(const std::vector<std::string>& names,
                                      const std::string& name) {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name) return std::nullopt;
    return static_cast<std::int32_t>(found - names.begin());
}

void read_prices(std::string_view text, KnownProblem& known) {
    known.worker_prices.resize(known.named.workers.size());
    known.order_prices.resize(known.named.orders.size());
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto comma = line.rfind(',');
        std::int64_t price = 0;
        std::from_chars(line.data() + comma + 1, line.data() + line.size(), price);
        if (line.starts_with("gap,")) {
            known.gap = price;
            continue;
        }
        const std::string name(line.substr(2, comma - 2));
        const bool worker = line.front() == 'w';
        const auto at = number_of(worker ? known.named.workers : known.named.orders, name);
        if (at)
            (worker ? known.worker_prices : known.order_prices)[static_cast<std::size_t>(*at)] =
                price;
    }
}

}  // namespace

NewPlan plan_of(FairRow fair, const allocation::NamedProblem& named,
                const allocation::Answer& answer, const std::vector<OrderAccount>& accounts,
                const allocation::ProblemFiles& files) {
    NewPlan plan;
    fair.status = status_of(answer.allocation.status);
    if (fair.status == FairStatus::failed) fair.failure = allocation::allocation_undecided.code;
    if (has_plan(fair.status)) {
        fair.filled = static_cast<int>(answer.allocation.chosen.size());
        fair.total = fair.optimum = static_cast<std::int64_t>(answer.allocation.total);
        fair.bound = static_cast<std::int64_t>(
            answer.searched_bound.value_or(answer.allocation.bound));
        for (const auto e : answer.allocation.chosen) {
            const auto& edge = named.problem.edges[static_cast<std::size_t>(e)];
            plan.pairs.push_back(
                {fair.city, fair.id,
                 *OrderId::parse(named.orders[static_cast<std::size_t>(edge.order)]),
                 *PersonId::parse(named.workers[static_cast<std::size_t>(edge.worker)]),
                 static_cast<int>(edge.score), false, {}, {}});
        }
    }
    plan.fair = std::move(fair);
    plan.orders = account_for(plan, named, answer, accounts);
    plan.files = files_to_keep(named, answer, files);
    return plan;
}

bool write_plan(const app::Services& services, FairStatus seen, const FairRow& fair,
                const NewPlan& plan) {
    const access::Caller nobody;
    const Instant now = services.get<Clock>().now();
    const auto outcome = services.get<store::Store>().write([&](store::Transaction& db) {
        if (!update(db, fair, seen)) return false;
        app::Command command(db, nobody, now, services, services.get<IdSource>());
        db.execute_all(sql::update_fair_order, store::members_of_all(plan.orders));
        db.execute_all(sql::insert_fair_pair, store::members_of_all(plan.pairs));
        for (const auto& [name, text] : plan.files)
            db.execute(sql::insert_fair_file, store::arguments("city", fair.city, "fair", fair.id,
                                                               "name", name, "text", text));
        command.record(fair_decided,
                       {fair.city, "fair", fair.id.number,
                        fair.organisation.value_or(OrganisationId{}), {}, {}},
                       FairChange{fair.status, fair.orders, fair.seats, fair.filled, fair.total,
                                  fair.optimum, fair.input_digest});
        return true;
    });
    return outcome == store::Work::Outcome::committed;
}

std::optional<std::int32_t> KnownProblem::worker(PersonId person) const {
    return number_of(named.workers, person.text());
}
std::optional<std::int32_t> KnownProblem::order(OrderId order) const {
    return number_of(named.orders, order.text());
}

Result<KnownProblem> known_problem(const store::Reader& reader, const FairRow& fair) {
    if (!has_plan(fair.status)) return refuse(fair_not_decided);
    allocation::ProblemFiles files;
    files.edges = {"edges", file_of(reader, fair, "edges")};
    files.orders = {"orders", file_of(reader, fair, "orders")};
    files.workers = allocation::File{"workers", file_of(reader, fair, "workers")};
    if (auto text = file_of(reader, fair, "groups"); !text.empty())
        files.groups = allocation::File{"groups", std::move(text)};
    if (auto text = file_of(reader, fair, "worker_groups"); !text.empty())
        files.worker_groups = allocation::File{"worker_groups", std::move(text)};
    KnownProblem known;
    TRY(known.named, allocation::read_problem(std::move(files), {}));
    read_prices(file_of(reader, fair, "prices"), known);
    return known;
}

}  // namespace jianghui::fairs
