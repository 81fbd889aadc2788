#pragma once
// Decisions about draws: who may apply, and who gets what once the order of the lottery is known.

#include "features/draws/errors.hpp"
#include "features/draws/lottery.hpp"
#include "features/draws/model.hpp"

namespace jianghui::draws {

/// The version of the lottery and the allocation; published with every draw.
inline constexpr std::string_view rules_version = "draw-1";

/// Whether this may be applied for at that time. Fails with order_other_mode, order_not_open,
/// application_window_closed, lot_size, at_least_too_high, nonce_malformed.
[[nodiscard]] Result<Done> may_apply(const orders::OrderRow& order, const DrawRow& draw,
                                     const Apply& wanted, Instant now);

/// What an applicant asks for, and what the gate lets it take.
struct Entrant {
    int seats = 1;
    int at_least = 1;
    int room = 0;  ///< 0 … seats
};
struct Allotment {
    int given = 0;
    Outcome outcome = Outcome::none_left;
};

/// Walks the lottery: each takes the smallest of what it asks for, what the gate lets it take and
/// what is left; nothing when that is below what it wants at least, or below the smallest lot (but
/// the whole rest may be smaller than a lot). Answers by entrant, not by place. Σ given ≤ seats.
[[nodiscard]] std::vector<Allotment> allot(const std::vector<Entrant>& entrants,
                                           const std::vector<std::size_t>& in_order, int seats,
                                           int lot_min);

/// Recomputes a published draw from nothing but the document: commitment, seed, places and what
/// each was given; and that the rest (window, number of applications, who is named, whom the gate
/// refused) fits to them. Fails with draw_not_held, draw_mismatch (the fact "difference" names the first).
[[nodiscard]] Result<Done> verify(const DrawView& draw);

}  // namespace jianghui::draws
