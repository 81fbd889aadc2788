#pragma once
// A second look at a lottery: recomputes a draw from its public document alone, written from
// features/draws/README.md and sharing nothing with the program, not even SM3.

#include <string>
#include <vector>

#include "engine/codec/codec.hpp"

namespace jianghui::simulation {

/// What in the document of a draw that was held (GET draws/{order}) does not follow from the rest of it,
/// in words; nothing when all of it does.
[[nodiscard]] std::vector<std::string> draw_differs(const codec::json::value& document);

}  // namespace jianghui::simulation
