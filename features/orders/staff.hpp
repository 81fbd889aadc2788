#pragma once
// How many people an employer has, as it says itself: what the quota of dispatched workers is compared with when it posts.

#include "engine/app/feature.hpp"
#include "features/orders/model.hpp"
#include "features/orders/post_check.hpp"

namespace jianghui::orders {

/// A row of `staff_numbers`: an employer's latest word.
struct StaffNumbers {
    OrganisationId organisation;
    PlaceCode city;                    ///< distribution key: the employer's
    std::int64_t contract_staff = 0;   ///< with a labour contract of its own
    std::int64_t dispatched_staff = 0; ///< whom it uses by dispatch that did not come through this platform
    Date as_of_on;
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(StaffNumbers, (), (organisation, city, contract_staff, dispatched_staff, as_of_on, reported_at))

/// PUT organisations/{organisation}/staff.
struct ReportStaff {
    OrganisationId organisation;
    Integer<0, 1'000'000> contract_staff;
    Integer<0, 1'000'000> dispatched_staff;
    Date as_of_on;
};
BOOST_DESCRIBE_STRUCT(ReportStaff, (), (organisation, contract_staff, dispatched_staff, as_of_on))

/// GET organisations/{organisation}/staff.
struct FindStaff {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(FindStaff, (), (organisation))

/// What an employer said, and what the platform adds to it.
struct StaffView {
    std::optional<std::int64_t> contract_staff;  ///< none: nothing was said
    std::optional<std::int64_t> dispatched_staff;
    std::optional<Date> as_of_on;
    std::optional<Instant> reported_at;
    std::int64_t dispatch_seats = 0;      ///< of its dispatch orders on this platform
    std::optional<std::int64_t> percent_hundredths;  ///< dispatched of all that it uses, rounded up; none: nothing was said, or nobody
    std::int64_t percent_max = 10;
};
BOOST_DESCRIBE_STRUCT(StaffView, (),
                      (contract_staff, dispatched_staff, as_of_on, reported_at, dispatch_seats, percent_hundredths, percent_max))

/// What the event staff.reported says.
struct StaffReported {
    std::int64_t contract_staff = 0;
    std::int64_t dispatched_staff = 0;
    Date as_of_on;
};
BOOST_DESCRIBE_STRUCT(StaffReported, (), (contract_staff, dispatched_staff, as_of_on))

[[nodiscard]] std::optional<StaffNumbers> staff_of(const store::Reader& reader, OrganisationId organisation);
/// Seats of the employer's dispatch orders but one: of those that can be grabbed all, of those at work the ones that were taken.
[[nodiscard]] std::int64_t dispatch_seats(const store::Reader& reader, OrganisationId employer, OrderId but);
/// The employer's own word, in the place of the one before. Fails with not_allowed for another's, out_of_range for a day to come.
Result<StaffView> report_staff(app::Command& command, const ReportStaff& input);
/// For the employer and who supervises its place; not_found for others.
Result<StaffView> show_staff(app::Query& query, const FindStaff& input);

}  // namespace jianghui::orders
