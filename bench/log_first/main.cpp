// jianghui_log_first: the prototype behind docs/adr/0021 (a grab core whose truth is a log). Evidence, not
// product. bench/log_first.sh builds and starts it. Prints one line of JSON.
//
//   jianghui_log_first limit   --log F [--outstanding 64]             the disk: records written in groups, no rules
//   jianghui_log_first measure --log F [--pick hot|spread] [--outstanding 64] [--acknowledged F]
//   jianghui_log_first serve   --log F --market F [--echo]            over HTTP, for jianghui_load
//   jianghui_log_first replay  --log F [--acknowledged F]             the log decided again, twice

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "bench/load/market.hpp"
#include "bench/log_first/front.hpp"
#include "bench/log_first/keys.hpp"

namespace jianghui::log_first {
namespace {

using Time = std::chrono::steady_clock;

struct Words {
    std::string log, market, acknowledged, pick = "hot";
    int outstanding = 64;
    double seconds = 4;
    std::int64_t agencies = 16, orders = 1000, headcount = 1'000'000'000;
    FrontOptions front;
};

struct Acknowledged {
    std::uint64_t key_high, key_low;
    std::int64_t share;
};

/// Written with write(2) after each group, as a client would note what it was told: survives our death.
class Acknowledgements {
  public:
    explicit Acknowledgements(const std::string& file) {
        if (file.empty()) return;
        file_ = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        if (file_ < 0) throw std::runtime_error("cannot write " + file);
    }
    ~Acknowledgements() {
        if (file_ >= 0) ::close(file_);
    }
    Acknowledgements(const Acknowledgements&) = delete;
    Acknowledgements& operator=(const Acknowledgements&) = delete;

    void note(const Grab& grab, std::int64_t share) {
        if (file_ >= 0) group_.push_back({grab.key_high, grab.key_low, share});
    }
    void write() {
        const auto size = group_.size() * sizeof(Acknowledged);
        if (size > 0 && ::write(file_, group_.data(), size) != static_cast<ssize_t>(size))
            throw std::runtime_error("cannot note what was acknowledged");
        group_.clear();
    }

  private:
    int file_ = -1;
    std::vector<Acknowledged> group_;
};

Beginning beginning_of(const Words& words) {
    Beginning beginning;
    beginning.agencies = words.agencies;
    beginning.orders = words.orders;
    beginning.headcount = words.headcount;
    beginning.at_ms = now_ms();
    return beginning;
}

/// The market as the log leaves it; begun when there is no log yet.
Market market_of(const Words& words, const Beginning& beginning) {
    std::optional<Market> market;
    if (begun(words.log))
        read_log(
            words.log, [&](const Beginning& found) { market.emplace(found); },
            [&](std::int64_t position, const Grab& grab) { market->decide(grab, position); });
    else
        market.emplace(beginning);
    return std::move(*market);
}

/// The n-th wish of the load: a key that nobody used, the hot order or each order in turn.
Grab wish(const Words& words, std::uint64_t number, std::int64_t seed) {
    Grab grab = keyed(fmt::format("{}", seed), fmt::format("{}", number));
    grab.order = words.pick == "hot" ? 0 : static_cast<std::int64_t>(number) % words.orders;
    grab.agency = grab.account = static_cast<std::int64_t>(number) % words.agencies;
    grab.at_ms = now_ms();
    grab.seats = 1;
    return grab;
}

/// Seconds of the processor that this process has used: what others do on the machine is not in it.
double processor_seconds() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

struct Spent {
    std::int64_t grabs = 0;
    double seconds = 0;
    double processor = 0;
    std::vector<double> group_us;
};
void say(std::string_view name, const Words& words, Spent spent, std::int64_t commits) {
    std::sort(spent.group_us.begin(), spent.group_us.end());
    const auto at = [&](std::size_t of_100) {
        return spent.group_us.empty() ? 0 : spent.group_us[spent.group_us.size() * of_100 / 100];
    };
    fmt::print("{{\"figure\":\"{}\",\"pick\":\"{}\",\"outstanding\":{},\"per_second\":{:.0f},"
               "\"p50_ms\":{:.3f},\"p99_ms\":{:.3f},\"cpu_us_each\":{:.2f},\"syncs_per_1000\":{:.1f}}}\n",
               name, words.pick, words.outstanding,
               static_cast<double>(spent.grabs) / spent.seconds, at(50) / 1000, at(99) / 1000,
               1e6 * spent.processor / static_cast<double>(spent.grabs),
               1000.0 * static_cast<double>(commits) / static_cast<double>(spent.grabs));
}

/// Calls `group` until the time is over; it does `outstanding` commands and makes them durable.
template <class Group>
Spent repeat(const Words& words, const Group& group) {
    Spent spent;
    const auto start = Time::now();
    const double used = processor_seconds();
    while (spent.seconds < words.seconds) {
        const auto before = Time::now();
        group();
        const auto after = Time::now();
        spent.grabs += words.outstanding;
        spent.group_us.push_back(std::chrono::duration<double, std::micro>(after - before).count());
        spent.seconds = std::chrono::duration<double>(after - start).count();
    }
    spent.processor = processor_seconds() - used;
    return spent;
}

int limit(const Words& words) {
    CommandLog log(words.log, beginning_of(words));
    const auto spent = repeat(words, [&] {
        for (int i = 0; i < words.outstanding; ++i) log.append({});
        log.commit();
    });
    say("limit", words, spent, log.commits());
    return 0;
}

/// As many commands as are outstanding wait together: decided, logged, durable, acknowledged.
int measure(const Words& words) {
    const auto beginning = beginning_of(words);
    auto market = market_of(words, beginning);
    CommandLog log(words.log, beginning);
    Acknowledgements acknowledgements(words.acknowledged);
    std::uint64_t number = 0;
    const auto spent = repeat(words, [&] {
        for (int i = 0; i < words.outstanding; ++i) {
            const auto grab = wish(words, number++, beginning.at_ms);
            const auto answer = market.decide(grab, log.length() + 1);
            if (answer.share == 0) throw std::runtime_error("refused: " + answer.code);
            log.append(grab);
            acknowledgements.note(grab, answer.share);
        }
        log.commit();
        acknowledgements.write();
    });
    say("grabs", words, spent, log.commits());
    return 0;
}

int serve_http(const Words& words) {
    const auto beginning = beginning_of(words);
    auto market = market_of(words, beginning);
    CommandLog log(words.log, beginning);
    load::Market names;
    for (std::int64_t i = 0; i < market.agencies(); ++i) names.agencies.push_back(agency_token(i));
    for (std::int64_t i = 0; i < market.orders(); ++i) names.orders.push_back(order_text(i));
    names.headcount = static_cast<int>(words.headcount);
    load::save(names, words.market);
    serve(market, log, words.front, [](std::uint16_t port) {
        fmt::print("{{\"port\":{}}}\n", port);
        std::fflush(stdout);
    });
    return 0;
}

struct Replayed {
    Market market;
    Reading reading;
    std::int64_t differing = 0;  ///< granted then, and not the same share now
    double seconds = 0;
};
Replayed replayed(const std::string& file) {
    std::optional<Market> market;
    std::int64_t differing = 0;
    const auto start = Time::now();
    auto reading = read_log(
        file, [&](const Beginning& beginning) { market.emplace(beginning); },
        [&](std::int64_t position, const Grab& grab) {
            const auto answer = market->decide(grab, position);
            if (answer.share != position || answer.repeated) ++differing;
        });
    const double seconds = std::chrono::duration<double>(Time::now() - start).count();
    return {std::move(*market), reading, differing, seconds};
}

/// Acknowledged commands, and those of them that the market does not have.
std::pair<std::int64_t, std::int64_t> lost_of(const std::string& file, const Market& market) {
    std::int64_t count = 0, lost = 0;
    std::ifstream in(file, std::ios::binary);
    for (Acknowledged one; in.read(reinterpret_cast<char*>(&one), sizeof(one)); ++count)
        if (market.share_of(one.key_high, one.key_low) != one.share) ++lost;
    return {count, lost};
}

int replay(const Words& words) {
    const auto first = replayed(words.log);
    const auto second = replayed(words.log);
    const auto [acknowledged, lost] = lost_of(words.acknowledged, first.market);
    const auto faults = first.market.faults();
    const bool same = first.market.digest() == second.market.digest();
    fmt::print("{{\"commands\":{},\"per_second\":{:.0f},\"torn\":{},\"differing\":{},\"same_twice\":{},"
               "\"acknowledged\":{},\"lost\":{},\"faults\":\"{}\",\"digest\":\"{:016x}\"}}\n",
               first.reading.commands, static_cast<double>(first.reading.commands) / first.seconds,
               first.reading.torn, first.differing, same, acknowledged, lost, faults,
               first.market.digest());
    return first.differing == 0 && same && lost == 0 && faults.empty() ? 0 : 3;
}

int run(int count, char** typed) {
    CLI::App app{"A grab core whose truth is a log: a prototype", "jianghui_log_first"};
    app.require_subcommand(1);
    Words words;
    const auto add = [&](const char* name, const char* what) {
        CLI::App* command = app.add_subcommand(name, what);
        command->add_option("--log", words.log, "file of the log")->required();
        return command;
    };
    CLI::App* bound = add("limit", "the disk's limit with these records");
    CLI::App* load = add("measure", "grabs in this process");
    CLI::App* http = add("serve", "grabs over HTTP");
    CLI::App* again = add("replay", "the log decided again");
    for (CLI::App* command : {bound, load}) {
        command->add_option("--outstanding", words.outstanding)->check(CLI::Range(1, 100'000));
        command->add_option("--seconds", words.seconds);
    }
    load->add_option("--pick", words.pick)->check(CLI::IsMember({"hot", "spread"}));
    for (CLI::App* command : {load, again}) command->add_option("--acknowledged", words.acknowledged);
    http->add_option("--market", words.market, "is written: for jianghui_load")->required();
    http->add_flag("--echo", words.front.echo, "answer without deciding");
    for (CLI::App* command : {load, http}) {
        command->add_option("--orders", words.orders);
        command->add_option("--headcount", words.headcount);
        command->add_option("--agencies", words.agencies);
    }
    CLI11_PARSE(app, count, typed);
    if (bound->parsed()) return limit(words);
    if (load->parsed()) return measure(words);
    return http->parsed() ? serve_http(words) : replay(words);
}

}  // namespace
}  // namespace jianghui::log_first

int main(int count, char** typed) {
    try {
        return jianghui::log_first::run(count, typed);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
}
