#pragma once
// Pure decisions about quarter reports.

#include "features/quarter_reports/errors.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

/// The state after an act. Fails with report_status_conflict.
[[nodiscard]] Result<ReportStatus> next_status(ReportStatus from, ReportAct act);
/// Four eyes: who compiled or submitted a report does not publish it. Fails with report_four_eyes.
[[nodiscard]] Result<Done> may_publish(const ReportRow& report, AccountId who);
/// SM3 of the rows as text, one a line: what a reader can compute again.
[[nodiscard]] std::string digest_of(const std::vector<TableRow>& rows);
/// The people of each row by its table, group and, of a merged one, its members.
[[nodiscard]] statistics::PublicFigures people_of(const std::vector<TableRow>& rows);
/// "宜宾市季度市场供求分析报告〔2026〕第4季度第1版".
[[nodiscard]] std::string number_of(const std::string& place_name, const std::string& period,
                                    int version);

/// The ratio of a group when demand has no preference: what is asked for of anybody (`undecided`) is spread
/// by the group's share of the people. (D + U·S/ΣS) ÷ S in hundredths, half up; nothing of nobody.
struct MirroredFacts {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::int64_t supply_total = 0;
    std::int64_t undecided = 0;
};
[[nodiscard]] std::optional<std::int64_t> mirrored_ratio_hundredths(const MirroredFacts& facts);

}  // namespace jianghui::quarter_reports
