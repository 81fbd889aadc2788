#pragma once
// The Merkle tree of RFC 6962 section 2.1 with SM3 instead of SHA-256: pure functions of digests.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/crypto/sm3.hpp"

namespace jianghui::journal {

using crypto::Digest;

/// SM3(00 ‖ document): what stands for a document in the tree.
[[nodiscard]] Digest leaf_of(std::string_view document);

/// The root of the leaves in their order. Requires at least one. O(n).
[[nodiscard]] Digest root_of(const std::vector<Digest>& leaves);

/// The digests that lead from leaf `index` to the root, from the bottom up: at most ⌈log₂ n⌉.
/// Requires index < leaves.size(). O(n).
[[nodiscard]] std::vector<Digest> path_to(const std::vector<Digest>& leaves, std::size_t index);

/// The root that follows from a leaf, its index among `count` leaves, and its path; nothing when
/// such a tree has no path of that length. O(log count).
[[nodiscard]] std::optional<Digest> root_from(const Digest& leaf, std::uint64_t index,
                                              std::uint64_t count,
                                              const std::vector<Digest>& path);

}  // namespace jianghui::journal
