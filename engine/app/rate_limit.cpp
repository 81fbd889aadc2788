#include "engine/app/rate_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace jianghui::app {

/// Whether another key may be remembered; forgets the rested ones, at most once a second.
bool RateLimiter::has_room(Shard& shard, double at) {
    if (shard.full_at.size() < shard_max) return true;
    if (at < shard.swept_at + 1'000) return false;
    shard.swept_at = at;
    std::erase_if(shard.full_at, [&](const auto& one) { return one.second <= at; });
    return shard.full_at.size() < shard_max;
}

std::optional<Milliseconds> RateLimiter::wait_for(std::string_view key, double cost, Instant now) {
    if (rate_.per_second <= 0 || key.empty()) return std::nullopt;
    const double a_token = 1'000 / rate_.per_second;
    const auto at = static_cast<double>(now.time_since_epoch().count());
    Shard& shard = shards_[std::hash<std::string_view>{}(key) % shards];
    const std::lock_guard lock(shard.mutex);
    auto found = shard.full_at.find(std::string(key));
    if (found == shard.full_at.end()) {
        if (!has_room(shard, at)) return std::nullopt;
        found = shard.full_at.emplace(key, at).first;
    }
    const double full_at = std::max(found->second, at) + cost * a_token;
    const double wait = full_at - at - std::max(rate_.burst, cost) * a_token;
    if (wait > 0) return Milliseconds(static_cast<std::int64_t>(std::ceil(wait)));
    found->second = full_at;
    return std::nullopt;
}

namespace {

/// The network part of an address's text; nothing for what is no address.
std::optional<std::string> network_of(const std::string& address) {
    in_addr four{};
    if (inet_pton(AF_INET, address.c_str(), &four) == 1) return address;
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return std::nullopt;
    constexpr std::string_view mapped_prefix = "::ffff:";
    if (IN6_IS_ADDR_V4MAPPED(&six) && address.rfind(mapped_prefix, 0) == 0)
        return address.substr(mapped_prefix.size());
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, &six, text.data(), text.size());
    return std::string(text.data()) + "/64";
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string limited_address(const http::Request& request) {
    const auto peer = network_of(request.remote);
    if (!peer) return "";
    const bool of_this_machine = peer->rfind("127.", 0) == 0 || request.remote == "::1";
    if (!of_this_machine) return *peer;
    std::string_view forwarded = request.header("x-forwarded-for");
    if (const auto comma = forwarded.rfind(','); comma != std::string_view::npos)
        forwarded.remove_prefix(comma + 1);
    return network_of(std::string(trimmed(forwarded))).value_or("");
}

}  // namespace jianghui::app
