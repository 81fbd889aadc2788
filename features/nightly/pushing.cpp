#include "features/nightly/pushing.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "engine/app/slow_change.hpp"
#include "features/nightly/queries.hpp"
#include "features/nightly/store.hpp"
#include "features/nightly/telling.hpp"

namespace jianghui::nightly {
namespace {

using Steady = std::chrono::steady_clock;
/// What a step waits at most for the ranking: the clock of the others runs on.
constexpr std::chrono::milliseconds moment{20};

Instant now_of(const app::Services& services) { return services.get<Clock>().now(); }

std::optional<RunRow> run_of(const app::Services& services, Date night) {
    return services.get<store::Store>().read([&](store::Reader& reader) { return find_run(reader, night); });
}

}  // namespace

Pushing::~Pushing() {
    stopped_ = true;  // The future waits for its thread.
}

Result<bool> Pushing::step(const app::Services& services) {
    const Instant now = now_of(services);
    const Date today = date_of(now);
    const auto limits = limits_on(services, today);
    const bool is_new = !night_ || night_->on != today;
    if (is_new) {
        night_.reset();
        if (!is_due(now, limits.hour)) return false;
        if (const auto run = run_of(services, today); run && run->ended_at) return false;
        begin(services, now, limits);
    }
    if (night_->written) return tell_some(services);
    if (has_ranked()) TRY_DO(write(services));
    return true;
}

void Pushing::begin(const app::Services& services, Instant now, const Limits& limits) {
    night_.emplace();
    night_->on = date_of(now);
    night_->begun_at = now;
    night_->limits = limits;
    night_->ranking_since = Steady::now();
    night_->ranking = std::async(
        std::launch::async,
        [this, rank = suggestions::ranking_of_pool(services, static_cast<std::size_t>(limits.people_per_order),
                                                   now)] { return rank(stopped_); });
}

bool Pushing::has_ranked() {
    auto& night = *night_;
    if (night.run) return true;
    if (night.ranking.wait_for(moment) != std::future_status::ready) return false;
    auto found = night.ranking.get();
    if (!found) return false;  // Stopped: the program ends.
    const auto took = std::chrono::duration_cast<Milliseconds>(Steady::now() - night.ranking_since);
    RunRow run;
    run.night_on = night.on;
    run.begun_at = night.begun_at;
    run.position = found->position;
    run.ranked_ms = took.count();
    run.orders = found->orders;
    run.people = found->people;
    run.pairs = static_cast<std::int64_t>(found->pairs.size());
    night.pairs = std::move(found->pairs);
    by_person(night.pairs);
    night.run = run;
    spdlog::info("nightly: night={} ranked orders={} people={} pairs={} ms={}", date_text(run.night_on), run.orders,
                 run.people, run.pairs, run.ranked_ms);
    return true;
}

Result<Done> Pushing::write(const app::Services& services) {
    TRY_DO(app::in_lane<bool>(services, app::Caller{}, now_of(services), [&](app::Command& command) -> Result<bool> {
        command.db.execute(sql::insert_run, store::members(*night_->run));
        return true;
    }));
    night_->written = true;
    return Done{};
}

Result<bool> Pushing::tell_some(const app::Services& services) {
    const auto run = run_of(services, night_->on);
    if (!run || run->ended_at) {  // Another process has ended it.
        night_.reset();
        return false;
    }
    const auto some = services.get<store::Store>().read([&](store::Reader& reader) {
        return look_at_some(reader, services, night_->pairs, *run, night_->limits, now_of(services));
    });
    TRY(const bool kept, app::in_lane<bool>(services, app::Caller{}, now_of(services),
                                            [&](app::Command& command) { return keep(command, *run, some); }));
    if (!kept || !some.is_last) return true;
    spdlog::info("nightly: night={} is over", date_text(run->night_on));
    night_.reset();
    return false;
}

}  // namespace jianghui::nightly
