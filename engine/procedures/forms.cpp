// Values of forms: checked by their fields, and what they name must exist.

#include <set>

#include "engine/procedures/custody_acts.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {
namespace {

using registers::Column;
using registers::FieldType;

/// Calls `each(column, value, pointer)` for every value, those of rows too; stops at a refusal.
Result<Done> each_value(const Form& form, const codec::json::object& values,
                        const std::function<Result<Done>(const Column&, const codec::json::value&,
                                                         const std::string&)>& each) {
    for (const auto& field : form.fields) {
        const auto* value = values.if_contains(field.id.text);
        if (value == nullptr) continue;
        const std::string at = "/values/" + field.id.text;
        if (!field.columns || !value->is_array()) {
            TRY_DO(each(field, *value, at));
            continue;
        }
        std::size_t number = 0;
        for (const auto& row : value->get_array()) {
            const std::string row_at = at + "/" + std::to_string(number++);
            for (const auto& column : *field.columns)
                if (const auto* cell = row.as_object().if_contains(column.id.text))
                    TRY_DO(each(column, *cell, row_at + "/" + column.id.text));
        }
    }
    return Done{};
}

/// Whether the file may be a value of this case: already in it, or waiting and the caller's own.
bool usable(app::Command& command, CaseFileId id, const CaseRow* row) {
    const auto file = find_file(command.db, id);
    if (!file) return false;
    if (file->case_id) return row != nullptr && *file->case_id == row->id;
    return file->account == command.caller.account;
}

/// The same as check_held, its refusal pointing at the value.
Result<Done> check_held_at(app::Command& command, const FileRow& file, const std::string& at) {
    auto held = check_held(command, file);
    if (held) return held;
    return refuse(std::move(held).error().at(at));
}

/// The field of a pointer "/values/FIELD…".
std::string field_at(const std::string& at) {
    constexpr std::size_t prefix = std::string_view("/values/").size();
    return at.substr(prefix, at.find('/', prefix) - prefix);
}

/// Who reads a file that is the value of a field: what is for offices stays theirs.
CaseAudience audience_of(const Form& form, const std::string& name) {
    for (const auto& field : form.fields)
        if (field.id.text == name && field.read_by() == registers::Audience::officials)
            return CaseAudience::officials;
    return CaseAudience::parties;
}

/// Calls `each(file, pointer)` for every file that the values name.
Result<Done> each_file(const Form& form, const codec::json::object& values,
                       const std::function<Result<Done>(CaseFileId, const std::string&)>& each) {
    return each_value(form, values, [&](const Column& column, const codec::json::value& value,
                                        const std::string& at) -> Result<Done> {
        if (column.type != FieldType::file || !value.is_string()) return Done{};
        const auto id = CaseFileId::parse(std::string_view(value.get_string()));
        if (!id) return refuse(error(file_unknown).at(at));
        return each(*id, at);
    });
}

}  // namespace

Result<codec::json::object> check_form(app::Command& command, const Form& form,
                                       const codec::json::object& values, const CaseRow* row) {
    TRY(auto checked,
        registers::check_values(form.fields, values, command.services.get<registers::CodeBook>(),
                                date_of(command.now), "/values"));
    const auto& world = command.services.get<World>();
    TRY_DO(each_value(form, checked, [&](const Column& column, const codec::json::value& value,
                                         const std::string& at) -> Result<Done> {
        if (!value.is_string()) return Done{};
        const std::string text(value.get_string());
        const auto exists = [&](auto id) {
            return id && world.place_of(command.db, *id).has_value();
        };
        if (column.type == FieldType::organisation && !exists(OrganisationId::parse(text)))
            return refuse(error(unknown_code).at(at));
        if (column.type == FieldType::person && !exists(PersonId::parse(text)))
            return refuse(error(unknown_code).at(at));
        if (column.type == FieldType::file) {
            const auto id = CaseFileId::parse(text);
            if (!id || !usable(command, *id, row)) return refuse(error(file_unknown).at(at));
        }
        return Done{};
    }));
    return checked;
}

Result<Done> attach_files(app::Command& command, const Form& form,
                          const codec::json::object& values, const CaseRow& row,
                          const StepRow& line) {
    return each_file(form, values, [&](CaseFileId id, const std::string& at) -> Result<Done> {
        if (!usable(command, id, &row)) return refuse(error(file_unknown).at(at));
        const auto file = find_file(command.db, id);
        TRY_DO(check_held_at(command, *file, at));
        if (!file->case_id) TRY_DO(check_room(command, row.id, file->bytes));
        const std::string field = field_at(at);
        const auto attached = command.db.execute(
            sql::attach_case_file,
            store::arguments("case_id", row.id, "city", row.city, "actor", line.actor, "audience",
                             audience_of(form, field), "file_id", id, "account",
                             command.caller.account));
        if (attached == 1)
            command.db.execute(sql::attach_case_file_content,
                               store::arguments("city", row.city, "file_id", id));
        note_binding(command, *file, row, line, {form.id.text, field});
        return Done{};
    });
}

Result<Done> carry_files(app::Command& command, const Form& form,
                         const codec::json::object& values, const CaseRow& row,
                         const StepRow& line) {
    return each_file(form, values, [&](CaseFileId id, const std::string& at) -> Result<Done> {
        const auto file = find_file(command.db, id);
        if (!file) return refuse(error(file_unknown).at(at));
        TRY_DO(check_held_at(command, *file, at));
        note_binding(command, *file, row, line, {form.id.text, field_at(at)});
        return Done{};
    });
}

Result<Done> check_all_files(app::Command& command, const Procedure& procedure, const CaseRow& row,
                             const std::vector<StepRow>& steps) {
    std::set<CaseFileId> seen;
    const auto check = [&](const FileRow& file) -> Result<Done> {
        if (!seen.insert(file.id).second) return Done{};
        auto held = check_held(command, file);
        if (held) return held;
        return refuse(std::move(held).error().with("file", file.id.text()).with("name", file.name));
    };
    for (const auto& file : files_of(command.db, row.id)) TRY_DO(check(file));
    // Files of the case that this one goes on from stay there: its forms name them.
    for (const auto& step : steps) {
        const Form* form = step.form ? procedure.form(*step.form) : nullptr;
        if (form == nullptr || !step.form_values.is_object()) continue;
        TRY_DO(each_file(*form, step.form_values.get_object(),
                         [&](CaseFileId id, const std::string&) -> Result<Done> {
                             const auto file = find_file(command.db, id);
                             return file ? check(*file) : Result<Done>(Done{});
                         }));
    }
    return Done{};
}

}  // namespace jianghui::procedures
