#pragma once
// How often one caller may ask: a bucket of tokens for each account and each address, refilled
// evenly. It bounds what one script can take from everybody; fairness between those who do wait is
// the write lane's (store/fair_queue.hpp).

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/base/base.hpp"
#include "engine/http/http.hpp"

namespace jianghui::app {

inline constexpr ErrorCode too_many_requests{
    "too_many_requests", Kind::too_many, "请求过于频繁，请稍候几秒再试。没有任何改动。",
    "Too many requests; wait a few seconds and retry. Nothing was changed."};

/// So many a second for as long as it lasts; `burst` at once after a rest. 0 a second: no limit.
struct Rate {
    double per_second = 0;
    double burst = 0;
};

struct RateLimits {
    Rate account;
    Rate address;
};

/// Buckets by key, kept as the time at which each is full again (generic cell rate algorithm). Any thread.
class RateLimiter {
  public:
    explicit RateLimiter(Rate rate) : rate_(rate) {}

    /// Takes `cost` tokens of the key's bucket, or none: then how long until that many are there.
    /// O(1). With more than 65,536 keys that are not full, further ones are let through: memory is
    /// bounded, and a flood from so many addresses is not this limit's to stop.
    [[nodiscard]] std::optional<Milliseconds> wait_for(std::string_view key, double cost,
                                                       Instant now);

  private:
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::string, double> full_at;  ///< milliseconds since the epoch
        double swept_at = 0;
    };
    static bool has_room(Shard& shard, double at);
    static constexpr std::size_t shards = 16;
    static constexpr std::size_t shard_max = 4'096;

    Rate rate_;
    std::array<Shard, shards> shards_;
};

/// Whose address a request counts for: the peer's, an IPv6 one by its /64 network. Behind a proxy on
/// this machine it is the one that the proxy named last in X-Forwarded-For; a program on this machine
/// that names none is not limited ("").
[[nodiscard]] std::string limited_address(const http::Request& request);

}  // namespace jianghui::app
