#include "features/codes/tables.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace jianghui::codes {
namespace {

const std::string data = SOURCE_FOLDER "/data";

TEST(Tables, ShipWithEveryPlaceOfTheRegion) {
    const auto tables = Tables::load(data);
    ASSERT_TRUE(tables) << tables.error().path;
    EXPECT_EQ(tables->find_place({"510500"})->name, "泸州市");
    int counties = 0;
    for (const auto& place : tables->places())
        if (place.level == "county" && place.lon != 0) ++counties;
    EXPECT_EQ(counties, 31);
    EXPECT_EQ(tables->find_occupation({"6-02-06-03"})->name, "白酒酿造工");
    EXPECT_EQ(tables->find_industry({"C1512"})->parent, "C151");
}

TEST(Tables, OfferTheNearestForAnUnknownPlace) {
    const auto tables = Tables::load(data).value();
    EXPECT_EQ(tables.find_place({"5105"}), nullptr);
    EXPECT_EQ(tables.nearest_places("5105").front(), "510500");
    EXPECT_EQ(tables.nearest_places("翠屏").front(), "511502");
}

TEST(Tables, EveryOrderKindNamesACredential) {
    const auto tables = Tables::load(data).value();
    for (const auto& item : tables.tables().at("order_kinds"))
        EXPECT_TRUE(item.value == "licence" || item.value == "filing" ||
                    item.value == "dispatch_licence")
            << item.code;
}

TEST(Tables, AParameterHoldsFromItsDay) {
    const auto tables = Tables::load(data).value();
    EXPECT_EQ(tables.parameter_or("working_age", *parse_date("2026-01-01"), 0), 16);
    EXPECT_EQ(tables.parameter_or("working_age", *parse_date("1990-01-01"), 7), 7);
    EXPECT_EQ(tables.parameter_or("no_such", *parse_date("2026-01-01"), 9), 9);
}

TEST(Tables, AMalformedRowIsNamedWithFileAndLine) {
    const auto folder = std::filesystem::temp_directory_path() / "jianghui_tables_test";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(data, folder, std::filesystem::copy_options::recursive);
    std::ofstream(folder / "parameters.csv", std::ios::app) << "broken,x,day,2022-01-01,,s,P\n";
    const auto tables = Tables::load(folder.string());
    ASSERT_FALSE(tables);
    EXPECT_EQ(tables.error().code, "data_malformed");
    EXPECT_EQ(tables.error().path.rfind("parameters.csv:", 0), 0U);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace jianghui::codes
