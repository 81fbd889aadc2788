#pragma once
// What this feature and engine/access hold about a person: her account.

#include "engine/app/personal_data.hpp"

namespace jianghui::accounts {

[[nodiscard]] app::PersonalDataPart personal_data();

}  // namespace jianghui::accounts
