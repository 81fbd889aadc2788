#include "features/draws/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::draws {

Result<Done> may_apply(const orders::OrderRow& order, const DrawRow& draw, const Apply& wanted,
                       Instant now) {
    if (order.open_to_all) return refuse(orders::other_mode);
    if (draw.status != DrawStatus::open || now < draw.opens_at || now >= draw.closes_at)
        return refuse(error(window_closed)
                          .with("opens_at", instant_text(draw.opens_at))
                          .with("closes_at", instant_text(draw.closes_at)));
    if (order.status != orders::OrderStatus::open)
        return refuse(error(orders::order_not_open)
                          .with("status", std::string(codec::enum_text(order.status))));
    if (wanted.seats < order.lot_min || wanted.seats > order.lot_max)
        return refuse(error(orders::lot_size,
                            {fmt::format("每家可申请 {} 至 {} 个席位。", order.lot_min, order.lot_max),
                             fmt::format("Apply for {} to {} seats.", order.lot_min,
                                         order.lot_max)})
                          .at("/seats"));
    if (wanted.at_least && *wanted.at_least > wanted.seats)
        return refuse(error(at_least_too_high).at("/at_least"));
    if (const auto nonce = crypto::from_hex(wanted.nonce.text); !nonce || nonce->size() != nonce_size)
        return refuse(error(nonce_malformed).at("/nonce"));
    return Done{};
}

std::vector<Allotment> allot(const std::vector<Entrant>& entrants,
                             const std::vector<std::size_t>& in_order, int seats, int lot_min) {
    std::vector<Allotment> allotted(entrants.size());
    int left = seats;
    for (const auto index : in_order) {
        const Entrant& entrant = entrants[index];
        Allotment& allotment = allotted[index];
        const int given = std::min({entrant.seats, entrant.room, left});
        if (entrant.room == 0) {
            allotment.outcome = Outcome::refused;
        } else if (left == 0) {
            allotment.outcome = Outcome::none_left;
        } else if (given < entrant.at_least) {
            allotment.outcome = Outcome::too_few_left;
        } else if (given < lot_min && given != left) {
            allotment.outcome = Outcome::below_lot;
        } else {
            allotment = {given, given == entrant.seats ? Outcome::won : Outcome::partly};
            left -= given;
        }
    }
    return allotted;
}

namespace {

tl::unexpected<Error> differs(std::string what) {
    return refuse(error(draw_mismatch, {"重新计算的结果与公布的不一致：" + what,
                                        "The recomputed result differs from what was published: " +
                                            what})
                      .with("difference", what));
}

/// What the document says beside the numbers must fit to them.
Result<Done> fits_together(const DrawView& draw) {
    if (draw.rules != rules_version) return differs("rules " + draw.rules);
    if (draw.applications != static_cast<int>(draw.entrants.size())) return differs("applications");
    if (draw.opens_at >= draw.closes_at || !draw.drawn_at || *draw.drawn_at < draw.closes_at)
        return differs("window");
    for (const auto& each : draw.entrants) {
        const bool within = each.at_least >= 1 && each.at_least <= each.seats && each.room >= 0 &&
                            each.room <= each.seats;
        if (!within || each.refusal.has_value() != (each.room == 0) ||
            each.agency.has_value() != (each.given > 0))
            return differs(fmt::format("entrant {}", each.number));
    }
    return Done{};
}

}  // namespace

Result<Done> verify(const DrawView& draw) {
    if (draw.status != DrawStatus::drawn || !draw.secret || !draw.seed || !draw.position ||
        !draw.seats || !draw.lot_min)
        return refuse(draw_not_held);
    TRY_DO(fits_together(draw));
    const auto secret = crypto::from_hex(*draw.secret);
    if (!secret || secret->size() != secret_size || commitment_of(*secret) != draw.commitment)
        return differs("commitment");
    std::vector<crypto::Bytes> nonces;
    std::vector<Entrant> entrants;
    int number = 0;
    for (const auto& entrant : draw.entrants) {
        const auto nonce = crypto::from_hex(entrant.nonce);
        if (!nonce || nonce->size() != nonce_size || entrant.number <= number)
            return differs(fmt::format("entrant {}", entrant.number));
        number = entrant.number;
        nonces.push_back(*nonce);
        entrants.push_back({entrant.seats, entrant.at_least, entrant.room});
    }
    const auto seed = seed_of(*secret, nonces, *draw.position);
    if (seed.hex() != *draw.seed) return differs("seed");
    const auto in_order = lottery(seed, entrants.size());
    const auto allotted = allot(entrants, in_order, *draw.seats, *draw.lot_min);
    for (std::size_t place = 0; place < in_order.size(); ++place) {
        const auto& published = draw.entrants[in_order[place]];
        const auto& own = allotted[in_order[place]];
        if (published.place != static_cast<int>(place) + 1 || published.given != own.given ||
            published.outcome != own.outcome)
            return differs(fmt::format("number {}: place {}, {} seats", published.number, place + 1,
                                       own.given));
    }
    return Done{};
}

}  // namespace jianghui::draws
