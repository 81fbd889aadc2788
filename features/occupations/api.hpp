#pragma once
// What other features may use: `occupations::Suggester`, a service from the start on, and `confirm`.

#include "engine/app/context.hpp"
#include "features/occupations/suggester.hpp"

namespace jianghui::occupations {

/// Keeps that the caller chose this occupation for a title, as one vote of the caller's organisation
/// (of the person or account where there is none); a later choice for the same phrase takes the
/// earlier one's place. Records occupation.chosen when something changed. Answers whether it counts:
/// not when the title says nothing or is an occupation's own name, nor for classes of occupations (levels
/// 1 to 3).
bool confirm(app::Command& command, std::string_view title, const OccupationCode& occupation);

}  // namespace jianghui::occupations
