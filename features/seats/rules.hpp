#pragma once
// Decisions about seats: pure functions.

#include "features/seats/errors.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// Whether this person may be offered a seat with these terms: age on the first day (劳动法 §15, the
/// limit is data), certificates valid to the last day, pay within the order's range. Fails with
/// order_incomplete, person_too_young_for_work, certificate_invalid, pay_outside_order.
[[nodiscard]] Result<Done> may_offer(const orders::OrderRow& order, const people::Person& person,
                                     Fen pay, int working_age, Date today);

/// A first day in the past becomes today: nobody works backwards.
[[nodiscard]] Date first_day(const orders::OrderRow& order, Date today);

/// When an offer runs out: `hours` from now, but not after the end of the first day of work unless
/// that is today.
[[nodiscard]] Instant offer_end(Instant now, int hours, Date starts_on);

/// The parts of the day that a shift takes: 1 morning, 2 afternoon, 3 night.
[[nodiscard]] std::vector<int> parts_of(orders::Shift shift);

/// Whether the seat can be accepted or declined now. Fails with seat_status_conflict, offer_expired.
[[nodiscard]] Result<Done> may_answer(const SeatRow& seat, Instant now);

/// Whether the start can be confirmed today: accepted, first day come, insured today. Fails with
/// seat_status_conflict, too_early, seat_over (its last day has passed), insurance_missing.
[[nodiscard]] Result<Done> may_start(const SeatRow& seat, Date today);

/// How a seat on site ends on `ended_on`: done from its last day on, ended_early before. Fails with
/// seat_status_conflict, end_date_wrong.
[[nodiscard]] Result<SeatStatus> finish_status(const SeatRow& seat, Date ended_on, Date today);

/// Whether the worker can be said not to have come: accepted, first day come, no site code typed.
/// Fails with seat_status_conflict, too_early, worker_was_there.
[[nodiscard]] Result<Done> may_mark_no_show(const SeatRow& seat, Date today);

/// Whether its worker has been on site: typed the site's code, or both sides confirmed.
[[nodiscard]] bool began(const SeatRow& seat);

/// How the seats of a team share stand.
struct TeamCount {
    int team_size = 0;
    int started = 0;   ///< seats that began, or were worked
    int accepted = 0;  ///< seats that a worker accepted, those that started counted in
};
/// The seats of its teams that stand: of as many whole teams as are accepted, and of every team that
/// began.
[[nodiscard]] int standing_seats(const TeamCount& count);

/// Live seats in the order in which teams are filled: who began, who accepted first, who was offered
/// first.
[[nodiscard]] std::vector<SeatRow> by_claim(std::vector<SeatRow> live);

}  // namespace jianghui::seats
