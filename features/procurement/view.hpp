#pragma once
// A procurement as the caller may see it.

#include "engine/app/context.hpp"
#include "features/procurement/model.hpp"

namespace jianghui::procurement {

/// Whether the caller acts for the buying authority: an official of the place.
[[nodiscard]] bool buys(const app::Caller& caller, const ProcurementRow& procurement);

/// The caller's evaluator, if it is one and has no conflict.
[[nodiscard]] std::optional<EvaluatorRow> evaluator_of(const std::vector<EvaluatorRow>& evaluators,
                                                       const app::Caller& caller);

/// The public part for everybody; proposals, reasons and names for those whom they concern; an
/// evaluator sees only its own scores until all are done. Before the opening nobody sees the bids.
[[nodiscard]] ProcurementView view(const store::Reader& reader, const app::Services& services,
                                   const app::Caller& caller, Instant now,
                                   const ProcurementRow& procurement);

}  // namespace jianghui::procurement
