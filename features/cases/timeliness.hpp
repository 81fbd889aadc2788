#pragma once
// How timely offices are (M16): counted from the cases themselves. Pure.

#include "features/cases/model.hpp"

namespace jianghui::cases {

/// What is counted of a case at one place: the one that handles it, or the counterpart from when it came there
/// until it waited there for the last time.
struct TimedCase {
    std::string procedure_id;
    PlaceCode place;
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Date> due_on;
    bool late = false;
    std::int64_t days_elsewhere = 0;  ///< while it waited for the other place: not this one's
    bool is_elsewhere = false;        ///< it waits for the other place now

    bool operator==(const TimedCase&) const = default;
};

/// A case as the database has it.
struct CaseTimes {
    CaseId id;
    std::string procedure_id;
    std::int64_t definition_version = 1;
    PlaceCode place;
    std::optional<PlaceCode> counterpart;
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Date> due_on;
    bool late = false;
    bool counterpart_late = false;
};
BOOST_DESCRIBE_STRUCT(CaseTimes, (),
                      (id, procedure_id, definition_version, place, counterpart, opened_at, closed_at,
                       due_on, late, counterpart_late))

/// From when on a case waited for its counterpart, or for somebody else.
struct Turn {
    Instant since;
    bool counterpart = false;
};

/// What counts at each place: one for the place that handles it and, when it ever waited for the counterpart, one
/// for that. `turns` in order, the opening first; none for a case without counterpart. O(turns).
[[nodiscard]] std::vector<TimedCase> at_each_place(const CaseTimes& times,
                                                   const std::vector<Turn>& turns);

/// One row for each procedure and place, by these; titles and names are for the caller to add. Opened
/// and closed are counted within [from, to]; open and overdue as of today. O(n log n).
[[nodiscard]] std::vector<Timeliness> timeliness_of(const std::vector<TimedCase>& cases, Date from,
                                                    Date to, Date today);

}  // namespace jianghui::cases
