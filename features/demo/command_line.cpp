// jianghui demo --data DIR [--as-of DATE] [--seed N] [--small]

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "engine/app/reference_data.hpp"
#include "features/demo/errors.hpp"
#include "features/demo/fill.hpp"

namespace jianghui::demo {
namespace {

struct Options {
    std::optional<Date> as_of;
    std::optional<Integer<0, 999'999'999>> seed;
    std::optional<bool> small;
    std::optional<String<8, 200>> public_address;
};
BOOST_DESCRIBE_STRUCT(Options, (), (as_of, seed, small, public_address))

/// `serve --as-of` begins at nine in the morning; the demo ends a minute before.
Instant end_of(const Options& options, Instant now) {
    if (!options.as_of) return now;
    return start_of(*options.as_of) + std::chrono::hours(9) - std::chrono::minutes(1);
}

std::string lines_of(const std::vector<DemoAccount>& accounts) {
    std::string text = "[";
    for (const auto& account : accounts)
        text += (text.size() == 1 ? "\n" : ",\n") + codec::encode(account);
    return text + "\n]\n";
}

/// Writes a file that only its owner may read.
bool write_private(const std::string& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    const bool closed_to_others = ::fchmod(file, 0600) == 0;
    const bool written =
        closed_to_others && ::write(file, text.data(), text.size()) == ssize_t(text.size());
    return ::close(file) == 0 && written;
}

std::string words_of(const Filled& filled) {
    std::string out;
    for (const auto& [name, count] : filled.counts)
        out += fmt::format("{:>8}  {}\n", count, name);
    out += "accounts and passwords: demo-accounts.json in the data folder";
    return out;
}

Result<app::Printed> run(app::App& app, const Options& options) {
    Fill wanted;
    wanted.end = end_of(options, app.services().get<Clock>().now());
    if (options.seed) wanted.seed = static_cast<std::uint64_t>(options.seed->value);
    wanted.small = options.small.value_or(false);
    if (options.public_address) wanted.public_address = options.public_address->text;
    TRY(const Filled filled, fill(app, wanted));
    const std::string folder = app.services().get<app::DataPlace>().folder;
    if (!write_private(folder + "/demo-accounts.json", lines_of(filled.accounts)))
        return refuse(demo_accounts_unwritten);
    return app::Printed{words_of(filled), codec::encode(filled)};
}

}  // namespace

app::CommandLine demo_command() {
    return app::on_command_line(
        "demo", "fill an empty data folder with a year of made-up work",
        {{.name = "--as-of", .what = "the date up to which the year reaches (today)"},
         {.name = "--seed", .what = "another year with another number (1)"},
         {.name = "--public-address",
          .what = "where it will be served, for the QR codes on its papers (http://127.0.0.1:8080)"},
         {.name = "--small", .what = "a small one, for tests", .flag = true}},
        run)
        .that_fills();
}

}  // namespace jianghui::demo
