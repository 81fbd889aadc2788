#pragma once
// How the suggester learns: everything at start, then what the journal names.

#include "engine/app/feature.hpp"

namespace jianghui::occupations {

/// Provides the Suggester and teaches it what has been confirmed so far.
Result<Done> start(app::Services& services);
/// Reads again, as they are now, the phrases that were chosen for.
void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events);

}  // namespace jianghui::occupations
