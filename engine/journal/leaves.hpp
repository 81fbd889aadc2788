#pragma once
// The leaves of the tree, straight from the table. Private to this engine.

#include "engine/journal/journal.hpp"
#include "engine/journal/merkle.hpp"

namespace jianghui::journal {

/// An event as the tree knows it: leaf_of(canonical_event(event)).
struct Leaf {
    std::int64_t position = 0;
    Digest digest;
};

/// Of up to `limit` events after a position, in order. Data that are no JSON (only an intruder writes
/// such) make a leaf of zeros, which leads to no root.
[[nodiscard]] std::vector<Leaf> leaves_after(const store::Reader& reader, std::int64_t position,
                                             int limit);

/// The digests alone.
[[nodiscard]] std::vector<Digest> digests_of(const std::vector<Leaf>& leaves);

}  // namespace jianghui::journal
