#include "features/orders/kept_pages.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::orders {

void KeptPages::learn(const JournalNews& news) {
    const bool says_what_happened = news.has_all && news.from >= 0;
    if (!says_what_happened && news.upto > position_) {
        recent_.clear();
        older_.clear();
    }
    for (const auto& event : news.events) forget_named(event);
    position_ = std::max(position_, news.upto);
}

void KeptPages::forget_named(const journal::Named& event) {
    if (event.subject_kind == "order") {
        recent_.erase(event.subject.number);
        older_.erase(event.subject.number);
    }
    if (event.subject_kind != "organisation") return;
    const auto is_of = [&](const auto& entry) {
        return entry.second->row.employer.number == event.subject.number;
    };
    std::erase_if(recent_, is_of);
    std::erase_if(older_, is_of);
}

void KeptPages::keep(std::int64_t upto, Page page) {
    // What was committed after that snapshot may have changed it already.
    if (upto >= position_) put(std::move(page));
}

KeptPages::Page KeptPages::find(OrderId order) {
    if (const auto found = recent_.find(order.number); found != recent_.end())
        return found->second;
    const auto found = older_.find(order.number);
    if (found == older_.end()) return nullptr;
    auto page = std::move(found->second);
    older_.erase(found);
    put(page);
    return page;
}

void KeptPages::put(Page page) {
    if (recent_.size() >= pages_max) older_ = std::exchange(recent_, {});
    const auto id = page->row.id.number;
    recent_.insert_or_assign(id, std::move(page));
}

}  // namespace jianghui::orders
