#include "features/live/tail.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::live {

std::string event_text(const EventView& shown) {
    return fmt::format("event: {}\nid: {}\ndata: {}\n\n", shown.kind, shown.position,
                       codec::encode(shown));
}

std::string reset_text(std::int64_t position) {
    return fmt::format("event: reset\nid: {0}\ndata: {{\"position\":{0}}}\n\n", position);
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

void Tail::keep_open(const Entry& entry) {
    std::string about = fmt::format("{} {}", entry.event.kind, entry.event.subject.number);
    const auto [known, added] = newest_of_.try_emplace(about, entry.event.position);
    if (!added) {
        newest_.erase(known->second);
        known->second = entry.event.position;
    }
    newest_.emplace_hint(newest_.end(), entry.event.position, Open{std::move(about), entry.open});
    if (newest_.size() <= capacity_) return;
    const auto oldest = newest_.begin();
    newest_begin_ = oldest->first;
    newest_of_.erase(oldest->second.about);
    newest_.erase(oldest);
}

void Tail::keep(std::vector<Entry>&& fresh) {
    for (auto& entry : fresh) {
        if (entry.is_open) keep_open(entry);
        entries_.push_back(std::move(entry));
    }
    while (entries_.size() > capacity_) {
        begin_ = entries_.front().event.position;
        entries_.pop_front();
    }
}

void Tail::follow(const std::vector<journal::Event>& events) {
    if (events.empty()) return;
    std::vector<Entry> fresh;
    const bool attended = streams_ > 0;
    if (attended)
        for (const auto& event : events) fresh.push_back(entry_of(event));
    const bool any_open = std::any_of(fresh.begin(), fresh.end(),
                                      [](const Entry& entry) { return entry.is_open; });
    {
        const std::unique_lock lock(mutex_);
        end_ = events.back().position;
        if (!attended) {
            entries_.clear();
            newest_.clear();
            newest_of_.clear();
            begin_ = newest_begin_ = end_;
        }
        keep(std::move(fresh));
    }
    if (!attended) return;
    all_.ring();
    if (any_open) open_.ring();
}

bool Tail::collect_open(Reading& reading, std::string& out) const {
    if (reading.position < newest_begin_ && !reading.arrived) return false;
    const auto first = newest_.upper_bound(reading.position);
    auto after = first;  // Not one step more than is told: ten thousand readers come by here.
    for (std::size_t told = 0; told < told_max && after != newest_.end(); ++told) ++after;
    if (reading.position < newest_begin_ || after != newest_.end()) {
        out += reset_text(end_);
    } else {
        for (auto entry = first; entry != after; ++entry) out += entry->second.text;
    }
    reading.arrived = true;
    reading.position = std::max(reading.position, end_);
    return true;
}

bool Tail::collect(const access::Caller& caller, Reading& reading, std::string& out,
                   std::size_t bytes_max) const {
    const std::shared_lock lock(mutex_);
    if (!caller.signed_in()) return collect_open(reading, out);
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
