#pragma once
// What cases ask of codes, organisations and people.

#include <filesystem>

#include "engine/procedures/procedures.hpp"
#include "features/codes/api.hpp"

namespace jianghui::cases {

/// Answers from the tables of data/ and the features' own rows. `services` must outlive it.
[[nodiscard]] std::shared_ptr<procedures::World> platform_world(const app::Services& services);

/// Where the procedures' files lie and what must hold of one. `services` must outlive it.
[[nodiscard]] registers::DefinitionSource<procedures::Procedure> procedure_source(
    const app::Services& services);

/// The names that a file of procedures may use: the guards and effects of `rules`, the parameters of the
/// tables, and the procedures of the folder, each called as its file (they name each other before all
/// of them are read).
[[nodiscard]] procedures::KnownRules known_rules(const procedures::Rules& rules,
                                                 const codes::Tables& tables,
                                                 const std::filesystem::path& folder);

}  // namespace jianghui::cases
