#pragma once
// The orders' pages as text, kept in memory (docs/adr/0012). A page is handed out when no event since it
// was made names its order or its employer; the journal is asked whenever something was committed.

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "engine/app/context.hpp"
#include "features/orders/model.hpp"

namespace jianghui::orders {

/// One sight of an order: the reply's body, and its ETag with quotes.
struct PageText {
    std::string body;
    std::string etag;
};
struct OrderPage {
    OrderRow row;
    PageText open;  ///< for everybody
    PageText full;  ///< with the post check's findings: for its employer and its officials
};

/// Thread-safe. At most `pages_max` pages twice over.
class Board {
  public:
    static constexpr std::size_t pages_max = 2'000;

    /// The order's page as it is now: nothing that was committed before the call is missing, in this
    /// program or another one. Nothing when there is no such order. Opens a snapshot when something
    /// was committed since, or the page is not kept.
    [[nodiscard]] std::shared_ptr<const OrderPage> find(const app::Services& services,
                                                        OrderId order);
    /// How many pages are kept.
    [[nodiscard]] std::size_t size() const;

  private:
    using Page = std::shared_ptr<const OrderPage>;
    using Pages = std::unordered_map<std::int64_t, Page>;
    Page find_now(const app::Services& services, const store::Reader& reader,
                  std::uint64_t commits, OrderId order);
    std::int64_t catch_up(const store::Reader& reader, std::uint64_t commits);
    Page kept(OrderId order);
    void keep(Page page);
    void forget_named(const journal::Named& event);

    mutable std::mutex mutex_;
    Pages recent_, older_;
    std::int64_t position_ = -1;     ///< of the journal: what it says until there is known
    std::uint64_t commits_ = 0;      ///< of the store: they are all within position_
};

}  // namespace jianghui::orders
