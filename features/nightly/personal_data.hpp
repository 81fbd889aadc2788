#pragma once
// What this feature holds about a person: what she was told, and whether she wants it.

#include "engine/app/feature.hpp"

namespace jianghui::nightly {

[[nodiscard]] app::PersonalDataPart personal_data();

}  // namespace jianghui::nightly
