#pragma once
// What the engine knows of a worker and of an order: values only. What it must never know — sex,
// ethnicity, religion, health, household, marriage (就业促进法 §3, §26–31) — has no field here, and
// the date of birth serves the legal age bar alone.

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/base/base.hpp"
#include "engine/matching/codes.hpp"

namespace jianghui::matching {

/// A calendar day in China.
using Day = std::chrono::sys_days;
/// An interned skill name (names.hpp).
enum class SkillId : std::uint32_t {};
/// An interned certificate kind (names.hpp).
enum class CertificateId : std::uint32_t {};

/// Where something is, in millionths of a degree, in any one datum for all (the product: GCJ-02).
struct Point {
    std::int32_t lon_e6 = 0;
    std::int32_t lat_e6 = 0;
    auto operator<=>(const Point&) const = default;
};
/// Days from `first` to `last`, both included.
struct Period {
    Day first;
    Day last;
    auto operator<=>(const Period&) const = default;
};

/// What an order is for (DESIGN section 5).
enum class OrderKind : std::uint8_t {
    recruit,
    dispatch,
    outsource,
    flex,
    lend,
    train,
    assess,
    search,
    procure
};
BOOST_DESCRIBE_ENUM(OrderKind, recruit, dispatch, outsource, flex, lend, train, assess, search,
                    procure)
/// The kind of that code, or nothing.
[[nodiscard]] std::optional<OrderKind> parse_order_kind(std::string_view code);

/// A set of order kinds, one bit each.
using KindSet = std::uint16_t;
inline constexpr KindSet all_kinds = (1U << 9U) - 1U;
[[nodiscard]] constexpr KindSet kind_set(OrderKind kind) {
    return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}

/// What an amount of pay is for.
enum class PayUnit : std::uint8_t { month, day, hour, piece };
BOOST_DESCRIBE_ENUM(PayUnit, month, day, hour, piece)
/// The unit of that code, or nothing.
[[nodiscard]] std::optional<PayUnit> parse_pay_unit(std::string_view code);

/// An amount of pay for one unit.
struct Pay {
    Fen amount;
    PayUnit unit = PayUnit::month;
    bool operator==(const Pay&) const = default;
};
/// What an order offers; both absent means 面议 (to be agreed).
struct PayRange {
    std::optional<Fen> min;
    std::optional<Fen> max;
    PayUnit unit = PayUnit::month;
    bool operator==(const PayRange&) const = default;
};

/// Levels run from 1 (初级工) to 5 (高级技师); 0 means that no level is stated.
inline constexpr int skill_level_max = 5;
struct HeldSkill {
    SkillId skill{};
    std::uint8_t level = 0;
    auto operator<=>(const HeldSkill&) const = default;
};
/// `required`: without the skill the worker is not suggested. Without it the skill only adds
/// points. The level moves points in both cases: it is self-declared, so it never excludes.
struct AskedSkill {
    SkillId skill{};
    std::uint8_t level = 0;
    bool required = false;
    auto operator<=>(const AskedSkill&) const = default;
};
/// `valid_to` absent: no end.
struct HeldCertificate {
    CertificateId kind{};
    std::optional<Day> valid_to;
    auto operator<=>(const HeldCertificate&) const = default;
};

/// From which age the order may take people: `adult` where the law closes the work to those under
/// 18 (劳动法 §64, 未成年人保护法 §61). There is no upper bar: the law knows none.
enum class AgeBar : std::uint8_t { working_age, adult };
BOOST_DESCRIBE_ENUM(AgeBar, working_age, adult)

/// A person who looks for work. Lists may come in any order; of a skill or certificate named twice
/// the higher level or the later date counts.
struct Worker {
    std::int64_t id = 0;
    std::vector<Occupation> occupations;  ///< at most limits::occupations; the closest one counts
    Place place;                          ///< home county
    Point at;                             ///< home, or the county's seat when only that is known
    std::vector<HeldSkill> skills;        ///< at most limits::skills
    int education = 0;                    ///< rank 1 … 15, higher is more; 0 = not stated
    int experience_months = 0;            ///< in the occupations named above
    std::vector<HeldCertificate> certificates;     ///< at most limits::certificates
    std::optional<Pay> pay_asked;                  ///< the least that the worker would take
    std::optional<Day> available_from;             ///< absent: now
    std::optional<Day> available_to;               ///< absent: no end
    std::vector<Period> busy;                      ///< days of live seats; at most limits::periods
    std::optional<std::int32_t> reach_metres;      ///< how far the worker would go
    std::vector<Place> reach_places;               ///< and where besides; with neither, anywhere
    Day born;                                      ///< for the age bar only, never in the score
    KindSet kinds = all_kinds;                     ///< order kinds that the worker accepts
    std::vector<std::int64_t> excluded_employers;  ///< at most limits::exclusions
    std::optional<int> reliability;   ///< 0 … 1000 from events; absent: no history yet
    std::optional<Day> confirmed_on;  ///< when the worker last confirmed to be looking
    /// To whom the worker may be shown: a small number of the caller's own (RankRequest::among).
    std::uint32_t circle = 0;
    bool operator==(const Worker&) const = default;
};

/// An employer's demand, as far as fitting people to it goes.
struct Order {
    std::int64_t id = 0;
    std::int64_t employer = 0;
    OrderKind kind = OrderKind::recruit;
    Occupation occupation;
    /// How many levels of the occupation a worker must share to be suggested; 0: any occupation.
    int occupation_levels = 0;
    Place place;
    Point at;                                 ///< the site, or the county's seat
    Day first;                                ///< first day of work
    std::optional<Day> last;                  ///< absent: no end
    std::optional<Day> latest_start;          ///< absent: everybody starts on `first`
    std::vector<AskedSkill> skills;           ///< at most limits::skills
    int education = 0;                        ///< least rank; 0: none asked
    std::vector<CertificateId> certificates;  ///< each valid until the last day of work
    PayRange pay;
    AgeBar age_bar = AgeBar::working_age;
    std::vector<std::int64_t> excluded_workers;  ///< at most limits::exclusions
    std::optional<int> reliability;   ///< the employer's, 0 … 1000; absent: no history yet
    std::optional<Day> confirmed_on;  ///< when the employer last confirmed it as open
    bool operator==(const Order&) const = default;
};

/// The most that one worker or order may carry. Guards of memory and time, not rules.
namespace limits {
inline constexpr std::size_t occupations = 8;
inline constexpr std::size_t skills = 64;
inline constexpr std::size_t certificates = 64;
inline constexpr std::size_t periods = 256;
inline constexpr std::size_t places = 256;
inline constexpr std::size_t exclusions = 10'000;
inline constexpr std::uint32_t circles = 1'000'000;
inline constexpr int education = 15;
inline constexpr int experience_months = 1200;
inline constexpr std::int64_t pay_fen = 10'000'000'000;  ///< 100 million yuan
}  // namespace limits

/// Whether every value is within its limits; else out_of_range with the path of the first fault.
[[nodiscard]] Result<Done> check(const Worker& worker);
[[nodiscard]] Result<Done> check(const Order& order);

}  // namespace jianghui::matching
