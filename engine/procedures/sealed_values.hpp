#pragma once
// Values of sealed fields: boxes beside the step, masks among its values.

#include "engine/app/context.hpp"
#include "engine/procedures/case.hpp"

namespace jianghui::procedures {

/// Moves the values of sealed fields into boxes of `step`, and leaves their masks. Requires the
/// step's id.
void seal_values(const app::Services& services, const Fields& fields,
                 const codec::json::object& values, StepRow& step);
/// The values of the step with the boxes opened. Fails as the vault does.
[[nodiscard]] Result<codec::json::object> open_values(const app::Services& services,
                                                      const StepRow& step);

/// A sealed value that was opened, and the person whose it is: who wrote it, or whom an office wrote it about.
struct OpenedSealed {
    std::string value;
    std::optional<PersonId> person;
};
/// A sealed value of a line of the timeline in the clear. The reading becomes an event with its purpose (a code):
/// person.sensitive_read when it is a person's, else case.sealed_read. Who may is for the caller to check. Fails with
/// not_found, and as the vault does.
[[nodiscard]] Result<OpenedSealed> open_sealed(app::Command& command, const CaseRow& row, const StepRow& line,
                                               const std::string& field, std::string_view purpose);

}  // namespace jianghui::procedures
