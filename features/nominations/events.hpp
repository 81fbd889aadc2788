#pragma once
// What happens to a nomination. The agency is `organisation`, the employer `counterpart`.

#include "engine/journal/journal.hpp"

namespace jianghui::nominations {

inline constexpr journal::EventKind nomination_asked{"nomination.asked", "指名机构",
                                                     "Agency named"};
inline constexpr journal::EventKind nomination_taken{"nomination.taken", "指名机构承接",
                                                     "Named agency took seats"};
inline constexpr journal::EventKind nomination_declined{"nomination.declined", "指名机构谢绝",
                                                        "Named agency declined"};
inline constexpr journal::EventKind nomination_lapsed{"nomination.lapsed", "指名到期未答复",
                                                      "Nomination lapsed"};
inline constexpr journal::EventKind nomination_voided{"nomination.voided", "指名失效",
                                                      "Nomination void"};

}  // namespace jianghui::nominations
