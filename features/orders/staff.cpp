#include "features/orders/staff.hpp"

#include "features/codes/api.hpp"
#include "features/orders/events.hpp"
#include "features/orders/queries.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::orders {
namespace {

StaffView view(const store::Reader& reader, const app::Services& services, OrganisationId organisation, Instant now) {
    StaffView shown;
    shown.dispatch_seats = dispatch_seats(reader, organisation, {});
    shown.percent_max =
        services.get<codes::Tables>().parameter_or("dispatch_quota_percent_max", date_of(now), 10);
    const auto said = staff_of(reader, organisation);
    if (!said) return shown;
    shown.contract_staff = said->contract_staff;
    shown.dispatched_staff = said->dispatched_staff;
    shown.as_of_on = said->as_of_on;
    shown.reported_at = said->reported_at;
    shown.percent_hundredths =
        dispatch_percent_hundredths(said->contract_staff, said->dispatched_staff + shown.dispatch_seats);
    return shown;
}

}  // namespace

std::optional<StaffNumbers> staff_of(const store::Reader& reader, OrganisationId organisation) {
    return reader.one<StaffNumbers>(sql::find_staff, store::arguments("organisation", organisation));
}

std::int64_t dispatch_seats(const store::Reader& reader, OrganisationId employer, OrderId but) {
    return reader.value<std::int64_t>(sql::dispatch_seats, store::arguments("employer", employer, "but", but)).value_or(0);
}

Result<StaffView> report_staff(app::Command& command, const ReportStaff& input) {
    if (command.caller.organisation != input.organisation) return refuse(not_allowed);
    if (input.as_of_on > date_of(command.now)) return refuse(error(out_of_range).at("/as_of_on"));
    const auto employer = organisations::find(command.db, input.organisation);
    if (!employer) return refuse(not_found);
    const StaffNumbers numbers{input.organisation, employer->city, input.contract_staff.value, input.dispatched_staff.value,
                               input.as_of_on, command.now};
    command.db.execute(sql::put_staff, store::members(numbers));
    command.record(staff_reported, {employer->city, "organisation", employer->id.number, employer->id, {}, {}},
                   StaffReported{numbers.contract_staff, numbers.dispatched_staff, numbers.as_of_on});
    return view(command.db, command.services, input.organisation, command.now);
}

Result<StaffView> show_staff(app::Query& query, const FindStaff& input) {
    const auto employer = organisations::find(query.db, input.organisation);
    if (!employer) return refuse(not_found);
    if (query.caller.organisation != input.organisation && !query.caller.supervises(employer->place)) return refuse(not_found);
    return view(query.db, query.services, input.organisation, query.now);
}

}  // namespace jianghui::orders
