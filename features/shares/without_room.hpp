#pragma once
// Orders that were seen without room: a storm on what is sold out is answered without the write lane.

#include <mutex>
#include <unordered_set>

#include "features/orders/api.hpp"

namespace jianghui::shares {

/// Only a hint where it is worth looking: what refuses is the order as it is now. Thread-safe; at most
/// 10,000 orders, then it begins anew.
class WithoutRoom {
  public:
    void note(OrderId order) {
        const std::lock_guard lock(mutex_);
        if (orders_.size() >= 10'000) orders_.clear();
        orders_.insert(order.number);
    }
    void forget(OrderId order) {
        const std::lock_guard lock(mutex_);
        orders_.erase(order.number);
    }
    [[nodiscard]] bool has(OrderId order) const {
        const std::lock_guard lock(mutex_);
        return orders_.contains(order.number);
    }

  private:
    mutable std::mutex mutex_;
    std::unordered_set<std::int64_t> orders_;
};

}  // namespace jianghui::shares
