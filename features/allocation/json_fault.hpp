#pragma once
// Where a file that should be JSON is not, in words that its author can follow.

#include <optional>
#include <string_view>

#include "engine/base/result.hpp"

namespace jianghui::allocation {

struct JsonFault {
    int line = 1;    ///< from 1
    int column = 1;  ///< bytes of the line, from 1
    Text what;
};

/// The first place where the text is no JSON of at most 16 levels, or names a member of an object twice, of which
/// a reader would silently take one.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text);

}  // namespace jianghui::allocation
