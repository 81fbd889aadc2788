#include "features/imports/reading.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/imports/lookup_for_test.hpp"

namespace jianghui::imports {
namespace reading_test {

constexpr Date today{std::chrono::year(2026), std::chrono::February, std::chrono::day(1)};

struct Listing {
    std::string refusal;
    std::vector<ReadRow> rows;
    Tally tally;
    std::vector<Text> notes;
};

Listing read_all(ImportKind kind, std::string bytes, const std::vector<Field>& also_required = {}) {
    auto reading = Reading::open(std::move(bytes), kind);
    if (!reading) return {reading.error().code, {}, {}, {}};
    if (const auto complete = reading->require(also_required); !complete)
        return {complete.error().code, {}, {}, {}};
    const testing::FewCodes lookup;
    ReadingRules rules;
    rules.today = today;
    Listing listing;
    while (true) {
        auto row = reading->next(lookup, rules);
        if (!row) return {row.error().code, {}, {}, {}};
        if (!*row) break;
        listing.rows.push_back(**row);
    }
    listing.tally = reading->tally();
    listing.notes = reading->notes();
    return listing;
}

const std::string demand_header = "单位名称,工种,人数,薪资,工作地点,学历,技能,开始日期,结束日期,班次\n";

TEST(Reading, TurnsADemandListIntoDrafts) {
    const auto list = read_all(
        ImportKind::demand,
        demand_header + "甲公司,包装工,20人,6-8千·13薪,宜宾·翠屏区,高中,包装、质检,2026/3/1,2026年8月31日,白班\n");
    ASSERT_EQ(list.rows.size(), 1U);
    const auto& row = list.rows[0];
    EXPECT_EQ(row.row, 2);
    EXPECT_EQ(row.outcome, Outcome::ready);
    EXPECT_TRUE(row.faults.empty());
    const auto& demand = row.demand.value();
    EXPECT_EQ(demand.title, "包装工");
    EXPECT_EQ(demand.occupation, OccupationCode{"6-31-05-04"});
    EXPECT_EQ(demand.headcount, 20);
    EXPECT_EQ(demand.place, PlaceCode{"511502"});
    EXPECT_EQ(demand.pay_min_fen, Fen{600'000});
    EXPECT_EQ(demand.pay_max_fen, Fen{800'000});
    EXPECT_EQ(demand.pay_unit, PayUnit::month);
    EXPECT_EQ(demand.education, "senior_middle");
    EXPECT_EQ(demand.skills, (std::vector<std::string>{"包装", "质检"}));
    EXPECT_EQ(date_text(demand.starts_on.value()), "2026-03-01");
    EXPECT_EQ(date_text(demand.ends_on.value()), "2026-08-31");
    EXPECT_EQ(demand.shift, "day");
    EXPECT_NE(demand.description.find("13 薪"), std::string::npos);
    ASSERT_EQ(row.notes.size(), 1U);
}

TEST(Reading, NamesEveryFaultOfARowAtOnce) {
    const auto list = read_all(ImportKind::demand,
                               demand_header +
                                   "不存在公司,,若干,高薪,四川省,好,,明天,2026-02-30,随便\n");
    ASSERT_EQ(list.rows.size(), 1U);
    EXPECT_EQ(list.rows[0].outcome, Outcome::refused);
    std::vector<std::string> found;
    for (const auto& fault : list.rows[0].faults) {
        EXPECT_EQ(fault.row, 2);
        EXPECT_FALSE(fault.message.zh.empty());
        EXPECT_FALSE(fault.message.en.empty());
        found.push_back(fault.column + ":" + fault.code);
    }
    EXPECT_EQ(found, (std::vector<std::string>{
                         "单位名称:employer_unknown", "工种:cell_missing", "人数:number_unreadable",
                         "工作地点:place_ambiguous", "薪资:salary_unreadable",
                         "学历:education_unknown", "开始日期:date_unreadable",
                         "结束日期:date_unreadable", "班次:word_unknown"}));
    EXPECT_EQ(list.rows[0].faults[3].accepted, (std::vector<std::string>{"宜宾市翠屏区"}));
}

TEST(Reading, NeverGuessesAnOccupation) {
    const auto list =
        read_all(ImportKind::demand, demand_header + "甲公司,普工,5,5000,翠屏区,,,,,\n"
                                                     "甲公司,太空人,5,5000,翠屏区,,,,,\n"
                                                     "甲公司,电焊工,5,5000,翠屏区,,,,,\n");
    ASSERT_EQ(list.rows.size(), 3U);
    EXPECT_EQ(list.rows[0].outcome, Outcome::review);
    EXPECT_EQ(list.rows[0].suggestions.size(), 2U);
    EXPECT_FALSE(list.rows[0].demand->occupation.has_value());
    EXPECT_EQ(list.rows[1].outcome, Outcome::review);
    EXPECT_TRUE(list.rows[1].suggestions.empty());
    EXPECT_EQ(list.rows[2].outcome, Outcome::ready);
    EXPECT_EQ(list.rows[2].demand->occupation_confidence_per_mille, 950);
}

TEST(Reading, TakesAnOccupationColumnAtItsWord) {
    const std::string header = "岗位,职业编码,工作地点\n";
    EXPECT_EQ(read_all(ImportKind::demand, header + "普工,6-31-05-04,翠屏区\n").rows[0].outcome,
              Outcome::ready);
    const auto wrong = read_all(ImportKind::demand, header + "普工,6-99-99-99,翠屏区\n");
    EXPECT_EQ(wrong.rows[0].outcome, Outcome::refused);
    EXPECT_EQ(wrong.rows[0].faults[0].code, "occupation_code_unknown");
}

TEST(Reading, PointsToRepetitions) {
    const std::string row = "甲公司,包装工,20,6-8千,翠屏区,高中,包装、质检,2026/3/1,,白班\n";
    const auto list = read_all(ImportKind::demand, demand_header + row + "\n" + row +
                                                       "甲 公司,包装工,30,6-8千,511502,,,2026-03-01,,白班\n"
                                                       "甲公司,包装工,30,6-8千,511502,,,2026-09-01,,白班\n");
    ASSERT_EQ(list.rows.size(), 4U);
    EXPECT_EQ(list.rows[1].outcome, Outcome::duplicate);
    EXPECT_EQ(list.rows[1].row, 4);
    EXPECT_EQ(list.rows[1].duplicate_of, (DuplicateOf{2, DuplicateReason::same_row, 1000}));
    EXPECT_EQ(list.rows[3].outcome, Outcome::ready);
}

TEST(Reading, DemandNeedsNoHeadcountButSaysSo) {
    const auto list = read_all(ImportKind::demand, "岗位,地点\n包装工,翠屏区\n");
    EXPECT_EQ(list.rows.at(0).demand->headcount, 1);
    ASSERT_EQ(list.notes.size(), 1U);
    EXPECT_NE(list.notes[0].en.find("one person"), std::string::npos);
    const auto empty = read_all(ImportKind::demand, "岗位,人数,地点\n包装工,,翠屏区\n");
    EXPECT_EQ(empty.rows.at(0).faults.at(0).code, "cell_missing");
}

TEST(Reading, ReadsLowestAndHighestPayFromTwoColumns) {
    const std::string header = "岗位,地点,最低薪资(元/月),最高薪资(元/月)\n";
    const auto good = read_all(ImportKind::demand, header + "包装工,翠屏区,3000,5000\n");
    EXPECT_EQ(good.rows.at(0).demand->pay_min_fen, Fen{300'000});
    EXPECT_EQ(good.rows.at(0).demand->pay_max_fen, Fen{500'000});
    const auto bad = read_all(ImportKind::demand, header + "包装工,翠屏区,5000,3000\n");
    EXPECT_EQ(bad.rows.at(0).faults.at(0).code, "salary_reversed");
}

const std::string supply_header = "姓名,身份证号,联系电话,居住地,求职意向,工作年限,期望薪资\n";

TEST(Reading, TurnsASupplyListIntoPeople) {
    const auto list = read_all(ImportKind::supply,
                               supply_header + "张三,510502199001011231,138 0000-0000,江阳区,"
                                               "电焊工、包装工,5年,5000元/月\n");
    ASSERT_EQ(list.rows.size(), 1U);
    // The check character of this number does not fit: refused, and masked.
    EXPECT_EQ(list.rows[0].outcome, Outcome::refused);
    EXPECT_EQ(list.rows[0].faults.at(0).code, "id_number_invalid");
    EXPECT_EQ(list.rows[0].faults.at(0).value, "51**************31");
    const auto good = read_all(ImportKind::supply,
                               supply_header + "张三,11010519491231002X,138 0000-0000,江阳区,"
                                               "电焊工、包装工,5年,5000元/月\n");
    ASSERT_EQ(good.rows.size(), 1U);
    EXPECT_EQ(good.rows[0].outcome, Outcome::ready);
    const auto& person = good.rows[0].supply.value();
    EXPECT_EQ(person.phone, "13800000000");
    EXPECT_EQ(person.occupations,
              (std::vector<OccupationCode>{{"6-18-02-04"}, {"6-31-05-04"}}));
    EXPECT_EQ(person.experience_years, 5);
    EXPECT_EQ(person.pay_asked_fen, Fen{500'000});
    EXPECT_EQ(person.place, PlaceCode{"510502"});
}

TEST(Reading, ExplainsAnIdNumberThatTheSpreadsheetCutOff) {
    const auto list = read_all(ImportKind::supply,
                               supply_header + "张三,510502199001011000,,江阳区,,,\n");
    EXPECT_NE(list.rows.at(0).faults.at(0).message.en.find("Format the column as text"),
              std::string::npos);
}

TEST(Reading, LeavesProtectedAttributesOut) {
    const auto list = read_all(ImportKind::demand, "岗位,地点,性别,年龄要求\n包装工,翠屏区,女,18-35\n");
    EXPECT_EQ(list.rows.at(0).outcome, Outcome::ready);
    EXPECT_EQ(list.rows[0].demand->description, "");
    EXPECT_EQ(list.notes.size(), 3U);
}

TEST(Reading, KnowsCertificatesAndSkillsByTheirNames) {
    const auto demand = read_all(ImportKind::demand, "岗位,地点,证书,技能\n包装工,翠屏区,健康证、祖传证,电焊\n");
    EXPECT_EQ(demand.rows.at(0).demand->certificates, (std::vector<std::string>{"health"}));
    EXPECT_EQ(demand.rows[0].demand->description, "其他证书：祖传证");
    EXPECT_EQ(demand.rows[0].demand->skills, (std::vector<std::string>{"焊接"}));
    const auto supply = read_all(ImportKind::supply,
                                 "姓名,身份证号,居住地,证书\n张三,11010519491231002X,江阳区,祖传证\n");
    ASSERT_EQ(supply.rows.at(0).faults.size(), 1U);
    EXPECT_EQ(supply.rows[0].faults[0].code, "word_unknown");
    EXPECT_EQ(supply.rows[0].faults[0].accepted, (std::vector<std::string>{"健康证"}));
}

TEST(Reading, SkippedCellsShowThatARowHasSlipped) {
    const auto list = read_all(ImportKind::demand, "岗位,地点\n包装工,翠屏区,多余\n包装工,翠屏区,\n");
    EXPECT_EQ(list.rows.at(0).faults.at(0).code, "extra_cells");
    EXPECT_EQ(list.rows.at(1).outcome, Outcome::ready);
}

TEST(Reading, CountsBrokenRowsAsRefused) {
    const auto list =
        read_all(ImportKind::supply, "姓名,身份证号,居住地\n\"张三\"x,110105194912310021,江阳区\n");
    ASSERT_EQ(list.rows.size(), 1U);
    EXPECT_EQ(list.rows[0].outcome, Outcome::refused);
    EXPECT_EQ(list.rows[0].faults.at(0).code, "stray_after_quote");
    EXPECT_EQ(list.rows[0].faults.at(0).value.find("张三"), std::string::npos);
}

TEST(Reading, RefusesAFileWithoutTheColumns) {
    EXPECT_EQ(read_all(ImportKind::demand, "a,b\n1,2\n").refusal, "columns_missing");
    EXPECT_EQ(read_all(ImportKind::demand, "岗位,地点\n", {Field::employer}).refusal,
              "columns_missing");
    EXPECT_EQ(read_all(ImportKind::demand, "").refusal, "file_empty");
}

RC_GTEST_PROP(ReadingProperty, NoRowIsLostOrInvented, ()) {
    // Any mixture of good, faulty, doubtful, repeated and broken rows.
    const std::vector<std::string> kinds{
        "甲公司,包装工,20,6-8千,翠屏区,高中,,,,\n",      "甲公司,普工,20,6-8千,翠屏区,高中,,,,\n",
        "甲公司,包装工,若干,6-8千,翠屏区,高中,,,,\n",    "乙公司,电焊工,5,面议,511502,,,,,\n",
        "\"乙公司\"x,电焊工,5,面议,511502,,,,,\n",       "丙公司,电焊工,5,面议,511502,,,,,,多\n",
        "丙公司,\"电\n焊工\",5,200/天,511502,,,,,\n"};
    const auto picks = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, kinds.size()));
    std::string file = demand_header;
    for (const auto pick : picks) file += kinds[pick];
    const auto list = read_all(ImportKind::demand, file);
    RC_ASSERT(list.refusal.empty());
    RC_ASSERT(list.rows.size() == picks.size());
    const auto& tally = list.tally;
    RC_ASSERT(tally.of(Outcome::ready) + tally.of(Outcome::review) +
                  tally.of(Outcome::duplicate) + tally.of(Outcome::refused) +
                  tally.of(Outcome::imported) ==
              static_cast<std::int64_t>(picks.size()));
    Tally counted;
    for (const auto& row : list.rows) {
        counted.enter(row.outcome);
        RC_ASSERT(row.faults.empty() == (row.outcome != Outcome::refused));
        RC_ASSERT(row.duplicate_of.has_value() == (row.outcome == Outcome::duplicate));
        if (row.duplicate_of) RC_ASSERT(row.duplicate_of->row < row.row);
    }
    RC_ASSERT(counted == tally);
}

TEST(Tally, RowsMoveButNeverVanish) {
    Tally tally;
    tally.enter(Outcome::ready);
    tally.enter(Outcome::review);
    tally.move(Outcome::ready, Outcome::imported);
    EXPECT_EQ(tally.read(), 2);
    EXPECT_EQ(tally.of(Outcome::imported), 1);
    EXPECT_DEATH(tally.move(Outcome::ready, Outcome::imported), "at\\(from\\) > 0");
}

}  // namespace reading_test
}  // namespace jianghui::imports
