#pragma once
// `jianghui definitions registers`: the files of registers without a database.

#include "features/definitions/api.hpp"

namespace jianghui::definitions {

/// Fails with definition_malformed and every fault of every file.
[[nodiscard]] Result<app::Printed> check_registers(const CheckFiles& files);

}  // namespace jianghui::definitions
