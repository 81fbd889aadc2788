#pragma once
// What stands in an event's data, for whoever reads events of features that he does not include.

#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/json/value.hpp>

namespace jianghui::journal {

/// The member of that name; nullptr when the data are no object or have none.
[[nodiscard]] inline const boost::json::value* member_of(const boost::json::value& data,
                                                         std::string_view name) {
    const auto* object = data.if_object();
    return object == nullptr ? nullptr : object->if_contains(name);
}

/// The member as text, which lives as long as the data; "" when there is none or it is no text.
[[nodiscard]] inline std::string_view text_of(const boost::json::value& data,
                                              std::string_view name) {
    const auto* found = member_of(data, name);
    return found != nullptr && found->is_string() ? std::string_view(found->get_string())
                                                  : std::string_view();
}

/// The member as a number; nothing when there is none or it is no whole number.
[[nodiscard]] inline std::optional<std::int64_t> number_of(const boost::json::value& data,
                                                           std::string_view name) {
    const auto* found = member_of(data, name);
    return found != nullptr && found->is_int64() ? std::optional(found->get_int64())
                                                 : std::nullopt;
}

}  // namespace jianghui::journal
