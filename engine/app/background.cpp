// Clocks and followers: what the server does by itself.

#include <algorithm>
#include <future>

#include <spdlog/spdlog.h>

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "engine/app/lease.hpp"

namespace jianghui::app {
namespace {

/// Between two looks at what is due, when nothing rings: a fraction of the shortest period.
constexpr std::chrono::milliseconds longest_rest{250};

/// How long one job or task may go on before the others have their turn: one that is behind, because it counts
/// a storm of grabs or seals a long journal, must not keep back the clock that ends an offer.
constexpr std::chrono::milliseconds slice{50};

/// How long the runs of a job share a transaction while nobody waits for the lane: what they write again and again is then written
/// once. Who comes waits for the run that is under way, not for the others. Not where other programs write, too: they are not seen.
constexpr std::chrono::milliseconds slice_alone{200};

using Steady = std::chrono::steady_clock;

/// While somebody waits for the lane, the lane is left to them for so many times as long as the job
/// held it; never longer than the slice.
constexpr int rest_share = 3;

/// Runs what is due of every feature's jobs or tasks; how many runs. `run` says whether there is more:
/// then the work stays due, and is run again at once when `to_the_end`. `due_at` has a time for each, in
/// the order of the features.
template <class Work, class Run>
int run_due(const std::vector<Feature>& features, std::vector<Work> Feature::*works,
            std::vector<Instant>& due_at, const Clock& clock, bool to_the_end, Run&& run) {
    int runs = 0;
    std::size_t number = 0;
    for (const auto& feature : features) {
        for (const auto& work : feature.*works) {
            Instant& due = due_at[number++];
            const Instant now = clock.now();
            if (now < due) continue;
            ++runs;
            bool more = run(work);
            for (; more && to_the_end; ++runs) more = run(work);
            if (!more) due = now + work.every;
        }
    }
    return runs;
}

/// One run of a job in the caller's transaction; false when it was refused. `more`: whether there may be more to do.
bool run_once(const Services& services, const Job& job, store::Transaction& transaction, bool& more) {
    const Caller nobody;
    Command context(transaction, nobody, services.get<Clock>().now(), services, services.get<IdSource>());
    auto result = job.run(context);
    if (!result) {
        spdlog::error("job={} refused: {}", job.name, result.error().code);
        return false;
    }
    more = *result;
    return true;
}

/// A job in the lane, once or, until that time, as often as there is more and nobody waits for the lane: the commit, and the pages that each
/// run touches, are written once for all. Whether there may still be more. When one of several runs fails, all are undone and the first is
/// made again by itself: a savepoint for each would cost more than that does.
bool run_in_lane(const Services& services, const Job& job, Steady::time_point until) {
    auto& store = services.get<store::Store>();
    bool more = false;
    bool refused = false;
    int runs = 0;
    const auto outcome = store.write([&](store::Transaction& transaction) {
        do {
            ++runs;
            refused = !run_once(services, job, transaction, more);
        } while (!refused && more && Steady::now() < until && store.figures().waiting == 0);
        return !refused;
    });
    if (runs > 1 && (refused || store::is_failure(outcome))) {
        spdlog::warn("job={} is run again, one run a transaction", job.name);
        return run_in_lane(services, job, Steady::time_point::min());
    }
    if (store::is_failure(outcome)) {
        spdlog::error("job={} failed and will be tried again", job.name);
        return false;
    }
    return more;
}

}  // namespace

/// One run of a job in the lane; whether there may be more.
bool App::run_job(const Job& job) { return run_in_lane(*services_, job, Steady::time_point::min()); }

/// One run of a task; whether there may be more.
bool App::run_task(const Task& task) {
    try {
        const auto more = task.run(*services_);
        if (more) return *more;
        spdlog::error("task={} refused: {}", task.name, more.error().code);
    } catch (const store::StoreFailure& failure) {
        spdlog::error("task={} failed and will be tried again: {}", task.name, failure.what());
    }
    return false;
}

bool App::runs_clocks() {
    return !services_->has<Lease>() ||
           services_->get<Lease>().hold(services_->get<store::Store>(),
                                        SystemClock(std::nullopt).now());
}

int App::run_due_jobs() {
    if (!runs_clocks()) return 0;
    const auto& clock = services_->get<Clock>();
    const int runs = run_due(features_, &Feature::jobs, job_due_, clock, true,
                             [this](const Job& job) { return run_job(job); });
    return runs + run_due(features_, &Feature::tasks, task_due_, clock, true,
                          [this](const Task& task) { return run_task(task); });
}

bool App::run_slice(const Job& job) {
    const auto until = Steady::now() + slice;
    const auto until_alone = services_->get<store::Store>().shared() ? until : Steady::now() + slice_alone;
    for (;;) {
        const auto began = Steady::now();
        if (!run_in_lane(*services_, job, until_alone)) return false;
        if (leave_the_lane(Steady::now() - began) || Steady::now() >= until) return true;
    }
}

bool App::leave_the_lane(std::chrono::nanoseconds held) {
    const bool crowded = services_->get<store::Store>().figures().waiting > 0;
    std::unique_lock lock(background_mutex_);
    if (crowded)
        background_wakes_.wait_for(lock, std::min<std::chrono::nanoseconds>(held * rest_share, slice),
                                   [this] { return closing_; });
    return closing_;
}

bool App::run_slices() {
    if (!runs_clocks()) return false;
    const auto& clock = services_->get<Clock>();
    const auto job_slices = [&] {
        bool more = false;
        run_due(features_, &Feature::jobs, job_due_, clock, false, [&](const Job& job) {
            const bool behind = run_slice(job);
            more = more || behind;
            return behind;
        });
        return more;
    };
    const Instant now = clock.now();
    if (std::none_of(task_due_.begin(), task_due_.end(), [&](Instant due) { return due <= now; })) return job_slices();
    // Tasks read and write as any caller does: the jobs need not wait for them.
    auto tasks = std::async(std::launch::async, [&] {
        bool more = false;
        run_due(features_, &Feature::tasks, task_due_, clock, false, [&](const Task& task) {
            const auto until = Steady::now() + slice;
            bool behind = run_task(task);
            while (behind && Steady::now() < until) behind = run_task(task);
            more = more || behind;
            return behind;
        });
        return more;
    });
    bool more = job_slices();
    while (more && tasks.wait_for(std::chrono::seconds(0)) != std::future_status::ready) more = job_slices();
    return tasks.get() || more;
}

std::int64_t App::follow() {
    constexpr int batch = 1000;
    const std::lock_guard lock(follow_mutex_);
    for (bool more = true; more;) {
        more = services_->get<store::Store>().read([&](store::Reader& reader) {
            const auto events = journal::after(reader, followed_, batch);
            if (events.empty()) return false;
            for (const auto& feature : features_)
                for (const auto& follower : feature.followers)
                    follower.follow(*services_, reader, events);
            followed_ = events.back().position;
            return events.size() == batch;
        });
    }
    return followed_;
}

void App::start_background() {
    background_ = std::thread([this] { run_background(); });
}

void App::run_background() {
    for (bool more = false;;) {
        {
            std::unique_lock lock(background_mutex_);
            if (!more)
                background_wakes_.wait_for(lock, longest_rest,
                                           [this] { return closing_ || rung_; });
            if (closing_) return;
            rung_ = false;
        }
        more = false;
        try {
            follow();
            more = run_slices();
        } catch (const std::exception& failure) {
            spdlog::error("background: {}", failure.what());
        }
    }
}

std::string App::metrics() const {
    const auto lane = services_->get<store::Store>().figures();
    std::string out;
    const auto add = [&](std::string_view name, std::string_view type, std::string_view help,
                         auto value) {
        out += fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, help, name, type, name,
                           value);
    };
    add("jianghui_commands_total", "counter", "Commands executed by the write lane.",
        lane.commands);
    add("jianghui_commits_total", "counter", "Commits that wrote something.", lane.commits);
    add("jianghui_command_failures_total", "counter", "Commands that failed for want of storage.",
        lane.failures);
    add("jianghui_commands_waiting", "gauge", "Commands waiting for the write lane.",
        lane.waiting);
    out += "# HELP jianghui_answers_total Answers by class of status.\n"
           "# TYPE jianghui_answers_total counter\n";
    for (std::size_t i = 1; i < answers_.size(); ++i)
        out += fmt::format("jianghui_answers_total{{class=\"{}xx\"}} {}\n", i, answers_[i].load());
    return out;
}

}  // namespace jianghui::app
