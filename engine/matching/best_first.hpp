#pragma once
// What is still to be looked at, by what it can score at most, highest first (engine/matching
// only). Bounds only fall from a page to its blocks, so 1,024 lists do for a heap; within a list
// the order is arbitrary, which costs nothing: the bound is compared once more by who takes it.

#include <array>
#include <cstdint>
#include <vector>

#include "engine/matching/line.hpp"

namespace jianghui::matching {

template <class Item>
class BestFirst {
  public:
    explicit BestFirst(int most) : most_(most < 1 ? 1 : most) { heads_.fill(none); }

    /// There may come to be about so many: memory for them is taken once.
    void reserve(std::size_t items) { nodes_.reserve(items); }
    /// Requires 0 <= bound <= most.
    void push(int bound, const Item& item) {
        const std::size_t level = level_of(bound);
        nodes_.push_back({item, heads_[level]});
        heads_[level] = static_cast<std::uint32_t>(nodes_.size() - 1);
        if (level > highest_) highest_ = level;
    }
    /// The next item whose bound may reach `threshold`; null when there is none.
    [[nodiscard]] const Item* pop(int threshold) {
        const std::size_t lowest = threshold > most_ ? levels : level_of(threshold);
        for (std::size_t level = highest_ + 1; level-- > lowest;) {
            if (heads_[level] == none) continue;
            highest_ = level;
            const Node& node = nodes_[heads_[level]];
            heads_[level] = node.next;
            if (node.next != none) prefetch(&nodes_[node.next]);
            taken_ = node.item;
            return &taken_;
        }
        return nullptr;
    }

  private:
    static constexpr std::size_t levels = 1024;
    static constexpr std::uint32_t none = ~0U;
    struct Node {
        Item item;
        std::uint32_t next;
    };
    [[nodiscard]] std::size_t level_of(int bound) const {
        return static_cast<std::size_t>(std::int64_t{bound} * (levels - 1) / most_);
    }

    int most_;
    std::array<std::uint32_t, levels> heads_;
    std::vector<Node> nodes_;
    std::size_t highest_ = 0;
    Item taken_{};
};

}  // namespace jianghui::matching
