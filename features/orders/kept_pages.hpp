#pragma once
// Which pages of orders may still be handed out, by what the journal said (docs/adr/0012). Pure; the board asks the journal.

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/journal/journal.hpp"
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

/// What somebody's snapshot said of the journal.
struct JournalNews {
    std::int64_t from = -1;  ///< it was asked for what came after; −1: nothing was known then
    std::int64_t upto = 0;   ///< the last position that the snapshot holds, of the events asked for
    std::vector<journal::Named> events;
    bool has_all = true;  ///< of the events between
};

/// At most `pages_max` pages twice over, each valid at `position()`. Not thread-safe: those who look at the journal at the
/// same time tell what they saw one after the other, in any order.
class KeptPages {
  public:
    using Page = std::shared_ptr<const OrderPage>;
    static constexpr std::size_t pages_max = 2'000;

    /// −1: nothing is known yet.
    [[nodiscard]] std::int64_t position() const { return position_; }
    /// Forgets what the news name; everything, where they do not say what happened since `position()`.
    void learn(const JournalNews& news);
    /// Keeps a page of a snapshot of that position, unless somebody has seen a later one since.
    void keep(std::int64_t upto, Page page);
    /// A page of the older half that is wanted moves to the recent one.
    [[nodiscard]] Page find(OrderId order);
    [[nodiscard]] std::size_t size() const { return recent_.size() + older_.size(); }

  private:
    using Pages = std::unordered_map<std::int64_t, Page>;
    void put(Page page);
    void forget_named(const journal::Named& event);

    Pages recent_, older_;
    std::int64_t position_ = -1;
};

}  // namespace jianghui::orders
