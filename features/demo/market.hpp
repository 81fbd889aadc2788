#pragma once
// Orders, shares and seats in the story.

#include "features/demo/world.hpp"

namespace jianghui::demo {

/// What becomes of an order.
enum class Fate {
    ordinary,   ///< grabbed, staffed, worked, paid
    untouched,  ///< nobody wants it
    draft,
    review,     ///< long hours: an official looks at it
    cancelled,
    suspended,
    withdrawn,  ///< an authority takes a share back
    nobody,     ///< shares are held, and nobody comes
    unstaffed   ///< an agency finds nobody in time
};

struct PlannedOrder {
    std::size_t employer = 0;
    std::size_t trade = 0;
    PlaceCode place;
    int headcount = 4;
    int starts_in = 7;  ///< days from the publication
    int days = 20;
    Fate fate = Fate::ordinary;
    std::optional<orders::OrderKind> kind;
    std::optional<orders::GrabMode> mode = {};  ///< a race when not said
    int team_size = 0;            ///< seats in whole teams of so many
    bool seasoned_first = false;  ///< opens a day earlier to agencies with a filing of a year
};

/// Drafts and publishes at this moment.
orders::OrderRow publish(World& world, const PlannedOrder& planned);
/// Only drafts.
orders::OrderRow draft(World& world, const PlannedOrder& planned);

/// The agency takes seats; nothing when its gate or the order does not let it.
std::optional<ShareId> grab(World& world, OrderId order, std::size_t agency, int seats);

/// How a seat is to go.
enum class Course { good, declined, unanswered, no_show, replaced, leaves, waits };

/// Offers one seat of the share to that person (index in world.people) and follows the course.
/// Nothing when the share or the person does not let it.
std::optional<SeatId> offer(World& world, ShareId share, std::size_t person, Course course);

/// Somebody who can do the order's work, is free and may be offered a seat by the agency.
[[nodiscard]] std::optional<std::size_t> find_person(World& world, const orders::OrderRow& order,
                                                     std::size_t agency);

/// Records the work of a seat from one day to another and lets it be submitted.
std::optional<timesheets::TimesheetRow> record_work(World& world, SeatId seat, Date from, Date to,
                                                    bool submit);
/// What follows on a submitted timesheet.
void judge_timesheet(World& world, TimesheetId timesheet);

}  // namespace jianghui::demo
