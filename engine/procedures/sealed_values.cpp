#include "engine/procedures/sealed_values.hpp"

#include "engine/access/access.hpp"

namespace jianghui::procedures {
namespace {

constexpr access::FieldKind value_box{"case_steps.sealed", "case_value"};

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

}  // namespace jianghui::procedures
