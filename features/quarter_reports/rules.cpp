#include "features/quarter_reports/rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/crypto/sm3.hpp"

namespace jianghui::quarter_reports {

Result<ReportStatus> next_status(ReportStatus from, ReportAct act) {
    if (from == ReportStatus::draft && act == ReportAct::compile) return ReportStatus::draft;
    if (from == ReportStatus::draft && act == ReportAct::submit) return ReportStatus::review;
    if (from == ReportStatus::review && act == ReportAct::send_back) return ReportStatus::draft;
    if (from == ReportStatus::review && act == ReportAct::publish) return ReportStatus::published;
    return refuse(report_status_conflict);
}

Result<Done> may_publish(const ReportRow& report, AccountId who) {
    if (report.made_by == who || report.submitted_by == who) return refuse(report_four_eyes);
    return Done{};
}

statistics::PublicFigures people_of(const std::vector<TableRow>& rows) {
    statistics::PublicFigures figures;
    for (const auto& row : rows)
        figures.emplace(fmt::format("{},{},{}", codec::enum_text(row.table_name), row.code,
                                    fmt::join(row.members, "+")),
                        row.supply);
    return figures;
}

std::string digest_of(const std::vector<TableRow>& rows) {
    std::string text;
    for (const auto& row : rows)
        text += fmt::format("{},{},{},{},{}\n", codec::enum_text(row.table_name), row.line,
                            row.code, row.demand, row.supply);
    return crypto::sm3(text).hex();
}

std::string number_of(const std::string& place_name, const std::string& period, int version) {
    return fmt::format("{}季度市场供求分析报告〔{}〕第{}季度第{}版", place_name, period.substr(0, 4),
                       period.substr(5), version);
}

std::optional<std::int64_t> mirrored_ratio_hundredths(const MirroredFacts& facts) {
    // 100·D·ΣS stays below 2⁶³ for demands and supplies up to 10⁸.
    const std::int64_t below = facts.supply * facts.supply_total;
    if (below == 0) return std::nullopt;
    const std::int64_t above =
        100 * (facts.demand * facts.supply_total + facts.undecided * facts.supply);
    return (2 * above + below) / (2 * below);
}

}  // namespace jianghui::quarter_reports
