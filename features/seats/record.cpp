#include "features/seats/record.hpp"

#include "features/seats/events.hpp"

namespace jianghui::seats {

void record(app::Command& command, const journal::EventKind& kind, const SeatRow& seat,
            SeatStatus from, std::string_view reason) {
    command.record(kind,
                   {seat.city, "seat", seat.id.number, seat.agency, seat.employer, seat.person},
                   SeatChange{seat.order_id, seat.share_id, from, seat.status,
                              std::string(reason)});
}

}  // namespace jianghui::seats
