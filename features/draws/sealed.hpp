#pragma once
// The secret of a draw: made when the order opens, kept sealed, revealed by the draw.

#include "engine/app/context.hpp"
#include "features/draws/lottery.hpp"

namespace jianghui::draws {

struct Secret {
    std::string commitment;
    std::string box;
};
[[nodiscard]] Secret new_secret(const app::Services& services, OrderId order);

/// The bytes in the box. Fails as crypto::open.
[[nodiscard]] Result<crypto::Bytes> open_secret(const app::Services& services, OrderId order,
                                                std::string_view box);

}  // namespace jianghui::draws
