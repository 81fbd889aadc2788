#include "features/statistics/verify_command.hpp"

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "features/statistics/verification.hpp"

namespace jianghui::statistics {
namespace {

struct VerifyOptions {
    std::optional<std::string> measure;
    std::optional<Integer<1, 64>> threads;
    std::optional<Integer<16, 1'000'000>> megabytes;
    std::optional<Integer<1, 100>> runs;
};
BOOST_DESCRIBE_STRUCT(VerifyOptions, (), (measure, threads, megabytes, runs))

std::string words_of(const VerifiedFigures& found) {
    std::string words = fmt::format(
        "{} events of the journal read in {} ms ({} walk{}), laid out by fact in {} ms: {} MB of columns\n"
        "all cells counted from them by {} thread{} in {:.1f} ms",
        found.events_read, found.reading_ms, found.parts, found.parts == 1 ? "" : "s",
        found.arranging_ms, found.column_bytes >> 20, found.threads, found.threads == 1 ? "" : "s",
        static_cast<double>(found.counting_us) / 1000);
    for (const auto& measure : found.measures)
        words += fmt::format(
            "\n{} {} as of {}: {} events, {} facts, {} cells, all as kept; {} events left out",
            measure.measure, measure.version, measure.position, measure.events, measure.facts,
            measure.cells, measure.left_out_counted);
    return words;
}

/// The first thing that differs, in words.
Error difference_in(const VerifiedFigures& found) {
    for (const auto& measure : found.measures) {
        auto differs = error(figures_differ)
                           .with("measure", fmt::format("{} {}", measure.measure, measure.version));
        if (!measure.differences.empty()) {
            const auto& first = measure.differences.front();
            return std::move(differs)
                .with("cells", std::to_string(measure.differing))
                .with("first", fmt::format("{} {} {} {} {}: kept {} of {}, counted {} of {}", first.period,
                                           first.place.text, first.occupation, first.industry, first.origin,
                                           first.kept_amount, first.kept_facts, first.counted_amount,
                                           first.counted_facts));
        }
        if (measure.left_out_kept != measure.left_out_counted)
            return std::move(differs).with("left_out", fmt::format("kept {}, counted {}", measure.left_out_kept,
                                                                   measure.left_out_counted));
    }
    return error(figures_differ);
}

Result<app::Printed> run_verify_figures(app::App& app, const VerifyOptions& options) {
    HowToVerify how;
    how.measure = options.measure;
    if (options.threads) how.threads = static_cast<int>(options.threads->value);
    if (options.megabytes) how.megabytes = options.megabytes->value;
    if (options.runs) how.runs = static_cast<int>(options.runs->value);
    const auto& services = app.services();
    TRY(const VerifiedFigures found, services.get<store::Store>().read([&](store::Reader& reader) {
        return verify(reader, services.get<Measures>(), services.get<codes::Tables>(), how);
    }));
    if (!found.same) return refuse(difference_in(found));
    return app::Printed{words_of(found), codec::encode(found)};
}

}  // namespace

app::CommandLine verify_command() {
    return app::on_command_line(
        "statistics verify",
        "compute every figure anew from the journal, in memory, and compare it with what is kept",
        {{"--measure", "this one alone"},
         {"--threads", "that count, 2 when not given"},
         {"--megabytes", "about so much memory at most, 2048 when not given: the journal is walked through as often as that takes"},
         {"--runs", "count so many times and say the middle time"}},
        run_verify_figures);
}

}  // namespace jianghui::statistics
