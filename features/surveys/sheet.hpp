#pragma once
// The frame as a table: one row a village.

#include "features/codes/api.hpp"
#include "features/surveys/model.hpp"

namespace jianghui::surveys {

struct ReadFrame {
    std::vector<VillageRow> villages;
    std::vector<imports::RowFault> faults;
};
/// Columns 地区代码, 村, 类型, 户数 and, if there is one, 离散度. Fails as imports::open_table and with
/// columns_missing; what is wrong in a row is a fault.
[[nodiscard]] Result<ReadFrame> read_frame(const std::string& bytes, const codes::Tables& tables,
                                           const PlaceCode& place);

}  // namespace jianghui::surveys
