#include "engine/procedures/case_store.hpp"

#include "engine/crypto/crypto.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/sealed_values.hpp"

namespace jianghui::procedures {
namespace {

store::Arguments of_case(CaseId id) { return store::arguments("case_id", id); }

}  // namespace

std::optional<CaseRow> find_case(const store::Reader& reader, CaseId id) {
    return reader.one<CaseRow>(sql::find_case, of_case(id));
}
std::vector<StepRow> steps_of(const store::Reader& reader, CaseId id) {
    return reader.all<StepRow>(sql::case_steps_of, of_case(id));
}
std::vector<ClockRow> clocks_of(const store::Reader& reader, CaseId id) {
    return reader.all<ClockRow>(sql::case_clocks_of, of_case(id));
}
std::vector<FileRow> files_of(const store::Reader& reader, CaseId id) {
    return reader.all<FileRow>(sql::case_files_of, of_case(id));
}
std::vector<CommentRow> comments_of(const store::Reader& reader, CaseId id) {
    return reader.all<CommentRow>(sql::case_comments_of, of_case(id));
}
std::vector<DocumentRow> documents_of(const store::Reader& reader, CaseId id) {
    return reader.all<DocumentRow>(sql::case_documents_of, of_case(id));
}
std::vector<CaseEntryRow> entries_of(const store::Reader& reader, CaseId id) {
    return reader.all<CaseEntryRow>(sql::case_entries_of, of_case(id));
}
std::optional<FileRow> find_file(const store::Reader& reader, CaseFileId id) {
    return reader.one<FileRow>(sql::find_case_file, store::arguments("file_id", id));
}
std::string file_bytes(const store::Reader& reader, CaseFileId id) {
    const auto content =
        reader.value<std::string>(sql::case_file_content, store::arguments("file_id", id));
    ASSERT(content.has_value());
    auto bytes = crypto::from_base64url(*content);
    ASSERT(bytes.has_value());
    return std::move(*bytes);
}
std::optional<DocumentRow> find_document(const store::Reader& reader, CaseDocumentId id) {
    return reader.one<DocumentRow>(sql::find_case_document, store::arguments("document_id", id));
}

FormValues values_of(const std::vector<StepRow>& steps) {
    FormValues values;
    for (const auto& step : steps)
        if (step.form && step.form_values.is_object())
            values[*step.form] = step.form_values.get_object();
    return values;
}

Result<FormValues> clear_values_of(const app::Services& services,
                                   const std::vector<StepRow>& steps) {
    FormValues values;
    for (const auto& step : steps) {
        if (!step.form) continue;
        TRY(auto clear, open_values(services, step));
        values[*step.form] = std::move(clear);
    }
    return values;
}

std::int64_t open_cases(const store::Reader& reader, std::string_view procedure,
                        std::optional<OrganisationId> organisation, std::optional<PersonId> person,
                        CaseId except) {
    return reader
        .value<std::int64_t>(sql::count_open_cases,
                             store::arguments("procedure_id", procedure, "organisation",
                                              organisation, "person", person, "except", except))
        .value_or(0);
}

}  // namespace jianghui::procedures
