#pragma once
// How the events of a statement are written.

#include "features/statements/events.hpp"
#include "features/statements/model.hpp"

namespace jianghui::statements {

/// Records an event of the statement with all its facts.
void tell(app::Command& command, const journal::EventKind& kind, const StatementRow& statement);
/// Records an event of one worker's wage.
void tell_wage(app::Command& command, const journal::EventKind& kind, const StatementRow& statement,
               PersonId person, Fen amount);

/// The parameter in force today.
[[nodiscard]] int parameter(const app::Command& command, std::string_view code, int otherwise);

}  // namespace jianghui::statements
