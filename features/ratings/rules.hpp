#pragma once
// The arithmetic of reliability: pure functions.

#include <map>

#include "features/ratings/model.hpp"

namespace jianghui::ratings {

/// The numbers of the formula; all of them data (data/parameters.csv).
struct Scale {
    int recent_days = 90;
    int middle_days = 365;
    int old_days = 730;
    int recent_percent = 100;
    int middle_percent = 50;
    int old_percent = 25;
    int events_min = 5;
    std::map<Deed, int> weights;  ///< all positive
};

/// Whether the deed speaks for the organisation.
[[nodiscard]] bool is_good(Deed deed);

/// Days on which something happened, and how often.
using Days = std::map<std::chrono::sys_days, int>;
/// The counts by age on `today`; what is later, or older than old_days, is left out.
[[nodiscard]] Counts counts_on(const Days& days, Date today, const Scale& scale);

/// score = 1000 × points for ÷ (points for + points against), rounded; every deed that happened is
/// a part, in the order of the enum. No score below events_min events or without any points.
[[nodiscard]] Reliability reliability_of(const std::map<Deed, Counts>& counts, const Scale& scale,
                                         Date today);

}  // namespace jianghui::ratings
