#pragma once
// What this feature writes into the journal. Data holds ids and codes only.

#include "engine/journal/journal.hpp"

namespace jianghui::organisations {

inline constexpr journal::EventKind organisation_registered{"organisation.registered", "机构已登记",
                                                            "An organisation was registered"};
inline constexpr journal::EventKind organisation_changed{"organisation.changed", "机构信息已修改",
                                                         "An organisation's entry was changed"};
inline constexpr journal::EventKind organisation_verified{"organisation.verified", "机构已通过核验",
                                                          "An organisation was verified"};
inline constexpr journal::EventKind organisation_refused{"organisation.refused", "机构未通过核验",
                                                         "An organisation was refused"};
inline constexpr journal::EventKind organisation_suspended{"organisation.suspended", "机构已暂停",
                                                           "An organisation was suspended"};
inline constexpr journal::EventKind organisation_restored{"organisation.restored", "机构已恢复",
                                                          "An organisation was restored"};
inline constexpr journal::EventKind organisation_excluded{
    "organisation.excluded", "机构已被排除", "An organisation was excluded from the market"};
inline constexpr journal::EventKind organisation_exclusion_ended{
    "organisation.exclusion_ended", "机构排除已解除", "An organisation's exclusion was taken back"};
inline constexpr journal::EventKind organisation_contact_revealed{
    "organisation.contact_revealed", "机构联系电话已被查看",
    "An organisation's contact phone was read"};
inline constexpr journal::EventKind credential_issued{"credential.issued", "证照已登记",
                                                      "A credential was issued"};
inline constexpr journal::EventKind credential_suspended{"credential.suspended", "证照已暂停",
                                                         "A credential was suspended"};
inline constexpr journal::EventKind credential_restored{"credential.restored", "证照已恢复",
                                                        "A credential was restored"};
inline constexpr journal::EventKind credential_revoked{"credential.revoked", "证照已吊销",
                                                       "A credential was revoked"};

}  // namespace jianghui::organisations
