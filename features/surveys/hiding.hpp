#pragma once
// Which figures of a question are not shown because too few households or members are behind them. Pure.

#include <cstdint>
#include <vector>

namespace jianghui::surveys {

/// A question in one place: how many answered, and how many of them chose each option (none for numbers).
struct Block {
    std::int64_t answered = 0;
    std::vector<std::int64_t> counts;
    std::vector<bool> hidden;  ///< by option; one for a number
};

/// Sets `hidden` of one question: the first block is of all places, the others are of a place each. A
/// count of 1 … least − 1 is hidden. Then, because options and places add up: a place with one hidden
/// figure is hidden whole, never only one place is (all places are hidden when there is no other), and in all
/// places never only one option. No sum of
/// shown figures is a hidden one (README.md). Requires counts of one length.
void hide(std::vector<Block>& blocks, std::int64_t least);

}  // namespace jianghui::surveys
