#pragma once
// The end of a file: its time of keeping is over.

#include "engine/app/context.hpp"
#include "engine/procedures/case.hpp"

namespace jianghui::procedures {

/// Takes out of the closed cases that a person applied for or was the party of what was written and
/// handed in: values of forms, reasons, comments, texts of documents, contents of files. The
/// timeline stays, and the custody of each file says when its content went.
void forget_closed_cases(app::Command& command, PersonId person);

}  // namespace jianghui::procedures
