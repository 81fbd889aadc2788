#pragma once
// Typed calls of queries.sql.

#include "features/seats/model.hpp"

namespace jianghui::seats {

/// False when the person has a live seat of this order already.
[[nodiscard]] bool insert(store::Transaction& transaction, const SeatRow& seat);
void update(store::Transaction& transaction, const SeatRow& seat);
/// Reserves every part of every day of the seat in the person's calendar; false when one of them
/// is taken (then nothing may be kept: the caller refuses).
[[nodiscard]] bool reserve_days(store::Transaction& transaction, const SeatRow& seat);
/// Frees the seat's days from a day on.
void free_days(store::Transaction& transaction, SeatId seat, Date from);
/// Whether the person has time for such a seat.
[[nodiscard]] bool has_time(const store::Reader& reader, const SeatRow& seat);

/// What a list shows: the caller's own seats, or those of a place.
struct ListScope {
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> worker;
    std::optional<PlaceCode> city_from;
    std::optional<PlaceCode> city_to;
};
BOOST_DESCRIBE_STRUCT(ListScope, (), (organisation, worker, city_from, city_to))
/// Up to `limit` seats, newest first.
[[nodiscard]] std::vector<SeatRow> list(const store::Reader& reader, const ListSeats& filter,
                                        const ListScope& scope, int limit);

}  // namespace jianghui::seats
