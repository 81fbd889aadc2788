#include "features/nominations/rules.hpp"

#include <algorithm>

namespace jianghui::nominations {

Result<Done> may_name(const orders::OrderRow& order, bool waiting) {
    if (order.mode != orders::GrabMode::direct || order.open_to_all)
        return refuse(orders::other_mode);
    if (order.status != orders::OrderStatus::open)
        return refuse(error(orders::order_not_open)
                          .with("status", std::string(codec::enum_text(order.status))));
    if (waiting) return refuse(nomination_waiting);
    return Done{};
}

Instant answer_until(const orders::OrderRow& order, Instant now) {
    const Instant from = std::max(now, order.opens_at.value_or(now));
    const Instant until = from + std::chrono::hours(order.apply_hours);
    return order.closes_at ? std::min(until, *order.closes_at) : until;
}

Result<Done> may_answer(const NominationRow& nomination, Instant now) {
    if (nomination.status != NominationStatus::asked || now >= nomination.answer_until_at)
        return refuse(error(nomination_over)
                          .with("status", std::string(codec::enum_text(nomination.status))));
    return Done{};
}

}  // namespace jianghui::nominations
