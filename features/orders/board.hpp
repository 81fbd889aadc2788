#pragma once
// The orders' pages as text, kept in memory (docs/adr/0012). A page is handed out when no event since it
// was made names its order or its employer; the journal is asked whenever something was committed.

#include <memory>
#include <mutex>

#include "engine/app/context.hpp"
#include "features/orders/kept_pages.hpp"

namespace jianghui::orders {

/// Thread-safe.
class Board {
  public:
    /// The order's page as it is now: nothing that was committed before the call is missing, in this
    /// program or another one. Nothing when there is no such order. Opens a snapshot when something
    /// was committed since, or the page is not kept.
    [[nodiscard]] std::shared_ptr<const OrderPage> find(const app::Services& services,
                                                        OrderId order);
    /// How many pages are kept.
    [[nodiscard]] std::size_t size() const;

  private:
    using Page = KeptPages::Page;
    Page find_now(const app::Services& services, const store::Reader& reader,
                  std::uint64_t commits, OrderId order);
    std::int64_t catch_up(const store::Reader& reader, std::uint64_t commits);

    mutable std::mutex mutex_;
    KeptPages pages_;
    std::uint64_t commits_ = 0;  ///< of the store: they are all within the pages' position
};

}  // namespace jianghui::orders
