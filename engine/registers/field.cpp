#include "engine/registers/field.hpp"

#include <algorithm>

#include "engine/access/masking.hpp"

namespace jianghui::registers {
namespace {

namespace json = codec::json;

bool is_value(const json::value& value, const std::string& wanted) {
    if (value.is_string()) return value.get_string() == wanted;
    if (value.is_bool()) return wanted == (value.get_bool() ? "true" : "false");
    if (value.is_array())
        return std::any_of(value.get_array().begin(), value.get_array().end(),
                           [&](const json::value& one) { return is_value(one, wanted); });
    return false;
}

std::string masked(FieldType type, const json::value& value) {
    const std::string text = value.is_string() ? std::string(value.get_string()) : std::string();
    if (type == FieldType::phone) return access::mask_phone(text);
    if (type == FieldType::identity_number) return access::mask_identity_number(text);
    return access::mask_name(text);
}

}  // namespace

bool holds(const std::optional<When>& when, const json::object& values) {
    if (!when) return true;
    const json::value* value = values.if_contains(when->field.text);
    return value != nullptr && std::any_of(when->is.begin(), when->is.end(), [&](const auto& one) {
               return is_value(*value, one);
           });
}

json::object shown_to(const Fields& fields, const json::object& values, Audience reader) {
    json::object shown;
    for (const auto& field : fields) {
        const json::value* value = values.if_contains(field.id.text);
        if (value == nullptr || field.read_by() > reader) continue;
        shown.emplace(field.id.text, field.is_sealed()
                                         ? json::value(masked(field.type, *value))
                                         : *value);
    }
    return shown;
}

}  // namespace jianghui::registers
