#pragma once
// The gate at the grab with its facts gathered from the database.

#include "features/shares/model.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {

/// An agency at the gate of an order: its facts, and the question for one seat (for more, the caller
/// sets `seats`).
struct AtGate {
    organisations::GateFacts facts;
    GateQuestion question;
};
/// The agency at the gate with facts and totals that the caller knows. The reader is asked only about
/// credentials of another place that do not count everywhere: whether they are recognised.
[[nodiscard]] AtGate at_gate(const store::Reader& reader, organisations::GateFacts facts,
                             const AgencyTotals& totals, const app::Services& services,
                             const orders::OrderRow& order, Instant now);
/// Gathers both; nothing when there is no such organisation.
[[nodiscard]] std::optional<AtGate> at_gate(const store::Reader& reader,
                                            const app::Services& services,
                                            const orders::OrderRow& order, OrganisationId agency,
                                            Instant now);

/// Gathers the facts of the agency and judges them (rules.hpp). Fails as `judge`.
[[nodiscard]] Result<Gate> pass_gate(const store::Reader& reader, const app::Services& services,
                                     const orders::OrderRow& order, OrganisationId agency,
                                     int seats, Instant now);

/// What a first-come order's tiers say to the agency at that time (`TierRule`); nothing at once for
/// an order without. Fails with tier_not_open.
[[nodiscard]] Result<std::vector<GateFact>> pass_tiers(const store::Reader& reader,
                                                       const app::Services& services,
                                                       const orders::OrderRow& order,
                                                       const organisations::GateFacts& facts,
                                                       Instant at);

/// Everything that would refuse a grab now, and how many seats would pass.
[[nodiscard]] GateAnswer ask_gate(const store::Reader& reader, const app::Services& services,
                                  const orders::OrderRow& order, OrganisationId agency,
                                  Instant now);

}  // namespace jianghui::shares
