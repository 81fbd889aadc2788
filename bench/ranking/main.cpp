// jianghui_ranking_bench: ranks made-up workers for made-up orders with the index and, in the same
// run, with two simpler ways (anchors.hpp); every list is compared. bench/ranking.sh builds and
// starts it. Prints one line of JSON for each figure.
//
//   jianghui_ranking_bench --workers 4000000 [--orders 200] [--runs 3] [--skills 8] [--file F]

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include <fmt/format.h>

#include "bench/ranking/anchors.hpp"
#include "bench/ranking/clocks.hpp"
#include "bench/ranking/population.hpp"

namespace jianghui::bench {
namespace {

struct Options {
    std::int64_t workers = 1'000'000;
    std::int64_t orders = 200;
    std::int64_t reverse_orders = 100'000;
    int runs = 3;
    int skills = 0;
    bool anchors = true;
    std::string file;
};

matching::Policy policy() {
    std::ifstream file(SOURCE_FOLDER "/data/matching_policy.csv");
    std::stringstream text;
    text << file.rdbuf();
    return matching::read_policy(text.str()).value();
}

void say(std::string_view name, const Spread& spread) {
    fmt::print("{{\"figure\":\"{}\",\"p50_us\":{:.1f},\"p95_us\":{:.1f},\"p99_us\":{:.1f}}}\n",
               name, spread.p50, spread.p95, spread.p99);
    std::fflush(stdout);
}
double greatest_memory_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            status >> word;
            return std::stod(word) / 1024;
        }
    return 0;
}
void say(std::string_view name, double value) {
    fmt::print("{{\"figure\":\"{}\",\"value\":{:.3f}}}\n", name, value);
    std::fflush(stdout);
}
/// `good` is what the figure should not exceed.
void say_ratio(std::string_view name, double ratio, double bar, double goal) {
    fmt::print("{{\"ratio\":\"{}\",\"value\":\"1/{:.2f}\",\"bar\":\"1/{:g}\",\"goal\":\"1/{:g}\","
               "\"bar_met\":{},\"goal_met\":{}}}\n",
               name, 1 / ratio, 1 / bar, 1 / goal, ratio <= bar, ratio <= goal);
    std::fflush(stdout);
}

/// Processor time of every question, the middle one of the runs; the passes of different ways
/// over all questions take turns, so that all of them meet the same machine.
class Race {
  public:
    explicit Race(std::size_t questions) : questions_(questions) {}
    template <class F>
    void time(const std::string& way, std::size_t question, F f) {
        const double before = processor_us();
        f();
        auto& times = times_[way];
        times.resize(questions_);
        times[question].push_back(processor_us() - before);
    }
    Spread spread(const std::string& way) const {
        std::vector<double> middle;
        for (const auto& times : times_.at(way)) middle.push_back(median(times));
        return spread_of(middle);
    }

  private:
    std::size_t questions_;
    std::map<std::string, std::vector<std::vector<double>>> times_;
};

std::vector<int> rarities_of(const matching::Index& index, const matching::Order& order) {
    std::vector<matching::SkillId> skills;
    for (const auto& asked : order.skills) skills.push_back(asked.skill);
    std::sort(skills.begin(), skills.end());
    skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
    std::vector<int> rarities;
    for (const auto skill : skills)
        rarities.push_back(matching::rarity(index.holders(skill), index.workers()));
    return rarities;
}

Best best_of(const matching::Ranking& ranking) {
    Best best;
    for (const auto& item : ranking.items) best.emplace_back(item.score, item.id);
    return best;
}

class Bench {
  public:
    explicit Bench(const Options& options)
        : options_(options), policy_(policy()), index_(policy_),
          population_(index_.names(), 42, options.skills),
          columns_(population_.region(), policy_) {}

    void run() {
        say("load_average_before", std::stod(load_average()));
        build();
        for (std::int64_t id = 1; id <= options_.orders; ++id)
            orders_.push_back(population_.order(id));
        rank();
        beside_updates();
        reverse();
        nightly();
        if (!options_.file.empty()) keep();
        say("greatest_memory_mb", greatest_memory_mb());
        say("load_average_after", std::stod(load_average()));
    }

  private:
    static constexpr std::size_t k = 50;
    [[nodiscard]] matching::RankRequest request() const {
        return {.k = k,
                .as_of = today,
                .account = matching::Account::never,
                .among = {},
                .with_parts = with_parts_};
    }

    void build() {
        matching::Change change = matching::Worker{};
        auto& worker = std::get<matching::Worker>(change);
        const auto make_all = [&](auto use) {
            const double before = processor_us();
            for (std::int64_t id = 1; id <= options_.workers; ++id) {
                population_.make(id, worker);
                use();
            }
            return processor_us() - before;
        };
        std::int64_t unused = 0;
        const double making = make_all([&] { unused += worker.education; });
        const double before = processor_us();
        ASSERT(index_.fill(1, [&](const matching::Index::Put& put) -> Result<Done> {
            (void)make_all([&] { ASSERT(put(change).has_value()); });
            return Done{};
        }));
        const double filling = processor_us() - before - making;
        say("workers", static_cast<double>(options_.workers) + (unused < 0 ? 1 : 0));
        say("built_millions_per_second_of_processor", static_cast<double>(options_.workers) / filling);
        say("bytes_per_worker",
            static_cast<double>(index_.memory()) / static_cast<double>(options_.workers));
        if (!options_.anchors) return;
        columns_.reserve(static_cast<std::size_t>(options_.workers));
        (void)make_all([&] { columns_.add(worker); });
    }

    void rank() {
        Race race(orders_.size());
        std::vector<Best> answers(orders_.size());
        std::vector<double> passing;
        const auto round = [&](const std::string& anchor, auto answer) {
            for (int run = 0; run < options_.runs; ++run) {
                for (std::size_t i = 0; i < orders_.size(); ++i) {
                    matching::Ranking ranking;
                    race.time("index", i,
                              [&] { ranking = *index_.rank_workers(orders_[i], request()); });
                    answers[i] = best_of(ranking);
                }
                for (std::size_t i = 0; i < orders_.size() && !anchor.empty(); ++i) {
                    const auto rarities = rarities_of(index_, orders_[i]);
                    Best expected;
                    race.time(anchor, i, [&] { expected = answer(orders_[i], rarities); });
                    if (expected != answers[i]) ++different_;
                }
            }
        };
        if (!options_.anchors) {
            round("", [&](const auto&, const auto&) { return Best{}; });
            say("index", race.spread("index"));
            return;
        }
        round("scan", [&](const auto& order, const auto& rarities) {
            return columns_.scan(order, rarities, k);
        });
        columns_.sort();
        round("buckets", [&](const auto& order, const auto& rarities) {
            return columns_.look_up(order, rarities, k);
        });
        for (std::size_t i = 0; i < orders_.size(); i += 4)
            passing.push_back(static_cast<double>(
                index_
                    .rank_workers(orders_[i], {.k = 1, .as_of = today,
                                               .account = matching::Account::always, .among = {}})
                    ->passing));
        const Spread pass = spread_of(passing);
        fmt::print("{{\"figure\":\"passing\",\"p50\":{},\"p95\":{},\"p99\":{}}}\n", pass.p50,
                   pass.p95, pass.p99);
        say("different_answers", static_cast<double>(different_));
        const Spread own = race.spread("index");
        const Spread scan = race.spread("scan");
        const Spread buckets = race.spread("buckets");
        say("index", own);
        with_parts_ = true;
        Race explained(orders_.size());
        for (std::size_t i = 0; i < orders_.size(); ++i)
            explained.time("index", i,
                           [&] { (void)*index_.rank_workers(orders_[i], request()); });
        say("index with the parts of every score", explained.spread("index"));
        with_parts_ = false;
        say("scan", scan);
        say("buckets", buckets);
        say_ratio("M1 p50 / scan p50", own.p50 / scan.p50, 1.0 / 40, 1.0 / 100);
        say_ratio("M2 p95 / scan p95", own.p95 / scan.p95, 1.0 / 10, 1.0 / 40);
        say_ratio("M3 p99 / buckets p99", own.p99 / buckets.p99, 1 / 1.5, 1.0 / 6);
    }

    /// 10,000 workers a second change while the same questions are asked.
    void beside_updates() {
        const auto ask_all = [&] {
            std::vector<double> middle;
            for (const auto& order : orders_) {
                std::vector<double> times;
                for (int run = 0; run < options_.runs; ++run) {
                    const double before = processor_us();
                    ASSERT(index_.rank_workers(order, request()).has_value());
                    times.push_back(processor_us() - before);
                }
                middle.push_back(median(times));
            }
            return spread_of(middle);
        };
        const Spread quiet = ask_all();
        std::atomic<bool> done = false;
        std::int64_t changed = 0;
        double busy = 0;
        double latest = 0;
        double span = 0;
        std::thread writer([&] {
            Random random(7);
            const double began = wall_us();
            for (std::int64_t round = 0; !done; ++round) {
                matching::Batch batch{.position = 2 + round, .changes = {}};
                for (int i = 0; i < 200; ++i) {
                    // Another person's facts under a known id: as great a change as there can be.
                    matching::Worker worker;
                    const auto id = static_cast<std::int64_t>(
                        1 + random.below(static_cast<std::uint64_t>(options_.workers)));
                    population_.make(id + options_.workers * (1 + round), worker);
                    worker.id = id;
                    batch.changes.emplace_back(std::move(worker));
                }
                const double wall = wall_us();
                const double before = processor_us();
                ASSERT(index_.apply(batch).has_value());
                busy += processor_us() - before;
                latest = std::max(latest, wall_us() - wall);
                changed += 200;
                const double due = began + static_cast<double>(changed) * 100;
                if (const double rest = due - wall_us(); rest > 0)
                    std::this_thread::sleep_for(
                        std::chrono::microseconds(static_cast<std::int64_t>(rest)));
            }
            span = wall_us() - began;
        });
        const double began = wall_us();
        Spread beside = ask_all();
        while (wall_us() - began < 3e6) beside = ask_all();
        done = true;
        writer.join();
        say("index beside updates", beside);
        say("updates_per_second", static_cast<double>(changed) / span * 1e6);
        say("processor_us_per_update", busy / static_cast<double>(changed));
        say("longest_batch_of_200_ms", latest / 1e3);
        say_ratio("M5 p95 beside updates / p95", beside.p95 / quiet.p95, 2, 1.2);
    }

    /// The best orders for workers; the naive way looks at each order with its filters in turn.
    void reverse() {
        matching::Batch batch{.position = index_.position(), .changes = {}};
        std::vector<matching::Order> all;
        for (std::int64_t id = 1; id <= options_.reverse_orders; ++id) {
            all.push_back(population_.order(id));
            batch.changes.emplace_back(all.back());
        }
        ASSERT(index_.apply(batch).has_value());
        Race race(200);
        for (int run = 0; run < options_.runs; ++run)
            for (std::size_t i = 0; i < 200; ++i) {
                matching::Worker worker;
                population_.make(static_cast<std::int64_t>(i) * 1'000 + 77, worker);
                worker.available_from.reset();
                worker.available_to.reset();
                matching::Ranking ranking;
                race.time("orders", i, [&] { ranking = *index_.rank_orders(worker, request()); });
                std::vector<std::size_t> passing;
                race.time("orders by scan", i, [&] { passing = scan_orders(all, worker); });
                reverse_found_ += static_cast<double>(passing.size());
                if (ranking.items.size() != std::min(passing.size(), k)) ++different_;
            }
        const Spread own = race.spread("orders");
        const Spread scan = race.spread("orders by scan");
        say("orders for a worker", own);
        say("the filters of 100,000 orders alone", scan);
        say("orders that pass, mean", reverse_found_ / 200 / options_.runs);
        say("different_answers", static_cast<double>(different_));
        say_ratio("M7 p95 / scan p95", own.p95 / scan.p95, 1.0 / 4, 1.0 / 20);
    }
    /// Which orders pass: the filters that this population has, without any score.
    static std::vector<std::size_t> scan_orders(const std::vector<matching::Order>& orders,
                                                const matching::Worker& worker) {
        std::vector<std::size_t> passing;
        for (std::size_t i = 0; i < orders.size(); ++i) {
            const auto& order = orders[i];
            if (matching::levels_in_common(worker.occupations[0], order.occupation) <
                order.occupation_levels)
                continue;
            if (worker.education < order.education ||
                worker.pay_asked->amount.value > order.pay.max->value ||
                matching::metres_between(worker.at, order.at) > *worker.reach_metres)
                continue;
            if (!order.certificates.empty()) {
                bool held = false;
                for (const auto& one : worker.certificates)
                    held = held || (one.kind == order.certificates[0] && *one.valid_to >= *order.last);
                if (!held) continue;
            }
            passing.push_back(i);
        }
        return passing;
    }

    /// Every order of a thousand against everybody, as the nightly push does.
    void nightly() {
        std::vector<matching::EraseOrder> gone;
        matching::Batch batch{.position = index_.position(), .changes = {}};
        for (std::int64_t id = 1'001; id <= options_.reverse_orders; ++id)
            batch.changes.emplace_back(matching::EraseOrder{id});
        ASSERT(index_.apply(batch).has_value());
        std::int64_t items = 0;
        const double before = processor_us();
        index_.rank_every_order(request(), [&](std::int64_t, matching::Ranking&& ranking) {
            items += static_cast<std::int64_t>(ranking.items.size());
        });
        say("every_order_us_each", (processor_us() - before) / static_cast<double>(index_.orders()));
        say("every_order_items", static_cast<double>(items));
    }

    void keep() {
        double before = processor_us();
        double wall = wall_us();
        ASSERT(index_.save(options_.file, [](auto) { return matching::IndexNote{}; }).has_value());
        say("save_processor_seconds", (processor_us() - before) / 1e6);
        say("save_seconds", (wall_us() - wall) / 1e6);
        say("file_bytes_per_worker", static_cast<double>(std::filesystem::file_size(options_.file)) /
                                         static_cast<double>(options_.workers));
        matching::Index back(policy_);
        before = processor_us();
        wall = wall_us();
        ASSERT(back.restore(options_.file, [](auto, const auto&) { return true; }).has_value());
        say("restore_processor_seconds", (processor_us() - before) / 1e6);
        say("restore_seconds", (wall_us() - wall) / 1e6);
        for (const auto& order : orders_)
            if (best_of(*back.rank_workers(order, request())) !=
                best_of(*index_.rank_workers(order, request())))
                ++different_;
        say("different_answers", static_cast<double>(different_));
    }

    Options options_;
    matching::Policy policy_;
    matching::Index index_;
    Population population_;
    Columns columns_;
    std::vector<matching::Order> orders_;
    bool with_parts_ = false;  ///< the anchors give none
    std::int64_t different_ = 0;
    double reverse_found_ = 0;
};

Options read(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const auto value = [&] { return std::string(i + 1 < count ? words[++i] : "0"); };
        if (word == "--workers") options.workers = std::stoll(value());
        else if (word == "--orders") options.orders = std::stoll(value());
        else if (word == "--runs") options.runs = std::stoi(value());
        else if (word == "--skills") options.skills = std::stoi(value());
        else if (word == "--file") options.file = value();
        else if (word == "--index-alone") options.anchors = false;
    }
    return options;
}

}  // namespace
}  // namespace jianghui::bench

int main(int count, char** words) {
    jianghui::bench::Bench(jianghui::bench::read(count, words)).run();
}
