#include "features/entries/import_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "features/codes/api.hpp"
#include "features/entries/errors.hpp"
#include "features/people/api.hpp"

namespace jianghui::entries {
namespace {

namespace json = codec::json;
using registers::FieldType;

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::optional<std::int64_t> whole(std::string text) {
    std::erase(text, ',');
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

/// "6,500", "6500.5", "¥6500元" as fen.
std::optional<std::int64_t> fen_of(std::string text) {
    for (const std::string_view sign : {"¥", "￥", "元", ","}) text = replaced(text, sign, "");
    const auto point = text.find('.');
    const auto yuan = whole(text.substr(0, point));
    if (!yuan || *yuan < 0) return std::nullopt;
    if (point == std::string::npos) return *yuan * 100;
    std::string cents = text.substr(point + 1);
    if (cents.empty() || cents.size() > 2) return std::nullopt;
    if (cents.size() == 1) cents += '0';
    const auto rest = whole(cents);
    return rest && *rest >= 0 ? std::optional(*yuan * 100 + *rest) : std::nullopt;
}

std::vector<std::string> cut(std::string text) {
    for (const std::string_view mark : {"、", "；", "，", ";", "|"}) text = replaced(text, mark, ",");
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find(',', begin), text.size());
        if (auto part = half_width(text.substr(begin, end - begin)); !part.empty())
            parts.push_back(std::move(part));
        begin = end + 1;
    }
    return parts;
}

/// The code that a cell means in a table, or the cell itself.
std::string code_of(const app::Services& services, std::string_view table, std::string text) {
    const auto& tables = services.get<codes::Tables>();
    if (services.get<registers::CodeBook>().has(table, text)) return text;
    if (table == "places") {
        const auto found = tables.resolve_place(text);
        if (found.place != nullptr && found.certain) return found.place->code.text;
    } else if (table == "occupations") {
        if (const auto* found = tables.find_occupation_by_name(text)) return found->code;
    } else if (const auto* item = tables.find_item_by_name(table, text)) {
        return item->code;
    }
    return text;
}

std::string code_table(const registers::Column& field) {
    switch (field.type) {
        case FieldType::place:
            return "places";
        case FieldType::occupation:
            return "occupations";
        case FieldType::industry:
            return "industries";
        default:
            return field.table ? field.table->text : std::string();
    }
}

json::value truth_of(const std::string& text) {
    for (const std::string_view yes : {"是", "true", "1", "有", "Y"})
        if (text == yes) return json::value(true);
    for (const std::string_view no : {"否", "false", "0", "无", "N"})
        if (text == no) return json::value(false);
    return json::value(text);
}

/// Reads one row fact by fact.
class Reading {
  public:
    Reading(const RowSight& sight, const Register& definition, std::int64_t row,
            std::vector<CellFault>& faults)
        : sight_(sight), definition_(definition), row_(row), faults_(faults) {}

    void read(const SheetColumn& column, const std::string& text, registers::NewEntry& wanted) {
        switch (column.fact) {
            case SheetFact::number:
                if (text.empty()) return fault(column.title, error(codec::missing_field));
                if (code_points(text).value_or(0) > 80)
                    return fault(column.title, error(out_of_range));
                wanted.number = String<1, 80>{text};
                return;
            case SheetFact::subject_key:
                return read_subject(column, text, wanted);
            case SheetFact::place:
                if (!text.empty()) wanted.place = {code_of(sight_.services, "places", text)};
                return;
            case SheetFact::valid_from_on:
            case SheetFact::valid_to_on:
                return read_date(column, text, wanted);
            case SheetFact::field:
                if (auto value = value_of_cell(sight_.db, sight_.services, *column.field, text))
                    wanted.values[column.field->id.text] = std::move(*value);
                return;
            case SheetFact::subject_name:
            case SheetFact::status:
                return;  // For people to read; the key and the acts decide.
        }
    }
    void fault(std::string column, Error why) {
        faults_.push_back({row_, std::move(column), why.code, why.message, why.nearest});
    }

  private:
    void read_subject(const SheetColumn& column, const std::string& text,
                      registers::NewEntry& wanted) {
        if (text.empty()) return fault(column.title, error(codec::missing_field));
        if (definition_.subject == registers::Subject::organisation)
            wanted.organisation = organisations::find_by_credit_code(sight_.db, text);
        if (definition_.subject == registers::Subject::person)
            wanted.person = people::find_by_id_number(sight_.db, sight_.services, text);
        if (definition_.subject == registers::Subject::place)
            wanted.subject_place = PlaceCode{code_of(sight_.services, "places", text)};
        if (!wanted.organisation && !wanted.person && !wanted.subject_place)
            fault(column.title, error(row_subject_unknown));
    }
    void read_date(const SheetColumn& column, const std::string& text,
                   registers::NewEntry& wanted) {
        const auto day = read_day(text);
        if (!text.empty() && !day) return fault(column.title, error(imports::date_unreadable));
        if (column.fact == SheetFact::valid_to_on) {
            wanted.valid_to_on = day;
        } else if (day) {
            wanted.valid_from_on = *day;
        } else {
            fault(column.title, error(codec::missing_field));
        }
    }

    const RowSight& sight_;
    const Register& definition_;
    std::int64_t row_;
    std::vector<CellFault>& faults_;
};

/// The fields for the check of a row: a sealed value that stands masked, as the export writes it, is
/// taken out and not asked for, so that it stays as it is.
registers::Fields without_masked(const registers::Fields& fields, json::object& values) {
    registers::Fields asked = fields;
    for (auto& field : asked) {
        const auto* value = values.if_contains(field.id.text);
        if (!field.is_sealed() || value == nullptr || !value->is_string()) continue;
        if (value->get_string().find('*') == json::string::npos) continue;
        values.erase(field.id.text);
        field.required = false;
    }
    return asked;
}

/// The header of the field that a pointer ("/services/0") means.
std::string header_of(const SheetHeader& header, const Register& definition,
                      std::string_view pointer) {
    const auto end = std::min(pointer.find('/', 1), pointer.size());
    const auto id = pointer.empty() ? pointer : pointer.substr(1, end - 1);
    for (const auto& column : header.columns)
        if (column && column->field != nullptr && column->field->id.text == id)
            return column->title;
    const auto* field = definition.field(id);
    return field != nullptr ? field->title.zh : std::string(id);
}

}  // namespace

std::optional<Date> read_day(std::string_view text) {
    std::string plain = half_width(text);
    for (const std::string_view mark : {"年", "月", "/", "."}) plain = replaced(plain, mark, "-");
    plain = replaced(plain, "日", "");
    std::array<std::string, 3> parts;
    std::size_t part = 0;
    for (const char c : plain) {
        if (c == '-') {
            if (++part == parts.size()) return std::nullopt;
        } else {
            parts.at(part) += c;
        }
    }
    for (auto& one : {&parts[1], &parts[2]})
        if (one->size() == 1) one->insert(0, "0");
    return parse_date(parts[0] + "-" + parts[1] + "-" + parts[2]);
}

std::optional<json::value> value_of_cell(const store::Reader& reader,
                                         const app::Services& services,
                                         const registers::Column& field, std::string_view cell) {
    std::string text = half_width(cell);
    if (text.empty()) return std::nullopt;
    switch (field.type) {
        case FieldType::integer:
            if (const auto number = whole(text)) return json::value(*number);
            return json::value(text);
        case FieldType::fen:
            if (const auto fen = fen_of(text)) return json::value(*fen);
            return json::value(text);
        case FieldType::boolean:
            return truth_of(text);
        case FieldType::date:
            if (const auto day = read_day(text)) return json::value(date_text(*day));
            return json::value(text);
        case FieldType::code:
        case FieldType::place:
        case FieldType::occupation:
        case FieldType::industry:
            return json::value(code_of(services, code_table(field), std::move(text)));
        case FieldType::codes: {
            json::array list;
            for (auto& part : cut(std::move(text)))
                list.emplace_back(code_of(services, code_table(field), std::move(part)));
            return json::value(std::move(list));
        }
        case FieldType::organisation:
            if (const auto found = organisations::find_by_credit_code(reader, text))
                return json::value(found->text());
            return json::value(text);
        case FieldType::rows: {
            auto parsed = codec::parse(text);
            return parsed ? std::move(*parsed) : json::value(text);
        }
        default:
            return json::value(text);
    }
}

Result<SheetHeader> read_header(const Register& definition,
                                const std::vector<std::string>& cells) {
    SheetHeader header;
    for (const auto& cell : cells) {
        header.columns.push_back(column_of(definition, cell));
        if (!header.columns.back() && !half_width(cell).empty()) header.ignored.push_back(cell);
    }
    std::vector<std::string> missing;
    for (const auto& column : sheet_columns(definition)) {
        const bool needed = column.fact == SheetFact::number ||
                            column.fact == SheetFact::subject_key ||
                            column.fact == SheetFact::valid_from_on;
        const bool there = std::any_of(
            header.columns.begin(), header.columns.end(),
            [&](const auto& one) { return one && one->fact == column.fact; });
        if (needed && !there) missing.push_back(column.title);
    }
    if (!missing.empty()) return refuse(error(import_columns_missing).near(std::move(missing)));
    return header;
}

std::optional<SheetRow> read_row(const RowSight& sight, const Register& definition,
                                 const SheetHeader& header, const PlaceCode& place,
                                 const imports::TableRow& row, std::vector<CellFault>& faults) {
    const std::size_t before = faults.size();
    SheetRow read;
    read.row = row.number;
    read.wanted.place = place;
    read.wanted.reason = EntryReason::imported;
    Reading reading(sight, definition, row.number, faults);
    if (row.fault) {
        faults.push_back({row.number, row.fault->column, row.fault->code, row.fault->message, {}});
        return std::nullopt;
    }
    for (std::size_t i = 0; i < header.columns.size(); ++i)
        if (header.columns[i])
            reading.read(*header.columns[i], i < row.cells.size() ? half_width(row.cells[i]) : "",
                         read.wanted);
    const auto asked = without_masked(definition.fields, read.wanted.values);
    auto checked = registers::check_values(asked, read.wanted.values,
                                           sight.services.get<registers::CodeBook>(), sight.today);
    if (checked) {
        read.wanted.values = std::move(*checked);
    } else {
        Error all = std::move(checked).error();
        if (all.errors.empty()) all.errors.push_back(all);
        for (auto& one : all.errors) {
            std::string column = header_of(header, definition, one.path);
            reading.fault(std::move(column), std::move(one));
        }
    }
    if (faults.size() != before) return std::nullopt;
    return read;
}

}  // namespace jianghui::entries
