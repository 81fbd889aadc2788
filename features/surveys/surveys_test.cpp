// A survey from its questionnaire to the public table; phones, conflicts, and who may do and see what.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "engine/access/access.hpp"
#include "features/surveys/personal_data.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::surveys {
namespace surveys_test {

using access::Role;

/// out: how many work away (0 … 5) · wants: training, when somebody does · level of each member.
const std::string questions = R"({"questions":[
 {"code":"out","title":"外出务工人数","kind":"number","of_member":false,"required":true,"options":[],"min":0,"max":5,"unit":"人","shown_when":null},
 {"code":"wants","title":"是否需要培训","kind":"choice","of_member":false,"required":true,
  "options":[{"code":"yes","title":"需要"},{"code":"no","title":"不需要"}],"min":null,"max":null,"unit":"",
  "shown_when":{"question":"out","compare":"above","value":"0"}}]})";

class SurveysTest : public testing::Test {
  protected:
    access::Caller named(const std::string& login, const access::Caller& who) {
        world_.act<Done>(who, [&](app::Command& command) -> Result<Done> {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = "调查员" + login;
            wanted.role = who.role;
            wanted.place = who.place;
            TRY_DO(access::create_account(command.db, command.services.get<access::Vault>(),
                                          {command.caller, command.now}, who.account, wanted));
            return Done{};
        });
        return who;
    }
    std::string opened() {
        const auto made = world_.post("/surveys", desk_, R"({"place":"511500","title":"2026年农村劳动力调查"})", "open");
        EXPECT_EQ(made.status, 201) << made.bytes;
        EXPECT_EQ(made.text("commitment").size(), 64U);
        return "/surveys/" + made.text("id");
    }
    /// 18 households of a small frame are asked, all of them the collector's.
    std::string started() {
        const auto survey = opened();
        EXPECT_EQ(world_.post(survey + "/questions", desk_, questions).number("version"), 1);
        const auto report = world_.post(survey + "/frame", desk_,
                                        "地区代码,村,类型,户数\n511502,菜坝村,平坝,30\n511502,高店村,山区,10\n511504,观音村,山区,20\n");
        EXPECT_TRUE(report.body.at("kept").as_bool()) << report.bytes;
        const auto after = world_.post(survey + "/start", desk_, R"({"households":18,"allotment":"proportional"})");
        EXPECT_EQ(after.text("status"), "collecting") << after.bytes;
        EXPECT_EQ(world_.post(survey + "/collectors", desk_, R"({"login":"cunyi"})").status, 200);
        return survey;
    }
    std::vector<std::string> visits(const access::Caller& as) {
        std::vector<std::string> ids;
        const auto list = world_.get("/survey-visits", as);
        for (const auto& survey : list.body.at("items").as_array())
            for (const auto& one : survey.at("households").as_array())
                ids.emplace_back(one.at("id").as_string());
        return ids;
    }
    static std::string said(const std::string& household, const std::string& client, int version, int out,
                            const std::string& outcome = "completed") {
        std::string given;
        if (outcome == "completed") {
            given = fmt::format(R"({{"question":"out","member":0,"values":["{}"]}})", out);
            if (out > 0) given += R"(,{"question":"wants","member":0,"values":["yes"]})";
        }
        return fmt::format(R"({{"household":"{}","client":"{}","version":{},"outcome":"{}","consented":true,"members":0,"given":[{}],"made_at":"2026-11-23T01:00:00Z"}})",
                           household, client, version, outcome, given);
    }
    codec::json::value sent(const std::string& answer, const access::Caller& as) {
        const auto done = world_.post("/survey-visits", as, R"({"answers":[)" + answer + "]}");
        EXPECT_EQ(done.status, 200) << done.bytes;
        return done.body.at("items").as_array().at(0);
    }
    static std::string fault_of(const codec::json::value& item) {
        const auto& faults = item.at("faults").as_array();
        return faults.empty() ? "" : std::string(faults.at(0).at("code").as_string());
    }
    std::string code(const std::string& path, const access::Caller& as, const std::string& body = "{}") {
        const auto done = world_.post(path, as, body);
        return done.status < 300 ? std::string("ok") : std::to_string(done.status) + done.text("code");
    }

    test::WorkingMarket world_;
    access::Caller desk_ = world_.caller(Role::official, {}, "511500");
    access::Caller colleague_ = world_.caller(Role::official, {}, "511500");
    access::Caller other_ = world_.caller(Role::official, {}, "510500");
    access::Caller collector_ = named("cunyi", world_.caller(Role::official, {}, "511502"));
};

TEST_F(SurveysTest, FromTheQuestionnaireToThePublicTable) {
    const auto survey = started();
    const auto households = visits(collector_);
    ASSERT_EQ(households.size(), 18U);
    for (std::size_t i = 0; i < households.size(); ++i)
        EXPECT_EQ(fault_of(sent(said(households[i], "phone-one", 1, static_cast<int>(i % 2)), collector_)), "");
    EXPECT_EQ(code(survey + "/publish", desk_), "409survey_status");
    EXPECT_EQ(world_.get(survey, {}).status, 404) << "nobody else knows of it yet";
    EXPECT_EQ(world_.post(survey + "/compute", desk_).text("status"), "computed");
    EXPECT_EQ(code(survey + "/publish", desk_), "403survey_four_eyes");
    EXPECT_EQ(world_.post(survey + "/publish", colleague_).text("status"), "published");
    const auto shown = world_.get(survey, {});
    EXPECT_EQ(shown.body.at("response").at("completed").as_int64(), 18);
    EXPECT_EQ(shown.body.at("response").at("rate").as_int64(), 1000);
    const auto results = world_.get(survey + "/results", {}).body.at("items").as_array();
    ASSERT_EQ(results.size(), 3U + 6U) << "all and two counties: a number, two options";
    const auto& mean = results[0];
    EXPECT_EQ(mean.at("answered").as_int64(), 18);
    EXPECT_GT(mean.at("value").as_int64(), 200);
    EXPECT_LT(mean.at("low").as_int64(), mean.at("value").as_int64());
    EXPECT_EQ(results[1].at("hidden").as_int64(), 0) << "twelve households of Cuiping answered";
    EXPECT_EQ(results[7].at("hidden").as_int64(), 1) << "three of the other county were asked this";
    EXPECT_TRUE(results[7].at("answered").is_null() && results[7].at("value").is_null()) << "hidden is not zero";
    EXPECT_EQ(results[5].at("hidden").as_int64(), 1) << "and the total less this one would tell it";
    const auto method = world_.get(survey + "/method", {});
    EXPECT_EQ(method.text("secret").size(), 64U);
    EXPECT_EQ(crypto::sm3(*crypto::from_hex(method.text("secret"))).hex(), method.text("commitment"));
    EXPECT_EQ(method.body.at("strata").as_array().size(), 3U);
    for (const std::string form : {"xlsx", "json"})
        EXPECT_EQ(world_.get(survey + "/file?form=" + form, {}).status, 200);
    EXPECT_EQ(fault_of(sent(said(households[0], "phone-one", 2, 3), collector_)), "survey_over")
        << "it is told, and its phone keeps it";
}

/// Nobody works away, so nobody is asked whether training is wanted: that is unknown, and not none of them.
TEST_F(SurveysTest, WhatNobodyWasAskedHasNoEstimateAndIsNotZero) {
    const auto survey = started();
    for (const auto& household : visits(collector_))
        EXPECT_EQ(fault_of(sent(said(household, "phone-one", 1, 0), collector_)), "");
    EXPECT_EQ(world_.post(survey + "/compute", desk_).text("status"), "computed");
    EXPECT_EQ(world_.post(survey + "/publish", colleague_).text("status"), "published");
    const auto results = world_.get(survey + "/results", {});
    for (const auto& row : results.body.at("items").as_array()) {
        const bool asked = row.at("question").as_string() == "out";
        EXPECT_EQ(row.at("value").is_null(), !asked) << codec::json::serialize(row);
        EXPECT_EQ(row.at("total_high").is_null(), !asked);
        if (asked) {
            EXPECT_EQ(row.at("value").as_int64(), 0) << "they answered: none works away";
        } else {
            EXPECT_EQ(row.at("answered").as_int64(), 0);
        }
    }
}

TEST_F(SurveysTest, WhatIsSentTwiceIsThereOnceAndDifferencesAreSettledByAPerson) {
    const auto survey = started();
    const auto household = visits(collector_).front();
    const std::string path = "/survey-households/" + household;
    EXPECT_EQ(sent(said(household, "phone-one", 2, 1), collector_).at("merged").as_string(), "added");
    EXPECT_EQ(sent(said(household, "phone-one", 2, 1), collector_).at("merged").as_string(), "same");
    EXPECT_EQ(sent(said(household, "phone-one", 1, 0), collector_).at("merged").as_string(), "older");
    EXPECT_EQ(fault_of(sent(said(household, "phone-one", 2, 3), collector_)), "survey_version_reused");
    EXPECT_EQ(sent(said(household, "phone-two", 1, 1), collector_).at("status").as_string(), "completed");
    EXPECT_EQ(sent(said(household, "phone-two", 2, 4), collector_).at("status").as_string(), "conflict");
    EXPECT_EQ(code(survey + "/compute", desk_), "409survey_conflicts_open");
    const auto detail = world_.get(path, desk_);
    ASSERT_EQ(detail.body.at("answers").as_array().size(), 4U);
    EXPECT_TRUE(detail.body.at("answers").as_array()[0].at("content").is_null()) << "only states";
    const auto opened = world_.post(path + "/open", desk_, R"({"purpose":"裁定两份答卷"})");
    ASSERT_EQ(opened.status, 200) << opened.bytes;
    EXPECT_FALSE(opened.body.at("answers").as_array()[0].at("content").is_null());
    EXPECT_EQ(opened.body.at("readings").as_array().size(), 1U);
    const std::string chosen(detail.body.at("answers").as_array()[0].at("id").as_string());
    const std::string past(detail.body.at("answers").as_array()[1].at("id").as_string());
    EXPECT_EQ(code(path + "/settle", desk_, R"({"answer":")" + past + R"(","reason":"旧的"})"), "404not_found");
    EXPECT_EQ(code(path + "/settle", desk_, R"({"answer":")" + chosen + R"(","reason":"回访核实"})"), "ok");
    EXPECT_EQ(code(path + "/settle", desk_, R"({"answer":")" + chosen + R"(","reason":"再来"})"), "409survey_no_conflict");
    EXPECT_EQ(world_.get(path, desk_).body.at("household").at("status").as_string(), "completed");
    EXPECT_EQ(world_.get(path, other_).status, 404);
    EXPECT_EQ(world_.get(path, collector_).status, 404) << "collecting is not reading";
    EXPECT_EQ(code(path + "/empty", desk_), "ok");
    EXPECT_EQ(world_.get(path, desk_).body.at("household").at("status").as_string(), "refused");
    EXPECT_EQ(sent(said(household, "phone-one", 2, 1), collector_).at("merged").as_string(), "same")
        << "what was deleted does not come back by itself";
}

TEST_F(SurveysTest, WhatIsRefused) {
    const auto survey = opened();
    EXPECT_EQ(world_.post("/surveys", other_, R"({"place":"511500","title":"别处"})", "other").text("code"),
              "survey_elsewhere");
    EXPECT_EQ(code(survey + "/start", desk_, R"({"households":2,"allotment":"neyman"})"), "409survey_not_ready");
    EXPECT_EQ(code(survey + "/questions", other_, questions), "404not_found");
    EXPECT_EQ(code(survey + "/questions", collector_, questions), "403survey_elsewhere");
    auto never = questions;
    never.replace(never.find(R"("value":"0")"), 11, R"("value":"9")");
    EXPECT_EQ(code(survey + "/questions", desk_, never), "422survey_condition_never");
    std::string large = "地区代码,村,类型,户数\n";
    for (int i = 0; i < 51; ++i) large += fmt::format("511502,村{},平坝,20000\n", i);
    EXPECT_EQ(world_.post(survey + "/frame", desk_, large).text("code"), "survey_frame_too_large");
    const auto report = world_.post(survey + "/frame", desk_, "地区代码,村,类型,户数\n510502,外村,平坝,30\n511502,,平坝,x\n");
    EXPECT_FALSE(report.body.at("kept").as_bool());
    EXPECT_EQ(report.body.at("faults").as_array().size(), 3U) << report.bytes;
}

TEST_F(SurveysTest, AnswersThatWereNeverPublishedAreDeletedWhenTheirTimeIsOver) {
    const auto survey = started();
    const auto households = visits(collector_);
    for (std::size_t i = 0; i < households.size(); ++i)
        sent(said(households[i], "phone-one", 1, static_cast<int>(i % 2)), collector_);
    const auto expire = [&] {
        bool more = false;
        world_.act<Done>(desk_, [&](app::Command& command) -> Result<Done> {
            more = personal_data().expire(command);
            return Done{};
        });
        return more;
    };
    const auto kept = [&] {
        static constexpr store::Statement count{
            "surveys_test.kept", "SELECT COUNT(*) FROM survey_answers WHERE box <> ''"};
        return world_.store().read(
            [](store::Reader& reader) { return reader.value<std::int64_t>(count).value_or(-1); });
    };
    world_.clock().advance(std::chrono::hours(24 * 300));
    EXPECT_EQ(world_.post(survey + "/compute", desk_).text("status"), "computed");
    world_.clock().advance(std::chrono::hours(24 * 300));
    EXPECT_FALSE(expire()) << "it was computed within the year";
    EXPECT_EQ(kept(), 18);
    world_.clock().advance(std::chrono::hours(24 * 70));
    EXPECT_TRUE(expire());
    EXPECT_EQ(kept(), 0);
    EXPECT_FALSE(expire()) << "once";
    EXPECT_EQ(code(survey + "/compute", desk_), "409survey_over") << "nothing is left to compute from";
    EXPECT_EQ(fault_of(sent(said(households[0], "phone-one", 2, 1), collector_)), "survey_over");
    EXPECT_EQ(code(survey + "/publish", colleague_), "ok") << "what was computed can be published";
}

TEST_F(SurveysTest, AnswersThatDoNotFitAreRefusedOneByOneAndReplacementsFollowTheLottery) {
    const auto survey = started();
    const auto households = visits(collector_);
    EXPECT_EQ(code(survey + "/collectors", desk_, R"({"login":"nobody"})"), "422survey_collector_unfit");
    EXPECT_EQ(code(survey + "/questions", desk_, questions), "409survey_status") << "frozen";
    EXPECT_EQ(code(survey + "/compute", desk_), "409survey_nothing_known");
    auto answer = said(households[0], "phone-one", 1, 9);
    EXPECT_EQ(fault_of(sent(answer, collector_)), "survey_value");
    answer = said(households[0], "phone-one", 1, 1);
    answer.replace(answer.find(R"("consented":true)"), 16, R"("consented":false)");
    EXPECT_EQ(fault_of(sent(answer, collector_)), "survey_consent_missing");
    EXPECT_EQ(fault_of(sent(said(households[0], "phone-one", 1, 1), desk_)), "survey_household_unknown");
    EXPECT_EQ(code("/survey-households/" + households[0] + "/replace", desk_), "409survey_no_replacement");
    EXPECT_EQ(sent(said(households[0], "phone-one", 1, 0, "refused"), collector_).at("status").as_string(), "refused");
    EXPECT_EQ(code("/survey-households/" + households[0] + "/replace", desk_), "ok");
    EXPECT_EQ(code("/survey-households/" + households[0] + "/replace", desk_), "409survey_no_replacement");
    EXPECT_EQ(visits(collector_).size(), 19U);
    EXPECT_EQ(world_.get(survey, desk_).body.at("response").at("issued").as_int64(), 19);
    const auto page = world_.get(survey + "/households?status=refused", desk_);
    ASSERT_EQ(page.body.at("items").as_array().size(), 1U);
    EXPECT_TRUE(page.body.at("items").as_array()[0].at("replaced").as_bool());
}

}  // namespace surveys_test
}  // namespace jianghui::surveys
