#pragma once
// Products and bookings as people see them.

#include "engine/app/context.hpp"
#include "features/products/model.hpp"

namespace jianghui::products {

/// What providing that kind asks for, by the data.
[[nodiscard]] engagements::Need need_of_kind(const app::Services& services, std::string_view kind);

[[nodiscard]] ProductView view(const store::Reader& reader, const app::Services& services,
                               Instant now, const ProductRow& product);
[[nodiscard]] BookingView view(const store::Reader& reader, const BookingRow& booking);

}  // namespace jianghui::products
