// jianghui allocate

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <numeric>

#include "engine/app/command_answers.hpp"
#include "engine/app/document.hpp"
#include "engine/codec/codec.hpp"
#include "features/allocation/answer.hpp"
#include "features/allocation/errors.hpp"

namespace jianghui::allocation {
namespace {

using matching::AllocationStatus;

Result<File> read_file(const std::string& name) {
    auto text = app::read_document(name);
    if (!text) return refuse(std::move(text.error()).with("file", name));
    return File{name, *std::move(text)};
}

Result<NamedProblem> read(const Allocate& options) {
    ProblemFiles files;
    TRY(files.edges, read_file(options.edges));
    TRY(files.orders, read_file(options.orders));
    if (options.workers) {
        TRY(files.workers, read_file(*options.workers));
    }
    if (options.groups) {
        TRY(files.groups, read_file(*options.groups));
    }
    if (options.worker_groups) {
        TRY(files.worker_groups, read_file(*options.worker_groups));
    }
    return read_problem(std::move(files), {options.objective == Objective::min,
                                           options.unmatched_penalty.value_or("")});
}

/// While it lives, the first Ctrl-C asks to stop and the second one ends the program.
class Interruptible {
  public:
    Interruptible() {
        asked = 0;
        before_ = std::signal(SIGINT, [](int) {
            asked = 1;
            std::signal(SIGINT, SIG_DFL);
        });
    }
    ~Interruptible() { std::signal(SIGINT, before_ == SIG_ERR ? SIG_DFL : before_); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

    static inline volatile std::sig_atomic_t asked = 0;

  private:
    void (*before_)(int);
};

/// "auction: 1234 steps; found 980; none exceeds 1000": what is done, and what is certain.
std::string certain_text(const NamedProblem& named, const matching::AllocationProgress& now) {
    auto text = fmt::format("{}: {} steps", codec::enum_text(now.stage), now.steps);
    if (now.value) text += "; found " + named.text(*now.value);
    if (now.bound) text += (named.minimise ? "; none costs less than " : "; none exceeds ") + named.text(*now.bound);
    return text;
}
/// "[######....] 6 of 10 s": a bar of the time limit. Without one nobody knows how long a proof takes, so that
/// there is no bar: "6 s".
std::string time_text(std::int64_t seconds, std::int64_t limit) {
    constexpr std::int64_t width = 20;
    if (limit == 0) return fmt::format("{} s", seconds);
    const auto done = std::min(width, width * seconds / limit);
    return fmt::format("[{:#>{}}{:.>{}}] {} of {} s", "", done, "", width - done, seconds, limit);
}

/// Stops at the time limit or at Ctrl-C, and shows the progress on standard error when asked to.
matching::AllocationWatch watch_of(const NamedProblem& named, const Allocate& options) {
    using Steady = std::chrono::steady_clock;
    using std::chrono::seconds;
    const std::int64_t limit = options.time_limit ? options.time_limit->value : 0;
    const auto begin = Steady::now();
    const auto end = limit > 0 ? begin + seconds(limit) : Steady::time_point::max();
    return [&named, begin, end, limit, tell = options.progress.value_or(false), next = begin](
               const matching::AllocationProgress& progress) mutable {
        const auto now = Steady::now();
        if (tell && now >= next) {
            const auto spent = std::chrono::duration_cast<seconds>(now - begin).count();
            fmt::print(stderr, "\r{:<100}", time_text(spent, limit) + ", " + certain_text(named, progress));
            next = now + std::chrono::milliseconds(200);
        }
        return now < end && Interruptible::asked == 0;
    };
}

Result<Answer> best(const NamedProblem& named, const Allocate& options) {
    const Interruptible interruptible;
    TRY(auto answer, find_best(named, watch_of(named, options)));
    const auto& found = answer.allocation;
    if (options.progress.value_or(false)) fmt::print(stderr, "\n");
    if (found.status == AllocationStatus::undecided) return refuse(allocation_undecided);
    if (found.status == AllocationStatus::infeasible) {
        auto said = print_infeasible(named, found);
        return refuse(app::answer_no(allocation_infeasible, std::move(said.words),
                                     std::move(said.json)));
    }
    return answer;
}

/// Both sides prefer by score, ties by id.
matching::StableProblem preferences(const matching::AllocationProblem& problem) {
    matching::StableProblem stable;
    for (const auto& worker : problem.workers) stable.residents.push_back({worker.most, {}});
    for (const auto& order : problem.orders) stable.hospitals.push_back({order.most, {}});
    std::vector<std::int32_t> best_first(problem.edges.size());
    std::iota(best_first.begin(), best_first.end(), 0);
    std::stable_sort(best_first.begin(), best_first.end(), [&](std::int32_t a, std::int32_t b) {
        return score_of(problem, static_cast<std::size_t>(a)) > score_of(problem, static_cast<std::size_t>(b));
    });
    for (const auto e : best_first) {
        const auto& edge = problem.edges[static_cast<std::size_t>(e)];
        stable.residents[static_cast<std::size_t>(edge.worker)].prefers.push_back(edge.order);
        stable.hospitals[static_cast<std::size_t>(edge.order)].prefers.push_back(edge.worker);
    }
    return stable;
}

Answer best_for_workers(const matching::AllocationProblem& problem) {
    const auto stable = preferences(problem);
    const auto pairs = matching::resident_optimal(stable);
    Answer answer{Method::stable, {}, 0, false, {}, 0};
    answer.blocking_pairs =
        static_cast<std::int64_t>(matching::blocking_pairs(stable, pairs).size());
    ASSERT(answer.blocking_pairs == 0);
    for (std::size_t e = 0, at = 0; e < problem.edges.size() && at < pairs.size(); ++e) {
        const auto& edge = problem.edges[e];
        if (edge.worker != pairs[at].resident || edge.order != pairs[at].hospital) continue;
        answer.allocation.chosen.push_back(static_cast<std::int32_t>(e));
        answer.allocation.total += score_of(problem, e);
        ++at;
    }
    return answer;
}

Result<Answer> solve(const NamedProblem& named, const Allocate& options) {
    const Method method = options.method.value_or(Method::optimal);
    if (method == Method::optimal) return best(named, options);
    if (named.problem.everybody || !named.plain) return refuse(allocation_method_cannot);
    if (method == Method::stable) return best_for_workers(named.problem);
    TRY(auto found, matching::allocate_greedily(named.problem));
    return Answer{Method::greedy, std::move(found), 0, false, {}, 0};
}

}  // namespace

Result<app::Printed> allocate(const Allocate& options) {
    TRY(auto named, read(options));
    named.problem.everybody = options.perfect.value_or(false);
    TRY(const auto answer, solve(named, options));
    return print(named, answer);
}

}  // namespace jianghui::allocation
