#pragma once
// Reading what World::ask answers.

#include "features/demo/world.hpp"

namespace jianghui::demo {

/// A text member of an answer. Requires that it is there.
[[nodiscard]] inline std::string text_of(const codec::json::value& answer, std::string_view member) {
    return std::string(answer.at(member).as_string());
}

/// So many days before the demo ends.
[[nodiscard]] inline Instant days_before_the_end(const World& world, int days) {
    return world.end - std::chrono::hours(24 * days);
}

}  // namespace jianghui::demo
