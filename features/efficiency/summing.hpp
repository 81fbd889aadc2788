#pragma once
// Rows into figures. Pure.

#include "features/efficiency/model.hpp"
#include "features/efficiency/working_time.hpp"

namespace jianghui::efficiency {

/// Whether an office's wait went past its last day. False for the sides' waits and without a last day.
[[nodiscard]] bool is_late(const Wait& wait);

/// One row for each city and procedure with its steps, by these; titles and names are for the caller to
/// add. `reviews` are cases that recorded what became of decisions: each counts for the procedure that it names.
/// O(n log n + n × days).
[[nodiscard]] std::vector<ProcedureSpans> procedures_of(const std::vector<CaseCount>& cases,
                                                        const std::vector<CaseCount>& reviews,
                                                        const std::vector<Wait>& waits,
                                                        const WorkingDays& calendar,
                                                        const Hours& hours);

/// Of each kind that both sides have rows of: how much more often those from outside succeed.
[[nodiscard]] std::vector<SuccessDifference> differences_of(const std::vector<TreatmentRow>& rows);

/// By kind of grab: the place's own agencies, those from outside, then each home; names are for the
/// caller to add. Kinds that nobody tried have no rows.
[[nodiscard]] std::vector<TreatmentRow> treatment_of(const std::vector<Try>& tries,
                                                     const std::vector<Refusal>& refusals);

}  // namespace jianghui::efficiency
