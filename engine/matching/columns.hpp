#pragma once
// The index's memory: one array per fact (engine/matching only; callers see index.hpp). Values are
// brought into the form that comparing wants when a row is written: days as numbers, pay as fen per
// month, the age bar as the latest date of birth, lists sorted.

#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/matching/facts.hpp"
#include "engine/matching/list_column.hpp"
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
inline constexpr std::int16_t reliability_absent = -1;
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

class WorkerColumns {
  public:
    [[nodiscard]] std::size_t size() const { return id.size(); }
    /// Writes the row; `row == size()` appends it. Requires check(worker).
    void write(std::size_t row, const Worker& worker, const Policy& policy);
    /// Drops the row; the last one takes its place.
    void remove(std::size_t row);

    std::vector<std::int64_t> id;
    std::vector<Point> at;
    std::vector<std::uint8_t> education;
    std::vector<std::int16_t> experience_months;
    std::vector<std::int64_t> pay_asked;
    std::vector<DayRange> available;
    std::vector<std::int32_t> reach_metres;
    std::vector<DayNumber> born;
    std::vector<KindSet> kinds;
    std::vector<std::int16_t> reliability;
    std::vector<DayNumber> confirmed_on;
    ListColumn<Occupation> occupations;
    ListColumn<HeldSkill> skills;
    ListColumn<CertificateDays> certificates;
    ListColumn<DayRange> busy;
    ListColumn<Place> reach_places;
    ListColumn<std::int64_t> excluded_employers;

  private:
    template <class F>
    void each_column(F apply);
};

class OrderColumns {
  public:
    [[nodiscard]] std::size_t size() const { return id.size(); }
    /// Writes the row; `row == size()` appends it. Requires check(order).
    void write(std::size_t row, const Order& order, const Policy& policy);
    void remove(std::size_t row);

    std::vector<std::int64_t> id;
    std::vector<std::int64_t> employer;
    std::vector<KindSet> kind;
    std::vector<Occupation> occupation;
    std::vector<std::uint8_t> occupation_levels;  ///< at most the levels that are stated
    std::vector<Place> place;
    std::vector<Point> at;
    std::vector<DayNumber> first;
    std::vector<DayNumber> last;
    std::vector<DayNumber> latest_start;
    std::vector<DayNumber> needed_until;  ///< the last day, or the latest start when it is open
    std::vector<std::uint8_t> education;
    std::vector<std::int64_t> pay_min;
    std::vector<std::int64_t> pay_max;
    std::vector<DayNumber> born_by;
    std::vector<std::int16_t> reliability;
    std::vector<DayNumber> confirmed_on;
    ListColumn<AskedSkill> skills;
    ListColumn<CertificateId> certificates;
    ListColumn<std::int64_t> excluded_workers;

  private:
    template <class F>
    void each_column(F apply);
};

}  // namespace jianghui::matching
