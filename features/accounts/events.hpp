#pragma once
// What this feature writes into the journal; see engine/access/events.hpp for accounts themselves.

#include "engine/journal/journal.hpp"

namespace jianghui::accounts {

inline constexpr journal::EventKind invitation_issued{"invitation.issued", "发出成员邀请",
                                                      "Member invited"};
inline constexpr journal::EventKind invitation_accepted{"invitation.accepted", "接受成员邀请",
                                                        "Invitation accepted"};

}  // namespace jianghui::accounts
