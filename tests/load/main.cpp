// jianghui_load: makes a market over HTTP, puts load on it, and settles accounts after a crash.
// Used by tests/scenarios and bench/run.sh. Every command prints one line of JSON.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/load/disk.hpp"
#include "tests/load/race.hpp"
#include "tests/load/rows.hpp"
#include "tests/load/settle.hpp"
#include "bench/load/storm.hpp"

namespace {

using namespace jianghui;

struct Words {
    std::uint16_t port = 0;
    std::string market = "market.json";
    std::string first;
    load::MarketSize size;
    load::StormOptions storm;
    load::RaceOptions race;
    std::string pick = "spread";
    std::string log;
    std::string folder = ".";
    double seconds = 2;
    std::string before, after;
    int batch = 32;
};

std::string content_of(const std::string& file) {
    std::ifstream in(file);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (text.empty()) throw std::runtime_error("cannot read " + file);
    return text;
}

int prepare(const Words& words) {
    const auto market = load::make_market(words.port, content_of(words.first), words.size);
    load::save(market, words.market);
    fmt::print("{{\"agencies\":{},\"orders\":{},\"headcount\":{}}}\n", market.agencies.size(),
               market.orders.size(), market.headcount);
    return 0;
}

/// One JSON object a line.
void write_attempts(const std::string& file, const std::vector<load::Attempt>& attempts) {
    std::ofstream out(file, std::ios::trunc);
    for (const auto& attempt : attempts) out << codec::encode(attempt) << '\n';
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

std::vector<load::Attempt> read_attempts(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<load::Attempt> attempts;
    for (std::string line; std::getline(in, line);) {
        auto attempt = codec::decode<load::Attempt>(line);
        if (!attempt) throw std::runtime_error("no attempt: " + line);
        attempts.push_back(std::move(*attempt));
    }
    return attempts;
}

int run_storm(Words& words, bool reads) {
    words.storm.port = words.port;
    words.storm.reads = reads;
    words.storm.pick = words.pick == "hot"    ? load::Pick::hot
                       : words.pick == "sold" ? load::Pick::sold
                                              : load::Pick::spread;
    const auto result = load::storm(load::load_market(words.market), words.storm);
    if (!words.log.empty()) write_attempts(words.log, result.attempts);
    fmt::print("{{\"per_second\":{:.0f},\"good\":{},\"refused\":{},\"seconds\":{:.2f},"
               "\"p50_ms\":{:.2f},\"p99_ms\":{:.2f},\"broken\":{}}}\n",
               static_cast<double>(words.pick == "sold" ? result.refused : result.good) /
                   result.seconds,
               result.good, result.refused,
               result.seconds, result.p50_ms, result.p99_ms, result.broken);
    return 0;
}

int settle(const Words& words) {
    const auto settled =
        load::settle(load::load_market(words.market), words.port, words.storm.first_order,
                     words.storm.order_count, read_attempts(words.log));
    fmt::print("{}\n", codec::encode(settled));
    return settled.faults.empty() ? 0 : 3;
}

int race(const Words& words) {
    const auto raced = load::race(load::load_market(words.market), words.race);
    fmt::print("{}\n", codec::encode(raced));
    return raced.faults.empty() ? 0 : 3;
}

int disk(const Words& words) {
    const auto rate = load::measure_disk(words.folder, words.seconds);
    fmt::print("{{\"per_second\":{:.0f},\"p50_us\":{:.0f},\"p99_us\":{:.0f}}}\n", rate.per_second,
               rate.p50_us, rate.p99_us);
    return 0;
}

int copy(const Words& words) {
    load::copy_database(words.before, words.after);
    return 0;
}

int rows(const Words& words) {
    const auto rate = load::measure_rows(words.before, words.after, words.batch);
    fmt::print("{{\"per_second\":{:.0f},\"grabs\":{},\"batch\":{}}}\n", rate.per_second, rate.grabs,
               words.batch);
    return 0;
}

int run(int count, char** typed) {
    CLI::App app{"Load on a Jianghui server", "jianghui_load"};
    app.require_subcommand(1);
    Words words;
    const auto add = [&](const char* name, const char* what) {
        CLI::App* command = app.add_subcommand(name, what);
        command->add_option("--port", words.port)->required();
        command->add_option("--market", words.market, "file of the market");
        return command;
    };
    const auto add_orders = [&](CLI::App* command) {
        command->add_option("--first-order", words.storm.first_order);
        command->add_option("--order-count", words.storm.order_count, "0: all");
        command->add_option("--log", words.log, "file of the attempts");
    };
    CLI::App* make = add("prepare", "make a market in an empty database");
    make->add_option("--first", words.first, "file of what first-administrator --json said")
        ->required();
    make->add_option("--agencies", words.size.agencies);
    make->add_option("--orders", words.size.orders);
    make->add_option("--headcount", words.size.headcount);
    CLI::App* grabs = add("grabs", "grab seats");
    CLI::App* reads = add("reads", "read orders");
    for (CLI::App* command : {grabs, reads}) {
        add_orders(command);
        command->add_option("--connections", words.storm.connections);
        command->add_option("--seconds", words.storm.seconds);
        command->add_option("--pick", words.pick, "hot, spread or sold");
    }
    grabs->add_option("--per-second", words.storm.per_second, "0: as fast as answers come");
    grabs->add_option("--key-prefix", words.storm.key_prefix)->required();
    grabs->add_option("--busy-wait-max", words.storm.busy_wait_max,
                      "seconds at most to keep quiet after a 503 with Retry-After; 0: not at all");
    grabs->add_option("--seed", words.storm.seed, "of the pauses");
    reads->add_option("--path", words.storm.path, "what to read instead of orders");
    CLI::App* audit = add("settle", "compare acknowledged grabs with the server");
    add_orders(audit);
    CLI::App* racing = app.add_subcommand(
        "race", "race for the last seats of one order after the other, through several servers");
    racing->add_option("--ports", words.race.ports, "of each server")->required()->expected(1, 8);
    racing->add_option("--market", words.market, "file of the market");
    racing->add_option("--clients", words.race.clients);
    racing->add_option("--first-order", words.race.first_order);
    racing->add_option("--rounds", words.race.rounds, "orders to race for; 0: all");
    racing->add_option("--group", words.race.group, "orders between two comparisons");
    racing->add_option("--key-prefix", words.race.key_prefix);
    CLI::App* probe = app.add_subcommand("disk", "fdatasync rate of a folder");
    probe->add_option("--folder", words.folder);
    probe->add_option("--seconds", words.seconds);
    CLI::App* copies = app.add_subcommand("copy", "copy a SQLite database that is in use");
    copies->add_option("--from", words.before)->required();
    copies->add_option("--to", words.after)->required();
    CLI::App* anchor = app.add_subcommand(
        "rows", "SQLite alone: the rows that a server wrote between two copies, written again");
    anchor->add_option("--before", words.before)->required();
    anchor->add_option("--after", words.after)->required();
    anchor->add_option("--batch", words.batch, "grabs a commit");
    try {
        app.parse(count, typed);
    } catch (const CLI::ParseError& mistake) {
        return app.exit(mistake) == 0 ? 0 : 2;
    }
    if (make->parsed()) return prepare(words);
    if (audit->parsed()) return settle(words);
    if (racing->parsed()) return race(words);
    if (probe->parsed()) return disk(words);
    if (copies->parsed()) return copy(words);
    if (anchor->parsed()) return rows(words);
    return run_storm(words, reads->parsed());
}

}  // namespace

int main(int count, char** typed) {
    try {
        return run(count, typed);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "jianghui_load: %s\n", failure.what());
        return 1;
    }
}
