// Tables as bytes: CSV, JSON, digests, the catalogue for machines.

#include <gtest/gtest.h>

#include "engine/crypto/sha256.hpp"
#include "features/open_data/catalogue.hpp"
#include "features/open_data/rendering.hpp"
#include "features/open_data/sources.hpp"

namespace jianghui::open_data {
namespace rendering_test {

Content sample() {
    Content table;
    table.kind = "demand-list";
    table.part = "511500";
    table.place = {"511500"};
    table.label = "2026Q4";
    table.position = 42;
    table.places = {{{"511502"}, "翠屏区", ""}, {{"511504"}, "叙州区", "本季度没有报送"}};
    table.columns = {column("name", {"名称", "Name"}),
                     column("amount", {"人数", "Number"}, ColumnType::integer, {"人", "people"}),
                     column("hidden", {"隐去", "Hidden"}, ColumnType::boolean)};
    table.rows = {{std::string("白酒, \"老窖\""), std::int64_t{0}, false},
                  {std::string("=HYPERLINK(\"http://x\")"), Cell(), true},
                  {Cell(), std::int64_t{-7}, false}};
    return table;
}

const Instant now = *parse_instant("2026-11-23T09:00:00+08:00");

TEST(OpenCsv, IsRfc4180WithAMarkAndTellsEmptyFromZero) {
    EXPECT_EQ(csv_of(sample()),
              "\xEF\xBB\xBF"
              "name,amount,hidden\r\n"
              "\"白酒, \"\"老窖\"\"\",0,false\r\n"
              "\"'=HYPERLINK(\"\"http://x\"\")\",,true\r\n"
              ",-7,false\r\n");
}

TEST(OpenVersion, NumbersOnAndCarriesTheDigestOfItsBytes) {
    const auto first = version_of(sample(), std::nullopt, now);
    EXPECT_EQ(first.row.table_id, "demand-list-511500");
    EXPECT_EQ(first.row.number, 1);
    EXPECT_EQ(first.row.rows, 3);
    EXPECT_EQ(first.row.digest, crypto::sha256(first.csv).hex());
    EXPECT_EQ(first.row.json_digest, crypto::sha256(first.json).hex());
    EXPECT_EQ(first.row.csv_bytes, static_cast<std::int64_t>(first.csv.size()));
    const auto document = codec::json::parse(first.json);
    EXPECT_EQ(document.at("position").as_int64(), 42);
    EXPECT_EQ(document.at("places").at(1).at("reason").as_string(), "本季度没有报送");
    EXPECT_EQ(first.row.places, sample().places);
    const auto& rows = document.at("rows").as_array();
    EXPECT_EQ(rows[0].at("amount").as_int64(), 0);
    EXPECT_TRUE(rows[1].at("amount").is_null());
    EXPECT_TRUE(rows[1].at("hidden").as_bool());
    EXPECT_EQ(rows[1].at("name").as_string(), "=HYPERLINK(\"http://x\")");
    EXPECT_FALSE(first.row.preview[2][0].has_value());
    EXPECT_EQ(first.row.preview[0][1], "0");
    EXPECT_EQ(version_of(sample(), first.row, now).row.number, 2);
    EXPECT_EQ(version_of(sample(), std::nullopt, now).json, first.json);
}

TEST(OpenVersion, IsNewsWhenARowIsAnotherAndNotWhenOnlyTheJournalWentOn) {
    auto table = sample();
    const std::optional newest = version_of(table, std::nullopt, now).row;
    EXPECT_TRUE(is_news(table, std::nullopt));
    table.position = 99;
    EXPECT_FALSE(is_news(table, newest));
    EXPECT_FALSE(repeats(table, newest)) << "a document with another cut-off is another one";
    table.position = 42;
    EXPECT_TRUE(repeats(table, newest));
    table.rows[1][1] = std::int64_t{0};
    EXPECT_TRUE(is_news(table, newest)) << "empty became zero";
    table.rows.clear();
    EXPECT_TRUE(is_news(table, newest)) << "what was there is gone";
    EXPECT_FALSE(is_news(table, std::nullopt));
}

TEST(OpenCatalogue, IsDcatWithChecksumsAndRelativeLinks) {
    const auto made = version_of(sample(), std::nullopt, now);
    TableView shown;
    shown.id = made.row.table_id;
    shown.title = {"宜宾市需求清单", "Demand list"};
    shown.place_name = "宜宾市";
    shown.newest = VersionView{2, "2026Q4", now, 42, "", 3, 0, made.row.digest, 10, made.row.json_digest, 20,
                               link_of(shown.id, 2, "csv"), link_of(shown.id, 2, "json"), {}};
    TableView live;
    live.id = "register-market_exclusion";
    live.live = "/api/v1/registers/market_exclusion/export";
    const auto text = catalogue_of({shown, live}, {"l-1", {"条款", "Terms"}, {"注明来源", "Name it"}, false, ""});
    EXPECT_EQ(text.find("https://www.jianghui"), std::string::npos);
    const auto document = codec::json::parse(text);
    EXPECT_EQ(document.at("@type").as_string(), "dcat:Catalog");
    EXPECT_EQ(document.at("@context").at("dcat").as_string(), "http://www.w3.org/ns/dcat#");
    const auto& datasets = document.at("dcat:dataset").as_array();
    ASSERT_EQ(datasets.size(), 2U);
    const auto& current = datasets[0].at("dcat:hasCurrentVersion");
    EXPECT_EQ(current.at("dcat:version").as_string(), "2");
    EXPECT_EQ(current.at("dcat:previousVersion").at("@id").as_string(),
              "/api/v1/open-data/demand-list-511500/versions/1");
    const auto& csv = current.at("dcat:distribution").as_array().at(0);
    EXPECT_EQ(csv.at("dcat:downloadURL").at("@id").as_string(),
              "/api/v1/open-data/demand-list-511500/versions/2/csv");
    EXPECT_EQ(csv.at("spdx:checksum").at("spdx:checksumValue").at("@value").as_string(),
              made.row.digest);
    EXPECT_FALSE(datasets[1].as_object().contains("dcat:hasCurrentVersion"));
}

}  // namespace rendering_test
}  // namespace jianghui::open_data
