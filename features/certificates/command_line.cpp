// jianghui certificate verify FILE: on any machine, without data.

#include <fmt/format.h>

#include "engine/app/document.hpp"
#include "features/certificates/endpoints.hpp"
#include "features/certificates/errors.hpp"
#include "features/certificates/verify.hpp"

namespace jianghui::certificates {
namespace {

struct VerifyOptions {
    std::string file;
    std::optional<std::string> issuers;
    std::optional<std::string> status;
    std::optional<std::string> on;
    std::optional<std::string> root;
};
BOOST_DESCRIBE_STRUCT(VerifyOptions, (), (file, issuers, status, on, root))

/// What --json says of a certificate that holds.
struct VerdictView {
    bool verified = false;
    std::string register_id;
    std::string title;
    std::string number;
    std::string holder;
    std::string place;
    std::string issuer;
    std::optional<Instant> signed_at;
    std::string digest;
    bool issuers_checked = false;
    std::optional<std::string> root;
    bool root_compared = false;
    bool status_checked = false;
    std::optional<Instant> status_as_of;
};
BOOST_DESCRIBE_STRUCT(VerdictView, (),
                      (verified, register_id, title, number, holder, place, issuer, signed_at,
                       digest, issuers_checked, root, root_compared, status_checked, status_as_of))

VerdictView view_of(const Verdict& verdict) {
    return {verdict.verified,       verdict.register_id, verdict.title,
            verdict.number,         verdict.holder,      verdict.place,
            verdict.issuer,         verdict.signed_at,   verdict.digest,
            verdict.issuers_checked, verdict.root,       verdict.root_compared,
            verdict.status_checked, verdict.status_as_of};
}

Result<codec::json::value> read_json(const std::string& file, const ErrorCode& otherwise) {
    TRY(const std::string text, app::read_document(file));
    auto value = codec::parse(text);
    if (!value) return refuse(error(otherwise).with("file", file));
    return *std::move(value);
}

Result<Instant> instant_asked(const VerifyOptions& options) {
    const Instant now = SystemClock().now();
    if (!options.on) return now;
    const auto day = parse_date(*options.on);
    if (!day) return refuse(error(verification_date).at("--on"));
    return *day == date_of(now) ? now : end_of(*day);
}

std::string words_of(const Verdict& verdict, Instant at) {
    std::string words = fmt::format(
        "the certificate holds on {}: {} {}, {}\nissued by {} ({}), signed {}\n",
        date_text(date_of(at)), verdict.title, verdict.number, verdict.holder, verdict.issuer,
        verdict.place, verdict.signed_at ? instant_text(*verdict.signed_at) : "");
    if (!verdict.issuers_checked) {
        words += "whose key it is was not checked: give --issuers\n";
    } else {
        words += fmt::format("the list of issuers is signed by {}{}\n", *verdict.root,
                             verdict.root_compared ? "" : " (compare it with the one you know)");
    }
    words += verdict.status_checked
                 ? fmt::format("status as of {}", instant_text(*verdict.status_as_of))
                 : "whether it was suspended or revoked was not checked: give --status";
    return words;
}

Result<app::Printed> run_verify(const VerifyOptions& options) {
    Asked asked;
    TRY(asked.at, instant_asked(options));
    TRY(asked.certificate, read_json(options.file, certificate_malformed));
    if (options.issuers) {
        TRY(asked.issuers, read_json(*options.issuers, issuer_list_broken));
    }
    if (options.status) {
        TRY(const auto file, read_json(*options.status, status_list_broken));
        asked.statuses = lists_of(file);
        if (asked.statuses.empty()) return refuse(status_list_other);
    }
    asked.root = options.root;
    const Verdict verdict = verify(asked);
    if (!verdict.verified) {
        Error refused = error(certificate_refused);
        refused.errors = verdict.faults;
        return refuse(std::move(refused));
    }
    return app::Printed{words_of(verdict, asked.at), codec::encode(view_of(verdict))};
}

}  // namespace

std::vector<app::CommandLine> commands() {
    return {app::on_command_line_alone(
        "certificate verify", "check a certificate from files alone; exit code 1 names every fault",
        {{"file", "the certificate; - reads it from standard input", false, true},
         {"--issuers", "the signed list of issuers (GET certificates/issuers)"},
         {"--status", "the status lists of its place (GET certificates/status/PLACE)"},
         {"--on", "the day to verify for, like 2026-11-23; today when left out"},
         {"--root", "the key (Multikey) that must have signed the list of issuers"}},
        run_verify)};
}

}  // namespace jianghui::certificates
