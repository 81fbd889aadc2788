#pragma once
// One order as far as its time in the market goes. Pure.

#include <optional>
#include <string_view>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::shortages {

/// A row of `shortage_posts`.
struct Post {
    std::int64_t order_id = 0;
    PlaceCode city;
    OccupationCode occupation;
    Instant opened_at;
    std::optional<Instant> filled_at;
    std::optional<Instant> ended_at;
    std::optional<std::int64_t> pay_fen;  ///< a month, the middle of what it offers; none: by the piece
    std::int64_t employer = 0;            ///< 0: from before this was kept
    bool operator==(const Post&) const = default;
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (order_id, city, occupation, opened_at, filled_at, ended_at, pay_fen, employer))

/// The post after an event of its order: filled when no seat remains, open anew from then on when one
/// comes back, ended when it cannot be grabbed any more.
[[nodiscard]] Post after_event(Post post, std::string_view kind, const boost::json::value& data,
                               Instant at);
/// Whether the post was filled and is open anew: the time before is over, and told apart.
[[nodiscard]] bool opens_anew(const Post& before, const Post& after);
/// Whether what was known before cannot be told from what is known after: it pays otherwise, or was filled or ended and is so no
/// more. What only came to be later is told by its instant (known_at).
[[nodiscard]] bool takes_back(const Post& before, const Post& after);
/// The post as it was known when the journal had come to an instant: what happened to it later did not happen yet. Nothing when it
/// was not opened yet.
[[nodiscard]] std::optional<Post> known_at(Post post, Instant instant);
/// For how many days it has been open, since it was opened (last), until `until`: until it was filled or
/// ended, if that was before.
[[nodiscard]] std::int64_t days_open(const Post& post, Instant until);

}  // namespace jianghui::shortages
