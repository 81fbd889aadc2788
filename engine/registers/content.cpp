#include "engine/registers/content.hpp"

#include "engine/access/vault.hpp"

namespace jianghui::registers {
namespace {

namespace json = codec::json;

std::string text_of(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    return json::serialize(value);
}

/// The sort of value, so that equal phones have equal blind indexes.
access::FieldKind kind_of(const Field& field) {
    return {box_place, codec::enum_text(field.type)};
}

/// Puts back what the caller was shown masked.
Result<Done> reopen(const app::Command& command, const Register& definition, EntryId id,
                    json::object& values, const json::object& before) {
    for (const auto& field : definition.fields) {
        if (!field.is_sealed()) continue;
        const json::value* given = values.if_contains(field.id.text);
        const json::value* masked = before.if_contains(field.id.text);
        if (masked == nullptr || (given != nullptr && *given != *masked)) continue;
        const auto box = find_box(command.db, id, field.id.text);
        if (!box) continue;
        TRY(auto open, command.services.get<access::Vault>().open(kind_of(field), id.number, *box));
        values[field.id.text] = std::move(open);
    }
    return Done{};
}

void add_facts(const Register& definition, const json::object& values, Content& content) {
    if (!definition.statistics) return;
    for (const auto& name : *definition.statistics) {
        const json::value* value = values.if_contains(name.text);
        if (value == nullptr) continue;
        if (!value->is_array()) {
            content.facts.push_back({name.text, text_of(*value)});
            continue;
        }
        for (const auto& one : value->get_array())
            content.facts.push_back({name.text, text_of(one)});
    }
}

void add_search(const Field& field, const json::value& value, Content& content) {
    const bool text = field.type == FieldType::text || field.type == FieldType::credit_code;
    if (text && field.read_by() == Audience::everybody) content.search += ' ' + folded(text_of(value));
}

}  // namespace

std::string folded(std::string_view text) {
    std::string plain = half_width(text);
    for (char& c : plain)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return plain;
}

Result<Content> make_content(const app::Command& command, const Register& definition, EntryId id,
                             json::object values, const json::object* before) {
    if (before != nullptr) TRY_DO(reopen(command, definition, id, values, *before));
    Content content;
    TRY(content.values, check_values(definition.fields, values, command.services.get<CodeBook>(),
                                     date_of(command.now), "/values"));
    for (const auto& field : definition.fields) {
        json::value* value = content.values.if_contains(field.id.text);
        if (value == nullptr) continue;
        std::string key = text_of(*value);
        if (field.is_sealed()) {
            auto sealed =
                command.services.get<access::Vault>().seal(kind_of(field), id.number, key);
            content.boxes.push_back({field.id.text, std::move(sealed.box)});
            key = std::move(sealed.index);
        }
        if (field.is_unique()) content.keys.push_back({field.id.text, std::move(key)});
        add_search(field, *value, content);
    }
    add_facts(definition, content.values, content);
    content.values = shown_to(definition.fields, content.values, Audience::officials);
    return content;
}

}  // namespace jianghui::registers
