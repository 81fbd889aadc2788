#pragma once
// The race for last seats through several servers on one database: clients of every server ask for
// seats of one order after the other, all at once; then every answer is compared with what each
// server says of the order, and each grant is asked for again through another server.

#include <cstdint>
#include <string>
#include <vector>

#include "bench/load/market.hpp"

namespace jianghui::load {

struct RaceOptions {
    std::vector<std::uint16_t> ports;  ///< at least one server
    int clients = 64;
    std::size_t first_order = 0;
    std::size_t rounds = 0;  ///< orders that are raced for; 0: all of the market from the first on
    std::size_t group = 50;  ///< orders between two comparisons
    std::string key_prefix = "race";
};

struct Raced {
    std::int64_t rounds = 0;
    std::int64_t answers = 0;
    std::int64_t granted = 0;
    std::int64_t refused = 0;
    std::int64_t asked_again = 0;  ///< grants whose key was sent through another server as well
    double seconds = 0;            ///< of racing, without the comparisons
    std::vector<std::string> faults;
};
BOOST_DESCRIBE_STRUCT(Raced, (), (rounds, answers, granted, refused, asked_again, seconds, faults))

/// Ends at the first group with a fault. Throws when a server is gone.
[[nodiscard]] Raced race(const Market& market, const RaceOptions& options);

}  // namespace jianghui::load
