#pragma once
// The arguments of a statement about one version of a measure (features/statistics only).

#include "engine/store/store.hpp"
#include "features/statistics/measure.hpp"

namespace jianghui::statistics {

/// `measure` and `version`, then the names and values given.
template <class... More>
[[nodiscard]] store::Arguments of_version(const Measure& measure, const More&... more) {
    return store::arguments("measure", measure.id.text, "version", measure.version.value, more...);
}

}  // namespace jianghui::statistics
