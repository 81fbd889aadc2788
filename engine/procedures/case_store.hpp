#pragma once
// Reading the rows of cases.

#include "engine/procedures/rules.hpp"
#include "engine/store/store.hpp"

namespace jianghui::procedures {

[[nodiscard]] std::optional<CaseRow> find_case(const store::Reader& reader, CaseId id);
/// By ordinal, the opening first.
[[nodiscard]] std::vector<StepRow> steps_of(const store::Reader& reader, CaseId id);
/// Oldest first: also those that have stopped.
[[nodiscard]] std::vector<ClockRow> clocks_of(const store::Reader& reader, CaseId id);
[[nodiscard]] std::vector<FileRow> files_of(const store::Reader& reader, CaseId id);
[[nodiscard]] std::vector<CommentRow> comments_of(const store::Reader& reader, CaseId id);
[[nodiscard]] std::vector<DocumentRow> documents_of(const store::Reader& reader, CaseId id);
[[nodiscard]] std::vector<CaseEntryRow> entries_of(const store::Reader& reader, CaseId id);
[[nodiscard]] std::optional<FileRow> find_file(const store::Reader& reader, CaseFileId id);
/// The bytes of a file. Requires that there is such a file.
[[nodiscard]] std::string file_bytes(const store::Reader& reader, CaseFileId id);
[[nodiscard]] std::optional<DocumentRow> find_document(const store::Reader& reader,
                                                       CaseDocumentId id);

/// The latest values of each form, sealed ones masked.
[[nodiscard]] FormValues values_of(const std::vector<StepRow>& steps);
/// The same with sealed values in the clear, for effects. Fails as the vault does.
[[nodiscard]] Result<FormValues> clear_values_of(const app::Services& services,
                                                 const std::vector<StepRow>& steps);

/// Open cases of a procedure about the organisation or the person, `except` apart.
[[nodiscard]] std::int64_t open_cases(const store::Reader& reader, std::string_view procedure,
                                      std::optional<OrganisationId> organisation,
                                      std::optional<PersonId> person, CaseId except);

}  // namespace jianghui::procedures
