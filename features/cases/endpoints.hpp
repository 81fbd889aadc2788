#pragma once
// The API calls of cases; see feature.cpp for who may make them.

#include "engine/journal/seal.hpp"
#include "features/cases/view.hpp"

namespace jianghui::cases {

[[nodiscard]] Result<app::Page<ProcedureSummary>> list_procedures(app::Query& query,
                                                                  const app::Empty& nothing);
/// Fails with procedure_unknown.
[[nodiscard]] Result<ProcedureView> show_procedure(app::Query& query, const FindProcedure& input);

[[nodiscard]] Result<app::Page<CaseSummary>> list_cases(app::Query& query, const ListCases& input);
/// Somebody else's is not_found, here and below.
[[nodiscard]] Result<CaseView> show_case(app::Query& query, const FindCase& input);
/// Before the write lane is asked: looks at the files that opening, or a step, rests on (engine/procedures/looking.hpp).
void look_before_opening(app::Query& query, const OpenCase& input);
void look_before_step(app::Query& query, const TakeStep& input);
/// Fails as procedures::open.
[[nodiscard]] Result<CaseView> open_case(app::Command& command, const OpenCase& input);
/// Fails as procedures::take.
[[nodiscard]] Result<CaseView> take_step(app::Command& command, const TakeStep& input);
/// A sealed value of a form in the clear, for an office of the case and for the side that wrote it; the reading is an event
/// with its purpose, and among the person's readings. Fails with not_found, not_allowed.
[[nodiscard]] Result<SealedValue> open_sealed_value(app::Command& command, const OpenSealedValue& input);
[[nodiscard]] Result<CaseView> add_comment(app::Command& command, const AddComment& input);
/// Fails with not_allowed for who is not of the office, case_closed, officer_elsewhere.
[[nodiscard]] Result<CaseView> assign_case(app::Command& command, const AssignCase& input);
[[nodiscard]] Result<std::vector<CaseOfficer>> list_officers(app::Query& query,
                                                             const FindCase& input);

/// What the bytes are, their digest, and as they are kept: before the write lane is asked.
[[nodiscard]] Result<procedures::HandedIn> read_file(const UploadFile& input, const std::string& bytes);
/// Fails as procedures::upload.
[[nodiscard]] Result<FileView> upload_file(app::Command& command, const UploadFile& input,
                                           const procedures::HandedIn& handed);
/// The reading is recorded before the bytes leave. Fails with not_found, file_altered (which the case says from
/// then on), file_forgotten.
[[nodiscard]] Result<http::Reply> download_file(app::Query& query, const FindFile& input);
[[nodiscard]] Result<http::Reply> download_document(app::Query& query, const FindDocument& input);
[[nodiscard]] Result<DocumentCheck> check_document(app::Query& query, const CheckDocument& input);
/// That the paper with this digest was issued: its place in the sealed journal, for whoever holds it; when it is
/// about a person, for who sees the case. Fails with not_found, event_not_sealed.
[[nodiscard]] Result<journal::Proof> prove_document(app::Query& query, const CheckDocument& input);

[[nodiscard]] Result<std::vector<Timeliness>> show_timeliness(app::Query& query,
                                                              const AskTimeliness& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();
/// The tidying up: a job.
[[nodiscard]] Result<bool> tidy_files(app::Command& command);
/// The clocks, and what is so of suspect files: tasks, which look at files first and then ask the write lane.
[[nodiscard]] Result<bool> ring_clocks(const app::Services& services);
[[nodiscard]] Result<bool> note_suspect_files(const app::Services& services);

}  // namespace jianghui::cases
