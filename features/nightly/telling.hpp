#pragma once
// Some people of a night: what they are told, and the transaction that keeps it.

#include <span>

#include "features/nightly/model.hpp"
#include "features/nightly/rules.hpp"

namespace jianghui::nightly {

/// What one person is told.
struct Telling {
    PersonId person;
    std::vector<suggestions::Pair> orders;  ///< the best first
};
/// Who comes after whom the run has reached.
struct Some {
    std::vector<Telling> tellings;
    std::int64_t reached = 0;  ///< the last that was looked at
    bool is_last = false;  ///< nobody comes after
};

/// Looks at the next people: until so many are to be told something as one transaction tells, or so many have been
/// looked at as one snapshot should. Everybody and every order is read as it is now. O(people looked at).
[[nodiscard]] Some look_at_some(const store::Reader& reader, const app::Services& services,
                                std::span<const suggestions::Pair> pairs, const RunRow& run, const Limits& limits,
                                Instant now);

/// Keeps it: what they are told, an event for each, and how far the run is. Who has withdrawn her consent or turned it
/// off meanwhile is passed over. False, and nothing is written, when another process has gone on from where `run`
/// stood.
[[nodiscard]] Result<bool> keep(app::Command& command, const RunRow& run, const Some& some);

}  // namespace jianghui::nightly
