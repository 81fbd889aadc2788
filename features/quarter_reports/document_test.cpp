// The report in sentences: what is said at the borders, and that every number is a cell.

#include "features/quarter_reports/document.hpp"

#include <gtest/gtest.h>

namespace jianghui::quarter_reports {
namespace document_test {

constexpr HintRatios hints{150, 60};

RowView row(const std::string& code, std::int64_t demand, std::int64_t supply) {
    RowView row;
    row.code = code;
    row.name = "组" + code;
    row.demand.amount = demand;
    row.supply.amount = supply;
    row.ratio = statistics::ratio_hundredths({demand, supply, demand, 0});
    return row;
}
TableView table(TableName name, std::vector<RowView> rows, const RowView& total) {
    TableView table;
    table.table = name;
    table.title = {"按表", "table"};
    table.rows = std::move(rows);
    table.total = total;
    return table;
}
ReportView report() {
    ReportView report;
    report.period = "2026Q3";
    report.place_name = "宜宾市";
    return report;
}
/// The sentences of a section, one a line.
std::string text(const DocumentView& document, const std::string& title) {
    std::string text;
    for (const auto& section : document.sections)
        if (section.title == title)
            for (const auto& sentence : section.sentences) {
                for (const auto& part : sentence.parts) text += part.text;
                text += "\n";
            }
    return text;
}
std::string overall(const RowView& total, const ReportView& of = report(), std::vector<RowView> places = {}) {
    return text(document_of(of, {table(TableName::overall, {}, total), table(TableName::city, std::move(places), total)}, hints),
                "总体情况");
}
bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST(Document, SaysOnWhichSideThereAreMoreByThePeopleAndNotByTheRoundedRatio) {
    EXPECT_TRUE(says(overall(row("total", 100, 100)), "1.00，岗位和求职者一样多"));
    EXPECT_TRUE(says(overall(row("total", 1001, 1000)), "1.00，岗位多于求职者"));
    EXPECT_TRUE(says(overall(row("total", 1000, 1001)), "1.00，岗位少于求职者")) << "1.00 is rounded";
    EXPECT_TRUE(says(overall(row("total", 5, 0)), "没有求人倍率"));
}

TEST(Document, SaysGrowthDeclineAndStandstillEachWithItsNumber) {
    auto of = report();
    of.quarter_before = EarlierView{};
    auto total = row("total", 110, 100);
    total.demand.growth_quarter = 1000;
    total.supply.growth_quarter = 0;
    total.ratio_quarter = -5;
    EXPECT_TRUE(says(overall(total, of), "按两期都纳入的地区，需求人数增加10.00%，求职人数持平（0.00%），求人倍率下降0.05。"));
    total.demand.growth_quarter = -1;
    total.supply.growth_quarter = std::nullopt;
    total.ratio_quarter = 5;
    EXPECT_TRUE(says(overall(total, of), "地区，需求人数减少0.01%，求人倍率上升0.05。")) << "what is not known is not told";
    total = row("total", 110, 100);
    EXPECT_TRUE(says(overall(total, of), "没有可比的地区或数字，不作比较"));
}

TEST(Document, NamesThePlacesWithTheHighestAndTheLowestRatio) {
    const auto total = row("total", 60, 60);
    EXPECT_TRUE(says(overall(total, report(), {row("a", 20, 10), row("b", 10, 40), row("c", 30, 10)}),
                     "求人倍率最高的是组c（3.00），最低的是组b（0.25）。"));
    EXPECT_TRUE(says(overall(total, report(), {row("a", 20, 10), row("b", 40, 20)}), "各地求人倍率都是2.00。"));
    EXPECT_FALSE(says(overall(total, report(), {row("a", 20, 10), row("b", 40, 0)}), "从地区看")) << "one alone is not compared";
}

TEST(Document, PointsOutWhatIsShortAndWhereThereAreTooMany) {
    const auto total = row("total", 500, 500);
    const auto hinted = text(document_of(report(), {table(TableName::occupation_class,
                                                          {row("1", 150, 100), row("2", 149, 100), row("3", 60, 100), row("4", 61, 100)},
                                                          total)},
                                         hints),
                             "提示");
    EXPECT_TRUE(says(hinted, "组1的求人倍率为1.50，招工偏紧"));
    EXPECT_FALSE(says(hinted, "组2"));
    EXPECT_TRUE(says(hinted, "组3的求人倍率为0.60，求职者偏多"));
    EXPECT_FALSE(says(hinted, "组4"));
}

TEST(Document, EveryNumberThatItSaysIsACell) {
    auto of = report();
    of.quarter_before = EarlierView{};
    of.year_before = EarlierView{};
    auto total = row("total", 220, 100);
    total.demand.growth_quarter = 250;
    total.ratio_quarter = 12;
    total.ratio_year = 34;
    const std::vector<TableView> tables{table(TableName::overall, {}, total),
                                        table(TableName::city, {row("a", 20, 10), row("b", 40, 30)}, total),
                                        table(TableName::occupation_class, {row("1", 150, 10)}, total)};
    int figures = 0;
    for (const auto& section : document_of(of, tables, hints).sections)
        for (const auto& sentence : section.sentences)
            for (const auto& part : sentence.parts) {
                if (part.figure) ++figures;
                else if (!says(part.text, "2026年"))
                    EXPECT_FALSE(part.text.find_first_of("023456789") != std::string::npos) << part.text;
            }
    EXPECT_EQ(figures, 11);
}

}  // namespace document_test
}  // namespace jianghui::quarter_reports
