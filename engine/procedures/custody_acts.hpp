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

/// Whether the bytes still are what was handed in. When not, the file is kept in mind (SuspectFiles) for
/// the job that records it. O(bytes).
[[nodiscard]] bool is_whole(app::Command& command, const FileRow& file);

}  // namespace jianghui::procedures
