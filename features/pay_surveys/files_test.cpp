// The guide as files: what is hidden, what is nothing and what is a number stay apart in a spreadsheet.

#include "features/pay_surveys/files.hpp"

#include <gtest/gtest.h>

#include "features/imports/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::pay_surveys {
namespace files_test {

GuideDocument guide() {
    GuideDocument document;
    document.survey.place_name = "宜宾市";
    document.survey.year = 2025;
    document.method.formula = 3;
    document.method.protection = {"少于三家的不公布。", ""};
    CellView told;
    told.occupation_name = "白酒酿造工";
    told.companies = 3;
    told.persons = 18;
    told.p10 = told.p25 = told.p50 = told.p75 = told.p90 = told.mean = 6'350'000;
    CellView hidden;
    hidden.occupation_name = "质检员";
    hidden.hidden = true;
    document.cells = {told, hidden};
    return document;
}
std::string file(FileForm form) {
    test::TestApp world;
    return world.store().read([&](const store::Reader& reader) {
        auto reply = file_of(guide(), form, reader);
        return reply ? reply->body : std::string();
    });
}
std::vector<std::vector<std::string>> rows(const std::string& sheet) {
    std::vector<std::vector<std::string>> rows;
    imports::TableOptions options;
    options.sheet = sheet;
    auto table = imports::open_table(file(FileForm::xlsx), options);
    if (!table) return rows;
    while (true) {
        auto row = (*table)->next();
        if (!row || !*row) return rows;
        rows.push_back((*row)->cells);
    }
}

TEST(PayGuideFile, SaysHiddenWhereACellIsHidden) {
    const auto cells = rows("工资价位");
    ASSERT_EQ(cells.size(), 3U) << "a header and two cells";
    EXPECT_EQ(cells[1][5], "18");
    EXPECT_EQ(cells[1][8], "63500.00");
    for (std::size_t column = 4; column < 12; ++column) EXPECT_EQ(cells[2].at(column), hidden_text);
}

TEST(PayGuideFile, SaysByWhichMethodItWasMadeAndWhatHiddenMeans) {
    std::string said;
    for (const auto& row : rows("方法")) said += row.at(0) + "=" + (row.size() > 1 ? row[1] : "") + ";";
    EXPECT_NE(said.find("方法版本=3;"), std::string::npos) << said;
    EXPECT_NE(said.find("写“隐去”，不是没有人"), std::string::npos) << said;
}

TEST(PayGuideFile, IsPrintedAsWell) {
    EXPECT_EQ(file(FileForm::pdf).substr(0, 5), "%PDF-");
    EXPECT_NE(file(FileForm::json).find(R"("hidden":true)"), std::string::npos);
}

}  // namespace files_test
}  // namespace jianghui::pay_surveys
