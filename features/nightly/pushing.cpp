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

Result<bool> Pushing::step(const app::Services& services) {
    const Instant now = now_of(services);
    const Date today = date_of(now);
    if (night_ && night_->run.night_on != today) night_.reset();
    if (!night_) {
        const auto limits = limits_on(services, today);
        if (!is_due(now, limits.hour)) return false;
        if (const auto run = run_of(services, today); run && run->ended_at) return false;
        begin(services, now, limits);
    }
    if (night_->written) return tell_some(services);
    if (has_ranked()) TRY_DO(write(services));
    return true;
}

void Pushing::begin(const app::Services& services, Instant now, const Limits& limits) {
    auto night = std::make_unique<Night>();
    night->run.night_on = date_of(now);
    night->run.begun_at = now;
    night->limits = limits;
    night->ranking_since = Steady::now();
    night->ranking = std::async(
        std::launch::async,
        [&stopped = night->stopped,
         rank = suggestions::ranking_of_pool(services, static_cast<std::size_t>(limits.people_per_order), now)] {
            return rank(stopped);
        });
    night_ = std::move(night);
}

bool Pushing::has_ranked() {
    if (!night_->ranking.valid()) return true;
    if (night_->ranking.wait_for(moment) != std::future_status::ready) return false;
    auto night = std::move(night_);  // Begun anew if the ranking failed.
    auto found = night->ranking.get();
    if (!found) return false;
    const auto took = std::chrono::duration_cast<Milliseconds>(Steady::now() - night->ranking_since);
    auto& run = night->run;
    run.position = found->position;
    run.ranked_ms = took.count();
    run.orders = found->orders;
    run.people = found->people;
    run.pairs = static_cast<std::int64_t>(found->pairs.size());
    night->pairs = std::move(found->pairs);
    by_person(night->pairs);
    spdlog::info("nightly: night={} ranked orders={} people={} pairs={} ms={}", date_text(run.night_on), run.orders,
                 run.people, run.pairs, run.ranked_ms);
    night_ = std::move(night);
    return true;
}

Result<Done> Pushing::write(const app::Services& services) {
    TRY_DO(app::in_lane<bool>(services, app::Caller{}, now_of(services), [&](app::Command& command) -> Result<bool> {
        command.db.execute(sql::insert_run, store::members(night_->run));
        return true;
    }));
    night_->written = true;
    return Done{};
}

Result<bool> Pushing::tell_some(const app::Services& services) {
    const auto run = run_of(services, night_->run.night_on);
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
