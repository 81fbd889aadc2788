#pragma once
// What other features may know of timesheets and do with them.

#include "features/timesheets/errors.hpp"
#include "features/timesheets/model.hpp"

namespace jianghui::timesheets {

[[nodiscard]] std::optional<TimesheetRow> find(const store::Reader& reader, TimesheetId timesheet);

/// Whether the caller is a party of the timesheet or supervises its place.
[[nodiscard]] bool may_see(const app::Caller& caller, const TimesheetRow& timesheet);

/// What a list of records of work is narrowed to: exactly what may_see lets the caller see. The members
/// that are not set narrow nothing.
struct Sight {
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<PlaceCode> place_from, place_to;
};
[[nodiscard]] Sight sight_of(const app::Caller& caller);

/// What happens when a timesheet's pay is owed (approved or decided): called in that transaction.
/// The feature that owns the statements provides one in Services at start; without one nothing
/// does.
class OwedPay {
  public:
    virtual ~OwedPay() = default;
    virtual void add(app::Command& command, const TimesheetRow& timesheet) const = 0;
};

// The acts, for the API and the demo alike. Who may is for the caller to check.

/// Records work of a seat. Fails as rules `days_fit`, `quantity_fits`, or with share_is_settled,
/// timesheet_overlap.
[[nodiscard]] Result<TimesheetRow> record(app::Command& command, const seats::SeatRow& seat,
                                          const RecordTimesheet& wanted);
/// Fails with timesheet_status_conflict, and as `record`.
[[nodiscard]] Result<TimesheetRow> change(app::Command& command, const TimesheetRow& timesheet,
                                          const ChangeTimesheet& change);
[[nodiscard]] Result<TimesheetRow> submit(app::Command& command, const TimesheetRow& timesheet);
[[nodiscard]] Result<TimesheetRow> approve(app::Command& command, const TimesheetRow& timesheet);
[[nodiscard]] Result<TimesheetRow> send_back(app::Command& command, const TimesheetRow& timesheet,
                                             std::string_view reason);
[[nodiscard]] Result<TimesheetRow> dispute(app::Command& command, const TimesheetRow& timesheet,
                                           std::string_view reason);
/// Fails with timesheet_status_conflict, decision_below_approved, quantity_too_large.
[[nodiscard]] Result<TimesheetRow> decide(app::Command& command, const TimesheetRow& timesheet,
                                          std::int64_t quantity, std::string_view reason);

}  // namespace jianghui::timesheets
