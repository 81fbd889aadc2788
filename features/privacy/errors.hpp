#pragma once
// The refusals of this feature.

#include "engine/base/result.hpp"

namespace jianghui::privacy {

inline constexpr ErrorCode erasure_hindered{
    "erasure_hindered", Kind::conflict,
    "还有没办完的事（见 facts），办完后再删除；这是为了不让您拿不到工资、没有凭据。",
    "Something has to end first (see facts): so that you do not lose wages or proof."};
inline constexpr ErrorCode nothing_kept{
    "nothing_kept", Kind::not_found, "没有为此人封存的记录，或保存期已满、已经删除。",
    "Nothing is kept sealed of this person, or its time is over and it is gone."};

}  // namespace jianghui::privacy
