#pragma once
// What happens to a list.

#include "engine/journal/journal.hpp"

namespace jianghui::lists {

inline constexpr journal::EventKind list_compiled{"list.compiled", "编制清单", "List compiled"};
inline constexpr journal::EventKind list_submitted{"list.submitted", "清单送审", "List submitted"};
inline constexpr journal::EventKind list_returned{"list.returned", "清单退回", "List sent back"};
inline constexpr journal::EventKind list_frozen{"list.frozen", "清单定稿", "List frozen"};
inline constexpr journal::EventKind list_published{"list.published", "清单发布", "List published",
                                                   true};

}  // namespace jianghui::lists
