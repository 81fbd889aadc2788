#include <fmt/format.h>
#include <malloc.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include "engine/main/commands.hpp"
#include "engine/main/failure.hpp"
#include "engine/main/serving.hpp"

namespace jianghui::main {
namespace {

inline constexpr ErrorCode date_malformed{"date_malformed", Kind::malformed,
                                          "日期格式应为 2026-11-23。",
                                          "A date is written like 2026-11-23."};

/// SIGTERM and SIGINT wait for sigwait() from now on, in this thread and those made after.
sigset_t hold_end_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    return ends;
}

/// A connection is a file handle; the usual soft limit of 1,024 is less than we serve. Where the
/// system allows fewer than we would, connections and streams are bounded by what it allows.
net::Limits limits_of_system() {
    net::Limits limits;
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return limits;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    constexpr rlim_t for_others = 100;  // The database, logs, listeners.
    const rlim_t room = files.rlim_max > 2 * for_others ? files.rlim_max - for_others : for_others;
    limits.connections_max = std::min<rlim_t>(limits.connections_max, room);
    limits.streams_max = std::min(limits.streams_max, limits.connections_max * 3 / 4);
    return limits;
}

/// The allocator gives memory back to the system at every lull and fetches it again at the next
/// batch: page faults that the write lane waits for. A server keeps up to 64 MiB a thread instead.
void keep_memory() {
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
}

/// Pages ask for several things at once, and people pause.
app::Rate with_burst(double per_second) { return {per_second, 4 * per_second}; }

Result<net::StaticFiles> load_web(const std::string& folder) {
    if (folder.empty()) return net::StaticFiles();
    return net::StaticFiles::load(folder);
}

Result<Done> run(const Common& common, const ServeOptions& options, const sigset_t& ends) {
    CompositionOptions composition{.folder = common.data,
                                   .database = common.database,
                                   .secure_cookie = !options.tls_certificate.empty()};
    if (!options.as_of.empty()) {
        const auto date = parse_date(options.as_of);
        if (!date) return refuse(error(date_malformed).at("--as-of"));
        composition.as_of = start_of(*date) + std::chrono::hours(9);
    }
    TRY(auto files, load_web(options.web));
    TRY(auto program, Composition::open(std::move(composition)));
    program->app().limit_rates({with_burst(options.account_rate), with_burst(options.address_rate)});
    net::Settings settings{.address = options.address,
                           .port = options.port,
                           .threads = options.threads,
                           .limits = limits_of_system(),
                           .tls_certificate = options.tls_certificate,
                           .tls_key = options.tls_key};
    TRY(const auto serving,
        Serving::start(std::move(program), std::move(files), std::move(settings)));
    spdlog::info("listening on {} port {}, data in {}", options.address, serving->port(),
                 common.data);
    if (common.json)
        fmt::print("{{\"address\":\"{}\",\"port\":{}}}\n", options.address, serving->port());
    std::fflush(stdout);

    int signal = 0;
    sigwait(&ends, &signal);
    spdlog::info("stopping: finishing what runs (at most 10 s)");
    serving->stop();
    spdlog::info("stopped");
    return Done{};
}

}  // namespace

int serve(const Common& common, const ServeOptions& options) {
    const sigset_t ends = hold_end_signals();
    keep_memory();
    const auto outcome = run(common, options, ends);
    return outcome ? Exit::done : tell(common, outcome.error());
}

}  // namespace jianghui::main
