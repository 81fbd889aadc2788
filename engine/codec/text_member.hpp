#pragma once
// Reading a text out of JSON that has no struct of its own: forms, entries, signed documents.

#include <string_view>

#include <boost/json/value.hpp>

namespace jianghui::codec {

/// The member of that name as text, which lives as long as the object; "" when there is none or it is no text.
[[nodiscard]] inline std::string_view text_member(const boost::json::object& object,
                                                  std::string_view name) {
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string_view(found->get_string())
                                                  : std::string_view();
}

/// The same of a value, which may be no object.
[[nodiscard]] inline std::string_view text_member(const boost::json::value& value,
                                                  std::string_view name) {
    const auto* object = value.if_object();
    return object != nullptr ? text_member(*object, name) : std::string_view();
}

}  // namespace jianghui::codec
