#pragma once
// A market to put load on, made through the API as people would make it: the first administrators
// set their passwords and open an official's account, organisations register and are verified, agencies
// get their licences, the employer publishes orders.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/codec/codec.hpp"

namespace jianghui::load {

struct Market {
    std::string official;               ///< token of an official of the orders' province
    std::string employer;               ///< token
    std::vector<std::string> agencies;  ///< tokens
    std::vector<std::string> orders;    ///< ids of open orders
    int headcount = 0;                  ///< of each order
};
BOOST_DESCRIBE_STRUCT(Market, (), (official, employer, agencies, orders, headcount))

struct MarketSize {
    int agencies = 8;
    int orders = 1;
    int headcount = 10'000;
};

/// Needs a server with an empty database and what `jianghui first-administrator --json` said.
/// Throws std::runtime_error with the refusal when a step does not succeed.
[[nodiscard]] Market make_market(std::uint16_t port, const std::string& first,
                                 const MarketSize& size);

/// The market as a file, so that it can be used again after a restart of the server.
void save(const Market& market, const std::string& file);
[[nodiscard]] Market load_market(const std::string& file);

}  // namespace jianghui::load
