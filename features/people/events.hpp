#pragma once
// What this feature writes into the journal. Data holds ids and codes only, never a name, number or
// what a person says about herself beyond the two codes that statistics count by (change_events.hpp).

#include "engine/journal/journal.hpp"

namespace jianghui::people {

inline constexpr journal::EventKind person_registered{"people.registered", "个人已登记",
                                                      "A person was registered"};
inline constexpr journal::EventKind person_changed{"people.changed", "个人信息已修改",
                                                   "A person's profile was changed"};
inline constexpr journal::EventKind person_verified{"people.verified", "个人身份已核验",
                                                    "A person's identity was verified"};
inline constexpr journal::EventKind person_account_linked{"people.account_linked", "个人已绑定账号",
                                                          "An account was bound to a person"};
inline constexpr journal::EventKind person_revealed{"people.revealed", "个人敏感信息已被查看",
                                                    "A person's sensitive data were read"};
inline constexpr journal::EventKind consent_given{"people.consent_given", "个人已同意",
                                                  "A person gave consent"};
inline constexpr journal::EventKind consent_refused{"people.consent_refused", "个人未同意",
                                                    "A person refused consent"};
inline constexpr journal::EventKind consent_withdrawn{"people.consent_withdrawn", "个人已撤回同意",
                                                      "A person withdrew consent"};
inline constexpr journal::EventKind candidacy_added{"people.candidacy_added", "机构已登记求职者",
                                                    "An agency added a candidate"};
inline constexpr journal::EventKind candidacy_ended{"people.candidacy_ended", "求职者已离开机构",
                                                    "A person left an agency's candidates"};

}  // namespace jianghui::people
