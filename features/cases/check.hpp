#pragma once
// `jianghui check --definitions`: the part about procedures.

#include "features/definitions/api.hpp"

namespace jianghui::cases {

/// Reads every file of FOLDER/procedures beside the registers of FOLDER: how many pass, or every fault at
/// "file:line". Knows the guards and effects that the engine has.
[[nodiscard]] Result<app::Printed> check_procedures(const definitions::CheckFiles& files);

}  // namespace jianghui::cases
