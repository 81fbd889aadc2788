#pragma once
// What becomes of answers that several phones send, in any order and any number of times. Pure.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

namespace jianghui::surveys {

enum class Standing {
    head,      ///< the newest of its client
    past,      ///< its client has sent a newer one
    set_aside  ///< a person has chosen another client's
};
BOOST_DESCRIBE_ENUM(Standing, head, past, set_aside)

enum class Merged {
    added,  ///< the newest of its client by now
    same,   ///< was here already: nothing changes
    older,  ///< kept, but its client has sent a newer one
    reused  ///< the client has sent something else under that version: refused
};
BOOST_DESCRIBE_ENUM(Merged, added, same, older, reused)

/// One version of an answer about one household.
struct Version {
    std::string client;
    std::int64_t version = 0;
    std::string content;
    Standing standing = Standing::head;
};

/// Takes `incoming` in: appends it when it is added or older, turns earlier versions of its client to
/// past. Heads do not depend on the order in which versions come, nor on how often. O(known).
[[nodiscard]] Merged merge(std::vector<Version>& known, Version incoming);

enum class Agreement { none, agreed, conflict };
/// Whether there are heads, and whether all of them say the same.
[[nodiscard]] Agreement agreement_of(const std::vector<Version>& known);

}  // namespace jianghui::surveys
