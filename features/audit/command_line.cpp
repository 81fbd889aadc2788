// jianghui audit verify | prove | verify-proof


#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "engine/app/document.hpp"
#include "features/audit/endpoints.hpp"
#include "features/audit/errors.hpp"

namespace jianghui::audit {
namespace {

struct ProveOptions {
    Integer<1, 9'000'000'000'000> position;
};
BOOST_DESCRIBE_STRUCT(ProveOptions, (), (position))

struct CheckOptions {
    std::string file;
    std::optional<std::string> point;
};
BOOST_DESCRIBE_STRUCT(CheckOptions, (), (file, point))

Result<app::Printed> run_verify(app::App& app, const app::Empty& /*none*/) {
    const auto found = app.services().get<store::Store>().read(
        [](store::Reader& reader) { return journal::verify(reader); });
    if (found.fault)
        return refuse(error(journal_damaged).with("fault", *found.fault));
    return app::Printed{
        fmt::format("{} blocks with {} events are whole, chained and signed; {} events are not "
                    "sealed yet\nlast block: {}",
                    found.blocks, found.events, found.unsealed, found.head),
        codec::encode(found)};
}

Result<app::Printed> run_prove(app::App& app, const ProveOptions& options) {
    TRY(const auto proof,
        app.services().get<store::Store>().read([&](store::Reader& reader) {
            return journal::prove(reader, options.position.value);
        }));
    const std::string document = codec::encode(proof);
    return app::Printed{document, document};
}

Result<app::Printed> run_check(const CheckOptions& options) {
    TRY(const std::string text, app::read_document(options.file));
    const auto read = codec::decode<journal::Proof>(text);
    if (!read) return refuse(journal::proof_malformed);
    const journal::Proof& proof = *read;
    TRY_DO(journal::check_proof(proof, options.point));
    return app::Printed{
        fmt::format("the event stands at position {} in block {}, sealed {} by the key {}{}",
                    proof.block.first_position + proof.index, proof.block.number,
                    instant_text(proof.block.at), proof.point,
                    options.point ? "" : " (compare it with the one that you know)"),
        fmt::format(R"({{"position":{},"block":{},"point":"{}","verified":true}})",
                    proof.block.first_position + proof.index, proof.block.number, proof.point)};
}

}  // namespace

std::vector<app::CommandLine> commands() {
    return {
        app::on_command_line("audit verify", "walk the whole journal: every event, block, signature",
                             {}, run_verify),
        app::on_command_line("audit prove", "write the proof of one event",
                             {{"--position", "of the event in the journal", false, true}},
                             run_prove),
        app::on_command_line_alone(
            "audit verify-proof", "check a proof from itself and the key that you expect",
            {{"--file", "the proof; - reads it from standard input", false, true},
             {"--point", "the public key that must have signed it, in hexadecimal"}},
            run_check)};
}

}  // namespace jianghui::audit
