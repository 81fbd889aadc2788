#pragma once
// What happens to a share.

#include "engine/journal/journal.hpp"

namespace jianghui::shares {

inline constexpr journal::EventKind share_grabbed{"share.grabbed", "抢到份额", "Share grabbed"};
/// Agencies that asked for seats of an order and got none, gathered for a minute (refusals.hpp).
inline constexpr journal::EventKind share_refused{"share.refused", "抢单未得", "Grabs refused"};
inline constexpr journal::EventKind share_shrunk{"share.shrunk", "退回部分席位",
                                                 "Some seats given back"};
inline constexpr journal::EventKind share_released{"share.released", "份额退回", "Share released"};
inline constexpr journal::EventKind share_staffing{"share.staffing", "份额开始配人",
                                                   "Share being staffed"};
inline constexpr journal::EventKind share_delivering{"share.delivering", "份额开始交付",
                                                     "Share delivering"};
inline constexpr journal::EventKind share_settled{"share.settled", "份额结清", "Share settled"};
inline constexpr journal::EventKind share_withdrawn{"share.withdrawn", "份额收回",
                                                    "Share withdrawn"};
inline constexpr journal::EventKind share_defaulted{"share.defaulted", "份额违约",
                                                    "Share defaulted"};
/// By the employer, the authority or the clock: it no longer bars the agency from grabbing.
inline constexpr journal::EventKind share_default_closed{
    "share.default_closed", "份额违约已了结", "The default of a share is closed"};
/// The agency's licence, verification or exclusion changed: may it staff this share?
inline constexpr journal::EventKind share_agency_barred{
    "share.agency_barred", "机构资格有变，暂不能配人", "The agency may no longer staff the share"};
inline constexpr journal::EventKind share_agency_cleared{
    "share.agency_cleared", "机构资格恢复，可继续配人", "The agency may staff the share again"};

inline constexpr journal::EventKind share_team_stands{"share.team_stands", "团队成立",
                                                      "A team stands"};

}  // namespace jianghui::shares
