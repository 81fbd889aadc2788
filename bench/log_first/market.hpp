#pragma once
// Orders and agencies in memory, and grabs decided on them by the product's own rules
// (orders::may_take, shares::judge). Deterministic: the same commands in the same order make the same
// market, on whatever machine and at whatever time.

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "bench/log_first/command_log.hpp"
#include "features/shares/rules.hpp"

namespace jianghui::log_first {

struct Answer {
    std::int64_t share = 0;   ///< the command's position in the log; 0: refused
    std::string code{};       ///< of a refusal
    bool repeated = false;    ///< the key was answered before
};

class Market {
  public:
    /// A market made up of the sizes alone: every agency may grab every order until it is sold out.
    explicit Market(const Beginning& beginning);

    /// Decides; when the grab is granted, it is share `position` and stands in memory at once. Refusals
    /// change nothing and need no log.
    Answer decide(const Grab& grab, std::int64_t position);

    [[nodiscard]] std::int64_t orders() const { return static_cast<std::int64_t>(orders_.size()); }
    [[nodiscard]] std::int64_t agencies() const { return static_cast<std::int64_t>(agencies_.size()); }
    [[nodiscard]] std::int64_t shares() const { return static_cast<std::int64_t>(shares_.size()); }
    /// The share of a key; 0: none.
    [[nodiscard]] std::int64_t share_of(std::uint64_t key_high, std::uint64_t key_low) const;

    /// One number for everything that is held: equal markets have equal digests.
    [[nodiscard]] std::uint64_t digest() const;
    /// What is wrong in it: seats that do not add up, an order oversold; "" when nothing is.
    [[nodiscard]] std::string faults() const;

  private:
    struct Agency {
        organisations::GateFacts facts;
        int seats = 0;
    };
    struct Share {
        std::uint64_t key_high, key_low;
        std::int32_t order, agency, seats;
        std::int64_t at_ms;
    };
    struct Key {
        std::uint64_t high, low;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {  // Keys are digests: their bits are even already.
        std::size_t operator()(const Key& key) const noexcept { return key.high ^ key.low; }
    };
    struct PairHash {
        std::size_t operator()(std::uint64_t pair) const noexcept {
            return (pair ^ (pair >> 32)) * 0x9E3779B97F4A7C15ULL;
        }
    };

    std::int64_t headcount_;
    std::vector<orders::OrderRow> orders_;
    std::vector<Agency> agencies_;
    boost::unordered_flat_map<std::uint64_t, int, PairHash> held_;  ///< by order and agency
    boost::unordered_flat_map<Key, std::int64_t, KeyHash> answers_;
    std::vector<Share> shares_;
};

}  // namespace jianghui::log_first
