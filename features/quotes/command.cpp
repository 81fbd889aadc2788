#include "features/quotes/command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/app/document.hpp"
#include "features/quotes/rules.hpp"

namespace jianghui::quotes {
namespace {

struct VerifyOptions {
    std::string file;
    std::optional<String<64, 64>> commitment;
};
BOOST_DESCRIBE_STRUCT(VerifyOptions, (), (file, commitment))

/// The receipt of a bidder: its commitment must be among the published ones.
Result<Done> has_commitment(const QuoteView& quote, const VerifyOptions& options) {
    if (!options.commitment) return Done{};
    const bool found = std::any_of(quote.bids.begin(), quote.bids.end(), [&](const auto& each) {
        return each.commitment == options.commitment->text;
    });
    if (!found)
        return refuse(error(quote_mismatch).with("difference", "the commitment is not published"));
    return Done{};
}

Result<app::Printed> run(const VerifyOptions& options) {
    TRY(const std::string text, app::read_document(options.file));
    TRY(const QuoteView quote, codec::decode<QuoteView>(text));
    TRY_DO(verify(quote));
    TRY_DO(has_commitment(quote, options));
    int given = 0, broken = 0;
    for (const auto& each : quote.bids) {
        given += each.given.value_or(0);
        broken += each.status == BidStatus::broken;
    }
    return app::Printed{
        fmt::format("order {}: {} bids, {} of them broken, {} of {} seats given; every commitment, "
                    "the ceiling, the seed, every place and every number of seats are as published",
                    quote.order.text(), quote.bids.size(), broken, given, *quote.seats),
        fmt::format(R"({{"order":"{}","bids":{},"broken":{},"given":{},"seed":"{}","verified":true}})",
                    quote.order.text(), quote.bids.size(), broken, given, *quote.seed)};
}

}  // namespace

app::CommandLine verify_command() {
    return app::on_command_line_alone(
        "quote verify", "check an opening of sealed bids from its public data (GET quotes/{order})",
        {{"--file", "the document; - reads it from standard input", false, true},
         {"--commitment", "a bidder's receipt: this commitment must be among those opened"}},
        run);
}

}  // namespace jianghui::quotes
