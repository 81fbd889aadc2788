#pragma once
// The counting itself, pure: what an event does to the spells of its fact, and which figures follow.
// A spell is a stretch of time in which something counts. The figures of a fact are a function of its
// spells alone, so that counting along and counting anew from the journal give the same.

#include <compare>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/journal/journal.hpp"
#include "features/statistics/measure.hpp"

namespace jianghui::statistics {

/// The values of the dimensions; "" where a measure has none or the event did not say.
struct Where {
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    auto operator<=>(const Where& other) const {
        return std::tie(place.text, occupation, industry, origin) <=>
               std::tie(other.place.text, other.occupation, other.industry, other.origin);
    }
    bool operator==(const Where& other) const = default;
};
BOOST_DESCRIBE_STRUCT(Where, (), (place, occupation, industry, origin))

/// The value that it has in a dimension; of a `const Where` not to be changed.
template <class W>
[[nodiscard]] auto& value_of(W& where, Dimension dimension) {
    switch (dimension) {
        case Dimension::place: return where.place.text;
        case Dimension::occupation: return where.occupation;
        case Dimension::industry: return where.industry;
        case Dimension::origin: break;
    }
    return where.origin;
}

/// A stretch of time in which something counts. `to` none: it still does. A measure that counts
/// at_event has spells of no length.
struct Spell {
    std::int64_t subject = 0;
    Instant from;
    std::optional<Instant> to;
    std::int64_t amount = 0;
    Where where;
    bool operator==(const Spell&) const = default;
};
/// The spells of one fact in the order in which they began.
using Spells = std::vector<Spell>;

/// What an event is to a measure.
enum class Act : std::uint8_t { begins, changes, ends, remembers };
/// Nothing when the measure does not read events of that kind. `remembers` only when nothing else.
[[nodiscard]] std::optional<Act> act_of(const Measure& measure, std::string_view kind);
[[nodiscard]] bool is_remembered(const Measure& measure, std::string_view kind);

/// What an event says of its subject: the members place, occupation, industry, origin of its data.
/// Nothing when it has no place.
[[nodiscard]] std::optional<Where> said_in(const journal::Event& event);
/// The amount that the event counts for; nothing when the measure names a member that it lacks.
[[nodiscard]] std::optional<std::int64_t> amount_of(const Measure& measure,
                                                    const journal::Event& event);
/// The id that the member `order` of the data names.
[[nodiscard]] std::optional<std::int64_t> order_of(const journal::Event& event);

/// What was said of a subject before, by its id; nothing when nothing was.
using Memory = std::function<std::optional<Where>(std::int64_t subject)>;
/// Where the event counts. Nothing when no place can be found.
[[nodiscard]] std::optional<Where> where_of(const Measure& measure, const journal::Event& event,
                                            const Memory& memory);
/// What makes the event's fact one, as text.
[[nodiscard]] std::string fact_of(const Measure& measure, const journal::Event& event,
                                  const Where& where);

/// The parameters that a measure names, in force on a day.
struct Limits {
    int lasts_months = 0;      ///< 0: until it ends
    Milliseconds at_least{0};
};

/// The spells after an event that begins (`where`, `amount` known), changes (`amount`) or ends.
[[nodiscard]] Spells begun(const Measure& measure, Spells before, const Spell& spell,
                           const Limits& limits);
[[nodiscard]] Spells changed(Spells before, std::int64_t subject, Instant at, std::int64_t amount);
[[nodiscard]] Spells ended(const Measure& measure, Spells before, std::int64_t subject, Instant at);

/// What a fact adds to a cell.
struct Count {
    std::int64_t amount = 0;
    std::int64_t facts = 0;
    bool operator==(const Count&) const = default;
    Count& operator+=(const Count& other) {
        amount += other.amount;
        facts += other.facts;
        return *this;
    }
    Count& operator-=(const Count& other) {
        amount -= other.amount;
        facts -= other.facts;
        return *this;
    }
    friend Count operator-(Count one, const Count& other) { return one -= other; }
};
/// A cell's name: a period, and the values of the dimensions there.
struct CellKey {
    int period = 0;
    Where where;
    auto operator<=>(const CellKey&) const = default;
};
/// While_valid: the steps by which a figure rises and falls; its value in a period is the sum of the
/// steps up to that. At_event: the values themselves.
using Steps = std::map<CellKey, Count>;

/// The figures of a fact. In a period a fact counts once, with the highest amount that was valid at
/// one time (at_event: the last amount), where its newest spell of the period was. O(spells²).
[[nodiscard]] Steps steps_of(const Measure& measure, const Spells& spells,
                             Milliseconds at_least = Milliseconds(0));
/// What turns `before` into `after`; steps of nothing are left out.
[[nodiscard]] Steps difference(const Steps& before, const Steps& after);

}  // namespace jianghui::statistics
