#include "features/codes/places.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::codes::places_test {

const Places& places() {
    static const Places loaded = Places::load(SOURCE_FOLDER "/data").value();
    return loaded;
}

struct Case {
    std::string text;
    std::string code;  ///< empty: no single place
    bool certain = true;
    std::string rest;
};

TEST(Places, AreUnderstoodAsPeopleWriteThem) {
    const Case cases[] = {
        {"深圳·罗湖区", "440303", true, ""},
        {"宜宾 翠屏区", "511502", true, ""},
        {"宜宾市翠屏区", "511502", true, ""},
        {"四川省宜宾市翠屏区", "511502", true, ""},
        {"四川-宜宾-翠屏", "511502", true, ""},
        {"翠屏", "511502", true, ""},
        {"翠屏区", "511502", true, ""},
        {"宜宾", "511500", true, ""},
        {"宜宾市", "511500", true, ""},
        {"四川", "510000", true, ""},
        {"泸县", "510521", true, ""},
        {"泸州泸县", "510521", true, ""},
        {"重庆·永川区", "500118", true, ""},
        {"重庆市市辖区江津区", "500116", true, ""},
        {"永川", "500118", true, ""},
        {"上海·浦东新区", "310115", true, ""},
        {"苏州·苏州工业园区", "320576", true, ""},
        {"昆山", "320583", true, ""},
        {"凉山", "513400", true, ""},
        {"石柱", "500240", true, ""},
        {"江苏省 - 苏州市 - 昆山市", "320583", true, ""},
        {"内江市市中区", "511002", true, ""},
        {"　宜宾市　翠屏区　", "511502", true, ""},
        {"（宜宾）翠屏区", "511502", true, ""},
        // Codes.
        {"511502", "511502", true, ""},
        {"５１１５０２", "511502", true, ""},
        {"5115", "511500", true, ""},
        {"511502001", "511502", false, ""},
        {"511521", "511504", false, ""},  // 宜宾县, retired
        // An address behind the place: taken, but shown.
        {"宜宾市翠屏区南岸长江大道1号", "511502", false, "南岸长江大道1号"},
        {"泸州市江阳区黄舣镇酒业园区", "510502", false, "酒业园区"},
        // Old names, zones, townships: taken, but shown.
        {"宜宾县", "511504", false, ""},
        {"荣昌县", "500153", false, ""},
        {"宜宾三江新区", "511502", false, ""},
        {"川南临港片区", "510504", false, ""},
        {"东莞·万江区", "441900", false, "万江区"},
        {"宁波·高新区", "330200", false, "高新区"},
        {"中国四川省宜宾市", "511500", true, ""},
        // A county within the city of the same name.
        {"长沙", "430100", true, ""},
        // Several have the name: the city goes before districts elsewhere.
        {"西安", "610100", false, ""},
        {"中山", "442000", false, ""},
        // Several have the name: the region decides, and says so.
        {"市中区", "511002", false, ""},
        {"长宁", "511524", false, ""},
    };
    for (const auto& [text, code, certain, rest] : cases) {
        const auto found = places().resolve(text);
        ASSERT_NE(found.place, nullptr) << text;
        EXPECT_EQ(found.place->code.text, code) << text;
        EXPECT_EQ(found.certain, certain) << text;
        EXPECT_EQ(found.rest, rest) << text;
        EXPECT_FALSE(found.ambiguous) << text;
    }
}

TEST(Places, AreNotGuessedAmongSeveral) {
    for (const char* text : {"江北区", "朝阳区", "鼓楼区", "新华区"}) {
        const auto found = places().resolve(text);
        EXPECT_EQ(found.place, nullptr) << text;
        EXPECT_TRUE(found.ambiguous) << text;
        EXPECT_GE(found.candidates.size(), 2U) << text;
    }
    EXPECT_EQ(places().resolve("重庆江北区").place->code.text, "500105");
    EXPECT_EQ(places().resolve("宁波·江北").place->code.text, "330205");
}

TEST(Places, OfferTheNearestForAnUnknownName) {
    const auto found = places().resolve("翠屏湖区");
    EXPECT_EQ(found.place, nullptr);
    EXPECT_FALSE(found.ambiguous);
    ASSERT_FALSE(found.candidates.empty());
    EXPECT_EQ(found.candidates.front()->name, "翠屏区");
    EXPECT_TRUE(places().resolve("").candidates.empty());
    EXPECT_EQ(places().resolve("远程办公").place, nullptr);
    EXPECT_EQ(places().resolve("翠屏山公园").place, nullptr) << "a short name is not cut off";
    EXPECT_EQ(places().resolve("519999").place, nullptr);
    EXPECT_FALSE(places().resolve("510599").candidates.empty());
}

TEST(Places, KnowTheirCityAndFullName) {
    EXPECT_EQ(places().city(*places().find("511502")).code.text, "511500");
    EXPECT_EQ(places().city(*places().find("500116")).code.text, "500116");
    EXPECT_EQ(places().city(*places().find("510000")).code.text, "510000");
    EXPECT_EQ(places().full_name(*places().find("511502")), "四川省宜宾市翠屏区");
    EXPECT_EQ(places().full_name(*places().find("500116")), "重庆市江津区");
}

TEST(Places, KeepOldCodes) {
    EXPECT_EQ(places().find("511521"), nullptr);
    EXPECT_EQ(places().find_current("511521")->code.text, "511504");
    EXPECT_EQ(places().find_current("512501")->code.text, "511502") << "before 1997";
    EXPECT_EQ(places().find_current("511502")->code.text, "511502");
    EXPECT_EQ(places().find_current("000000"), nullptr);
}

TEST(Places, KnowTheDistancesOfTheRegion) {
    EXPECT_EQ(places().seat_distance_m({"500116"}, {"500118"}), 35500);
    EXPECT_EQ(places().seat_distance_m({"500118"}, {"500116"}), 35500);
    EXPECT_EQ(places().seat_distance_m({"511502"}, {"511502"}), 0);
    EXPECT_EQ(places().seat_distance_m({"511502"}, {"440303"}), std::nullopt);
    EXPECT_EQ(places().seat_distance_m({"440303"}, {"440303"}), std::nullopt);
    EXPECT_EQ(places().seat_distance_m({""}, {"x"}), std::nullopt);
    int pairs = 0;
    for (const auto& a : places().all())
        for (const auto& b : places().all())
            if (a.in_region && b.in_region && a.level == PlaceLevel::county &&
                b.level == PlaceLevel::county && places().seat_distance_m(a.code, b.code))
                ++pairs;
    EXPECT_EQ(pairs, 31 * 31);
}

TEST(Places, EveryFullNameLeadsBackToItsPlace) {
    int checked = 0;
    for (const auto& place : places().all()) {
        const auto found = places().resolve(places().full_name(place));
        ASSERT_NE(found.place, nullptr) << places().full_name(place);
        EXPECT_EQ(found.place->code.text, place.code.text) << places().full_name(place);
        ++checked;
    }
    EXPECT_GT(checked, 3300);
}

TEST(Places, EveryShortNameBehindItsParentLeadsBack) {
    for (const auto& place : places().all()) {
        if (!place.parent || place.short_name.empty()) continue;
        const auto found =
            places().resolve(places().find(place.parent.text)->name + "·" + place.short_name);
        const bool itself = found.place != nullptr && found.place->code == place.code;
        // "朝阳市·朝阳": a district and a county of one city may share the short name.
        const bool among = std::any_of(found.candidates.begin(), found.candidates.end(),
                                       [&](const Place* c) { return c->code == place.code; });
        EXPECT_TRUE(itself || among || (found.place != nullptr && !found.certain))
            << place.name << " " << place.code.text;
    }
}

RC_GTEST_PROP(Places, AnswerAnyText, (const std::string& text)) {
    const auto found = places().resolve(text);
    RC_ASSERT(!(found.place != nullptr && found.ambiguous));
}

TEST(Places, AnswerHostileTextInTime) {
    std::string text;
    for (int i = 0; i < 10000; ++i) text += "吉林";
    EXPECT_NE(places().resolve(text).place, nullptr);
    std::string separators;
    for (int i = 0; i < 10000; ++i) separators += "·";
    EXPECT_EQ(places().resolve(separators).place, nullptr);
}

}  // namespace jianghui::codes::places_test
