#pragma once
// The vocabulary of seats.

#include "features/people/api.hpp"
#include "features/shares/api.hpp"

namespace jianghui::seats {

enum class SeatStatus {
    offered,
    accepted,     ///< 收单: the worker's days are reserved
    on_site,      ///< start confirmed by worker and employer
    done,
    declined,     ///< by the worker
    expired,      ///< the offer ran out
    no_show,      ///< did not come
    replaced,     ///< somebody else was offered the seat
    ended_early   ///< ended before its last day
};
BOOST_DESCRIBE_ENUM(SeatStatus, offered, accepted, on_site, done, declined, expired, no_show,
                    replaced, ended_early)

[[nodiscard]] constexpr bool is_live(SeatStatus status) {
    return status == SeatStatus::offered || status == SeatStatus::accepted ||
           status == SeatStatus::on_site;
}

/// A row of `seats`.
struct SeatRow {
    SeatId id;
    PlaceCode city;
    ShareId share_id;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    PersonId person;
    PlaceCode person_city;
    SeatStatus status = SeatStatus::offered;
    Date starts_on;
    Date ends_on;
    orders::Shift shift = orders::Shift::day;
    orders::PayUnit pay_unit = orders::PayUnit::month;
    Fen pay_fen;
    Fen service_fee_fen;
    Instant offered_at;
    Instant expires_at;
    std::optional<Instant> accepted_at;
    std::optional<std::string> policy_number;
    std::optional<Date> insured_from_on;
    std::optional<Date> insured_to_on;
    std::optional<Instant> worker_started_at;
    std::optional<Instant> employer_started_at;
    std::optional<Date> started_on;
    std::optional<Date> ended_on;
    std::string contract;
    std::string contract_digest;
    std::string status_reason;
    Instant changed_at;
    int order_version = 1;  ///< of the order's terms: what its worker was shown
};
BOOST_DESCRIBE_STRUCT(SeatRow, (),
                      (id, city, share_id, order_id, employer, agency, person, person_city, status,
                       starts_on, ends_on, shift, pay_unit, pay_fen, service_fee_fen, offered_at,
                       expires_at, accepted_at, policy_number, insured_from_on, insured_to_on,
                       worker_started_at, employer_started_at, started_on, ended_on, contract,
                       contract_digest, status_reason, changed_at, order_version))

/// Accident insurance recorded by the agency; without it nobody starts.
struct Insurance {
    String<1, 60> policy_number;
    Date valid_from_on;
    Date valid_to_on;
};
BOOST_DESCRIBE_STRUCT(Insurance, (), (policy_number, valid_from_on, valid_to_on))

/// What a seat's order looks like to those of the seat.
struct SeatOrder {
    OrderId id;
    std::string title;
    PlaceCode place;
    std::string place_name;
    std::string address;
    int team_size = 0;  ///< the worker's place is in a team of so many; 0: no team
};
BOOST_DESCRIBE_STRUCT(SeatOrder, (), (id, title, place, place_name, address, team_size))

/// A seat as the API shows it.
struct SeatView {
    SeatId id;
    ShareId share;
    SeatOrder order;
    organisations::Reference employer;
    organisations::Reference agency;
    people::Reference person;
    SeatStatus status = SeatStatus::offered;
    std::string status_reason;
    Date starts_on;
    Date ends_on;
    orders::Shift shift = orders::Shift::day;
    orders::PayUnit pay_unit = orders::PayUnit::month;
    Fen pay_fen;
    Instant offered_at;
    Instant expires_at;
    std::optional<Instant> accepted_at;
    std::optional<Insurance> insurance;
    std::optional<Instant> worker_started_at;
    std::optional<Instant> employer_started_at;
    std::optional<Date> started_on;
    std::optional<Date> ended_on;
    std::string contract_digest;
};
BOOST_DESCRIBE_STRUCT(SeatView, (),
                      (id, share, order, employer, agency, person, status, status_reason, starts_on,
                       ends_on, shift, pay_unit, pay_fen, offered_at, expires_at, accepted_at,
                       insurance, worker_started_at, employer_started_at, started_on, ended_on,
                       contract_digest))

/// POST shares/{share}/seats; `pay_fen` within the order's range, its upper end when not said.
struct OfferSeat {
    ShareId share;
    PersonId person;
    std::optional<Fen> pay_fen;
};
BOOST_DESCRIBE_STRUCT(OfferSeat, (), (share, person, pay_fen))

struct FindSeat {
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(FindSeat, (), (seat))

/// Why an offer was turned down; a code, since events carry no free text.
enum class DeclineReason { pay, place, time, health, other_work, other };
BOOST_DESCRIBE_ENUM(DeclineReason, pay, place, time, health, other_work, other)

struct DeclineSeat {
    SeatId seat;
    std::optional<DeclineReason> reason_code;
};
BOOST_DESCRIBE_STRUCT(DeclineSeat, (), (seat, reason_code))

struct InsureSeat {
    SeatId seat;
    String<1, 60> policy_number;
    Date valid_from_on;
    Date valid_to_on;
};
BOOST_DESCRIBE_STRUCT(InsureSeat, (), (seat, policy_number, valid_from_on, valid_to_on))

/// POST seats/{seat}/start: the worker sends the site's code of the day, the employer nothing.
struct StartSeat {
    SeatId seat;
    std::optional<String<6, 6>> code;
};
BOOST_DESCRIBE_STRUCT(StartSeat, (), (seat, code))

enum class EndReason { completed, worker_left, employer_ended, injury, order_cancelled,
                       share_withdrawn, other };
BOOST_DESCRIBE_ENUM(EndReason, completed, worker_left, employer_ended, injury, order_cancelled,
                    share_withdrawn, other)

struct FinishSeat {
    SeatId seat;
    std::optional<Date> ended_on;
    std::optional<EndReason> reason_code;
};
BOOST_DESCRIBE_STRUCT(FinishSeat, (), (seat, ended_on, reason_code))

struct ReplaceSeat {
    SeatId seat;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(ReplaceSeat, (), (seat, person))

/// GET seats.
struct ListSeats {
    std::optional<OrderId> order;
    std::optional<ShareId> share;
    std::optional<PersonId> person;
    std::optional<SeatStatus> status;
    std::optional<bool> mine;
    std::optional<SeatId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListSeats, (), (order, share, person, status, mine, cursor, limit))

/// GET orders/{order}/site-code.
struct SiteCode {
    std::string code;
    Instant valid_until_at;
};
BOOST_DESCRIBE_STRUCT(SiteCode, (), (code, valid_until_at))

/// GET orders/{order}/progress: how many seats stand where.
struct Progress {
    int headcount = 0;
    int grabbed = 0;
    std::map<std::string, int> seats;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (headcount, grabbed, seats))

/// POST shares/{share}/withdraw and POST orders/{order}/cancel.
struct WithdrawShare {
    ShareId share;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawShare, (), (share, reason))

/// What the events of a seat say.
struct SeatChange {
    OrderId order;
    ShareId share;
    SeatStatus from = SeatStatus::offered;
    SeatStatus to = SeatStatus::offered;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SeatChange, (), (order, share, from, to, reason))

}  // namespace jianghui::seats
