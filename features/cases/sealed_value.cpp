// Opening a sealed value of a case: who may, and that she whose it is finds the reading.

#include <algorithm>

#include "engine/procedures/sealed_values.hpp"
#include "features/cases/endpoints.hpp"
#include "features/people/api.hpp"

namespace jianghui::cases {
namespace {

/// The line of the timeline, when the caller sees it. Fails with not_found.
Result<procedures::StepRow> find_line(const app::Command& command, const SeenCase& seen,
                                      const procedures::Procedure& procedure, procedures::CaseStepId id) {
    const auto steps = procedures::steps_of(command.db, seen.row.id);
    const auto line = std::find_if(steps.begin(), steps.end(), [&](const auto& one) { return one.id == id; });
    if (line == steps.end() || !procedures::sees_step(procedure, seen.row, steps, *line, seen.relation))
        return refuse(error(not_found).at("/timeline"));
    return *line;
}

}  // namespace

bool may_open_values(const procedures::StepRow& line, Relation relation, const app::Caller& caller) {
    if (line.sealed.empty()) return false;
    return is_office(relation) || line.actor == procedures::actor_of(relation, caller) ||
           line.account == caller.account;
}

Result<SealedValue> open_sealed_value(app::Command& command, const OpenSealedValue& input) {
    TRY(const SeenCase seen, find_seen(command.db, command.caller, input.case_id));
    TRY(const auto procedure,
        command.services.get<procedures::Catalogue>().version(seen.row.procedure_id,
                                                              seen.row.definition_version));
    TRY(const auto line, find_line(command, seen, *procedure, input.timeline));
    if (!may_open_values(line, seen.relation, command.caller)) return refuse(not_allowed);
    auto opened = procedures::open_sealed(command, seen.row, line, input.field.text,
                                          codec::enum_text(input.purpose));
    if (!opened) return refuse(std::move(opened).error().at("/field"));
    if (opened->person)
        people::note_read(command, *opened->person, people::reveal_purpose(input.purpose),
                          {seen.row.procedure_id + "." + line.form.value_or("") + "." + input.field.text},
                          people::LegalBasis::statutory_duty);
    return SealedValue{input.field.text, std::move(opened->value)};
}

}  // namespace jianghui::cases
