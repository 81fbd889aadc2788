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

}  // namespace jianghui::seats
