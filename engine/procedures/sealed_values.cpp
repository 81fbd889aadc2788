#include "engine/procedures/sealed_values.hpp"

#include "engine/access/access.hpp"
#include "engine/procedures/events.hpp"

namespace jianghui::procedures {
namespace {

constexpr access::FieldKind value_box{"case_steps.sealed", "case_value"};

/// Whose the values of the line are. What an office wrote is about whom the case is about, once that side knows of it.
app::Command::About whose(const CaseRow& row, const StepRow& line) {
    const bool of_applicant =
        line.actor == Actor::applicant || (row.confidential && !row.told && line.actor != Actor::party);
    const auto organisation = of_applicant ? row.applicant_organisation : row.subject_organisation();
    const auto person = of_applicant ? row.applicant_person : row.subject_person();
    return {row.city, "case", row.id.number, organisation.value_or(OrganisationId{}), {},
            person.value_or(PersonId{})};
}

}  // namespace

void seal_values(const app::Services& services, const Fields& fields,
                 const codec::json::object& values, StepRow& step) {
    const auto& vault = services.get<access::Vault>();
    const auto masked = registers::shown_to(fields, values, registers::Audience::officials);
    codec::json::object kept = values;
    for (const auto& field : fields) {
        if (!field.is_sealed()) continue;
        const auto* value = values.if_contains(field.id.text);
        if (value == nullptr || !value->is_string()) continue;
        step.sealed[field.id.text] =
            vault.seal(value_box, step.id.number, std::string_view(value->get_string())).box;
        kept[field.id.text] = masked.at(field.id.text);
    }
    step.form_values = std::move(kept);
}

Result<codec::json::object> open_values(const app::Services& services, const StepRow& step) {
    codec::json::object values = step.form_values.is_object() ? step.form_values.get_object()
                                                              : codec::json::object();
    for (const auto& [name, box] : step.sealed) {
        TRY(const std::string clear,
            services.get<access::Vault>().open(value_box, step.id.number, box));
        values[name] = clear;
    }
    return values;
}

Result<OpenedSealed> open_sealed(app::Command& command, const CaseRow& row, const StepRow& line,
                                 const std::string& field, std::string_view purpose) {
    const auto box = line.sealed.find(field);
    if (box == line.sealed.end()) return refuse(not_found);
    TRY(std::string value,
        command.services.get<access::Vault>().open(value_box, line.id.number, box->second));
    const auto about = whose(row, line);
    const std::string form = line.form.value_or("");
    if (about.person) {
        access::record_sensitive_read(command.db, {command.caller, command.now}, row.city, about.person,
                                      {row.procedure_id + "." + form + "." + field}, purpose);
        return OpenedSealed{std::move(value), about.person};
    }
    command.record(case_sealed_read, about,
                   CaseSealedRead{row.procedure_id, line.id, form, field, std::string(purpose)});
    return OpenedSealed{std::move(value), {}};
}

}  // namespace jianghui::procedures
