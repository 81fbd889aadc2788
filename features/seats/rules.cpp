#include "features/seats/rules.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace jianghui::seats {

Date first_day(const orders::OrderRow& order, Date today) {
    return std::max(std::chrono::sys_days(*order.starts_on), std::chrono::sys_days(today));
}

Result<Done> may_offer(const orders::OrderRow& order, const people::Person& person, Fen pay,
                       int working_age, Date today) {
    if (!order.starts_on || !order.ends_on || !order.pay_unit || !order.pay_max_fen)
        return refuse(order_incomplete);
    const Date starts = first_day(order, today);
    if (*order.ends_on < starts) return refuse(order_incomplete);
    if (age_on(person.born, starts) < working_age)
        return refuse(error(seat_person_too_young).with("age", std::to_string(working_age)));
    for (const auto& kind : order.certificates) {
        const bool held =
            std::any_of(person.certificates.begin(), person.certificates.end(),
                        [&](const auto& certificate) {
                            return certificate.kind.text == kind.text &&
                                   (!certificate.valid_to_on ||
                                    *certificate.valid_to_on >= *order.ends_on);
                        });
        if (!held) return refuse(error(certificate_invalid).with("certificate", kind.text));
    }
    if (pay < order.pay_min_fen.value_or(Fen{0}) || pay > *order.pay_max_fen)
        return refuse(error(pay_outside_order,
                            {fmt::format("报酬应在 {} 至 {} 元之间。",
                                         yuan_text(order.pay_min_fen.value_or(Fen{0})),
                                         yuan_text(*order.pay_max_fen)),
                             fmt::format("The pay must be between {} and {} yuan.",
                                         yuan_text(order.pay_min_fen.value_or(Fen{0})),
                                         yuan_text(*order.pay_max_fen))})
                          .at("/pay_fen"));
    return Done{};
}

Instant offer_end(Instant now, int hours, Date starts_on) {
    const Instant plain = now + std::chrono::hours(hours);
    const Instant first_day_over = start_of(add_days(starts_on, 1));
    return std::min(plain, std::max(first_day_over, now + std::chrono::hours(1)));
}

std::vector<int> parts_of(orders::Shift shift) {
    switch (shift) {
        case orders::Shift::day: return {1, 2};
        case orders::Shift::night: return {3};
        case orders::Shift::morning: return {1};
        case orders::Shift::afternoon: return {2};
        case orders::Shift::rotating: return {1, 2, 3};
    }
    return {1, 2, 3};
}

Result<Done> may_answer(const SeatRow& seat, Instant now) {
    if (seat.status != SeatStatus::offered)
        return refuse(error(seat_status_conflict)
                          .with("status", std::string(codec::enum_text(seat.status))));
    if (seat.expires_at <= now) return refuse(offer_expired);
    return Done{};
}

Result<Done> may_start(const SeatRow& seat, Date today) {
    if (seat.status != SeatStatus::accepted)
        return refuse(error(seat_status_conflict)
                          .with("status", std::string(codec::enum_text(seat.status))));
    if (today < seat.starts_on)
        return refuse(error(too_early).with("starts_on", date_text(seat.starts_on)));
    if (today > seat.ends_on)
        return refuse(error(too_late).with("ends_on", date_text(seat.ends_on)));
    if (!seat.policy_number || *seat.insured_from_on > today || *seat.insured_to_on < today)
        return refuse(insurance_missing);
    return Done{};
}

Result<Done> may_mark_no_show(const SeatRow& seat, Date today) {
    if (seat.status != SeatStatus::accepted)
        return refuse(error(seat_status_conflict)
                          .with("status", std::string(codec::enum_text(seat.status))));
    if (today < seat.starts_on)
        return refuse(error(too_early).with("starts_on", date_text(seat.starts_on)));
    if (seat.worker_started_at) return refuse(worker_was_there);
    return Done{};
}

Result<SeatStatus> finish_status(const SeatRow& seat, Date ended_on, Date today) {
    if (seat.status != SeatStatus::on_site)
        return refuse(error(seat_status_conflict)
                          .with("status", std::string(codec::enum_text(seat.status))));
    if (ended_on < *seat.started_on || ended_on > today)
        return refuse(error(end_date_wrong).at("/ended_on"));
    return ended_on >= seat.ends_on ? SeatStatus::done : SeatStatus::ended_early;
}

bool began(const SeatRow& seat) { return seat.started_on || seat.worker_started_at; }

int standing_seats(const TeamCount& count) {
    ASSERT(count.team_size > 0 && count.accepted >= count.started);
    const int accepted = count.accepted / count.team_size;
    const int began = (count.started + count.team_size - 1) / count.team_size;
    return std::max(accepted, began) * count.team_size;
}

std::vector<SeatRow> by_claim(std::vector<SeatRow> live) {
    const auto claim = [](const SeatRow& seat) {
        return std::tuple(!began(seat), !seat.accepted_at,
                          seat.accepted_at.value_or(seat.offered_at), seat.id);
    };
    std::sort(live.begin(), live.end(), [&](const SeatRow& one, const SeatRow& other) {
        return claim(one) < claim(other);
    });
    return live;
}

}  // namespace jianghui::seats
