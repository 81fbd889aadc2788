#pragma once
// What can be refused about an answer to a change.

#include "engine/base/result.hpp"

namespace jianghui::changes {

inline constexpr ErrorCode answer_over{
    "change_answer_over", Kind::conflict,
    "此次变更已答复、到期，或已被更新的变更取代。请刷新页面查看现行条款。",
    "This change was answered, has run out or was overtaken by a newer one. Reload the page."};

}  // namespace jianghui::changes
