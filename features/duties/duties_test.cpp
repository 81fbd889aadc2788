// A duty from its setting to its confirmation, findings, the yearly assessment, who may do what.

#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui::duties {
namespace duties_test {

using access::Role;
namespace json = codec::json;

class DutiesTest : public testing::Test {
  protected:
    test::TestApp::Answer set(const access::Caller& as, const std::string& place,
                              const std::string& from = "2026-11-01",
                              const std::string& to = "2026-12-15") {
        return world_.post("/duties", as,
                           R"({"place":")" + place + R"(","office":"市人力资源和社会保障局","title":"建成省级人力资源服务产业园",)"
                           R"("what":"完成验收并挂牌","plan_row":"M9","measure":"revenue","proof_asked":true,"starts_on":")" +
                               from + R"(","due_on":")" + to + R"("})",
                           "set" + std::to_string(++keys_));
    }
    std::string proof(const access::Caller& as) {
        return world_.post("/proofs?name=p.txt", as, "验收意见", "p" + std::to_string(++keys_)).text("id");
    }
    test::TestApp::Answer report(const std::string& duty, const access::Caller& as, int progress,
                                 const std::string& proof = "") {
        return world_.post("/duties/" + duty + "/reports", as,
                           R"({"progress":)" + std::to_string(progress) + R"(,"said":"进展正常")" +
                               (proof.empty() ? "" : R"(,"proof":")" + proof + "\"") + "}",
                           "r" + std::to_string(++keys_));
    }
    test::TestApp::Answer act(const std::string& path, const access::Caller& as,
                              const std::string& body = "{}") {
        return world_.post(path, as, body);
    }
    static std::string state(const test::TestApp::Answer& answer) {
        if (answer.status != 200 && answer.status != 201)
            return std::to_string(answer.status) + answer.text("code");
        const auto& duty = answer.body.at("duty");
        return std::string(duty.at("status").as_string()) + " " +
               std::string(duty.at("light").as_string());
    }
    std::string id_of(const test::TestApp::Answer& answer) {
        EXPECT_EQ(answer.status, 201) << json::serialize(answer.body);
        return std::string(answer.body.at("duty").at("id").as_string());
    }
    std::size_t waiting(const access::Caller& as) {
        std::size_t count = 0;
        const auto inbox = world_.get("/inbox", as);
        for (const auto& item : inbox.body.at("items").as_array())
            if (item.at("kind").as_string().starts_with("duty.")) ++count;
        return count;
    }

    test::TestApp world_;  // 2026-11-23
    access::Caller province_ = world_.official("510000");
    access::Caller checker_ = world_.official("510000");
    access::Caller city_ = world_.official("511500");
    int keys_ = 0;
};

TEST_F(DutiesTest, ADutyFromItsSettingToItsConfirmation) {
    const auto duty = id_of(set(province_, "511500"));
    const auto path = "/duties/" + duty;
    EXPECT_EQ(state(world_.get(path, city_)), "open red") << "half of the time gone, nothing reported";
    EXPECT_EQ(waiting(city_), 1U);
    EXPECT_EQ(waiting(province_), 0U);
    EXPECT_EQ(state(report(duty, city_, 600)), "open yellow") << "its last day is near";
    EXPECT_EQ(state(report(duty, city_, 1000)), "422duty_needs_proof");
    EXPECT_EQ(state(report(duty, city_, 1000, proof(world_.official("510500")))), "422proof_unknown");
    EXPECT_EQ(state(act(path + "/confirm", province_)), "409duty_status_conflict");
    EXPECT_EQ(state(report(duty, city_, 1000, proof(city_))), "reported none");
    EXPECT_EQ(waiting(city_), 0U);
    EXPECT_EQ(waiting(province_), 1U) << "to be confirmed";
    EXPECT_EQ(state(report(duty, city_, 900)), "409duty_status_conflict");
    EXPECT_EQ(state(act(path + "/confirm", city_)), "403duty_not_yours");
    EXPECT_EQ(state(act(path + "/send-back", province_, R"({"reason":"材料不全"})")), "open yellow")
        << "600 again, ahead of its time; its last day is near";
    const auto back = world_.get(path, city_);
    EXPECT_EQ(back.body.at("duty").at("note").as_string(), "材料不全");
    EXPECT_EQ(back.body.at("duty").at("progress").as_int64(), 600);
    EXPECT_EQ(state(report(duty, city_, 1000, proof(city_))), "reported none");
    EXPECT_EQ(state(act(path + "/confirm", province_)), "confirmed none");
    const auto shown = world_.get(path, city_);
    EXPECT_EQ(shown.body.at("reports").as_array().size(), 3U);
    EXPECT_EQ(shown.body.at("reports").at(0).at("proof").at("name").as_string(), "p.txt");
    EXPECT_TRUE(shown.body.at("duty").at("acts").as_array().empty());
    EXPECT_EQ(state(act(path + "/withdraw", province_, R"({"reason":"不再需要"})")),
              "409duty_status_conflict");
}

TEST_F(DutiesTest, WhoSeesAndMayDoWhat) {
    const auto duty = id_of(set(province_, "511500"));
    const auto path = "/duties/" + duty;
    EXPECT_EQ(world_.get(path, world_.official("510500")).status, 404) << "another city";
    EXPECT_EQ(world_.get(path, world_.official("511502")).status, 404) << "a county of the city";
    EXPECT_EQ(world_.get(path, world_.caller(Role::inspector, {}, "511500")).status, 200);
    EXPECT_EQ(world_.get(path, world_.agency("511502")).status, 403);
    EXPECT_EQ(report(duty, world_.official("510500"), 100).status, 404);
    EXPECT_EQ(state(report(duty, province_, 100)), "403duty_not_yours") << "not for the city";
    const auto seen_above = world_.get(path, province_);
    for (const auto& may : seen_above.body.at("duty").at("acts").as_array())
        EXPECT_NE(may.as_string(), "report");
    EXPECT_EQ(state(set(city_, "510500")), "403duty_elsewhere");
    EXPECT_EQ(state(set(city_, "511599")), "400unknown_code");
    EXPECT_EQ(state(set(city_, "511502", "2026-12-15", "2026-12-14")), "422duty_period");
    EXPECT_EQ(state(set(city_, "511502", "2027-03-01", "2027-03-01")), "open green");
    const auto list = world_.get("/duties", city_);
    EXPECT_EQ(list.body.at("items").as_array().size(), 2U) << "its own, and the one that it set";
    EXPECT_EQ(list.number("red"), 1);
    EXPECT_EQ(list.number("green"), 1);
    EXPECT_EQ(list.number("total"), 2);
    const auto first = world_.get("/duties?limit=1", city_);
    EXPECT_EQ(first.body.at("items").as_array().size(), 1U);
    EXPECT_EQ(first.body.at("items").at(0).at("id"), list.body.at("items").at(0).at("id"));
    EXPECT_EQ(first.number("red") + first.number("green"), 2) << "of the whole list";
    const auto second = world_.get("/duties?limit=1&cursor=" + first.text("next"), city_);
    EXPECT_EQ(second.body.at("items").at(0).at("id"), list.body.at("items").at(1).at("id"));
    EXPECT_TRUE(second.body.at("next").is_null());
    EXPECT_EQ(world_.get("/duties?light=red", city_).body.at("items").as_array().size(), 1U);
    EXPECT_EQ(world_.get("/duties?year=2025", city_).body.at("items").as_array().size(), 0U);
    EXPECT_TRUE(world_.get("/duties", world_.official("510500")).body.at("items").as_array().empty());
    // Who is in both places still needs four eyes.
    const auto own = id_of(set(city_, "511500"));
    EXPECT_EQ(state(report(own, city_, 1000, proof(city_))), "reported none");
    EXPECT_EQ(state(act("/duties/" + own + "/confirm", city_)), "403duty_four_eyes");
    EXPECT_EQ(state(act("/duties/" + own + "/confirm", world_.official("511500"))), "confirmed none");
}

TEST_F(DutiesTest, AFindingIsRemediedAndClosedByOthers) {
    const auto duty = id_of(set(province_, "511500", "2026-11-20", "2027-11-20"));
    const auto path = "/duties/" + duty;
    const auto visit = [&](const std::string& on, const std::string& due, const access::Caller& as) {
        return world_.post(path + "/findings", as,
                           R"({"visited_on":")" + on + R"(","found":"台账不全","due_on":")" + due + R"("})",
                           "v" + std::to_string(++keys_));
    };
    EXPECT_EQ(state(visit("2026-11-24", "2026-12-01", province_)), "422visit_date") << "tomorrow";
    EXPECT_EQ(state(visit("2026-11-23", "2026-11-22", province_)), "422visit_date");
    EXPECT_EQ(state(visit("2026-11-21", "2026-11-22", province_)), "422visit_date") << "over already";
    EXPECT_EQ(state(visit("2026-11-19", "2026-12-01", province_)), "422visit_date") << "not begun";
    EXPECT_EQ(state(visit("2026-11-23", "2026-12-01", city_)), "403duty_not_yours");
    const auto visited = visit("2026-11-23", "2026-12-01", province_);
    EXPECT_EQ(state(visited), "open yellow");
    const std::string finding(visited.body.at("findings").at(0).at("id").as_string());
    const auto close = "/duty-findings/" + finding + "/close";
    const auto remedy = "/duty-findings/" + finding + "/remedy";
    EXPECT_EQ(state(act(close, province_)), "409duty_status_conflict");
    world_.clock().advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(state(world_.get(path, city_)), "open red") << "past its deadline";
    EXPECT_EQ(state(act(remedy, world_.official("510500"), R"({"remedy":"已补齐"})")), "404not_found");
    EXPECT_EQ(state(act(remedy, province_, R"({"remedy":"已补齐"})")), "403duty_not_yours");
    EXPECT_EQ(state(act(remedy, city_, R"({"remedy":"已补齐","proof":")" + proof(city_) + R"("})")),
              "open green");
    EXPECT_EQ(state(act(close, city_)), "403duty_not_yours");
    EXPECT_EQ(state(report(duty, city_, 1000, proof(city_))), "reported none");
    EXPECT_EQ(state(act(path + "/confirm", province_)), "409duty_status_conflict")
        << "its finding is not closed";
    const auto closed = act(close, province_);
    EXPECT_EQ(closed.body.at("findings").at(0).at("status").as_string(), "closed");
    EXPECT_EQ(closed.body.at("findings").at(0).at("proof").at("name").as_string(), "p.txt");
    EXPECT_EQ(state(act(path + "/confirm", province_)), "confirmed none");
}

TEST_F(DutiesTest, AListFromATableIsSetWholeOrNotAtAll) {
    const std::string header = "地区代码,责任单位,责任事项,具体要求,方案条目,对应指标,要证明,开始日期,完成期限\n";
    const std::string good = "511500,市人社局,建成产业园,按方案建成,二（一）,employment,是,2026-11-01,2026-12-31\n";
    const auto send = [&](const std::string& rows, const std::string& how, const access::Caller& as) {
        return world_.post("/duties/file" + how, as, header + rows);
    };
    const auto seen = [&] { return world_.get("/duties", city_).number("total"); };
    const auto bad = send(good + "511500,,缺单位,内容,,people,也许,昨天,2026-12-31\n510500,市局,互认清单,公布清单,,,否,2026-12-01,2026-11-01\n",
                          "", province_);
    EXPECT_EQ(bad.number("rows"), 1);
    EXPECT_FALSE(bad.body.at("kept").as_bool());
    ASSERT_EQ(bad.body.at("faults").as_array().size(), 5U) << json::serialize(bad.body);
    EXPECT_EQ(bad.body.at("faults").at(0).at("column").as_string(), "责任单位");
    EXPECT_EQ(bad.body.at("faults").at(4).at("code").as_string(), "duty_period");
    EXPECT_EQ(seen(), 0) << "with a fault nothing is kept";
    EXPECT_FALSE(send(good, "?dry_run=true", province_).body.at("kept").as_bool());
    EXPECT_EQ(seen(), 0);
    EXPECT_EQ(send(good, "", world_.official("510500")).body.at("faults").at(0).at("code").as_string(), "duty_elsewhere");
    EXPECT_TRUE(send(good, "", province_).body.at("kept").as_bool());
    EXPECT_EQ(seen(), 1);
    EXPECT_EQ(send(good, "", province_).text("code"), "duty_twice") << "sent a second time";
    EXPECT_EQ(send(good + good, "?dry_run=true", checker_).body.at("faults").at(0).at("code").as_string(), "duty_twice");
    EXPECT_EQ(seen(), 1);
}

TEST_F(DutiesTest, AVisitThatFindsNothingIsKeptAndLightsNoLamp) {
    const auto path = "/duties/" + id_of(set(province_, "511500", "2026-11-20", "2027-11-20"));
    const auto look = [&](const std::string& on, const access::Caller& as) {
        return world_.post(path + "/visits", as, R"({"visited_on":")" + on + R"(","saw":"台账齐全"})",
                           "l" + std::to_string(++keys_));
    };
    EXPECT_EQ(state(look("2026-11-24", province_)), "422visit_date") << "tomorrow";
    EXPECT_EQ(state(look("2026-11-19", province_)), "422visit_date") << "not begun";
    EXPECT_EQ(state(look("2026-11-23", city_)), "403duty_not_yours");
    EXPECT_EQ(state(look("2026-11-23", world_.official("510500"))), "404not_found");
    EXPECT_EQ(state(look("2026-11-23", province_)), "open green");
    const auto seen = world_.get(path, city_).body.at("visits");
    ASSERT_EQ(seen.as_array().size(), 1U);
    EXPECT_EQ(seen.at(0).at("saw").as_string(), "台账齐全");
    EXPECT_EQ(world_.get(path, city_).body.at("findings").as_array().size(), 0U);
}

TEST_F(DutiesTest, TheYearlyAssessment) {
    EXPECT_EQ(world_.post("/duty-assessments", province_, R"({"place":"511500","year":2026})", "a0")
                  .text("code"), "assessment_empty");
    id_of(set(province_, "511500", "2026-11-20", "2026-12-30"));
    id_of(set(province_, "511500", "2026-11-20", "2027-01-30"));
    id_of(set(city_, "511500", "2026-11-01", "2026-11-20"));
    EXPECT_EQ(world_.post("/duty-assessments", province_, R"({"place":"511500","year":2026})", "a5")
                  .text("code"), "assessment_empty") << "not due yet, or set for itself";
    EXPECT_EQ(world_.post("/duty-assessments", province_, R"({"place":"511500","year":2027})", "a6")
                  .text("code"), "assessment_empty") << "a year ahead";
    const auto duty = id_of(set(province_, "511500", "2026-11-01", "2026-11-23"));
    report(duty, city_, 1000, proof(city_));
    act("/duties/" + duty + "/confirm", province_);
    id_of(set(province_, "511500", "2026-11-01", "2026-11-20"));
    EXPECT_EQ(world_.post("/duty-assessments", world_.official("510500"), R"({"place":"511500","year":2026})",
                          "a1").text("code"), "duty_elsewhere");
    EXPECT_EQ(world_.post("/duty-assessments", city_, R"({"place":"511500","year":2026})", "a4")
                  .text("code"), "duty_elsewhere") << "nobody assesses itself";
    const auto made =
        world_.post("/duty-assessments", province_, R"({"place":"511500","year":2026})", "a2");
    ASSERT_EQ(made.status, 201) << json::serialize(made.body);
    EXPECT_EQ(made.number("points"), 500) << "one of two in time, half of the progress, one proof";
    EXPECT_EQ(made.body.at("lines").as_array().size(), 4U);
    EXPECT_EQ(world_.post("/duty-assessments", checker_, R"({"place":"511500","year":2026})", "a3")
                  .text("code"), "assessment_exists");
    const auto path = "/duty-assessments/" + made.text("id");
    EXPECT_EQ(world_.get(path, {}).status, 404) << "not published";
    EXPECT_EQ(world_.get(path + "/sheet", {}).status, 404);
    EXPECT_TRUE(world_.get(path + "/sheet", city_).bytes.starts_with("%PDF"));
    EXPECT_EQ(world_.get(path, world_.official("510500")).status, 404);
    EXPECT_EQ(act(path + "/agree", province_).text("code"), "duty_four_eyes");
    EXPECT_EQ(act(path + "/agree", city_).text("code"), "duty_not_yours");
    EXPECT_EQ(act(path + "/agree", checker_).text("status"), "told");
    EXPECT_EQ(world_.get(path, city_).text("appeal_until"), "2026-12-07") << "ten working days";
    EXPECT_EQ(act(path + "/publish", checker_).text("code"), "assessment_window");
    EXPECT_EQ(act(path + "/appeal", province_, R"({"reason":"代为申诉"})").text("code"),
              "duty_not_yours") << "not for the city";
    EXPECT_EQ(act(path + "/appeal", city_, R"({"reason":"第二项已补办"})").text("status"), "appealed");
    const std::string decision = R"({"adjusted":600,"reason":"采纳"})";
    EXPECT_EQ(act(path + "/decide", checker_, decision).text("code"), "assessment_points");
    EXPECT_EQ(act(path + "/decide", province_, R"({"adjusted":1,"reason":"采纳"})").text("code"),
              "duty_four_eyes");
    EXPECT_EQ(act(path + "/decide", checker_, R"({"adjusted":100,"reason":"采纳"})").text("status"),
              "decided");
    EXPECT_EQ(act(path + "/publish", province_).text("status"), "published");
    const auto shown = world_.get(path, {});
    EXPECT_EQ(shown.number("points"), 500);
    EXPECT_EQ(shown.number("adjusted"), 100);
    EXPECT_EQ(shown.text("appeal"), "") << "the appeal is for the offices";
    EXPECT_TRUE(world_.get(path + "/sheet", {}).bytes.starts_with("%PDF"));
    const auto published = world_.get("/duty-assessments?year=2026&limit=1", {});
    EXPECT_EQ(published.body.at("items").as_array().size(), 1U);
    EXPECT_TRUE(published.body.at("next").is_null());
    EXPECT_TRUE(world_.get("/duty-assessments?cursor=" + made.text("id"), {})
                    .body.at("items").as_array().empty());
}

TEST_F(DutiesTest, WithoutAnAppealItIsPublishedAfterTheWindow) {
    id_of(set(province_, "511500", "2026-11-01", "2026-11-20"));
    const auto made =
        world_.post("/duty-assessments", province_, R"({"place":"511500","year":2026})", "a");
    const auto path = "/duty-assessments/" + made.text("id");
    act(path + "/agree", checker_);
    world_.clock().advance(std::chrono::hours(24 * 15));
    EXPECT_EQ(act(path + "/appeal", city_, R"({"reason":"太晚了"})").text("code"), "assessment_window");
    EXPECT_EQ(act(path + "/publish", checker_).text("status"), "published");
}

}  // namespace duties_test
}  // namespace jianghui::duties
