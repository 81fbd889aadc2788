#include "features/orders/board.hpp"

#include <algorithm>

#include "engine/crypto/sm3.hpp"
#include "features/orders/api.hpp"
#include "features/orders/store.hpp"

namespace jianghui::orders {
namespace {

/// More events than that since the last look: every page is made anew.
constexpr int events_max = 1'000;

PageText text_of(const OrderView& view) {
    PageText text;
    codec::write(text.body, view);
    text.etag = '"' + crypto::sm3(text.body).hex().substr(0, 32) + '"';
    return text;
}

std::shared_ptr<const OrderPage> page_of(const store::Reader& reader, const app::Services& services,
                                         OrderRow row) {
    auto page = std::make_shared<OrderPage>();
    OrderView shown = view(reader, services, row);
    page->open = text_of(shown);
    shown.findings = findings_of(reader, row.id);
    page->full = text_of(shown);
    page->row = std::move(row);
    return page;
}

}  // namespace

std::shared_ptr<const OrderPage> Board::find(const app::Services& services, OrderId order) {
    auto& store = services.get<store::Store>();
    // Read before the snapshot begins: it will hold all of these commits.
    const auto commits = store.commits();
    if (!store.shared()) {
        const std::lock_guard lock(mutex_);
        if (position_ >= 0 && commits == commits_)
            if (auto page = kept(order)) return page;
    }
    return store.read(
        [&](store::Reader& reader) { return find_now(services, reader, commits, order); });
}

Board::Page Board::find_now(const app::Services& services, const store::Reader& reader,
                            std::uint64_t commits, OrderId order) {
    const auto position = catch_up(reader, commits);
    {
        const std::lock_guard lock(mutex_);
        // Another thread may know later commits, and its page is as good.
        if (auto page = kept(order)) return page;
    }
    auto row = orders::find(reader, order);
    if (!row) return nullptr;
    auto page = page_of(reader, services, std::move(*row));
    const std::lock_guard lock(mutex_);
    // What was committed after this snapshot may have changed it already.
    if (position >= position_) keep(page);
    return page;
}

/// Forgets what changed until the reader's snapshot; the journal's position there.
std::int64_t Board::catch_up(const store::Reader& reader, std::uint64_t commits) {
    std::int64_t from = 0;
    {
        const std::lock_guard lock(mutex_);
        from = position_;
    }
    std::int64_t position = from;
    std::vector<journal::Named> events;
    store::Readings readings;
    if (from < 0) {
        journal::ask_newest(readings, [&](std::int64_t newest) { position = newest; });
    } else {
        journal::ask_named(readings, from, events_max,
                           [&](journal::Named&& event) { events.push_back(std::move(event)); });
    }
    readings.run(reader);
    const bool all_anew = events.size() >= events_max;
    if (all_anew) position = journal::last_position(reader);
    else if (!events.empty()) position = events.back().position;
    const std::lock_guard lock(mutex_);
    if (all_anew) {
        recent_.clear();
        older_.clear();
    }
    for (const auto& event : events) forget_named(event);
    position_ = std::max(position_, position);
    commits_ = std::max(commits_, commits);
    return position;
}

void Board::forget_named(const journal::Named& event) {
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

/// A page of the older half that is wanted moves to the recent one.
Board::Page Board::kept(OrderId order) {
    if (const auto found = recent_.find(order.number); found != recent_.end())
        return found->second;
    const auto found = older_.find(order.number);
    if (found == older_.end()) return nullptr;
    auto page = std::move(found->second);
    older_.erase(found);
    keep(page);
    return page;
}

void Board::keep(Page page) {
    if (recent_.size() >= pages_max) older_ = std::exchange(recent_, {});
    const auto id = page->row.id.number;
    recent_.insert_or_assign(id, std::move(page));
}

std::size_t Board::size() const {
    const std::lock_guard lock(mutex_);
    return recent_.size() + older_.size();
}

std::shared_ptr<const OrderRow> as_of_now(const app::Services& services, OrderId order) {
    const auto page = services.get<Board>().find(services, order);
    return page ? std::shared_ptr<const OrderRow>(page, &page->row) : nullptr;
}

}  // namespace jianghui::orders
