#pragma once
// Tables that are sent in, row by row with the faults of each cell, and the template that companies fill in.

#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

/// The rows of an answer; with any fault, a row is not among `rows`.
struct ReadRows {
    std::vector<PayRow> rows;
    std::vector<imports::RowFault> faults;
    imports::TableForm form;  ///< how the file was understood
};
/// Reads XLSX, ODS or CSV with the template's columns in any order; amounts in yuan. Fails as
/// imports::open_table does and with columns_missing.
[[nodiscard]] Result<ReadRows> read_rows(const std::string& bytes, const codes::Tables& tables);

struct ReadFrame {
    std::vector<FrameRow> rows;
    std::vector<imports::RowFault> faults;
};
/// Reads a list of companies: 统一社会信用代码, 从业人数. Each must be a verified organisation of that place
/// with an industry. Fails as read_rows does.
[[nodiscard]] Result<ReadFrame> read_frame(const std::string& bytes, const store::Reader& reader,
                                           const PlaceCode& place);

/// A number with at most `decimals` digits behind the point, times 10^decimals; thousands may be
/// separated. Nothing when it is not one or has more than twelve digits.
[[nodiscard]] std::optional<std::int64_t> number_of(const std::string& text, int decimals);

/// As many of the faults as a report shows: the first 200.
[[nodiscard]] std::vector<imports::RowFault> first_faults(std::vector<imports::RowFault> faults);

/// The workbook to fill in: the columns with an example, labour cost, the levels, how it is filled in. Fails with
/// pay_file_failed.
[[nodiscard]] Result<std::string> template_of(const codes::Tables& tables);

}  // namespace jianghui::pay_surveys
