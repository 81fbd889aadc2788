#pragma once
// What a step brings with it; for steps.cpp and opening.cpp.

#include "engine/procedures/case_store.hpp"
#include "engine/procedures/cases.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/events.hpp"

namespace jianghui::procedures {

/// Clocks that stop, stand still, go on and begin because the case enters `row.state`; sets the row's
/// due day, also in its table.
void turn_clocks(app::Command& command, const Procedure& procedure, CaseRow& row,
                 const std::optional<std::string>& from_state);
/// Lengthens the clocks that name the step as theirs; once each.
void extend_clocks(app::Command& command, const Procedure& procedure, const CaseRow& row,
                   const Step& step);
/// Writes the row's due day as the clocks now stand, and its lateness.
void refresh_due(app::Command& command, CaseRow& row);

/// Prints the documents with these names at a line of the timeline; after its effects and clocks.
void print_documents(app::Command& command, const Procedure& procedure, const CaseRow& row,
                     const std::optional<List<Name40, 5>>& names, const StepRow& taken,
                     const FormValues& values);
/// The step's notice with its values.
[[nodiscard]] std::optional<Text> notice_of(app::Command& command, const Procedure& procedure,
                                            const CaseRow& row, const Step& step,
                                            const StepRow& taken, const FormValues& values);

/// Checks the values of a form and that what they name exists; fails as check_values, with unknown_code
/// and file_unknown.
[[nodiscard]] Result<codec::json::object> check_form(app::Command& command, const Form& form,
                                                     const codec::json::object& values,
                                                     const CaseRow* row);
/// Binds the files that the values name to the case and the line of its timeline; each is looked at first.
/// Fails with file_unknown, file_altered, case_files_full.
[[nodiscard]] Result<Done> attach_files(app::Command& command, const Form& form,
                                        const codec::json::object& values, const CaseRow& row,
                                        const StepRow& line);
/// The same for files of a case that this one goes on from: they stay where they are. Fails with file_altered.
[[nodiscard]] Result<Done> carry_files(app::Command& command, const Form& form,
                                       const codec::json::object& values, const CaseRow& row,
                                       const StepRow& line);
/// Before somebody is burdened: every file of the case, and every one that a form of it names, still gives the digest that
/// it was handed in with. One file is held at a time. Fails with file_altered, which names it.
[[nodiscard]] Result<Done> check_all_files(app::Command& command, const Procedure& procedure, const CaseRow& row,
                                           const std::vector<StepRow>& steps);
/// Whether the case can hold so many bytes more (case_files_bytes_max, which also bounds what check_all_files reads).
/// Fails with case_files_full.
[[nodiscard]] Result<Done> check_room(const app::Command& command, CaseId id, std::int64_t bytes);

void record(app::Command& command, const journal::EventKind& kind, const CaseRow& row,
            const CaseChange& change);
[[nodiscard]] CaseChange change_of(const CaseRow& row);
/// case.told for each side and office that is to be told (offices_told), other than whoever acts.
void tell_sides(app::Command& command, const CaseRow& row, const StepRow& taken);

/// Takes the step for whoever `acting` is: after all checks. The clock's steps come in here.
[[nodiscard]] Result<CaseRow> carry_out(app::Command& command, const Procedure& procedure,
                                        const CaseRow& row, std::vector<StepRow> steps,
                                        const Step& step, Acting acting, const StepWanted& wanted);

}  // namespace jianghui::procedures
