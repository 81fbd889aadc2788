#include "engine/net/streams_of_addresses.hpp"

#include "engine/base/base.hpp"

namespace jianghui::net {

bool StreamsOfAddresses::take(const std::string& address, std::size_t most) {
    if (address.empty()) return true;
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(address);
    if (found == counts_.end()) {
        if (most > 0) counts_.emplace(address, 1);
        return most > 0;
    }
    if (found->second >= most) return false;
    ++found->second;
    return true;
}

void StreamsOfAddresses::give_back(const std::string& address) {
    if (address.empty()) return;
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(address);
    ASSERT(found != counts_.end());
    if (--found->second == 0) counts_.erase(found);
}

}  // namespace jianghui::net
