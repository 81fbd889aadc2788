#pragma once
// Texts with {placeholders}: notices and printed documents.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jianghui::procedures {

/// The names between braces, in order; a brace without its partner gives "{".
[[nodiscard]] std::vector<std::string> placeholders_of(std::string_view text);

/// The text with each {name} put as `value_of(name)` says.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::function<std::string(std::string_view)>& value_of);

}  // namespace jianghui::procedures
