#pragma once
// A list of duties that is sent in as a table, row by row with the faults of each cell.

#include "features/duties/model.hpp"
#include "features/imports/api.hpp"

namespace jianghui::duties {

/// POST duties/file.
struct SendDuties {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendDuties, (), (dry_run))

/// What became of a table that was sent in. With faults nothing is kept.
struct DutiesReport {
    std::int64_t rows = 0;  ///< without fault
    bool kept = false;
    std::vector<imports::RowFault> faults;  ///< the first 200
};
BOOST_DESCRIBE_STRUCT(DutiesReport, (), (rows, kept, faults))

struct ReadDuties {
    std::vector<SetDuty> rows;
    std::vector<imports::RowFault> faults;
};
/// Reads XLSX, ODS or CSV with the columns 地区代码, 责任单位, 责任事项, 具体要求, 方案条目, 对应指标 (code or nothing), 要证明 (是 or 否), 开始日期,
/// 完成期限 in any order. `may_set`: places in which the caller sets duties. Fails as imports::open_table does and with columns_missing.
[[nodiscard]] Result<ReadDuties> read_duties(const std::string& bytes, const codes::Tables& tables,
                                             const std::function<bool(const PlaceCode&)>& may_set);

/// Sets all duties of the table, or none. Fails as read_duties and set_duty do.
[[nodiscard]] Result<DutiesReport> send_duties(app::Query& query, const SendDuties& input, const std::string& body);

}  // namespace jianghui::duties
