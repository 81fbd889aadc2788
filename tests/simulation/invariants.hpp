#pragma once
// What must hold in the database after every step (DESIGN section 2), whatever happened.

#include <string>
#include <vector>

#include "engine/store/store.hpp"

namespace jianghui::simulation {

/// Every broken invariant with what breaks it, in words; empty when all hold. O(database).
[[nodiscard]] std::vector<std::string> broken_invariants(const store::Reader& reader);

}  // namespace jianghui::simulation
