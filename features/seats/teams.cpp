// What a team order adds to its seats: a team stands when all its seats are accepted; at the end of
// the hold the seats of the others end together, and nobody is blamed.

#include "features/seats/api.hpp"
#include "features/seats/rules.hpp"
#include "features/seats/teams.hpp"

namespace jianghui::seats {
namespace {

TeamCount count_of(const shares::ShareRow& share, const std::vector<SeatRow>& live) {
    TeamCount count;
    count.team_size = share.team_size;
    // Seats that were worked and have ended still count in the share.
    count.started = count.accepted = share.staffed - static_cast<int>(live.size());
    for (const auto& seat : live) {
        if (began(seat)) ++count.started;
        if (seat.accepted_at) ++count.accepted;
    }
    return count;
}

}  // namespace

void note_standing(app::Command& command, const SeatRow& accepted) {
    const auto share = shares::find(command.db, accepted.share_id);
    if (share->team_size == 0 || !shares::is_live(share->status) || share->hold_ended) return;
    const auto count = count_of(*share, live_of_share(command.db, share->id));
    (void)shares::let_stand(command, *share, standing_seats(count));
}

int keep_standing(app::Command& command, const shares::ShareRow& share) {
    const auto live = by_claim(live_of_share(command.db, share.id));
    const int standing = std::max(share.standing, standing_seats(count_of(share, live)));
    int left = standing - (share.staffed - static_cast<int>(live.size()));
    for (const auto& seat : live)
        if (left-- <= 0) (void)leave(command, seat, SeatStatus::expired, team_incomplete);
    return standing;
}

}  // namespace jianghui::seats
