#pragma once
// What must hold in the database after every step (DESIGN section 2), whatever happened.

#include <span>
#include <string_view>

namespace jianghui::simulation {

/// A query that lists the offenders. In braces is what the auditor puts in:
///   {order:o.id} {share:…} {seat:…} {timesheet:…} …   the column is one of those that changed: what it is `about`.
///                           With several words it is asked about each of them alone: the others do not restrict it
///   {new:v.position}        the event is new
///   {fresh:v.position}      the same, and nothing when everything is looked at: what held at that moment
///                           need not hold for ever
///   {all}                   only when everything is looked at
///   {int:v.data:remaining} {text:v.data:status}              a member of a JSON object
///   {each:c.lines}          the elements of a JSON array as l.value
///   {elements:c.content:scope}   the texts of a member that is an array, likewise
///   {day:s.created_at} {days:t.from_on:t.to_on}   the day of an instant; how many days, both included
struct Invariant {
    std::string_view about;  ///< the word in its braces, "new", or nothing for {all}
    std::string_view words;
    std::string_view offenders;
};

/// These read the tables of all features: they are the auditor, not part of the house.
[[nodiscard]] std::span<const Invariant> invariants();

/// Its parts: orders, shares and seats; who may be given some, by draw or by name; hours and money.
[[nodiscard]] std::span<const Invariant> invariants_of_shares();
[[nodiscard]] std::span<const Invariant> invariants_of_modes();
[[nodiscard]] std::span<const Invariant> invariants_of_wages();

}  // namespace jianghui::simulation
