#include "engine/store/fair_queue.hpp"

#include <utility>

namespace jianghui::store {

bool FairQueue::push(Work& work) {
    if (size_ >= total_max_) return false;
    auto& line = lines_[work.caller];
    if (work.caller != 0 && line.size() >= caller_max_) return false;
    if (line.empty()) turns_.push_back(work.caller);
    line.push_back(std::move(work));
    ++size_;
    return true;
}

std::optional<Work> FairQueue::pop() {
    if (turns_.empty()) return std::nullopt;
    const std::int64_t caller = turns_.front();
    turns_.pop_front();
    const auto line = lines_.find(caller);
    std::optional<Work> next(std::move(line->second.front()));
    line->second.pop_front();
    --size_;
    if (line->second.empty()) {
        lines_.erase(line);
    } else {
        turns_.push_back(caller);
    }
    return next;
}

}  // namespace jianghui::store
