#pragma once
// Reading the JSON documents that are signed.

#include <string>
#include <string_view>

#include "engine/codec/codec.hpp"

namespace jianghui::certificates {

/// The member of that name as text; "" when there is none or it is no text.
[[nodiscard]] inline std::string text_at(const codec::json::object& object, std::string_view member) {
    const auto* found = object.if_contains(member);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

}  // namespace jianghui::certificates
