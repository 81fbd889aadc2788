#include "engine/journal/merkle.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <string>

#include "engine/base/result.hpp"

namespace jianghui::journal {
namespace {

Digest node_of(const Digest& left, const Digest& right) {
    std::array<char, 65> bytes{'\x01'};
    std::copy(left.bytes.begin(), left.bytes.end(), bytes.begin() + 1);
    std::copy(right.bytes.begin(), right.bytes.end(), bytes.begin() + 33);
    return crypto::sm3({bytes.data(), bytes.size()});
}

/// The greatest power of two that is less than n; n > 1.
std::size_t split_of(std::size_t n) {
    return std::bit_floor(n - 1);
}

Digest root_of_part(std::span<const Digest> leaves) {
    if (leaves.size() == 1) return leaves[0];
    const auto split = split_of(leaves.size());
    return node_of(root_of_part(leaves.first(split)), root_of_part(leaves.subspan(split)));
}

void add_path(std::span<const Digest> leaves, std::size_t index, std::vector<Digest>& path) {
    if (leaves.size() == 1) return;
    const auto split = split_of(leaves.size());
    if (index < split) {
        add_path(leaves.first(split), index, path);
        path.push_back(root_of_part(leaves.subspan(split)));
    } else {
        add_path(leaves.subspan(split), index - split, path);
        path.push_back(root_of_part(leaves.first(split)));
    }
}

}  // namespace

Digest leaf_of(std::string_view document) {
    std::string bytes;
    bytes.reserve(document.size() + 1);
    bytes += '\0';
    bytes += document;
    return crypto::sm3(bytes);
}

Digest root_of(const std::vector<Digest>& leaves) {
    ASSERT(!leaves.empty());
    return root_of_part(leaves);
}

std::vector<Digest> path_to(const std::vector<Digest>& leaves, std::size_t index) {
    ASSERT(index < leaves.size());
    std::vector<Digest> path;
    add_path(leaves, index, path);
    return path;
}

/// RFC 9162 section 2.1.3.2: the same walk from the bottom up.
std::optional<Digest> root_from(const Digest& leaf, std::uint64_t index, std::uint64_t count,
                                const std::vector<Digest>& path) {
    if (index >= count) return std::nullopt;
    std::uint64_t node = index;
    std::uint64_t last = count - 1;
    Digest root = leaf;
    for (const auto& sibling : path) {
        if (last == 0) return std::nullopt;
        if ((node & 1U) != 0 || node == last) {
            root = node_of(sibling, root);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            root = node_of(root, sibling);
        }
        node >>= 1U;
        last >>= 1U;
    }
    if (last != 0) return std::nullopt;
    return root;
}

}  // namespace jianghui::journal
