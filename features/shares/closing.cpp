#include "features/shares/closing.hpp"

#include <algorithm>

namespace jianghui::shares {

std::vector<ClosingGround> grounds_of(Closer by) {
    if (by == Closer::office) return {ClosingGround::excused};
    return {ClosingGround::made_good, ClosingGround::settled};
}

Result<Done> may_close(const DefaultRow& row, Closer by, const CloseDefault& wanted) {
    if (row.closed_at) return refuse(default_not_open);
    const auto grounds = grounds_of(by);
    if (std::find(grounds.begin(), grounds.end(), wanted.ground) == grounds.end())
        return refuse(error(default_ground).at("/ground"));
    if (wanted.ground == ClosingGround::excused && !wanted.reason)
        return refuse(error(default_reason_wanted).at("/reason"));
    return Done{};
}

}  // namespace jianghui::shares
