#include "features/live/tail.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::live {

std::string event_text(const EventView& shown) {
    return fmt::format("event: {}\nid: {}\ndata: {}\n\n", shown.kind, shown.position,
                       codec::encode(shown));
}

Tail::Tail(IsOpen is_open, std::size_t capacity)
    : is_open_(std::move(is_open)), capacity_(capacity) {}

Tail::Entry Tail::entry_of(const journal::Event& event) const {
    Entry entry;
    entry.event = event;
    entry.event.data = nullptr;
    entry.is_open = is_open_(event.kind);
    if (entry.is_open) entry.open = event_text(view(event, Sight::open));
    entry.party = event_text(view(event, Sight::party));
    if (event.actor) entry.supervision = event_text(view(event, Sight::supervision));
    return entry;
}

void Tail::follow(const std::vector<journal::Event>& events) {
    if (events.empty()) return;
    std::vector<Entry> fresh;
    const bool attended = streams_ > 0;
    if (attended)
        for (const auto& event : events) fresh.push_back(entry_of(event));
    bool any_open = false;
    for (const auto& entry : fresh) any_open = any_open || entry.is_open;
    {
        const std::unique_lock lock(mutex_);
        end_ = events.back().position;
        if (!attended) {
            entries_.clear();
            begin_ = end_;
        }
        std::move(fresh.begin(), fresh.end(), std::back_inserter(entries_));
        while (entries_.size() > capacity_) {
            begin_ = entries_.front().event.position;
            entries_.pop_front();
        }
    }
    if (!attended) return;
    all_.ring();
    if (any_open) open_.ring();
}

bool Tail::collect(const access::Caller& caller, Reading& reading, std::string& out,
                   std::size_t bytes_max) const {
    const std::shared_lock lock(mutex_);
    if (reading.position < begin_) return false;
    auto entry = std::upper_bound(entries_.begin(), entries_.end(), reading.position,
                                  [](std::int64_t position, const Entry& each) {
                                      return position < each.event.position;
                                  });
    for (; entry != entries_.end() && out.size() < bytes_max && !reading.session_over; ++entry) {
        reading.position = entry->event.position;
        reading.session_over = ends_session(entry->event, caller.account);
        switch (sight_of(caller, entry->event, entry->is_open)) {
            case Sight::nothing: break;
            case Sight::open: out += entry->open; break;
            case Sight::party: out += entry->party; break;
            case Sight::supervision:
                out += entry->supervision.empty() ? entry->party : entry->supervision;
                break;
        }
    }
    return true;
}

std::shared_ptr<void> Tail::attend() {
    ++streams_;
    return {this, [self = shared_from_this()](void*) { --self->streams_; }};
}

std::shared_ptr<void> Tail::listen(bool anonymous, std::function<void()> wake) {
    return (anonymous ? open_ : all_).listen(std::move(wake));
}

}  // namespace jianghui::live
