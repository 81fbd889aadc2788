#pragma once
// How timely offices are (M16): counted from the cases themselves. Pure.

#include "features/cases/model.hpp"

namespace jianghui::cases {

/// What is counted of a case.
struct TimedCase {
    std::string procedure_id;
    PlaceCode place;
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Date> due_on;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(TimedCase, (), (procedure_id, place, opened_at, closed_at, due_on, late))

/// One row for each procedure and place, by these; titles and names are for the caller to add. Opened
/// and closed are counted within [from, to]; open and overdue as of today. O(n log n).
[[nodiscard]] std::vector<Timeliness> timeliness_of(const std::vector<TimedCase>& cases, Date from,
                                                    Date to, Date today);

}  // namespace jianghui::cases
