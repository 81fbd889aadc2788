#pragma once
// Whether what a definition recalls or proposes was confirmed by an official.

#include "features/entries/model.hpp"

namespace jianghui::entries {

/// True when every basis was found in its text, or an official confirmed this version. One read of
/// the few rows of `definitions` when a basis is marked K or P.
[[nodiscard]] bool is_confirmed(const store::Reader& reader, const Register& definition);

}  // namespace jianghui::entries
