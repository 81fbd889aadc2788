#include "features/shortages/post.hpp"

#include <algorithm>

#include "engine/journal/event_data.hpp"

namespace jianghui::shortages {
namespace {

bool ends(std::string_view kind) {
    return kind == "order.running" || kind == "order.closed" || kind == "order.expired" ||
           kind == "order.cancelled" || kind == "order.suspended" || kind == "order.returned";
}

}  // namespace

Post after_event(Post post, std::string_view kind, const boost::json::value& data, Instant at) {
    if (kind == "order.opened" || kind == "order.resumed") post.ended_at.reset();
    if (ends(kind) && !post.ended_at) post.ended_at = at;
    const auto remaining = journal::number_of(data, "remaining");
    if (!remaining || post.ended_at) return post;
    if (*remaining > 0) {
        if (post.filled_at) post.opened_at = at;
        post.filled_at.reset();
    } else if (!post.filled_at) {
        post.filled_at = at;
    }
    return post;
}

bool opens_anew(const Post& before, const Post& after) {
    return before.filled_at && after.opened_at > before.opened_at;
}

bool takes_back(const Post& before, const Post& after) {
    const auto lost = [](const auto& had, const auto& has) { return had && had != has; };
    return before.pay_fen != after.pay_fen || lost(before.filled_at, after.filled_at) || lost(before.ended_at, after.ended_at);
}

std::optional<Post> known_at(Post post, Instant instant) {
    if (post.opened_at > instant) return std::nullopt;
    if (post.filled_at > instant) post.filled_at.reset();
    if (post.ended_at > instant) post.ended_at.reset();
    return post;
}

std::int64_t days_open(const Post& post, Instant until) {
    Instant end = until;
    if (post.filled_at) end = std::min(end, *post.filled_at);
    if (post.ended_at) end = std::min(end, *post.ended_at);
    return std::max<std::int64_t>(
        0, std::chrono::floor<std::chrono::days>(end - post.opened_at).count());
}

}  // namespace jianghui::shortages
