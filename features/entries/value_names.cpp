#include "features/entries/value_names.hpp"

#include <fmt/format.h>

#include "features/codes/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::entries {
namespace {

namespace json = codec::json;
using registers::FieldType;

/// Finds the names of one set of values; rows go through the same.
class Namer {
  public:
    Namer(const store::Reader& reader, const app::Services& services, const app::Caller& caller)
        : reader_(reader), services_(services), caller_(caller) {}

    template <class F>
    void name(const F& fields, const json::object& values) {
        for (const auto& field : fields) {
            const auto* value = values.if_contains(field.id.text);
            if (value == nullptr) continue;
            if (value->is_string()) name(field, std::string(value->get_string()));
            if (value->is_array())
                for (const auto& one : value->get_array())
                    if (one.is_string()) name(field, std::string(one.get_string()));
        }
    }
    json::object take() { return std::move(names_); }

  private:
    void name(const registers::Column& field, const std::string& text) {
        const auto& tables = services_.get<codes::Tables>();
        const FieldType type = field.type;
        if (field.table && is_large(field.table->text)) {
            names_[text] = services_.get<registers::CodeBook>().title(field.table->text, text).zh;
            return;
        }
        if (type == FieldType::occupation) {
            if (const auto* found = tables.find_occupation({text})) names_[text] = found->name;
        } else if (type == FieldType::industry) {
            if (const auto* found = tables.find_industry({text})) names_[text] = found->name;
        } else if (type == FieldType::organisation) {
            const auto id = OrganisationId::parse(text);
            if (!id) return;
            if (const auto found = organisations::find_reference(reader_, *id))
                names_[text] = found->name;
        } else if (type == FieldType::person) {
            const auto id = PersonId::parse(text);
            if (!id) return;
            if (const auto found = people::find_reference(reader_, services_, caller_, *id))
                names_[text] = found->name;
        }
    }

    /// Tables that the web app does not hold as a whole.
    static bool is_large(std::string_view table) {
        return table == "registers" || table == "occupations" || table == "industries";
    }

    const store::Reader& reader_;
    const app::Services& services_;
    const app::Caller& caller_;
    json::object names_;
};

std::string yuan_text(std::int64_t fen) {
    return fen % 100 == 0 ? std::to_string(fen / 100)
                          : fmt::format("{}.{:02}", fen / 100, fen % 100);
}

std::string text_of(const json::value& value) {
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

}  // namespace

json::object names_of(const store::Reader& reader, const app::Services& services,
                      const app::Caller& caller, const registers::Fields& fields,
                      const json::object& values) {
    Namer namer(reader, services, caller);
    namer.name(fields, values);
    for (const auto& field : fields) {
        const auto* value = values.if_contains(field.id.text);
        if (field.type != FieldType::rows || !field.columns || value == nullptr ||
            !value->is_array())
            continue;
        for (const auto& row : value->get_array())
            if (row.is_object()) namer.name(*field.columns, row.get_object());
    }
    return namer.take();
}

std::string cell_of(const app::Services& services, const registers::Column& field,
                    const json::value& value, const json::object& names) {
    const auto& book = services.get<registers::CodeBook>();
    if (value.is_bool()) return value.get_bool() ? "是" : "否";
    if (field.type == FieldType::fen && value.is_int64()) return yuan_text(value.get_int64());
    if (field.type == FieldType::code) return book.title(field.table->text, text_of(value)).zh;
    if (field.type == FieldType::codes && value.is_array()) {
        std::string joined;
        for (const auto& one : value.get_array())
            joined += (joined.empty() ? "" : "、") + book.title(field.table->text, text_of(one)).zh;
        return joined;
    }
    const auto* name = names.if_contains(text_of(value));
    return name != nullptr && field.type == FieldType::organisation ? text_of(*name)
                                                                    : text_of(value);
}

}  // namespace jianghui::entries
