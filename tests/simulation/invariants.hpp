#pragma once
// What must hold in the database after every step (DESIGN section 2), whatever happened.

#include <span>
#include <string_view>

namespace jianghui::simulation {

/// A query that lists the offenders. In braces is what the auditor puts in:
///   {order:o.id} {share:…} {seat:…} {agency:…} {person:…}   the column is one of those that changed
///   {new:v.position}        the event is new
///   {all}                   only when everything is looked at
///   {int:v.data:remaining} {text:v.data:status}              a member of a JSON object
///   {each:c.lines}          the elements of a JSON array as l.value
struct Invariant {
    std::string_view words;
    std::string_view offenders;
};

/// These read the tables of all features: they are the auditor, not part of the house.
[[nodiscard]] std::span<const Invariant> invariants();

}  // namespace jianghui::simulation
