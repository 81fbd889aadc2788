#include "engine/procedures/shown_value.hpp"

#include <fmt/format.h>

namespace jianghui::procedures {
namespace {

using registers::Column;
using registers::FieldType;

class Shown {
  public:
    Shown(const store::Reader& reader, const app::Services& services, bool chinese)
        : reader_(reader), services_(services), chinese_(chinese) {}

    [[nodiscard]] std::string of(const Column& column, const codec::json::value& value) const {
        if (value.is_array()) {
            std::string all;
            for (const auto& one : value.get_array()) {
                if (!all.empty()) all += chinese_ ? "、" : ", ";
                all += of(column, one);
            }
            return all;
        }
        if (value.is_bool()) return value.get_bool() ? (chinese_ ? "是" : "yes") : (chinese_ ? "否" : "no");
        if (value.is_int64())
            return column.type == FieldType::fen
                       ? fmt::format("{}.{:02}{}", value.get_int64() / 100, value.get_int64() % 100,
                                     chinese_ ? "元" : " yuan")
                       : std::to_string(value.get_int64());
        if (!value.is_string()) return {};
        return of_text(column, std::string(value.get_string()));
    }
    [[nodiscard]] std::string rows(const registers::Field& field,
                                   const codec::json::value& value) const {
        std::string all;
        for (const auto& row : value.as_array()) {
            if (!all.empty()) all += chinese_ ? "；" : "; ";
            bool first = true;
            for (const auto& column : *field.columns) {
                const auto* cell = row.as_object().if_contains(column.id.text);
                if (cell == nullptr) continue;
                if (!first) all += chinese_ ? "，" : ", ";
                all += of(column, *cell);
                first = false;
            }
        }
        return all;
    }

  private:
    [[nodiscard]] std::string title(std::string_view table, const std::string& code) const {
        const Text text = services_.get<registers::CodeBook>().title(table, code);
        return chinese_ ? text.zh : text.en;
    }
    [[nodiscard]] std::string of_text(const Column& column, const std::string& text) const {
        const auto& world = services_.get<World>();
        switch (column.type) {
            case FieldType::code:
            case FieldType::codes:
                return column.table ? title(column.table->text, text) : text;
            case FieldType::place: return title("places", text);
            case FieldType::occupation: return title("occupations", text);
            case FieldType::industry: return title("industries", text);
            case FieldType::organisation:
                if (const auto id = OrganisationId::parse(text)) return world.name_of(reader_, *id);
                return text;
            case FieldType::person:
                if (const auto id = PersonId::parse(text)) return world.name_of(reader_, *id);
                return text;
            case FieldType::date:
                if (const auto date = parse_date(text)) return shown_date(*date, chinese_);
                return text;
            default: return text;
        }
    }

    const store::Reader& reader_;
    const app::Services& services_;
    bool chinese_;
};

}  // namespace

std::string shown_date(Date date, bool chinese) {
    if (!chinese) return date_text(date);
    return fmt::format("{}年{}月{}日", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string shown_value(const store::Reader& reader, const app::Services& services,
                        const registers::Field& field, const codec::json::value& value,
                        bool chinese) {
    const Shown shown(reader, services, chinese);
    return field.columns && value.is_array() ? shown.rows(field, value) : shown.of(field, value);
}

}  // namespace jianghui::procedures
