#include "features/surveys/hiding.hpp"

#include <algorithm>

namespace jianghui::surveys {
namespace {

bool any_hidden(const Block& block) {
    return std::count(block.hidden.begin(), block.hidden.end(), true) > 0;
}

/// The option with the smallest count that is shown; the number of options when there is none.
std::size_t smallest_shown(const Block& block) {
    std::size_t found = block.hidden.size();
    for (std::size_t i = 0; i < block.counts.size(); ++i)
        if (!block.hidden[i] && (found == block.hidden.size() || block.counts[i] < block.counts[found]))
            found = i;
    return found;
}

void hide_small(Block& block, std::int64_t least) {
    const auto is_small = [&](std::int64_t count) { return count > 0 && count < least; };
    block.hidden.assign(std::max<std::size_t>(block.counts.size(), 1), is_small(block.answered));
    for (std::size_t i = 0; i < block.counts.size(); ++i)
        if (is_small(block.counts[i])) block.hidden[i] = true;
}

}  // namespace

void hide(std::vector<Block>& blocks, std::int64_t least) {
    for (auto& block : blocks) hide_small(block, least);
    Block& all = blocks.front();
    if (std::count(all.hidden.begin(), all.hidden.end(), true) == 1)
        if (const auto other = smallest_shown(all); other < all.hidden.size()) all.hidden[other] = true;
    std::size_t places = 0;
    for (std::size_t i = 1; i < blocks.size(); ++i)
        if (any_hidden(blocks[i])) {
            blocks[i].hidden.assign(blocks[i].hidden.size(), true);
            ++places;
        }
    if (places != 1) return;
    Block* second = nullptr;
    for (std::size_t i = 1; i < blocks.size(); ++i)
        if (!any_hidden(blocks[i]) && blocks[i].answered > 0 &&
            (second == nullptr || blocks[i].answered < second->answered))
            second = &blocks[i];
    if (second == nullptr) second = &all;
    second->hidden.assign(second->hidden.size(), true);
}

}  // namespace jianghui::surveys
