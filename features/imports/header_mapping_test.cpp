#include "features/imports/header_mapping.hpp"

#include <gtest/gtest.h>

#include "features/imports/cell_values.hpp"

namespace jianghui::imports {
namespace {

TableRow row_of(std::int64_t number, std::vector<std::string> cells) {
    TableRow row;
    row.number = number;
    row.cells = std::move(cells);
    return row;
}

std::optional<Field> field_of(ImportKind kind, const std::string& header) {
    const auto mapping = map_headers(kind, row_of(1, {header}));
    return mapping.columns.empty() ? std::nullopt : mapping.columns[0].field;
}

TEST(Headers, AreUnderstoodInChineseAndEnglish) {
    const std::vector<std::pair<std::string, Field>> demand{
        {"公司名称", Field::employer},   {"单位名称", Field::employer},
        {"Company", Field::employer},    {"岗位", Field::title},
        {"职位", Field::title},          {"工种", Field::title},
        {"Job Title", Field::title},     {"人数", Field::headcount},
        {"招聘人数", Field::headcount},  {"headcount", Field::headcount},
        {"薪资", Field::pay},            {"薪酬", Field::pay},
        {"salary", Field::pay},          {"工作地点", Field::place},
        {"location", Field::place},      {"学历", Field::education},
        {"经验", Field::experience},     {"技能", Field::skills},
        {"证书", Field::certificates},   {"开始日期", Field::starts_on},
        {"结束日期", Field::ends_on},    {"starts_on", Field::starts_on},
        {"hours_per_day", Field::hours_per_day}, {"联系电话", Field::contact}};
    for (const auto& [header, field] : demand)
        EXPECT_EQ(field_of(ImportKind::demand, header), field) << header;
    const std::vector<std::pair<std::string, Field>> supply{
        {"姓名", Field::name},          {"身份证号", Field::id_number},
        {"联系电话", Field::phone},     {"期望薪资", Field::pay_asked},
        {"ID Number", Field::id_number}, {"求职意向", Field::occupations},
        {"性别", Field::protected_attribute}};
    for (const auto& [header, field] : supply)
        EXPECT_EQ(field_of(ImportKind::supply, header), field) << header;
}

TEST(Headers, MayCarryUnitsMarksAndBlanks) {
    EXPECT_EQ(field_of(ImportKind::demand, "*岗位名称（必填）"), Field::title);
    EXPECT_EQ(field_of(ImportKind::demand, "薪资(元/月)"), Field::pay);
    EXPECT_EQ(field_of(ImportKind::demand, "公 司 名 称"), Field::employer);
    EXPECT_EQ(field_of(ImportKind::demand, "ＳＡＬＡＲＹ"), Field::pay);
}

TEST(Headers, ThatContainASpellingAreLessSure) {
    const auto mapping = map_headers(ImportKind::demand, row_of(1, {"本次招聘人数", "岗位要求", "岗位大类"}));
    EXPECT_EQ(mapping.columns[0].field, Field::headcount);
    EXPECT_LT(mapping.columns[0].confidence_per_mille, 1000);
    EXPECT_EQ(mapping.columns[1].field, Field::description);  // not the title
    EXPECT_FALSE(mapping.columns[2].field.has_value());
    EXPECT_FALSE(mapping.columns[2].suggestions.empty());
}

TEST(Headers, ThatAreUnknownAreReportedWithSuggestions) {
    const auto mapping = map_headers(ImportKind::demand, row_of(1, {"公司名秤", "xyz"}));
    EXPECT_FALSE(mapping.columns[0].field.has_value());
    EXPECT_EQ(mapping.columns[0].suggestions.front(), "公司名称");
    EXPECT_FALSE(mapping.columns[1].imported);
}

TEST(Headers, GiveAFieldToTheSurestColumnAndTheFirstOfEquals) {
    const auto mapping =
        map_headers(ImportKind::demand, row_of(1, {"本次招聘人数", "人数", "招聘人数", "岗位"}));
    ASSERT_NE(mapping.find(Field::headcount), nullptr);
    EXPECT_EQ(mapping.find(Field::headcount)->column, 1);
    int imported = 0;
    for (const auto& column : mapping.columns)
        if (column.field == Field::headcount && column.imported) ++imported;
    EXPECT_EQ(imported, 1);
}

TEST(Headers, AreFoundBelowATitle) {
    const std::vector<TableRow> rows{row_of(1, {"2026年春季用工需求表"}),
                                     row_of(2, {"填表单位：某局", "", "日期"}),
                                     row_of(3, {"序号", "单位名称", "工种", "人数", "工作地点"}),
                                     row_of(4, {"1", "甲公司", "普工", "20", "翠屏区"})};
    const auto mapping = find_header(ImportKind::demand, rows);
    ASSERT_TRUE(mapping.has_value());
    EXPECT_EQ(mapping->row, 3);
    EXPECT_EQ(mapping->find(Field::title)->column, 2);
}

TEST(Headers, ThatAreMissingAreNamedWithTheSpellingsThatWouldDo) {
    const auto mapping = find_header(ImportKind::demand, {row_of(1, {"公司", "工作地占"})});
    ASSERT_FALSE(mapping.has_value());
    EXPECT_EQ(mapping.error().code, "columns_missing");
    ASSERT_EQ(mapping.error().errors.size(), 2U);
    EXPECT_EQ(mapping.error().errors[0].path, "title");
    EXPECT_EQ(mapping.error().errors[1].path, "place");
    EXPECT_EQ(mapping.error().errors[1].nearest.front(), "工作地点");
    EXPECT_FALSE(find_header(ImportKind::supply, {}).has_value());
}

TEST(Headers, MayBeRequiredByTheSituation) {
    const auto mapping = find_header(ImportKind::demand, {row_of(1, {"岗位", "地点"})});
    ASSERT_TRUE(mapping.has_value());
    EXPECT_TRUE(check_columns(ImportKind::demand, *mapping).has_value());
    const auto complete = check_columns(ImportKind::demand, *mapping, {Field::employer});
    ASSERT_FALSE(complete.has_value());
    ASSERT_EQ(complete.error().errors.size(), 1U);
    EXPECT_EQ(complete.error().errors[0].path, "employer");
}

TEST(Fields, HaveNoSpellingTwice) {
    for (const auto kind : {ImportKind::demand, ImportKind::supply}) {
        std::map<std::string, Field> seen;
        for (const auto& info : fields_of(kind)) {
            EXPECT_FALSE(info.spellings.empty());
            for (const auto spelling : info.spellings) {
                const auto [entry, added] = seen.emplace(comparable(spelling), info.field);
                EXPECT_TRUE(added || entry->second == info.field) << spelling;
            }
        }
    }
}

TEST(Fields, AreFoundByTheTitleThatTheTemplateGivesThem) {
    for (const auto kind : {ImportKind::demand, ImportKind::supply})
        for (const auto& info : fields_of(kind)) {
            if (!info.imported) continue;
            EXPECT_EQ(field_of(kind, info.title.zh), info.field) << info.title.zh;
        }
}

}  // namespace
}  // namespace jianghui::imports
