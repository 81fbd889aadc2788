#pragma once
// After a crash: compares what the server has with what was acknowledged.

#include <string>
#include <vector>

#include "bench/load/storm.hpp"

namespace jianghui::load {

struct Settled {
    int acknowledged = 0;         ///< grabs that were answered 201 before the crash
    int unheard = 0;              ///< grabs whose answer was lost, or was 503
    int kept = 0;                 ///< of the unheard: were on disk already
    int made = 0;                 ///< of the unheard: made by sending them again
    int refused = 0;              ///< of the unheard: refused when sent again
    int shares = 0;               ///< of the orders now
    std::vector<std::string> faults;
};
BOOST_DESCRIBE_STRUCT(Settled, (), (acknowledged, unheard, kept, made, refused, shares, faults))

/// Every acknowledged grab must be there and answer its key as before; every unheard key, sent
/// twice, must make or show one share; remaining + Σ seats of the shares = headcount.
[[nodiscard]] Settled settle(const Market& market, std::uint16_t port, std::size_t first_order,
                             std::size_t order_count, std::vector<Attempt> attempts);

}  // namespace jianghui::load
