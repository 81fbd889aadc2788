#pragma once
// What this feature holds about people (engine/app/personal_data.hpp).

#include "engine/app/personal_data.hpp"

namespace jianghui::surveys {

[[nodiscard]] app::PersonalDataPart personal_data();

}  // namespace jianghui::surveys
