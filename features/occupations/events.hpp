#pragma once
// What is recorded of a choice: codes and a keyed digest.

#include "engine/journal/journal.hpp"

namespace jianghui::occupations {

inline constexpr journal::EventKind occupation_chosen{"occupation.chosen", "为岗位名称选定职业",
                                                      "Occupation chosen for a title"};

}  // namespace jianghui::occupations
