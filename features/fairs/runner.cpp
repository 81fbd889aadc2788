#include "features/fairs/runner.hpp"

#include <algorithm>
#include <tuple>

#include <spdlog/spdlog.h>

#include "features/codes/api.hpp"
#include "features/fairs/sight.hpp"
#include "features/fairs/store.hpp"

namespace jianghui::fairs {
namespace {

using Steady = std::chrono::steady_clock;
constexpr auto moment = std::chrono::milliseconds(100);
constexpr int writes_most = 20;  ///< of one plan

Instant now_of(const app::Services& services) { return services.get<Clock>().now(); }

int parameter(const app::Services& services, std::string_view code, int otherwise) {
    return static_cast<int>(services.get<codes::Tables>().parameter_or(
        code, date_of(now_of(services)), otherwise));
}

/// When the work of an order is: what is left of it from today on.
FairInput::Order input_of(const orders::OrderRow& order, int seats, Date today) {
    const Date from = std::max(order.starts_on.value_or(today), today,
                               [](Date a, Date b) { return std::chrono::sys_days(a) < std::chrono::sys_days(b); });
    Date to = order.ends_on.value_or(from);
    if (days_between(from, to) < 0) to = from;
    return {order.id, seats, order.place, from, to, order.shift, order.team_size};
}

}  // namespace

void Runner::step(const app::Services& services) {
    auto& store = services.get<store::Store>();
    const auto fair = store.read([](store::Reader& reader) { return next_to_run(reader); });
    if (!fair) {
        work_.reset();
        return;
    }
    if (!work_ || work_->fair != fair->id) begin(services, *fair);
    if (!work_->solving) {
        if (fair->stop_asked) return fail(services, *fair, "stopped_early");
        if (!gather(services, *fair)) return tell_progress(services, *fair);
        solve(services, *fair);
        if (!work_ || !work_->solving) return;
    }
    if (fair->stop_asked) work_->solving->stop();
    if (work_->solving->wait_for(moment))
        keep(services, *fair);
    else
        tell_progress(services, *fair);
}

void Runner::begin(const app::Services& services, const FairRow& fair) {
    work_ = std::make_unique<Work>();
    work_->fair = fair.id;
    auto& input = work_->input;
    input.several = fair.several;
    input.agency_floor = fair.agency_floor;
    input.place_floor = fair.place_floor;
    const Date today = date_of(now_of(services));
    services.get<store::Store>().read([&](store::Reader& reader) {
        for (const auto& row : orders_of(reader, fair))
            if (auto order = orders::find(reader, row.order_id)) {
                input.orders.push_back(input_of(*order, row.seats, today));
                work_->rows.push_back(std::move(*order));
            }
    });
}

bool Runner::gather(const app::Services& services, const FairRow& fair) {
    const auto until = Steady::now() + moment;
    const auto most = static_cast<std::size_t>(parameter(services, "fair_people_max", 5000));
    auto& work = *work_;
    while (work.accounts.size() < work.rows.size() && Steady::now() < until)
        services.get<store::Store>().read([&](store::Reader& reader) {
            const auto& order = work.rows[work.accounts.size()];
            auto found = suggestions::fits(reader, services, owner_of(fair), fair.pool, order, most,
                                           now_of(services));
            work.accounts.push_back({order.id, 0, 0, {}, {}});
            if (!found) return;  // an order that cannot be matched has nobody
            work.position = found->position;
            work.accounts.back() = {order.id, found->considered,
                                    static_cast<int>(found->people.size()),
                                    std::move(found->removed), found->relaxation};
            for (const auto& [person, score] : found->people) {
                work.input.edges.push_back({order.id, person, score});
                if (fair.agency_floor == 0 || work.input.agencies.count(person) > 0) continue;
                if (const auto of = people::agencies_of(reader, person); !of.empty())
                    work.input.agencies.emplace(person, of.front());
            }
        });
    return work.accounts.size() == work.rows.size();
}

void Runner::solve(const app::Services& services, const FairRow& fair) {
    auto& work = *work_;
    work.files = files_of(work.input);
    auto named = allocation::read_problem(work.files, {});
    if (!named) return fail(services, fair, named.error().code);
    work.problem = std::make_shared<const allocation::NamedProblem>(std::move(*named));
    work.solving = std::make_unique<Solving>(work.problem, std::chrono::seconds(fair.seconds));
}

void Runner::tell_progress(const app::Services& services, const FairRow& fair) {
    FairRow told = fair;
    told.status = FairStatus::running;
    told.ranked = static_cast<int>(work_->accounts.size());
    told.pairs = static_cast<int>(work_->input.edges.size());
    tell_search(told);
    const auto progress = [](const FairRow& row) {
        return std::tuple(row.status, row.ranked, row.pairs, row.steps, row.stage, row.spent_seconds,
                          row.best_so_far, row.bound_so_far);
    };
    if (progress(told) == progress(fair)) return;
    told.changed_at = now_of(services);
    (void)services.get<store::Store>().write(
        [&](store::Transaction& db) { return update(db, told, fair.status); });
}

void Runner::tell_search(FairRow& told) const {
    const auto search = work_->solving ? work_->solving->progress() : SolvingProgress{FairStage::ranking};
    told.stage = search.stage;
    told.steps = search.steps;
    told.spent_seconds = search.spent_seconds;
    told.best_so_far = search.best_so_far;
    told.bound_so_far = search.bound_so_far;
}

void Runner::fail(const app::Services& services, const FairRow& fair, std::string_view code) {
    FairRow failed = fair;
    failed.status = FairStatus::failed;
    failed.failure = code;
    failed.decided_at = failed.changed_at = now_of(services);
    if (write_plan(services, fair.status, failed, {})) work_.reset();
}

void Runner::keep(const app::Services& services, const FairRow& fair) {
    auto& work = *work_;
    const auto& outcome = work.solving->outcome();
    if (!outcome.answer) return fail(services, fair, outcome.answer.error().code);
    FairRow decided = fair;
    decided.ranked = static_cast<int>(work.accounts.size());
    decided.pairs = static_cast<int>(work.input.edges.size());
    decided.people = static_cast<int>(work.problem->workers.size());
    tell_search(decided);
    decided.position = work.position;
    decided.input_digest = digest_of(work.files);
    decided.feasible_percent = outcome.feasible_percent;
    decided.decided_at = decided.changed_at = now_of(services);
    const auto plan = plan_of(decided, *work.problem, *outcome.answer, work.accounts, work.files);
    if (write_plan(services, fair.status, plan.fair, plan)) return work_.reset();
    // What was computed is kept and tried again; a plan that the database never takes must not hold up the others.
    spdlog::warn("fairs: the plan of {} was not written", fair.id.text());
    if (++work.refused == writes_most) fail(services, fair, "not_written");
}

}  // namespace jianghui::fairs
