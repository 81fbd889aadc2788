#pragma once
// How much each address holds of something that is bounded (event streams, bytes of bodies), so that one address
// cannot have all of it.

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace jianghui::net {

/// Thread-safe.
class HeldByAddresses {
  public:
    /// Counts `more`, unless the address would then hold more than `most`: then false. "" is no address: it may have
    /// any amount and is not counted.
    [[nodiscard]] bool take(const std::string& address, std::size_t more, std::size_t most);
    /// Gives back as much of what was taken.
    void give_back(const std::string& address, std::size_t amount);

  private:
    std::mutex mutex_;
    std::unordered_map<std::string, std::size_t> held_;  ///< of addresses that hold anything
};

}  // namespace jianghui::net
