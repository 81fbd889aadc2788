#pragma once
// Six digits that stand at the work site for one day: who types them was there.

#include "engine/app/services.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// The code of an order's site on a day: keyed digits (crypto::keyed_digits) of order and date.
[[nodiscard]] std::string site_code(const app::Services& services, OrderId order, Date day);

}  // namespace jianghui::seats
