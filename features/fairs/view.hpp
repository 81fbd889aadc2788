#pragma once
// What people see of fairs.

#include "features/fairs/model.hpp"

namespace jianghui::fairs {

[[nodiscard]] FairView view(const store::Reader& reader, const app::Services& services,
                            const access::Caller& caller, const FairRow& fair);
/// With orders, pairs and spread. To an agency that it was handed over to: its own orders, and the
/// people whom it may offer a seat; the others are counted.
[[nodiscard]] FairDetail detail(const store::Reader& reader, const app::Services& services,
                                const access::Caller& caller, const FairRow& fair);
[[nodiscard]] FairPairView view(const store::Reader& reader, const app::Services& services,
                                const access::Caller& caller, const FairPairRow& pair);
[[nodiscard]] OpenOrderView view(const store::Reader& reader, const app::Services& services,
                                 const orders::OrderRow& order, int seats);
/// The person with the name that the caller may see.
[[nodiscard]] people::Reference named(const store::Reader& reader, const app::Services& services,
                                      const access::Caller& caller, PersonId person);

}  // namespace jianghui::fairs
