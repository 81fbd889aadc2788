#pragma once
// A secret that was committed to before anybody took part: made with what will be decided by it, kept
// sealed, revealed when it is. Draws, ties between bids and samples of surveys have one each.

#include "engine/app/context.hpp"
#include "engine/app/field_keys.hpp"
#include "features/draws/lottery.hpp"

namespace jianghui::draws {

struct Secret {
    std::string commitment;  ///< commitment_of its bytes: public at once
    std::string box;         ///< opened by app::open_field at the same place
};
/// A new one, sealed for its place: "table.column:id".
[[nodiscard]] Secret new_secret(const app::Services& services, std::string_view place);

/// Where the secret of an order's draw lies.
[[nodiscard]] std::string secret_place(OrderId order);
/// The bytes in its box. Fails as crypto::open.
[[nodiscard]] Result<crypto::Bytes> open_secret(const app::Services& services, OrderId order,
                                                std::string_view box);

}  // namespace jianghui::draws
