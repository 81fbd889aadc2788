#pragma once
// The API calls of efficiency; see feature.cpp for who may make them.

#include "features/efficiency/model.hpp"

namespace jianghui::efficiency {

Result<ProceduresView> show_procedures(app::Query& query, const AskProcedures& input);
/// Fails with not_found for a city that the caller does not supervise.
Result<std::vector<CaseSpan>> list_cases(app::Query& query, const AskCases& input);
Result<TreatmentView> show_treatment(app::Query& query, const AskTreatment& input);
Result<std::vector<TryView>> list_tries(app::Query& query, const AskTries& input);
Result<app::Empty> recount(app::Command& command, const app::Empty& input);

}  // namespace jianghui::efficiency
