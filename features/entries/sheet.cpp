#include "features/entries/sheet.hpp"

#include <array>

#include "features/codes/api.hpp"
#include "features/entries/value_names.hpp"

namespace jianghui::entries {
namespace {

struct Known {
    SheetFact fact;
    std::string_view zh;
    std::string_view id;
};
constexpr std::array known{
    Known{SheetFact::number, "编号", "number"},
    Known{SheetFact::subject_name, "登记对象", "subject"},
    Known{SheetFact::place, "签发地", "place"},
    Known{SheetFact::status, "状态", "status"},
    Known{SheetFact::valid_from_on, "有效期起", "valid_from_on"},
    Known{SheetFact::valid_to_on, "有效期止", "valid_to_on"},
};

/// What identifies the subject in a sheet; "" for registers that are about nothing.
std::pair<std::string_view, std::string_view> key_of(registers::Subject subject) {
    switch (subject) {
        case registers::Subject::organisation:
            return {"统一社会信用代码", "credit_code"};
        case registers::Subject::person:
            return {"身份证号码", "identity_number"};
        case registers::Subject::place:
            return {"登记地区代码", "subject_place"};
        case registers::Subject::none:
            break;
    }
    return {};
}

std::string_view status_title(EntryStatus status) {
    switch (status) {
        case EntryStatus::valid:
            return "有效";
        case EntryStatus::suspended:
            return "已暂停";
        case EntryStatus::revoked:
            return "已吊销";
        case EntryStatus::withdrawn:
            return "已撤销";
        case EntryStatus::ended:
            return "已注销";
        case EntryStatus::expired:
            break;
    }
    return "已过期";
}

std::string subject_key(const SubjectView& subject) {
    if (subject.credit_code) return subject.credit_code->text;
    return subject.place ? subject.place->text : "";
}

}  // namespace

std::vector<SheetColumn> sheet_columns(const Register& definition) {
    std::vector<SheetColumn> columns;
    for (const auto& one : known) {
        if (definition.subject == registers::Subject::none && one.fact == SheetFact::subject_name)
            continue;
        columns.push_back({one.fact, nullptr, std::string(one.zh)});
        const auto [zh, id] = key_of(definition.subject);
        if (one.fact == SheetFact::subject_name && !zh.empty())
            columns.push_back({SheetFact::subject_key, nullptr, std::string(zh)});
    }
    for (const auto& field : definition.fields)
        columns.push_back({SheetFact::field, &field, field.title.zh});
    return columns;
}

std::optional<SheetColumn> column_of(const Register& definition, std::string_view header) {
    const std::string wanted = half_width(header);
    for (const auto& one : known)
        if (wanted == one.zh || wanted == one.id)
            return SheetColumn{one.fact, nullptr, std::string(header)};
    const auto [zh, id] = key_of(definition.subject);
    if (!zh.empty() && (wanted == zh || wanted == id))
        return SheetColumn{SheetFact::subject_key, nullptr, std::string(header)};
    for (const auto& field : definition.fields)
        if (wanted == half_width(field.title.zh) || wanted == field.id.text ||
            wanted == half_width(field.title.en))
            return SheetColumn{SheetFact::field, &field, std::string(header)};
    return std::nullopt;
}

std::vector<std::string> sheet_header(const Register& definition) {
    std::vector<std::string> titles;
    for (const auto& column : sheet_columns(definition)) titles.push_back(column.title);
    return titles;
}

std::vector<std::string> sheet_row(const app::Services& services, const Register& definition,
                                   const EntryView& entry) {
    std::vector<std::string> cells;
    for (const auto& column : sheet_columns(definition)) {
        switch (column.fact) {
            case SheetFact::number:
                cells.push_back(entry.number);
                break;
            case SheetFact::subject_name:
                cells.push_back(entry.subject.name);
                break;
            case SheetFact::subject_key:
                cells.push_back(subject_key(entry.subject));
                break;
            case SheetFact::place:
                cells.push_back(entry.place.text);
                break;
            case SheetFact::status:
                cells.emplace_back(status_title(entry.status));
                break;
            case SheetFact::valid_from_on:
                cells.push_back(date_text(entry.valid_from_on));
                break;
            case SheetFact::valid_to_on:
                cells.push_back(entry.valid_to_on ? date_text(*entry.valid_to_on) : "");
                break;
            case SheetFact::field: {
                const auto* value = entry.values.as_object().if_contains(column.field->id.text);
                cells.push_back(value == nullptr ? ""
                                                 : cell_of(services, *column.field, *value,
                                                           entry.names.as_object()));
                break;
            }
        }
    }
    return cells;
}

}  // namespace jianghui::entries
