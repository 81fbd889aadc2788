#pragma once
// The measures in force and those that were: read from measures/*.toml as registers are.

#include "engine/registers/registers.hpp"
#include "features/definitions/api.hpp"
#include "features/statistics/errors.hpp"
#include "features/statistics/measure.hpp"

namespace jianghui::statistics {

/// The measures of the program. A service that this feature provides.
class Measures : public registers::Definitions<Measure> {
  public:
    Measures() : Definitions(measure_unknown) {}
    /// Every version that is or was in force, by id and version: each is counted.
    [[nodiscard]] std::vector<Pointer> every_version() const;
};

/// Where the files lie and what must hold of one. `services` must outlive it.
[[nodiscard]] registers::DefinitionSource<Measure> measure_source(const app::Services& services);

/// The program's own words, for checks. The tables must outlive it.
[[nodiscard]] KnownWords known_words(const codes::Tables& tables);

/// `jianghui definitions measures`.
[[nodiscard]] Result<app::Printed> check_measures(const definitions::CheckFiles& files);

}  // namespace jianghui::statistics
