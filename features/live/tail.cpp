#include "features/live/tail.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace jianghui::live {

std::string event_text(const EventView& shown) {
    return fmt::format("event: {}\nid: {}\ndata: {}\n\n", shown.kind, shown.position,
                       codec::encode(shown));
}

std::string reset_text(std::int64_t position) {
    return fmt::format("event: reset\nid: {0}\ndata: {{\"position\":{0}}}\n\n", position);
}

namespace {

std::string_view text_of(const Kept& kept, Sight sight) {
    switch (sight) {
        case Sight::nothing: break;
        case Sight::open: return kept.open;
        case Sight::party: return kept.party;
        case Sight::supervision: return kept.supervision.empty() ? kept.party : kept.supervision;
    }
    return {};
}

}  // namespace

Tail::Tail(IsOpen is_open, std::size_t capacity)
    : is_open_(std::move(is_open)), capacity_(capacity) {}

KeptEvent Tail::written(const journal::Event& event) const {
    auto kept = std::make_shared<Kept>();
    kept->event = event;
    kept->event.data = nullptr;
    kept->is_open = is_open_(event.kind);
    if (kept->is_open) kept->open = event_text(view(event, Sight::open));
    kept->party = event_text(view(event, Sight::party));
    if (event.actor) kept->supervision = event_text(view(event, Sight::supervision));
    return kept;
}

void Tail::keep_open(const Kept& event) {
    const std::int64_t position = event.event.position;
    std::string about = fmt::format("{} {}", event.event.kind, event.event.subject.number);
    const auto [known, added] = newest_of_.try_emplace(about, position);
    if (!added) {
        newest_.erase(known->second);
        known->second = position;
    }
    newest_.emplace_hint(newest_.end(), position, Open{std::move(about), event.open});
    if (newest_.size() <= capacity_) return;
    const auto oldest = newest_.begin();
    newest_begin_ = oldest->first;
    newest_of_.erase(oldest->second.about);
    newest_.erase(oldest);
}

void Tail::keep(const std::vector<KeptEvent>& fresh) {
    for (const auto& event : fresh) {
        if (event->is_open) keep_open(*event);
        kept_.push_back(event);
    }
    while (kept_.size() > capacity_) {
        begin_ = kept_.front()->event.position;
        kept_.pop_front();
    }
}

/// Events came by that nobody wrote down: who is there reads them in the database.
void Tail::forget() {
    kept_.clear();
    newest_.clear();
    newest_of_.clear();
    begin_ = newest_begin_ = end_;
    readers_.each([](const auto& reader) { reader->arrived = false; });
}

void Tail::hand(Reader& reader, const KeptEvent& event) {
    if (!reader.arrived) return;  // She reads what is kept, until she has.
    if (!reader.waiting.empty() && reader.waiting.back() == event) return;
    if (reader.waiting.size() < waiting_max) return reader.waiting.push_back(event);
    reader.waiting = {};
    reader.arrived = false;
}

Rounds::Bells Tail::hand_out(const std::vector<KeptEvent>& fresh) const {
    Rounds::Bells called;
    for (const auto& event : fresh)
        readers_.concerned_by(event->event, [&](const std::shared_ptr<Reader>& reader) {
            hand(*reader, event);
            if (std::exchange(reader->called, true)) return;
            called.emplace_back(reader, &reader->bell);
        });
    return called;
}

void Tail::follow(const std::vector<journal::Event>& events) {
    if (events.empty()) return;
    std::vector<KeptEvent> fresh;
    const bool attended = streams_ > 0;
    if (attended)
        for (const auto& event : events) fresh.push_back(written(event));
    bool for_everybody =
        std::any_of(fresh.begin(), fresh.end(), [](const auto& event) { return event->is_open; });
    Rounds::Bells called;
    {
        const std::unique_lock lock(mutex_);
        const std::int64_t before = std::exchange(end_, events.back().position);
        if (before / everybody_every != end_ / everybody_every) for_everybody = true;
        if (!attended) forget();
        called = hand_out(fresh);
        keep(fresh);
    }
    if (streams_ == 0) return;
    concerned_.ring(called);
    if (for_everybody || !attended) everybody_.ring();
}

bool Tail::collect_open(Reader& reader, std::string& out) const {
    if (reader.position < newest_begin_ && !reader.arrived) return false;
    const auto first = newest_.upper_bound(reader.position);
    auto after = first;  // Not one step more than is told: ten thousand readers come by here.
    for (std::size_t told = 0; told < told_max && after != newest_.end(); ++told) ++after;
    if (reader.position < newest_begin_ || after != newest_.end()) {
        out += reset_text(end_);
    } else {
        for (auto event = first; event != after; ++event) out += event->second.text;
    }
    reader.arrived = true;
    reader.position = std::max(reader.position, end_);
    return true;
}

bool Tail::collect_kept(Reader& reader, std::string& out, std::size_t bytes_max) const {
    if (reader.position < begin_) return false;
    auto next = std::upper_bound(kept_.begin(), kept_.end(), reader.position,
                                 [](std::int64_t position, const KeptEvent& each) {
                                     return position < each->event.position;
                                 });
    for (; next != kept_.end() && out.size() < bytes_max && !reader.session_over; ++next) {
        reader.position = (*next)->event.position;
        reader.session_over = ends_session((*next)->event, reader.caller.account);
        out += text_of(**next, sight_of(reader.caller, (*next)->event, (*next)->is_open));
    }
    if (next != kept_.end()) return true;
    reader.position = std::max(reader.position, end_);
    reader.arrived = true;
    return true;
}

void Tail::collect_waiting(Reader& reader, std::string& out, std::size_t bytes_max) const {
    using Told = std::pair<std::int64_t, std::string_view>;
    std::vector<Told> told;
    std::int64_t upto = end_;
    std::size_t bytes = out.size();
    auto next = reader.waiting.begin();
    for (; next != reader.waiting.end(); ++next) {
        const Kept& kept = **next;
        if (bytes >= bytes_max || reader.session_over) {
            upto = kept.event.position - 1;
            break;
        }
        if (kept.event.position <= reader.position) continue;
        reader.session_over = ends_session(kept.event, reader.caller.account);
        told.emplace_back(kept.event.position,
                          text_of(kept, sight_of(reader.caller, kept.event, kept.is_open)));
        bytes += told.back().second.size();
    }
    const std::size_t own = told.size();
    const auto is_own = [&](std::int64_t position) {
        const auto end = told.begin() + static_cast<std::ptrdiff_t>(own);
        return std::binary_search(told.begin(), end, Told(position, {}),
                                  [](const Told& a, const Told& b) { return a.first < b.first; });
    };
    for (auto open = newest_.upper_bound(reader.position);
         open != newest_.end() && open->first <= upto && told.size() <= own + told_max; ++open)
        if (!is_own(open->first)) told.emplace_back(open->first, open->second.text);
    const bool too_many = told.size() > own + told_max || reader.position < newest_begin_;
    if (too_many) told.resize(own);
    std::sort(told.begin(), told.end());
    for (const auto& [position, text] : told) out += text;
    if (too_many) out += reset_text(upto);
    reader.waiting.erase(reader.waiting.begin(), next);
    if (reader.waiting.empty()) reader.waiting.shrink_to_fit();
    reader.position = std::max(reader.position, upto);
}

bool Tail::collect(Reader& reader, std::string& out, std::size_t bytes_max) const {
    const std::shared_lock lock(mutex_);
    if (!reader.caller.signed_in()) return collect_open(reader, out);
    reader.called = false;
    if (!reader.arrived) return collect_kept(reader, out, bytes_max);
    collect_waiting(reader, out, bytes_max);
    return true;
}

std::shared_ptr<void> Tail::attend(std::shared_ptr<Reader> reader) {
    ++streams_;
    if (reader->caller.signed_in()) {
        const std::unique_lock lock(mutex_);
        readers_.add(reader);
    }
    return {this, [self = shared_from_this(), reader = std::move(reader)](void*) {
                if (reader->caller.signed_in()) {
                    const std::unique_lock lock(self->mutex_);
                    self->readers_.remove(*reader);
                }
                --self->streams_;
            }};
}

std::shared_ptr<void> Tail::listen(Reader& reader, const std::function<void()>& wake) {
    using Handle = std::shared_ptr<void>;
    if (!reader.caller.signed_in()) return everybody_.listen(wake);
    return std::make_shared<std::pair<Handle, Handle>>(everybody_.listen(wake),
                                                       reader.bell.listen(wake));
}

}  // namespace jianghui::live
