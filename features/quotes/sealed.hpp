#pragma once
// The box of a bid: made when it is placed, opened with all others, or never.

#include "engine/app/context.hpp"
#include "features/quotes/model.hpp"

namespace jianghui::quotes {

/// The bid sealed with the server's keyring, bound to its row. Its length tells nothing.
[[nodiscard]] std::string seal(const app::Services& services, BidId id, const Bid& bid);

/// What lies in the box, if it is what the row's commitment says; nothing when either was changed
/// since. Fails with sealing_key_missing: then it is the key file that is wrong, not the bid.
[[nodiscard]] Result<std::optional<Bid>> open(const app::Services& services, const BidRow& row);

}  // namespace jianghui::quotes
