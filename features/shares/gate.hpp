#pragma once
// The gate at the grab with its facts gathered from the database.

#include "features/shares/model.hpp"

namespace jianghui::shares {

/// Gathers the facts of the agency and judges them (rules.hpp). Fails as `judge`.
[[nodiscard]] Result<Gate> pass_gate(const store::Reader& reader, const app::Services& services,
                                     const orders::OrderRow& order, OrganisationId agency,
                                     int seats, Instant now);

/// Everything that would refuse a grab now, and how many seats would pass.
[[nodiscard]] GateAnswer ask_gate(const store::Reader& reader, const app::Services& services,
                                  const orders::OrderRow& order, OrganisationId agency,
                                  Instant now);

}  // namespace jianghui::shares
