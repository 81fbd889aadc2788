// Files and printed documents. All are attachments: nothing that somebody uploaded opens within the site.

#include <algorithm>

#include <fmt/format.h>

#include "engine/app/slow_change.hpp"
#include "engine/procedures/events.hpp"
#include "features/cases/endpoints.hpp"
#include "features/cases/pdf.hpp"
#include "features/papers/api.hpp"

namespace jianghui::cases {
namespace {

std::string check_path(const procedures::DocumentRow& document) {
    return "/documents/" + document.id.text() + "?digest=" + document.digest;
}

/// Whether the caller sees the line of the timeline with which it was printed, or the file's owner.
Result<Done> may_see(const app::Query& query, const SeenCase& seen,
                     const procedures::DocumentRow& document) {
    TRY(const auto procedure,
        query.services.get<procedures::Catalogue>().version(seen.row.procedure_id,
                                                            seen.row.definition_version));
    const auto steps = procedures::steps_of(query.db, seen.row.id);
    for (const auto& step : steps)
        if (step.id == document.step_id &&
            procedures::sees_step(*procedure, seen.row, steps, step, seen.relation))
            return Done{};
    return refuse(not_found);
}

/// As whom the caller reads the file; nothing when it waits for a form and is her own. Fails with not_found.
Result<std::optional<Actor>> reads_as(const app::Query& query, const procedures::FileRow& file) {
    if (!file.case_id) {
        if (file.account != query.caller.account) return refuse(not_found);
        return std::optional<Actor>();
    }
    TRY(const SeenCase seen, find_seen(query.db, query.caller, *file.case_id));
    const Sight sight{query.db, query.services, query.caller, query.now};
    const auto files = files_for(sight, seen);
    if (std::none_of(files.begin(), files.end(),
                     [&](const auto& one) { return one.id == file.id; }))
        return refuse(not_found);
    return std::optional(procedures::actor_of(seen.relation, query.caller));
}

/// Whether the event says that a paper with this digest was issued.
bool issues(const journal::Event& event, const std::string& digest) {
    const auto* data = event.kind == procedures::case_document_issued.name ? event.data.if_object()
                                                                           : nullptr;
    const auto* said = data == nullptr ? nullptr : data->if_contains("digest");
    return said != nullptr && *said == codec::json::value(digest);
}

}  // namespace

Result<procedures::HandedIn> read_file(const UploadFile& /*input*/, const std::string& bytes) {
    return procedures::handed_in(bytes);
}

Result<FileView> upload_file(app::Command& command, const UploadFile& input,
                             const procedures::HandedIn& handed) {
    const Sight sight{command.db, command.services, command.caller, command.now};
    const procedures::NewFile wanted{input.name.text, input.case_id,
                                     input.audience.value_or(CaseAudience::parties)};
    if (!input.case_id) {
        TRY(const auto file,
            procedures::upload(command, wanted, nullptr, std::nullopt, handed));
        return view_of(sight, file);
    }
    TRY(const SeenCase seen, find_seen(command.db, command.caller, *input.case_id));
    TRY(const auto file,
        procedures::upload(command, wanted, &seen.row, seen.relation, handed));
    return view_of(sight, file);
}

Result<http::Reply> download_file(app::Query& query, const FindFile& input) {
    const auto file = procedures::find_file(query.db, input.file);
    if (!file) return refuse(not_found);
    TRY(const auto as, reads_as(query, *file));
    const auto content = procedures::content_of(query.db, *file);
    if (content.holding == procedures::Holding::forgotten)
        return refuse(procedures::file_forgotten);
    const bool whole = content.holding == procedures::Holding::whole;
    TRY_DO(app::in_lane<Done>(query, [&](app::Command& command) -> Result<Done> {
        procedures::note_condition(command, *file, content);
        if (whole) procedures::note_reading(command, *file, as);
        return Done{};
    }));
    if (!whole) return refuse(procedures::file_altered);
    return http::untrusted_attachment(content.bytes, procedures::content_type_of(file->type),
                                      file->name);
}

Result<http::Reply> download_document(app::Query& query, const FindDocument& input) {
    TRY(const SeenCase seen, find_seen(query.db, query.caller, input.case_id));
    const auto document = procedures::find_document(query.db, input.document);
    if (!document || document->case_id != seen.row.id) return refuse(not_found);
    TRY_DO(may_see(query, seen, *document));
    constexpr std::size_t shown_digits = 16;
    const auto link = papers::paper_link(
        query.db, check_path(*document),
        "扫码核验真伪 · 校验码 " + document->digest.substr(0, shown_digits));
    TRY(auto pdf, pdf_of({document->title_zh, document->number, document->text, link.address,
                          link.beside}));
    return http::untrusted_attachment(std::move(pdf), "application/pdf", document->number + ".pdf");
}

Result<DocumentCheck> check_document(app::Query& query, const CheckDocument& input) {
    const auto document = procedures::find_document(query.db, input.document);
    DocumentCheck check;
    if (!document || document->digest != input.digest.text) return check;
    const auto row = procedures::find_case(query.db, document->case_id);
    ASSERT(row.has_value());
    check.genuine = true;
    check.title = Text{document->title_zh, document->title_en};
    check.number = document->number;
    check.authority = document->authority;
    check.issued_on = date_of(document->at);
    if (const auto procedure =
            query.services.get<procedures::Catalogue>().version(row->procedure_id,
                                                                row->definition_version))
        check.procedure = (*procedure)->title;
    return check;
}

Result<journal::Proof> prove_document(app::Query& query, const CheckDocument& input) {
    const auto document = procedures::find_document(query.db, input.document);
    if (!document || document->digest != input.digest.text) return refuse(not_found);
    for (const auto& event : journal::of_subject(query.db, document->case_id.number)) {
        if (!issues(event, document->digest)) continue;
        // A sealed event names its person by number.
        if (event.person) {
            TRY_DO(find_seen(query.db, query.caller, document->case_id));
        }
        return journal::prove(query.db, event.position);
    }
    return refuse(not_found);
}

}  // namespace jianghui::cases
