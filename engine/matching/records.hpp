#pragma once
// Workers and orders as files and tables write them: codes and names as text. Described for
// engine/codec, so that a line of JSON becomes a record, and a record a worker, with every fault
// named by its place. README.md shows a line of each.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/describe/class.hpp>

#include "engine/matching/facts.hpp"
#include "engine/matching/names.hpp"

namespace jianghui::matching {

struct SkillRecord {
    std::string name;
    std::optional<int> level;      ///< 1 … 5; absent: not stated, any
    std::optional<bool> required;  ///< orders only; absent: false
};
BOOST_DESCRIBE_STRUCT(SkillRecord, (), (name, level, required))

struct CertificateRecord {
    std::string kind;
    std::optional<Date> valid_to_on;
};
BOOST_DESCRIBE_STRUCT(CertificateRecord, (), (kind, valid_to_on))

struct PeriodRecord {
    Date from_on;
    Date to_on;
};
BOOST_DESCRIBE_STRUCT(PeriodRecord, (), (from_on, to_on))

struct WorkerRecord {
    std::string id;
    std::string place;  ///< six digits, in Tables::places
    Date born_on;       ///< needed: without it the legal age cannot be shown
    std::optional<std::vector<std::string>> occupations;
    std::optional<std::int32_t> lon_e6;  ///< with lat_e6; absent: the place's seat
    std::optional<std::int32_t> lat_e6;
    std::optional<std::vector<SkillRecord>> skills;
    std::optional<std::string> education;  ///< a code of Tables::education
    std::optional<int> experience_months;
    std::optional<std::vector<CertificateRecord>> certificates;
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;  ///< absent: month
    std::optional<Date> available_from_on;
    std::optional<Date> available_to_on;
    std::optional<std::vector<PeriodRecord>> busy;
    std::optional<std::int32_t> reach_metres;
    std::optional<std::vector<std::string>> reach_places;
    std::optional<std::vector<OrderKind>> kinds;  ///< absent: all
    std::optional<std::vector<std::string>> excluded_employers;
    std::optional<int> reliability;
    std::optional<Date> confirmed_on;
};
BOOST_DESCRIBE_STRUCT(WorkerRecord, (),
                      (id, place, born_on, occupations, lon_e6, lat_e6, skills, education,
                       experience_months, certificates, pay_asked_fen, pay_unit, available_from_on,
                       available_to_on, busy, reach_metres, reach_places, kinds, excluded_employers,
                       reliability, confirmed_on))

struct OrderRecord {
    std::string id;
    std::string occupation;
    std::string place;
    Date starts_on;
    std::optional<std::string> employer;
    std::optional<OrderKind> kind;         ///< absent: recruit
    std::optional<int> occupation_levels;  ///< absent: 0
    std::optional<std::int32_t> lon_e6;
    std::optional<std::int32_t> lat_e6;
    std::optional<Date> ends_on;
    std::optional<Date> latest_start_on;
    std::optional<std::vector<SkillRecord>> skills;
    std::optional<std::string> education;
    std::optional<std::vector<std::string>> certificates;
    std::optional<PayUnit> pay_unit;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    std::optional<AgeBar> age_bar;
    std::optional<std::vector<std::string>> excluded_workers;
    std::optional<int> reliability;
    std::optional<Date> confirmed_on;
};
BOOST_DESCRIBE_STRUCT(OrderRecord, (),
                      (id, occupation, place, starts_on, employer, kind, occupation_levels, lon_e6,
                       lat_e6, ends_on, latest_start_on, skills, education, certificates, pay_unit,
                       pay_min_fen, pay_max_fen, age_bar, excluded_workers, reliability,
                       confirmed_on))

/// How the text of an identifier becomes the number that the engine ranks by.
class Identifiers {
  public:
    /// The platform's own identifiers (13 characters, base/id.hpp).
    [[nodiscard]] static Identifiers canonical() { return {}; }
    /// Any texts, numbered from 1 in ascending byte order, so that "ties by id" means by text.
    /// Fails with duplicate_identifier, the position of the second one as path ("/12").
    [[nodiscard]] static Result<Identifiers> listed(std::vector<std::string> texts);

    /// The number of the text; nothing when it has not the form, or is not in the list.
    [[nodiscard]] std::optional<std::int64_t> number(const std::string& text) const;
    /// The text of a number that number() gave.
    [[nodiscard]] std::string text(std::int64_t number) const;

  private:
    bool listed_ = false;
    std::vector<std::string> texts_;  ///< ascending
    std::unordered_map<std::string, std::int64_t> numbers_;
};

/// What the conversions look up. The caller owns all of it; it must outlive the conversion.
struct Tables {
    const std::map<std::string, Point>& places;   ///< six-digit code → its seat
    const std::map<std::string, int>& education;  ///< education code → rank 1 … 15
    const Identifiers& workers;
    const Identifiers& orders;
    const Identifiers& employers;
    Names& names;  ///< grows by the names of the records
};

/// A record as the engine wants it. Fails with unknown_code (nearest codes attached), out_of_range,
/// unknown_identifier or missing_partner, the path as a JSON pointer into the record. Excluded
/// employers and workers that the tables do not know are left out: they cannot meet anybody.
[[nodiscard]] Result<Worker> to_worker(const WorkerRecord& record, const Tables& tables);
[[nodiscard]] Result<Order> to_order(const OrderRecord& record, const Tables& tables);

inline constexpr ErrorCode duplicate_identifier{"duplicate_identifier", Kind::invalid,
                                                "编号重复。每个编号只能出现一次。",
                                                "The identifier occurs twice. Use each once."};
inline constexpr ErrorCode unknown_identifier{"unknown_identifier", Kind::invalid,
                                              "编号格式不对。请核对编号。",
                                              "This is no identifier. Please check it."};
inline constexpr ErrorCode missing_partner{"missing_partner", Kind::invalid,
                                           "经度和纬度须同时填写。",
                                           "Longitude and latitude must be given together."};

}  // namespace jianghui::matching
