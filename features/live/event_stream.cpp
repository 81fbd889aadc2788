#include "features/live/event_stream.hpp"

#include <fmt/format.h>

namespace jianghui::live {
namespace {

/// Milliseconds after which a browser tries again.
constexpr int retry_ms = 2000;
/// Looks into the database in one take(), so that one reader who is far behind does not hold the
/// network thread.
constexpr int looks_max = 4;

}  // namespace

EventStream::EventStream(const app::Services& services, const access::Caller& caller,
                         std::optional<std::int64_t> after, std::int64_t end, StreamLimits limits)
    : services_(services),
      tail_(services.get<Tail>().shared_from_this()),
      reader_(std::make_shared<Reader>()),
      limits_(limits),
      ends_at_(services.get<Clock>().now() + limits.lifetime) {
    reader_->caller = caller;
    const auto replay_max =
        caller.signed_in() ? limits.replay_max : limits.anonymous_replay_max;
    const bool possible = after && *after <= end && end - *after <= replay_max;
    reader_->position = possible ? *after : end;
    attendance_ = tail_->attend(reader_);
    greeting_ = fmt::format("retry: {}\nid: {}\n\n", retry_ms, reader_->position);
    if (after && !possible)
        greeting_ += reset_text(end);
}

std::string EventStream::take() {
    std::string out = std::move(greeting_);
    greeting_.clear();
    if (services_.get<Clock>().now() >= ends_at_) reader_->session_over = true;
    const auto before = reader_->position;
    for (int look = 0; look < looks_max && !reader_->session_over; ++look) {
        if (tail_->collect(*reader_, out, limits_.bytes_max)) break;
        if (!catch_up(out) || out.size() >= limits_.bytes_max) break;
    }
    // Nothing to tell, but the reader has come on: an id alone moves where it would resume, and
    // makes the connection ask again.
    const bool looked_far = reader_->position - before >= limits_.batch;
    if (out.empty() && looked_far) out = fmt::format("id: {}\n\n", reader_->position);
    return out;
}

bool EventStream::catch_up(std::string& out) {
    std::vector<journal::Event> events;
    try {
        events = services_.get<store::Store>().read([&](store::Reader& reader) {
            return journal::after(reader, reader_->position, limits_.batch);
        });
    } catch (const store::StoreFailure&) {
        reader_->session_over = true;  // The reader comes back with the id where it stopped.
        return false;
    }
    for (const auto& event : events) {
        reader_->position = event.position;
        const Sight sight = sight_of(reader_->caller, event, tail_->is_open(event.kind));
        if (sight != Sight::nothing) out += event_text(view(event, sight));
        reader_->session_over = ends_session(event, reader_->caller.account);
        if (reader_->session_over) break;
    }
    return !events.empty();
}

void EventStream::on_ready(std::function<void()> wake) {
    listening_ = tail_->listen(*reader_, wake);
}

}  // namespace jianghui::live
