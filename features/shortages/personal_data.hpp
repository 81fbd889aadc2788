#pragma once
// What this feature holds about a person (engine/app/personal_data.hpp).

#include "engine/app/personal_data.hpp"

namespace jianghui::shortages {

[[nodiscard]] app::PersonalDataPart personal_data();

}  // namespace jianghui::shortages
