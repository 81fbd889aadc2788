#include "features/codes/endpoints.hpp"

#include <set>

#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui::codes::endpoints_test {

class CodesEndpoints : public testing::Test {
  protected:
    test::TestApp::Answer get(const std::string& target) {
        return app_.get(target, access::Caller{});
    }

    /// The codes of a page's items, in order.
    static std::vector<std::string> codes_of(const test::TestApp::Answer& answer) {
        std::vector<std::string> codes;
        for (const auto& item : answer.body.at("items").as_array())
            codes.emplace_back(item.at("code").as_string());
        return codes;
    }
    static std::set<std::string> set_of(const std::vector<std::string>& codes) {
        return {codes.begin(), codes.end()};
    }
    test::TestApp app_;
};

TEST_F(CodesEndpoints, ListThePlacesOfTheRegionFirst) {
    const auto cities = get("/places?level=city&limit=7");
    ASSERT_EQ(cities.status, 200);
    EXPECT_EQ(set_of(codes_of(cities)),
              (std::set<std::string>{"510300", "510500", "511000", "511500", "500116", "500118",
                                     "500153"}));
    const auto counties = get("/places?level=county&limit=200");
    EXPECT_EQ(counties.body.at("items").as_array().size(), 200U);
    EXPECT_TRUE(set_of(codes_of(counties)).count("511502") > 0);
}

TEST_F(CodesEndpoints, ListPlacesPageByPage) {
    std::set<std::string> seen;
    std::size_t items = 0;
    std::string next;
    do {
        const auto page =
            get("/places?parent=510000&limit=8" + (next.empty() ? "" : "&cursor=" + next));
        ASSERT_EQ(page.status, 200);
        for (const auto& code : codes_of(page)) seen.insert(code);
        items += codes_of(page).size();
        next = page.text("next");
    } while (!next.empty());
    EXPECT_EQ(items, 21U) << "the cities of Sichuan";
    EXPECT_EQ(seen.size(), items);
}

TEST_F(CodesEndpoints, ListTheCountiesOfACityWithTheirSeats) {
    const auto page = get("/places?parent=511500");
    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(codes_of(page).size(), 10U);
    const auto& first = page.body.at("items").as_array()[0];
    EXPECT_EQ(first.at("code").as_string(), "511502");
    EXPECT_EQ(first.at("name").as_string(), "翠屏区");
    EXPECT_EQ(first.at("level").as_string(), "county");
    EXPECT_EQ(first.at("parent").as_string(), "511500");
    EXPECT_NEAR(first.at("lon").as_double(), 104.62, 0.01);
    EXPECT_EQ(get("/places?region=true&limit=200").body.at("items").as_array().size(), 35U);
}

TEST_F(CodesEndpoints, FindPlacesByPartsOfANameCodeOrFullName) {
    EXPECT_EQ(codes_of(get("/places?q=%E7%BF%A0%E5%B1%8F")), std::vector<std::string>{"511502"});
    EXPECT_EQ(codes_of(get("/places?q=51150")).size(), 4U);
    // 宜宾翠屏 is no part of any name, but it names one place.
    EXPECT_EQ(codes_of(get("/places?q=%E5%AE%9C%E5%AE%BE%E7%BF%A0%E5%B1%8F")),
              std::vector<std::string>{"511502"});
    EXPECT_TRUE(codes_of(get("/places?q=zzz")).empty());
}

TEST_F(CodesEndpoints, ShowOnePlaceOrTheNearest) {
    const auto place = get("/places/500116");
    ASSERT_EQ(place.status, 200);
    EXPECT_EQ(place.text("name"), "江津区");
    EXPECT_EQ(place.text("parent"), "500000");
    const auto unknown = get("/places/511521");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.text("code"), "unknown_code");
    EXPECT_EQ(unknown.body.at("nearest").as_array().at(0).as_string(), "511504");
    EXPECT_EQ(get("/places/abc").status, 400);
}

TEST_F(CodesEndpoints, RefuseUnknownParametersAndCodes) {
    EXPECT_EQ(get("/places?colour=red").text("code"), "unknown_parameter");
    EXPECT_EQ(get("/places?level=village").text("code"), "unknown_code");
    const auto parent = get("/places?parent=519999");
    EXPECT_EQ(parent.status, 400);
    EXPECT_EQ(parent.text("path"), "/parent");
    EXPECT_EQ(get("/places?limit=201").status, 400);
    EXPECT_EQ(get("/occupations?parent=9").text("code"), "unknown_code");
    EXPECT_EQ(get("/industries?cursor=Z").text("code"), "unknown_code");
}

TEST_F(CodesEndpoints, WalkTheOccupationTree) {
    EXPECT_EQ(codes_of(get("/occupations")),
              (std::vector<std::string>{"1", "2", "3", "4", "5", "6", "7", "8"}));
    const auto group = get("/occupations?parent=6-02-06");
    EXPECT_EQ(codes_of(group).size(), 12U);
    const auto& brewer = group.body.at("items").as_array()[2];
    EXPECT_EQ(brewer.at("name").as_string(), "白酒酿造工");
    EXPECT_EQ(brewer.at("level").as_int64(), 4);
    EXPECT_EQ(brewer.at("path").as_array().size(), 4U);
    EXPECT_EQ(codes_of(get("/occupations?q=6-02-06-03")), std::vector<std::string>{"6-02-06-03"});
}

TEST_F(CodesEndpoints, FindOccupationsByEverydayNames) {
    // 月嫂: no occupation has the word in its name.
    EXPECT_EQ(codes_of(get("/occupations?q=%E6%9C%88%E5%AB%82")).front(), "4-10-01-06");
    // 焊工: the occupation first, then the names that contain the word.
    EXPECT_EQ(codes_of(get("/occupations?q=%E7%84%8A%E5%B7%A5")).front(), "6-18-02-04");
    EXPECT_LE(codes_of(get("/occupations?q=%E5%B7%A5&limit=5")).size(), 5U);
}

TEST_F(CodesEndpoints, WalkTheIndustries) {
    EXPECT_EQ(codes_of(get("/industries")).size(), 20U);
    EXPECT_EQ(codes_of(get("/industries?parent=C151")).at(1), "C1512");
    // 白酒
    EXPECT_EQ(codes_of(get("/industries?q=%E7%99%BD%E9%85%92")), std::vector<std::string>{"C1512"});
}

TEST_F(CodesEndpoints, ShowTheSmallListsAndTheParametersWithTheirMarks) {
    const auto answer = get("/code-tables");
    ASSERT_EQ(answer.status, 200);
    std::set<std::string> names;
    for (const auto& table : answer.body.at("items").as_array()) {
        names.emplace(table.at("table").as_string());
        EXPECT_FALSE(table.at("items").as_array().empty());
        for (const auto& item : table.at("items").as_array()) {
            EXPECT_FALSE(item.at("zh").as_string().empty());
            EXPECT_FALSE(item.at("en").as_string().empty());
            EXPECT_EQ(item.at("mark").as_string().size(), 1U);
        }
    }
    // Those with files of their own, and one of those that code_tables.csv adds.
    for (const char* name : {"certificate_kinds", "credential_kinds", "education_levels",
                             "order_kinds", "parameters", "pay_units", "service_kinds",
                             "service_units", "shifts", "skills", "violation_kinds"})
        EXPECT_EQ(names.count(name), 1U) << name;
}

}  // namespace jianghui::codes::endpoints_test
