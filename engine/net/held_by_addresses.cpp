#include "engine/net/held_by_addresses.hpp"

#include "engine/base/base.hpp"

namespace jianghui::net {

bool HeldByAddresses::take(const std::string& address, std::size_t more, std::size_t most) {
    if (address.empty() || more == 0) return true;
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(address);
    const std::size_t held = found == held_.end() ? 0 : found->second;
    if (held > most || more > most - held) return false;
    if (found == held_.end()) held_.emplace(address, more);
    else found->second += more;
    return true;
}

void HeldByAddresses::give_back(const std::string& address, std::size_t amount) {
    if (address.empty() || amount == 0) return;
    const std::lock_guard lock(mutex_);
    const auto found = held_.find(address);
    ASSERT(found != held_.end() && found->second >= amount);
    found->second -= amount;
    if (found->second == 0) held_.erase(found);
}

}  // namespace jianghui::net
