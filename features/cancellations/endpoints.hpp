#pragma once
// The API calls of cancellations, and what this feature does in other features' transactions.

#include "engine/app/feature.hpp"
#include "features/cancellations/api.hpp"

namespace jianghui::cancellations {

Result<TermsOffered> list_terms(app::Query& query, const app::Empty& input);
Result<OrderTermsView> show_terms(app::Query& query, const orders::FindOrder& input);

Result<app::Page<ClaimView>> list_claims(app::Query& query, const ListClaims& input);
Result<ClaimView> show_claim(app::Query& query, const FindClaim& input);
Result<ClaimView> pay(app::Command& command, const PayClaim& input);
Result<ClaimView> confirm(app::Command& command, const FindClaim& input);
Result<ClaimView> waive(app::Command& command, const FindClaim& input);
Result<ClaimView> dispute(app::Command& command, const DisputeClaim& input);

/// A claim with names.
[[nodiscard]] ClaimView view(const store::Reader& reader, const ClaimRow& row);

/// At publication: the order's terms are frozen, those of the parameter when it names none.
Result<Done> freeze(app::Command& command, const orders::OrderRow& order);
/// At a cancellation: what is due under the frozen terms becomes a claim; nothing when it is nothing.
void claim(app::Command& command, const shares::Cancelled& what);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::cancellations
