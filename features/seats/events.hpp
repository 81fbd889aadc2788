#pragma once
// What happens to a seat.

#include "engine/journal/journal.hpp"

namespace jianghui::seats {

inline constexpr journal::EventKind seat_offered{"seat.offered", "席位邀约", "Seat offered"};
inline constexpr journal::EventKind seat_accepted{"seat.accepted", "收单", "Seat accepted"};
inline constexpr journal::EventKind seat_declined{"seat.declined", "谢绝邀约", "Offer declined"};
inline constexpr journal::EventKind seat_expired{"seat.expired", "邀约过期", "Offer ran out"};
inline constexpr journal::EventKind seat_insured{"seat.insured", "登记保险",
                                                 "Insurance recorded"};
inline constexpr journal::EventKind seat_start_confirmed{
    "seat.start_confirmed", "一方确认到岗", "Start confirmed by one side"};
inline constexpr journal::EventKind seat_on_site{"seat.on_site", "双方确认到岗",
                                                 "On site, confirmed by both"};
inline constexpr journal::EventKind seat_code_locked{
    "seat.code_locked", "现场码多次输错，签到暂停", "Check-in locked after wrong site codes"};
inline constexpr journal::EventKind seat_done{"seat.done", "完工", "Work done"};
inline constexpr journal::EventKind seat_ended_early{"seat.ended_early", "提前结束",
                                                     "Ended early"};
inline constexpr journal::EventKind seat_no_show{"seat.no_show", "未到岗", "Did not come"};
inline constexpr journal::EventKind seat_replaced{"seat.replaced", "换人", "Replaced"};

inline constexpr journal::EventKind seat_team_incomplete{
    "seat.team_incomplete", "团队未满，席位退回", "The team was not complete"};

}  // namespace jianghui::seats
