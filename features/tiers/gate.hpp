#pragma once
// Tiers at the gate: gathers what the criteria judge.

#include "features/shares/api.hpp"
#include "features/tiers/model.hpp"

namespace jianghui::tiers {

/// What an agency has of what a criterion judges, for this order on that day; nothing when there is
/// none yet (a score). Fails with reliability_not_ready.
[[nodiscard]] Result<std::optional<int>> value_of(const store::Reader& reader,
                                                  const app::Services& services,
                                                  const Criterion& criterion,
                                                  const orders::OrderRow& order,
                                                  const organisations::GateFacts& agency,
                                                  Date today);

/// shares::TierRule::ask. Once the order is open to all, nothing is looked up.
[[nodiscard]] Result<std::vector<shares::GateFact>> ask(const store::Reader& reader,
                                                        const app::Services& services,
                                                        const orders::OrderRow& order,
                                                        const organisations::GateFacts& agency,
                                                        Instant at);

/// orders::TermChecks: fails as rules `may_have`.
[[nodiscard]] Result<Done> check_terms(const app::Services& services,
                                       const orders::OrderRow& order);

/// The longest head start that a tier may give, as data has it today.
[[nodiscard]] int hours_max(const app::Services& services);

/// Job: counts completed seats from the journal.
Result<bool> count_next(app::Command& command);

/// How an order opens, for everybody and for the agency that asks.
Result<OrderTiers> show_tiers(app::Query& query, const orders::FindOrder& input);
Result<Criteria> list_criteria(app::Query& query, const app::Empty& input);

}  // namespace jianghui::tiers
