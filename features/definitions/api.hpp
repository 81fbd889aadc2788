#pragma once
// Features that use registers name `definitions` among their DEPENDS: at their start the catalogue
// (registers::Catalogue) is filled.

#include "engine/registers/registers.hpp"

namespace jianghui::definitions {

/// Where the registers' files lie and what must hold of one. `services` must outlive it.
[[nodiscard]] registers::DefinitionSource<registers::Register> register_source(
    const app::Services& services);

}  // namespace jianghui::definitions
