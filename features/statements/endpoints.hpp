#pragma once
// The API calls of statements; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/statements/model.hpp"

namespace jianghui::statements {

Result<StatementView> agree_statement(app::Command& command, const FindStatement& input);
Result<StatementView> instruct_payment(app::Command& command, const InstructStatement& input);
Result<StatementView> report_payment(app::Command& command, const PayStatement& input);
Result<StatementView> confirm_payment(app::Command& command, const FindStatement& input);
Result<StatementView> correct_statement(app::Command& command, const CorrectStatement& input);
Result<StatementView> show(app::Query& query, const FindStatement& input);
Result<app::Page<StatementView>> list_all(app::Query& query, const ListStatements& input);

/// Overdue wages that the caller has to do with or supervises, summed; the worst first.
Result<std::vector<OverdueView>> list_overdue(app::Query& query, const ListOverdue& input);

}  // namespace jianghui::statements
