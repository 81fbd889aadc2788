#pragma once
// What other features may know of seats.

#include <unordered_map>

#include "engine/app/context.hpp"
#include "features/seats/errors.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

[[nodiscard]] std::optional<SeatRow> find(const store::Reader& reader, SeatId seat);
/// The orders of which the person was ever offered a seat, whatever became of it.
[[nodiscard]] std::vector<OrderId> orders_offered(const store::Reader& reader, PersonId person);
[[nodiscard]] std::vector<SeatRow> live_of_share(const store::Reader& reader, ShareId share);

/// Whether the caller is a party of the seat (worker, agency, employer) or supervises its city.
[[nodiscard]] bool may_see(const app::Caller& caller, const SeatRow& seat);

/// The seat with names, as the caller may see them.
[[nodiscard]] SeatView view(const store::Reader& reader, const app::Services& services,
                            const app::Caller& caller, const SeatRow& seat);

/// A stretch of a person's time, shift by shift.
struct PersonTime {
    PlaceCode city;  ///< the person's home city, under which the calendar lies
    PersonId person;
    Date from_on;
    Date to_on;
    orders::Shift shift = orders::Shift::day;
};
/// Whether nothing takes any of it yet.
[[nodiscard]] bool has_time(const store::Reader& reader, const PersonTime& time);
/// Reserves all of it for a loan (features/lending) in the same calendar that holds the days of
/// seats; false when a part is taken (then nothing may be kept: the caller refuses).
[[nodiscard]] bool reserve_loan(store::Transaction& transaction, std::int64_t loan,
                                const PersonTime& time);
/// Gives the loan's days back from a day on.
void free_loan(store::Transaction& transaction, std::int64_t loan, Date from);

/// The days from `from` on that the person's live seats and loans take, at most 400.
[[nodiscard]] std::vector<Date> busy_days(const store::Reader& reader, const PlaceCode& city,
                                          PersonId person, Date from);
/// The same of everybody who has any, by the person's number: one pass over the calendar instead of a question a
/// person.
[[nodiscard]] std::unordered_map<std::int64_t, std::vector<Date>> all_busy_days(const store::Reader& reader,
                                                                                Date from);

/// Offers a seat; for the API and the demo alike. Fails as rules `may_offer`, or with share_full,
/// share_not_live, consent_missing, person_has_seat, person_overlap.
[[nodiscard]] Result<SeatRow> offer(app::Command& command, const shares::ShareRow& share,
                                    PersonId person, std::optional<Fen> pay);

/// Ends a live seat as replaced and offers it to somebody else on the same pay; the share keeps the
/// seat whether or not its hold runs. Fails with seat_status_conflict and as `offer`.
[[nodiscard]] Result<SeatRow> replace(app::Command& command, const SeatRow& seat,
                                      PersonId person);

/// The worker accepts: the days are reserved. The one transaction that touches two cities, the
/// order's and the person's (CORRECTIONS 7). Fails with person_overlap, offer_expired.
[[nodiscard]] Result<SeatRow> accept(app::Command& command, const SeatRow& seat);

/// Confirms one side of the start; on site when both have. Fails as rules `may_start`.
enum class Side { worker, employer };
[[nodiscard]] Result<SeatRow> confirm_start(app::Command& command, const SeatRow& seat, Side side);

/// Ends a seat on site. Fails as rules `finish_status`.
[[nodiscard]] Result<SeatRow> finish(app::Command& command, const SeatRow& seat, Date ended_on,
                                     EndReason reason);

/// Records insurance. Fails with seat_status_conflict, insurance_dates.
[[nodiscard]] Result<SeatRow> insure(app::Command& command, const SeatRow& seat,
                                     const Insurance& insurance);

/// Ends a live seat that did not come to its end: declined, expired, no_show, replaced,
/// ended_early. Frees the days that the worker did not work, and the seat for somebody else.
SeatRow leave(app::Command& command, const SeatRow& seat, SeatStatus status,
              std::string_view reason);

}  // namespace jianghui::seats
