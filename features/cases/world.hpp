#pragma once
// What cases ask of codes, organisations and people.

#include "engine/procedures/procedures.hpp"

namespace jianghui::cases {

/// Answers from the tables of data/ and the features' own rows. `services` must outlive it.
[[nodiscard]] std::shared_ptr<procedures::World> platform_world(const app::Services& services);

/// Where the procedures' files lie and what must hold of one. `services` must outlive it.
[[nodiscard]] registers::DefinitionSource<procedures::Procedure> procedure_source(
    const app::Services& services);

}  // namespace jianghui::cases
