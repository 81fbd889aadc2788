#pragma once
// A measure as its file says it (measures/ID.toml): which events count, distinct by what, along
// which dimensions. docs/definitions.md teaches writing one.

#include <functional>

#include "engine/registers/definition.hpp"
#include "features/statistics/period.hpp"

namespace jianghui::statistics {

/// What an event counts for.
enum class Counting {
    at_event,    ///< in the period in which it happened
    while_valid  ///< in every period that its validity touches
};
BOOST_DESCRIBE_ENUM(Counting, at_event, while_valid)

/// What makes several events one fact.
enum class KeyPart { subject, person, organisation, counterpart, order, place, occupation };
BOOST_DESCRIBE_ENUM(KeyPart, subject, person, organisation, counterpart, order, place, occupation)

/// What a figure can be divided by, beside the period.
enum class Dimension { place, occupation, industry, origin };
BOOST_DESCRIBE_ENUM(Dimension, place, occupation, industry, origin)

/// Where the value of a dimension stands: in the event, or in what an earlier event said of the order
/// or person that it names (`remembers`).
enum class Source { event, order, person };
BOOST_DESCRIBE_ENUM(Source, event, order, person)

struct DimensionRule {
    Dimension id = Dimension::place;
    Source from = Source::event;
    std::optional<Dimension> member;  ///< when it has another name there
    std::optional<bool> city;         ///< the city of a place, not its county
    bool operator==(const DimensionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(DimensionRule, (), (id, from, member, city))

/// Who may open a figure to its records.
enum class RecordsFor {
    everybody,  ///< what it counts is public in the market anyway
    parties     ///< the officials of the place, and whom a record names
};
BOOST_DESCRIBE_ENUM(RecordsFor, everybody, parties)

using EventName = String<3, 60>;

struct Measure {
    String<1, 40> id;
    Integer<1, 10000> version;
    Text title;
    Text unit;
    Text method;  ///< how it is counted, for readers
    Integer<0, 4> decimals;
    List<registers::Basis, 20> basis;
    PeriodKind period = PeriodKind::quarter;
    Counting counts = Counting::at_event;
    List<EventName, 20> begins;
    std::optional<List<EventName, 20>> changes;    ///< another amount of what is valid
    std::optional<List<EventName, 20>> ends;       ///< valid no more; at_event: taken back
    std::optional<List<EventName, 20>> remembers;  ///< whose place, occupation … later events name
    List<KeyPart, 4> distinct;                     ///< empty: every event is a fact
    std::optional<String<1, 40>> amount;           ///< a member of the event; absent: 1
    List<DimensionRule, 4> dimensions;
    std::optional<String<1, 60>> lasts;     ///< the parameter that says for how many months
    std::optional<String<1, 60>> at_least;  ///< the parameter: shorter, in hours, counts nothing
    /// The parameter that says how many facts a figure for the public must count at least.
    std::optional<String<1, 60>> published_min;
    RecordsFor records = RecordsFor::parties;

    [[nodiscard]] const DimensionRule* rule(Dimension dimension) const;
};
BOOST_DESCRIBE_STRUCT(Measure, (),
                      (id, version, title, unit, method, decimals, basis, period, counts, begins,
                       changes, ends, remembers, distinct, amount, dimensions, lasts, at_least,
                       published_min, records))

/// What a definition is checked against: the program's own words.
struct KnownWords {
    std::function<bool(std::string_view)> is_event;
    std::function<bool(std::string_view)> is_parameter;
};

/// What a definition says that cannot be meant, all of it. Pure.
[[nodiscard]] std::vector<registers::Fault> faults_of(const Measure& measure,
                                                      const KnownWords& known);

}  // namespace jianghui::statistics
