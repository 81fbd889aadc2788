#pragma once
// Reading the JSON documents that are signed.

#include <string>
#include <string_view>

#include "engine/codec/codec.hpp"
#include "engine/codec/text_member.hpp"

namespace jianghui::certificates {

/// The member of that name as text; "" when there is none or it is no text.
[[nodiscard]] inline std::string text_at(const codec::json::object& object, std::string_view member) {
    return std::string(codec::text_member(object, member));
}

}  // namespace jianghui::certificates
