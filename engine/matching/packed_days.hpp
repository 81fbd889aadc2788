#pragma once
// Days and pay in the form in which rows are compared (engine/matching only).

#include <cstdint>
#include <limits>

#include "engine/matching/facts.hpp"
#include "engine/matching/policy.hpp"

namespace jianghui::matching {

/// Days since 1970-01-01; the two ends of the type stand for "no beginning" and "no end".
using DayNumber = std::int32_t;
[[nodiscard]] inline DayNumber day_number(Day day) {
    return static_cast<DayNumber>(day.time_since_epoch().count());
}
inline constexpr DayNumber open_beginning = std::numeric_limits<DayNumber>::min();
inline constexpr DayNumber open_end = std::numeric_limits<DayNumber>::max();
inline constexpr std::int64_t pay_absent = -1;
inline constexpr std::int64_t pay_by_piece = -2;
inline constexpr int reliability_absent = -1;
inline constexpr std::int32_t reach_absent = -1;

struct DayRange {
    DayNumber first;
    DayNumber last;
};
struct CertificateDays {
    CertificateId kind;
    DayNumber valid_to;
};

/// Fen per month of full-time work; by the piece there is none.
[[nodiscard]] std::int64_t monthly_fen(Fen amount, PayUnit unit, const Policy& policy);
/// The latest date of birth of people who are `years` old on `day` (as age_on of base counts).
[[nodiscard]] Day latest_birth(Day day, int years);

}  // namespace jianghui::matching
