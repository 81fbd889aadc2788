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
        if (pages_.position() >= 0 && commits == commits_)
            if (auto page = pages_.find(order)) return page;
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
        if (auto page = pages_.find(order)) return page;
    }
    auto row = orders::find(reader, order);
    if (!row) return nullptr;
    auto page = page_of(reader, services, std::move(*row));
    const std::lock_guard lock(mutex_);
    pages_.keep(position, page);
    return page;
}

/// Forgets what changed until the reader's snapshot; the journal's position there.
std::int64_t Board::catch_up(const store::Reader& reader, std::uint64_t commits) {
    JournalNews news;
    {
        const std::lock_guard lock(mutex_);
        news.from = news.upto = pages_.position();
    }
    store::Readings readings;
    if (news.from < 0) {
        journal::ask_newest(readings, [&](std::int64_t newest) { news.upto = newest; });
    } else {
        journal::ask_named(readings, news.from, events_max,
                           [&](journal::Named&& event) { news.events.push_back(std::move(event)); });
    }
    readings.run(reader);
    news.has_all = news.events.size() < events_max;
    if (!news.has_all) news.upto = journal::last_position(reader);
    else if (!news.events.empty()) news.upto = news.events.back().position;
    const std::lock_guard lock(mutex_);
    pages_.learn(news);
    commits_ = std::max(commits_, commits);
    return news.upto;
}

std::size_t Board::size() const {
    const std::lock_guard lock(mutex_);
    return pages_.size();
}

std::shared_ptr<const OrderRow> as_of_now(const app::Services& services, OrderId order) {
    const auto page = services.get<Board>().find(services, order);
    return page ? std::shared_ptr<const OrderRow>(page, &page->row) : nullptr;
}

}  // namespace jianghui::orders
