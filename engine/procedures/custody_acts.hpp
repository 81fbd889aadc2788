#pragma once
// The links of the chain that acts on cases add; for files.cpp, forms.cpp, opening.cpp, steps.cpp and
// forgetting.cpp.

#include "engine/procedures/custody.hpp"

namespace jianghui::procedures {

/// Records that a file was handed in; into a case that another place helps to handle, also that it went
/// there.
void note_upload(app::Command& command, const FileRow& file, const CaseRow* row);

/// Where in a form a file stands.
struct FieldPlace {
    std::string form;
    std::string field;
};
/// Records that the step (or the opening) `line` made the file part of its form, and where it can be read
/// from then on.
void note_binding(app::Command& command, const FileRow& file, const CaseRow& row,
                  const StepRow& line, const FieldPlace& where);

/// Records that every file of the case can be read at `place` from now on.
void note_sending(app::Command& command, const CaseRow& row, const PlaceCode& place);

void note_forgetting(app::Command& command, const FileRow& file);

/// That the bytes were found to be what was handed in, when they were looked at before the write lane was asked
/// (looking.hpp). Fails with file_altered, and keeps the file in mind (SuspectFiles) for the task that records it; with
/// case_moved_on when nobody looked, because it came, or its row changed, meanwhile.
[[nodiscard]] Result<Done> check_held(app::Command& command, const FileRow& file);

}  // namespace jianghui::procedures
