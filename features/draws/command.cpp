#include "features/draws/command.hpp"


#include <fmt/format.h>

#include "engine/app/document.hpp"
#include "features/draws/rules.hpp"

namespace jianghui::draws {
namespace {

struct VerifyOptions {
    std::string file;
};
BOOST_DESCRIBE_STRUCT(VerifyOptions, (), (file))

Result<app::Printed> run(const VerifyOptions& options) {
    TRY(const std::string text, app::read_document(options.file));
    TRY(const DrawView draw, codec::decode<DrawView>(text));
    TRY_DO(verify(draw));
    int given = 0;
    for (const auto& entrant : draw.entrants) given += entrant.given;
    return app::Printed{
        fmt::format("order {}: {} applicants, {} of {} seats given; the commitment, the seed, every "
                    "place and every number of seats are as published",
                    draw.order.text(), draw.entrants.size(), given, *draw.seats),
        fmt::format(R"({{"order":"{}","applicants":{},"given":{},"seed":"{}","verified":true}})",
                    draw.order.text(), draw.entrants.size(), given, *draw.seed)};
}

}  // namespace

app::CommandLine verify_command() {
    return app::on_command_line_alone(
        "draw verify", "recompute a draw from its public data (GET draws/{order}) alone",
        {{"--file", "the document; - reads it from standard input", false, true}}, run);
}

}  // namespace jianghui::draws
