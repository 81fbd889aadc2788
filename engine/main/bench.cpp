// `jianghui bench`: the program on a folder of its own, a made-up market, and a client's load on it
// beside what the disk alone can do.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "bench/load/disk.hpp"
#include "bench/load/storm.hpp"
#include "engine/main/bench_report.hpp"
#include "engine/main/commands.hpp"
#include "engine/main/failure.hpp"
#include "engine/main/serving.hpp"

namespace jianghui::main {
namespace {

inline constexpr ErrorCode bench_failed{"bench_failed", Kind::internal,
                                        "测量没有完成，原因见 reason。临时文件夹已删除。",
                                        "The measurement did not come to its end; see the reason. "
                                        "The temporary folder was removed."};

constexpr int connections = 64;
/// Orders for "spread" and reads; the hot ones come after them.
constexpr int spread_orders = 500;
/// The most seats that one order may have.
constexpr int headcount = 10'000;
/// A hot order is sold out in a second at 10,000 grabs/s; enough of them for four times that.
constexpr double hot_orders_per_second = 4;

/// A folder that is gone with this object, with all that is in it.
class TemporaryFolder {
  public:
    static Result<TemporaryFolder> make(const std::string& where) {
        std::string path = where + "/jianghui-bench-XXXXXX";
        if (::mkdtemp(path.data()) == nullptr)
            return refuse(error(data_folder_unusable).with("folder", where));
        return TemporaryFolder(std::move(path));
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, "")) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

/// What `jianghui first-administrator --json` says.
Result<std::string> first_administrators(app::App& app) {
    for (const auto& feature : all_features())
        for (const auto& command : feature.commands) {
            if (command.name != "first-administrator") continue;
            TRY(auto printed, command.run(app, {}));
            return std::move(printed.json);
        }
    return refuse(error(bench_failed).with("reason", "no first administrator"));
}

Sample sample_of(const load::DiskRate& rate) {
    return {rate.per_second, rate.p50_us / 1000, rate.p99_us / 1000};
}

/// Puts one kind of load on the server. Throws std::runtime_error when answers stay away or are
/// refusals.
Sample take_sample(const load::Market& market, load::StormOptions options) {
    options.connections = connections;
    const auto result = load::storm(market, options);
    if (result.broken) throw std::runtime_error("the server stopped answering");
    // Up to one refusal for each connection when a hot order is sold out.
    const auto sold_out = static_cast<std::int64_t>(options.order_count) * connections;
    if (result.good == 0 || (result.refused > 0 && options.pick != load::Pick::hot) ||
        result.refused > sold_out)
        throw std::runtime_error(fmt::format("{} requests were refused", result.refused));
    return {static_cast<double>(result.good) / result.seconds, result.p50_ms, result.p99_ms};
}

struct Samples {
    std::vector<Sample> disk;
    std::vector<Sample> hot;
    std::vector<Sample> spread;
    std::vector<Sample> reads;
};

/// Every measure once, one after the other, so that a slow moment of the machine meets all alike.
void measure_once(const load::Market& market, std::uint16_t port, const std::string& folder,
                  const BenchOptions& options, int run, Samples& samples) {
    const auto hot_count = (market.orders.size() - spread_orders) / options.runs;
    samples.disk.push_back(sample_of(load::measure_disk(folder, options.seconds)));
    load::StormOptions wanted;
    wanted.port = port;
    wanted.seconds = options.seconds;
    wanted.pick = load::Pick::hot;
    wanted.key_prefix = fmt::format("hot-{}", run);
    wanted.first_order = spread_orders + hot_count * run;
    wanted.order_count = hot_count;
    samples.hot.push_back(take_sample(market, wanted));
    wanted.pick = load::Pick::spread;
    wanted.key_prefix = fmt::format("spread-{}", run);
    wanted.first_order = 0;
    wanted.order_count = spread_orders;
    samples.spread.push_back(take_sample(market, wanted));
    wanted.reads = true;
    samples.reads.push_back(take_sample(market, wanted));
}

Result<BenchReport> measure(const BenchOptions& options) {
    const std::string where =
        options.folder.empty() ? std::filesystem::temp_directory_path().string() : options.folder;
    TRY(const auto folder, TemporaryFolder::make(where));
    BenchReport report{describe_machine(folder.path()), options.runs, options.seconds, connections,
                       {}};
    TRY(auto program, Composition::open({.folder = folder.path() + "/data"}));
    TRY(const auto first, first_administrators(program->app()));
    TRY(const auto serving,
        Serving::start(std::move(program), {}, {.port = 0, .threads = 1}));
    const int hot_orders = std::max(2, static_cast<int>(std::ceil(options.seconds *
                                                                  hot_orders_per_second)));
    const auto market =
        load::make_market(serving->port(), first,
                          {.agencies = 16,
                           .orders = spread_orders + hot_orders * options.runs,
                           .headcount = headcount});
    Samples samples;
    for (int run = 0; run < options.runs; ++run)
        measure_once(market, serving->port(), folder.path(), options, run, samples);
    serving->stop();
    report.measures = {
        median_of("disk", "disk: 4 KiB append + fdatasync, one at a time", samples.disk),
        median_of("grabs_hot", "durable grabs over HTTP, one hot order", samples.hot),
        median_of("grabs_spread", fmt::format("durable grabs over HTTP, {} orders", spread_orders),
                  samples.spread),
        median_of("reads", "reads of an order over HTTP", samples.reads)};
    return report;
}

}  // namespace

int bench(const Common& common, const BenchOptions& options) {
    const auto report = [&]() -> Result<BenchReport> {
        try {
            return measure(options);
        } catch (const std::runtime_error& failure) {
            return refuse(error(bench_failed).with("reason", failure.what()));
        }
    }();
    if (!report) return tell(common, report.error());
    fmt::print("{}\n", common.json ? codec::encode(*report) : table_of(*report));
    return Exit::done;
}

}  // namespace jianghui::main
