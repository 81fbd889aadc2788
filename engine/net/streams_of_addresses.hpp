#pragma once
// How many event streams each address has, so that one address cannot have all of them.

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace jianghui::net {

/// Thread-safe.
class StreamsOfAddresses {
  public:
    /// Counts one more, unless the address has `most` already: then false. "" is no address: it may have any
    /// number and is not counted.
    [[nodiscard]] bool take(const std::string& address, std::size_t most);
    /// Gives back one that was taken.
    void give_back(const std::string& address);

  private:
    std::mutex mutex_;
    std::unordered_map<std::string, std::size_t> counts_;  ///< of addresses that have one at least
};

}  // namespace jianghui::net
