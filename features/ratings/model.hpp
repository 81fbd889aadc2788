#pragma once
// The vocabulary of reliability.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::ratings {

/// What counts. The first row speaks for an organisation, the others against it.
enum class Deed {
    started_on_time,
    completed,
    paid_on_time,
    started_late,
    no_show,
    share_released,
    share_defaulted,
    dispute_lost,
    paid_late,
    overdue_red
};
BOOST_DESCRIBE_ENUM(Deed, started_on_time, completed, paid_on_time, started_late, no_show,
                    share_released, share_defaulted, dispute_lost, paid_late, overdue_red)

/// How often something happened, by age.
struct Counts {
    int recent = 0;
    int middle = 0;
    int old = 0;
    [[nodiscard]] int sum() const { return recent + middle + old; }
};

/// One line of the arithmetic: points = weight × (recent, middle and old counts at their percent).
struct Part {
    Deed code = Deed::completed;
    int count = 0;
    int recent = 0;
    int middle = 0;
    int old = 0;
    int weight = 0;  ///< negative when it speaks against the organisation
    int points = 0;  ///< of the same sign
};
BOOST_DESCRIBE_STRUCT(Part, (), (code, count, recent, middle, old, weight, points))

/// GET organisations/{organisation}/reliability.
struct Reliability {
    std::optional<int> score;  ///< 0 … 1000; none while there are too few events
    std::vector<Part> parts;
    Date since_on;  ///< older events do not count
};
BOOST_DESCRIBE_STRUCT(Reliability, (), (score, parts, since_on))

struct FindReliability {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(FindReliability, (), (organisation))

}  // namespace jianghui::ratings
