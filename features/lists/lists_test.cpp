// A list from its compiling to its publication, who may do what, what everybody sees of it.

#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui::lists {
namespace lists_test {

class ListsTest : public testing::Test {
  protected:
    access::Caller official(const std::string& place) {
        return world_.caller(access::Role::official, {}, place);
    }
    void count() { world_.run_jobs(3); }
    /// The quarter of the tests is over and counted.
    void next_quarter() {
        world_.clock().set(*parse_instant("2027-01-04T02:00:00.000Z"));
        count();
    }
    /// People who look for work, all of one county and first choice.
    void people(int count, const std::string& place, const std::string& occupation) {
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < count; ++i) {
                journal::Event event;
                event.at = world_.clock().now();
                event.kind = "people.registered";
                event.city = city_of(PlaceCode{place});
                event.person = PersonId{++people_};
                event.subject_kind = "person";
                event.subject = {people_};
                event.data = boost::json::object{
                    {"place", place}, {"occupation", occupation}, {"origin", "herself"}};
                journal::append(transaction, event);
            }
            return true;
        });
    }
    std::string compiled(const std::string& kind, const access::Caller& as,
                         const std::string& more = R"(,"place":"511500")",
                         const std::string& period = "2026Q4") {
        const auto made = world_.post(
            "/lists", as, R"({"kind":")" + kind + R"(","period":")" + period + "\"" + more + "}",
            "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << codec::json::serialize(made.body);
        return made.text("id");
    }
    std::string act(const std::string& list, const std::string& act, const access::Caller& as,
                    const std::string& body = "{}") {
        const auto answer = world_.post("/lists/" + list + "/" + act, as, body);
        return answer.status == 200 ? answer.text("status")
                                    : std::to_string(answer.status) + answer.text("code");
    }
    std::string published(const std::string& kind, const std::string& more =
                                                        R"(,"place":"511500")") {
        const auto list = compiled(kind, maker_, more);
        EXPECT_EQ(act(list, "submit", maker_), "review");
        EXPECT_EQ(act(list, "freeze", checker_), "frozen");
        EXPECT_EQ(act(list, "publish", maker_), "published");
        return list;
    }
    codec::json::array lines(const std::string& list, const access::Caller& as) {
        const auto answer = world_.get("/lists/" + list + "/lines", as);
        EXPECT_EQ(answer.status, 200);
        return answer.body.at("items").as_array();
    }

    test::TestApp world_;
    access::Caller employer_ = world_.employer("511502");
    access::Caller maker_ = official("511500");
    access::Caller checker_ = official("511500");
    std::int64_t people_ = 500'000;
    int keys_ = 0;
};

TEST_F(ListsTest, TheDemandListFromOrdersToTheRecordBehindAFigure) {
    const auto order = world_.open_order(employer_, 9);
    world_.open_order(employer_, 4, "", "511504");
    count();
    const auto list = compiled("demand", maker_);
    const auto draft = world_.get("/lists/" + list, maker_);
    EXPECT_EQ(draft.number("total"), 13);
    EXPECT_EQ(draft.text("status"), "draft");
    EXPECT_EQ(draft.body.at("included").as_array().size(), 1U);
    EXPECT_EQ(world_.get("/lists/" + list, {}).status, 404) << "nobody else knows of a draft";
    EXPECT_EQ(world_.get("/lists/" + list, official("510500")).status, 404);
    EXPECT_EQ(act(list, "submit", maker_), "review");
    EXPECT_EQ(act(list, "freeze", maker_), "403list_four_eyes");
    EXPECT_EQ(act(list, "freeze", checker_), "frozen");
    world_.open_order(employer_, 50);  // Too late for this list.
    count();
    EXPECT_EQ(act(list, "compile", maker_), "409list_status_conflict");
    EXPECT_EQ(act(list, "publish", maker_), "published");
    const auto shown = world_.get("/lists/" + list, {});
    EXPECT_EQ(shown.text("number"), "宜宾市需求清单〔2026〕第4季度第1版");
    EXPECT_EQ(shown.number("version"), 1);
    EXPECT_EQ(shown.number("total"), 13);
    EXPECT_EQ(shown.text("digest").size(), 64U);
    const auto rows = lines(list, {});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("amount").as_int64(), 9);
    EXPECT_EQ(rows[0].at("place_name").as_string(), "翠屏区");
    const auto records = world_.get("/lists/" + list + "/lines/1/records", {});
    EXPECT_EQ(records.number("amount"), 9);
    EXPECT_EQ(records.number("facts"), 1);
    EXPECT_EQ(records.body.at("items").as_array().at(0).at("order").at("id").as_string(), order);
    EXPECT_EQ(world_.get("/lists/" + list + "/lines/9/records", {}).status, 404);
    const auto followed = world_.get("/lists/published", {});
    EXPECT_EQ(followed.body.at("items").as_array().size(), 1U);
    const auto nothing_new = world_.get("/lists/published?cursor=" + followed.text("next"), {});
    EXPECT_TRUE(nothing_new.body.at("items").as_array().empty());
    EXPECT_EQ(nothing_new.text("next"), followed.text("next")) << "one goes on from where one was";
}

TEST_F(ListsTest, TheNextVersionSaysWhatChanged) {
    world_.open_order(employer_, 9);
    count();
    const auto first = published("demand");
    EXPECT_TRUE(world_.get("/lists/" + first + "/changes", {}).body.at("since").is_null());
    world_.open_order(employer_, 4, "", "511504");
    count();
    const auto second = published("demand");
    EXPECT_EQ(world_.get("/lists/" + second, {}).number("version"), 2);
    const auto changes = world_.get("/lists/" + second + "/changes", {});
    EXPECT_EQ(changes.text("since"), first);
    ASSERT_EQ(changes.body.at("items").as_array().size(), 1U);
    const auto& change = changes.body.at("items").as_array()[0];
    EXPECT_EQ(change.at("before").as_int64(), 0) << "the place was counted, and there was none";
    EXPECT_EQ(change.at("now").as_int64(), 4);
    EXPECT_EQ(change.at("difference").as_int64(), 4);
    EXPECT_EQ(changes.number("total_before"), 9);
    EXPECT_EQ(changes.number("total_now"), 13);
    const auto file = codec::json::parse(world_.get("/lists/" + second + "/file?form=json", {}).bytes);
    EXPECT_EQ(file.at("changes").at("items").as_array().size(), 1U) << "files say the same";
    EXPECT_EQ(lines(first, {}).size(), 1U) << "what was published stays";
    EXPECT_EQ(world_.get("/lists?kind=demand", {}).body.at("items").as_array().size(), 2U);
}

/// What is published late is compared with its own quarter, not with what was published last.
TEST_F(ListsTest, AVersionIsComparedWithTheOneBeforeItOfItsQuarter) {
    people(14, "511502", "6-02-06-03");
    next_quarter();
    const auto first = published("supply");
    people(50, "511502", "6-02-06-03");
    world_.clock().set(*parse_instant("2027-04-05T02:00:00.000Z"));
    count();
    const auto later = compiled("supply", maker_, R"(,"place":"511500")", "2027Q1");
    for (const auto& [what, who] : {std::pair("submit", &maker_), std::pair("freeze", &checker_), std::pair("publish", &maker_)})
        act(later, what, *who);
    EXPECT_EQ(world_.get("/lists/" + later + "/changes", {}).text("since"), first);
    const auto again = published("supply");
    EXPECT_EQ(world_.get("/lists/" + again, {}).number("version"), 2);
    EXPECT_EQ(world_.get("/lists/" + again + "/changes", {}).text("since"), first);
    EXPECT_EQ(world_.get("/lists/" + later + "/changes", {}).text("since"), first) << "as it was said when it was published";
}

/// A place that one list does not count is no decline to nothing.
TEST_F(ListsTest, APlaceLeftOutIsNotComparedAsIfItHadNone) {
    world_.open_order(employer_, 9);
    world_.open_order(employer_, 5, "", "510502");
    count();
    published("demand", "");
    const auto second = published("demand", R"(,"excluded":[{"place":"510500","reason":"本季度未报送"}])");
    const auto changes = world_.get("/lists/" + second + "/changes", {});
    const auto& items = changes.body.at("items").as_array();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].at("before").as_int64(), 5);
    EXPECT_TRUE(items[0].at("now").is_null());
    EXPECT_EQ(items[0].at("now_absent").as_string(), "place_left_out");
    EXPECT_TRUE(items[0].at("difference").is_null());
    EXPECT_EQ(changes.number("total_before"), 9) << "of the places that both count";
    EXPECT_EQ(changes.number("total_now"), 9);
    EXPECT_EQ(changes.body.at("only_before").as_array()[0].at("code").as_string(), "510500");
}

TEST_F(ListsTest, FewPeopleAreNotToldApartInPublic) {
    people(14, "511502", "6-02-06-03");
    people(11, "511502", "6-02-06-07");
    people(3, "511502", "4-04-05-01");
    people(1, "511504", "6-02-06-03");
    count();
    next_quarter();
    const auto list = published("supply");
    EXPECT_EQ(lines(list, maker_).size(), 4U);
    const auto rows = lines(list, {});
    std::int64_t total = 0;
    for (const auto& row : rows) {
        EXPECT_GE(row.at("amount").as_int64(), 10);
        total += row.at("amount").as_int64();
    }
    EXPECT_EQ(total, 29);
    EXPECT_EQ(world_.get("/lists/" + list + "/lines/1/records", {}).text("code"),
              "for_the_office");
    const auto records = world_.get("/lists/" + list + "/lines/1/records", maker_);
    EXPECT_EQ(records.status, 200);
    EXPECT_EQ(records.number("facts"),
              static_cast<std::int64_t>(records.body.at("items").as_array().size()));
}

/// The attack: publish, let one person register, publish again, subtract.
TEST_F(ListsTest, TwoPublicationsThatAreSubtractedTellNobodyApart) {
    people(14, "511502", "6-02-06-03");
    people(12, "511504", "6-02-06-07");
    count();
    const auto list = compiled("supply", maker_);
    EXPECT_EQ(act(list, "submit", maker_), "review");
    EXPECT_EQ(act(list, "freeze", checker_), "409publication_too_early")
        << "whatever comes until the quarter's end would be a difference";
    people(1, "511502", "6-02-06-03");
    next_quarter();
    EXPECT_EQ(act(list, "freeze", checker_), "409publication_too_early") << "counted before the end";
    EXPECT_EQ(act(list, "send-back", checker_, R"({"reason":"季度已结束"})"), "draft");
    EXPECT_EQ(act(list, "compile", maker_), "draft");
    EXPECT_EQ(act(list, "submit", maker_), "review");
    EXPECT_EQ(act(list, "freeze", checker_), "frozen");
    EXPECT_EQ(act(list, "publish", maker_), "published");
    const auto shown = world_.get("/lists/" + list, {});
    EXPECT_EQ(shown.number("total"), 27);
    people(1, "511504", "6-02-06-07");
    count();
    const auto again = published("supply");
    EXPECT_EQ(world_.get("/lists/" + again, {}).number("position"), shown.number("position"))
        << "a quarter has one cut-off";
    EXPECT_EQ(world_.get("/lists/" + again, {}).text("digest"), shown.text("digest"));
    EXPECT_TRUE(world_.get("/lists/" + again + "/changes", {}).body.at("items").as_array().empty());
    // Leaving out a place after it was published is a subtraction, too.
    const auto without = compiled("supply", maker_, R"(,"place":"511500","excluded":[{"place":"511504","reason":"撤回"}])");
    EXPECT_EQ(act(without, "submit", maker_), "review");
    EXPECT_EQ(act(without, "freeze", checker_), "409publication_differs_little");
}

TEST_F(ListsTest, TheRegionNamesPlacesWithoutDataAndWhoeverLeftOneOut) {
    world_.open_order(employer_, 9);
    world_.open_order(employer_, 5, "", "510502");
    count();
    const auto list = compiled(
        "demand", maker_, R"(,"excluded":[{"place":"510500","reason":"本季度未报送"}])");
    const auto shown = world_.get("/lists/" + list, official("511000"));
    EXPECT_EQ(shown.number("total"), 9);
    EXPECT_EQ(shown.body.at("included").as_array().size(), 1U);
    EXPECT_EQ(shown.body.at("excluded").as_array().size(), 6U);
    EXPECT_EQ(shown.body.at("excluded").as_array()[0].at("reason").as_string(), "本季度未报送");
}

TEST_F(ListsTest, SentBackAndCompiledAnew) {
    world_.open_order(employer_, 9);
    count();
    const auto list = compiled("demand", maker_);
    EXPECT_EQ(act(list, "submit", maker_), "review");
    EXPECT_EQ(act(list, "send-back", checker_, R"({"reason":"缺少南溪区数据"})"), "draft");
    EXPECT_EQ(world_.get("/lists/" + list, maker_).text("note"), "缺少南溪区数据");
    world_.open_order(employer_, 3, "", "511504");
    count();
    EXPECT_EQ(act(list, "compile", maker_), "draft");
    EXPECT_EQ(world_.get("/lists/" + list, maker_).number("total"), 12);
    const auto inbox = [&](const access::Caller& as) {
        const auto answer = world_.get("/inbox", as);
        std::size_t lists = 0;
        for (const auto& item : answer.body.at("items").as_array())
            if (item.at("kind").as_string() == "list.review") ++lists;
        return lists;
    };
    EXPECT_EQ(act(list, "submit", maker_), "review");
    EXPECT_EQ(inbox(checker_), 1U);
    EXPECT_EQ(inbox(maker_), 0U);
}

TEST_F(ListsTest, RefusesWithARule) {
    count();
    const auto code = [&](const std::string& body, const access::Caller& as) {
        return world_.post("/lists", as, body, "refused" + std::to_string(++keys_)).text("code");
    };
    EXPECT_EQ(code(R"({"kind":"demand","period":"2026Q4","place":"510500"})", maker_),
              "list_elsewhere");
    EXPECT_EQ(code(R"({"kind":"demand","period":"2026-4"})", maker_), "period_malformed");
    EXPECT_EQ(code(R"({"kind":"demand","period":"2027Q1"})", maker_), "list_period_not_over");
    EXPECT_EQ(world_.post("/lists", employer_, "{}", "no").status, 403);
    const auto empty = compiled("demand", maker_);
    EXPECT_EQ(code(R"({"kind":"demand","period":"2026Q4","place":"511500"})", checker_),
              "list_open_already");
    EXPECT_EQ(act(empty, "freeze", checker_), "409list_status_conflict");
    EXPECT_EQ(act(empty, "submit", official("510500")), "404not_found");
    EXPECT_EQ(act(empty, "submit", maker_), "review");
    EXPECT_EQ(act(empty, "freeze", checker_), "409list_empty");
}

TEST_F(ListsTest, OfTheRegionIsForOfficesOfCities) {
    world_.open_order(employer_, 9);
    count();
    const auto county = official("511502");
    EXPECT_EQ(world_.post("/lists", county, R"({"kind":"demand","period":"2026Q4"})", "county")
                  .text("code"),
              "list_elsewhere");
    const auto list = compiled("demand", maker_, "");
    const auto seen = world_.get("/lists/" + list, county);
    EXPECT_EQ(seen.status, 200) << "every office reads the region's draft";
    EXPECT_EQ(seen.text("needs_office"), "of_city");
    EXPECT_TRUE(seen.body.at("acts").as_array().empty());
    EXPECT_TRUE(world_.get("/lists/" + list, maker_).body.at("needs_office").is_null());
    for (const auto* step : {"compile", "submit"})
        EXPECT_EQ(act(list, step, county), "403list_elsewhere") << step;
    EXPECT_EQ(act(list, "submit", maker_), "review");
    const auto waiting = [&](const access::Caller& as) {
        return world_.get("/inbox", as).body.at("items").as_array().size();
    };
    EXPECT_EQ(waiting(county), 0U) << "nothing waits for who may not act";
    EXPECT_EQ(waiting(checker_), 1U);
    EXPECT_EQ(act(list, "freeze", official("511504")), "403list_elsewhere")
        << "two counties do not publish for seven cities";
    EXPECT_EQ(act(list, "send-back", county, R"({"reason":"不是我的"})"), "403list_elsewhere");
    EXPECT_EQ(act(list, "freeze", official("500116")), "frozen") << "a district that is its own city";
    EXPECT_EQ(act(list, "publish", county), "403list_elsewhere");
    EXPECT_EQ(act(list, "publish", maker_), "published");
}

TEST_F(ListsTest, ComesAsXlsxPdfAndJson) {
    world_.open_order(employer_, 9);
    count();
    const auto list = published("demand");
    const auto file = [&](const std::string& form) {
        const auto answer = world_.get("/lists/" + list + "/file?form=" + form, {});
        EXPECT_EQ(answer.status, 200) << form;
        return answer.bytes;
    };
    EXPECT_EQ(file("xlsx").substr(0, 2), "PK");
    EXPECT_EQ(file("pdf").substr(0, 5), "%PDF-");
    const auto document = codec::json::parse(file("json"));
    EXPECT_EQ(document.at("lines").as_array().size(), 1U);
    EXPECT_EQ(document.at("list").at("total").as_int64(), 9);
    EXPECT_EQ(world_.get("/lists/" + list + "/file?form=doc", {}).status, 400);
}

}  // namespace lists_test
}  // namespace jianghui::lists
