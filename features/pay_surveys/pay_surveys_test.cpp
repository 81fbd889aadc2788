// A survey from its frame to the public guide; who may do and see what.

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/access/access.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/print/print.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::pay_surveys {
namespace pay_surveys_test {

const std::string head = "职业代码,岗位等级,性别,在岗月数,全年工时,基本工资,奖金,津贴补贴,加班工资,特殊情况工资\n";

class PaySurveysTest : public testing::Test {
  protected:
    /// Four companies in one county and three in another: their callers.
    void found_companies() {
        for (int i = 0; i < 7; ++i) companies_.push_back(world_.employer(i < 4 ? "511502" : "511504"));
    }
    std::string credit_code(const access::Caller& company) {
        return world_.get("/organisations/" + company.organisation.text(), company)
            .text("credit_code");
    }
    std::string opened() {
        const auto made = world_.post("/pay-surveys", desk_[0],
                                      R"({"place":"511500","year":2025})", "open");
        EXPECT_EQ(made.status, 201) << codec::json::serialize(made.body);
        return made.text("id");
    }
    /// A survey with all companies drawn.
    std::string drawn() {
        found_companies();
        const auto survey = opened();
        std::string csv = "统一社会信用代码,从业人数\n";
        for (const auto& company : companies_) csv += credit_code(company) + ",6\n";
        const auto report = world_.post("/pay-surveys/" + survey + "/frame", desk_[0], csv);
        EXPECT_TRUE(report.body.at("kept").as_bool()) << codec::json::serialize(report.body);
        const auto after =
            world_.post("/pay-surveys/" + survey + "/draw", desk_[0], R"({"companies":7})");
        EXPECT_EQ(after.number("sampled"), 7) << codec::json::serialize(after.body);
        ask_expert(survey);
        return survey;
    }
    /// The caller with an account of that login.
    access::Caller named(const std::string& login, const access::Caller& who) {
        access::NewAccount wanted;
        wanted.login = login;
        wanted.name = "专家" + login;
        wanted.role = who.role;
        wanted.place = who.place;
        world_.store().write([&](store::Transaction& transaction) {
            const auto made =
                access::create_account(transaction, world_.app().services().get<access::Vault>(),
                                       {who, world_.clock().now()}, who.account, wanted);
            EXPECT_TRUE(made.has_value()) << login;
            return made.has_value();
        });
        return who;
    }
    std::string asked(const std::string& survey, const access::Caller& by, const std::string& login) {
        const auto done = world_.post("/pay-surveys/" + survey + "/experts", by, R"({"login":")" + login + R"("})");
        return done.status == 200 ? done.text("status") : done.text("code");
    }
    void ask_expert(const std::string& survey) {
        expert_ = named("expert", world_.official("510500"));
        EXPECT_EQ(asked(survey, desk_[0], "expert"), "collecting");
    }
    std::string answer_of(const access::Caller& company) {
        const auto list = world_.get("/pay-answers", company);
        EXPECT_EQ(list.body.at("items").as_array().size(), 1U);
        return std::string(list.body.at("items").as_array().at(0).at("id").as_string());
    }
    /// Six persons, the pay rising by 1,000 yuan from `base`.
    static std::string sheet(int base, const std::string& level = "四级/中级工") {
        std::string csv = head;
        for (int i = 0; i < 6; ++i)
            csv += fmt::format("6-02-06-03,{},,12,2000,{},0,0,0,0\n", level, base + i * 1000);
        return csv;
    }
    std::string act(const std::string& answer, const std::string& act, const access::Caller& as,
                    const std::string& body = "{}") {
        const auto done = world_.post("/pay-answers/" + answer + "/" + act, as, body);
        return done.status == 200 ? done.text("status")
                                  : std::to_string(done.status) + done.text("code");
    }
    /// Six persons whose labour cost is 515,000 yuan, 390,000 of it pay.
    static std::string cost(const std::string& insurance = "9000000") {
        return R"({"cost":{"staff":6,"wages":39000000,"welfare":1000000,"education":200000,"insurance":)" + insurance +
               R"(,"protection":300000,"housing":2000000,"other":0,"costs":90000000,"revenue":120000000,)"
               R"("profit":20000000,"value_added":null}})";
    }
    void submitted(const access::Caller& company, const std::string& csv) {
        const auto answer = answer_of(company);
        const auto report = world_.post("/pay-answers/" + answer + "/file", company, csv);
        EXPECT_TRUE(report.body.at("kept").as_bool()) << codec::json::serialize(report.body);
        EXPECT_EQ(act(answer, "cost", company, cost()), "open");
        EXPECT_EQ(act(answer, "submit", company), "review");
    }
    /// All layers agree: the company's county, then two colleagues of the city, and the expert whom these asked.
    void accepted(const std::string& answer, const access::Caller& county) {
        EXPECT_EQ(act(answer, "approve", county), "review");
        EXPECT_EQ(act(answer, "approve", desk_[0]), "review");
        EXPECT_EQ(act(answer, "approve", desk_[1]), "review");
        EXPECT_EQ(act(answer, "approve", expert_), "accepted");
    }
    std::string computed() {
        const auto survey = drawn();
        for (std::size_t i = 0; i < companies_.size(); ++i) {
            submitted(companies_[i], sheet(60'000 + static_cast<int>(i) * 1000));
            accepted(answer_of(companies_[i]), i < 4 ? county_ : other_county_);
        }
        const auto done = world_.post("/pay-surveys/" + survey + "/compute", desk_[0]);
        EXPECT_EQ(done.text("status"), "computed") << codec::json::serialize(done.body);
        return survey;
    }

    test::TestApp world_;
    std::vector<access::Caller> companies_;
    std::vector<access::Caller> desk_{world_.official("511500"), world_.official("511500"), world_.official("511500")};
    access::Caller expert_;
    access::Caller county_ = world_.official("511502");
    access::Caller other_county_ = world_.official("511504");
    access::Caller inspector_ = world_.caller(access::Role::inspector, {}, "511500");
};

TEST_F(PaySurveysTest, FromTheFrameToThePublicGuide) {
    const auto survey = computed();
    const std::string path = "/pay-surveys/" + survey;
    EXPECT_EQ(world_.get(path, {}).status, 404) << "nobody else knows of it yet";
    EXPECT_EQ(world_.get(path, companies_[0]).status, 404);
    EXPECT_EQ(world_.post(path + "/publish", desk_[0]).text("code"), "pay_four_eyes");
    EXPECT_EQ(world_.post(path + "/publish", desk_[1]).text("status"), "published");
    EXPECT_EQ(world_.post(path + "/compute", desk_[0]).text("code"), "pay_survey_status");
    const auto shown = world_.get(path, {});
    EXPECT_EQ(shown.number("persons"), 42);
    EXPECT_EQ(shown.number("counted"), 7);
    const auto cells = world_.get(path + "/cells", {}).body.at("items").as_array();
    ASSERT_EQ(cells.size(), 3U) << "the total and two counties";
    EXPECT_EQ(cells[0].at("place_name").as_string(), "全部地区");
    EXPECT_EQ(cells[0].at("companies").as_int64(), 7);
    EXPECT_EQ(cells[0].at("persons").as_int64(), 42);
    // 60,000 … 71,000: company i pays 60,000 + (i + j) · 1,000 for j = 0 … 5.
    EXPECT_EQ(cells[0].at("mean").as_int64(), 6'550'000);
    EXPECT_EQ(cells[0].at("p50").as_int64(), 6'550'000);
    EXPECT_EQ(cells[1].at("place_name").as_string(), "翠屏区");
    EXPECT_EQ(cells[1].at("mean").as_int64(), 6'400'000);
    EXPECT_EQ(world_.get(path + "/cells?totals=true&occupation=6-02", {})
                  .body.at("items").as_array().size(), 1U);
    const auto costs = world_.get(path + "/costs", {});
    EXPECT_EQ(costs.number("formula"), cost_formula);
    ASSERT_EQ(costs.body.at("items").as_array().size(), 1U) << "one industry";
    const auto& labour = costs.body.at("items").at(0);
    EXPECT_EQ(labour.at("companies").as_int64(), 7);
    EXPECT_EQ(labour.at("per_person").as_int64(), 8'583'333) << "515,000 yuan of six persons";
    EXPECT_EQ(labour.at("of_revenue").as_int64(), 429);
    EXPECT_EQ(labour.at("of_costs").as_int64(), 572);
    EXPECT_EQ(labour.at("profit").as_int64(), 388);
    EXPECT_TRUE(labour.at("of_value_added").is_null());
    ASSERT_EQ(labour.at("parts").as_array().size(), 6U) << "nobody has other cost: it is told with education";
    EXPECT_EQ(labour.at("parts").at(0).at("per_person").as_int64(), 6'500'000);
    EXPECT_EQ(labour.at("parts").at(2).at("name").at("zh").as_string(), "教育培训费用、其他人工成本");
    const auto method = world_.get(path + "/method", {});
    EXPECT_EQ(method.text("seed").size(), 64U);
    EXPECT_EQ(method.body.at("parameters").as_array().size(), 11U);
    EXPECT_EQ(method.body.at("parameters").as_array()[0].at("mark").as_string(), "P");
    for (const auto& [form, start] :
         std::map<std::string, std::string>{{"xlsx", "PK"}, {"pdf", "%PDF-"}, {"json", "{"}}) {
        const auto file = world_.get(path + "/file?form=" + form, {});
        EXPECT_EQ(file.status, 200) << form;
        EXPECT_EQ(file.bytes.substr(0, start.size()), start);
    }
}

TEST_F(PaySurveysTest, TheSampleCanBeDrawnAgainFromWhatIsPublished) {
    drawn();
    const auto list = world_.get("/pay-surveys", desk_[1]).body.at("items").as_array();
    const std::string survey(list.at(0).at("id").as_string());
    const auto companies = world_.get("/pay-surveys/" + survey + "/companies?asked=true", desk_[1]);
    ASSERT_EQ(companies.body.at("items").as_array().size(), 7U);
    EXPECT_EQ(companies.body.at("items").as_array()[0].at("weight").as_int64(), 1'000'000);
    EXPECT_EQ(world_.get("/pay-surveys/" + survey + "/companies", county_).text("code"),
              "pay_survey_elsewhere");
    EXPECT_EQ(world_.post("/pay-surveys/" + survey + "/draw", desk_[0], R"({"companies":3})")
                  .text("code"), "pay_survey_status");
}

TEST_F(PaySurveysTest, TheSeedIsCommittedToBeforeTheFrameIsKnown) {
    found_companies();
    const auto path = "/pay-surveys/" + opened();
    const auto before = world_.get(path + "/method", desk_[1]);
    EXPECT_EQ(before.text("commitment").size(), 64U);
    EXPECT_EQ(before.text("secret"), "") << "nobody knows it before the draw";
    world_.store().read([&](const store::Reader& reader) {
        std::string said;
        for (const auto& event : journal::after(reader, 0, 10'000))
            if (event.kind == "pay_survey.opened") said = codec::json::serialize(event.data);
        EXPECT_NE(said.find(before.text("commitment")), std::string::npos);
        return true;
    });
    world_.post(path + "/frame", desk_[0], "统一社会信用代码,从业人数\n" + credit_code(companies_[0]) + ",6\n");
    EXPECT_EQ(world_.post(path + "/draw", desk_[0], R"({"companies":1})").text("status"), "collecting");
    const auto after = world_.get(path + "/method", desk_[1]);
    EXPECT_EQ(after.text("commitment"), before.text("commitment"));
    const auto secret = *crypto::from_hex(after.text("secret"));
    EXPECT_EQ(crypto::sm3(secret).hex(), before.text("commitment"));
    // Anybody computes the seed again from what is published.
    std::string bytes = secret + *crypto::from_hex(after.text("frame_digest"));
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(after.number("position") >> shift & 0xff));
    EXPECT_EQ(crypto::sm3(bytes).hex(), after.text("seed"));
}

TEST_F(PaySurveysTest, AFileSaysWhatIsWrongRowByRow) {
    drawn();
    const auto& company = companies_[0];
    const auto path = "/pay-answers/" + answer_of(company);
    const auto report = world_.post(path + "/file", company,
                                    head +
                                        "6-02-06-03,四级/中级工,女,12,2000,\"60,000.50\",0,,,0\n"
                                        "9-99-99-99,四级/中级工,,12,2000,60000,0,0,0,0\n"
                                        "6-02-06-03,十级,,13,2000,六万,0,0,0,0\n"
                                        "6-02-06-03,无职称,,1,800,5000,0,0,0,0\n");
    EXPECT_EQ(report.status, 200);
    EXPECT_FALSE(report.body.at("kept").as_bool());
    EXPECT_EQ(report.number("rows"), 1);
    std::vector<std::string> faults;
    for (const auto& fault : report.body.at("faults").as_array())
        faults.push_back(fmt::format("{}:{}:{}", fault.at("row").as_int64(),
                                     std::string(fault.at("column").as_string()),
                                     std::string(fault.at("code").as_string())));
    EXPECT_EQ(faults, (std::vector<std::string>{"3:职业代码:unknown_code", "4:在岗月数:number_out_of_range",
                                                "4:基本工资:pay_amount_unreadable",
                                                "5:全年工时:pay_hours_too_many"}));
    EXPECT_EQ(world_.get(path, company).number("rows"), 0) << "nothing is kept with a fault";
    EXPECT_EQ(world_.post(path + "/file", company, "姓名,工资\n张三,1\n").text("code"),
              "columns_missing");
    const auto filled = world_.get("/pay-answers/template", company);
    EXPECT_EQ(filled.bytes.substr(0, 2), "PK");
    const auto untouched = world_.post(path + "/file", company, filled.bytes);
    EXPECT_FALSE(untouched.body.at("kept").as_bool()) << "the example is nobody";
    EXPECT_EQ(untouched.body.at("faults").at(0).at("code").as_string(), "pay_example_left");
    EXPECT_EQ(untouched.body.at("faults").at(0).at("row").as_int64(), 2);
    const auto own = head + "6-02-06-03,四级/中级工,女,12,2000,43000,6000,2400,3600.50,0\n";
    const auto again = world_.post(path + "/file?dry_run=true", company, own);
    EXPECT_EQ(again.number("rows"), 1) << codec::json::serialize(again.body);
    EXPECT_FALSE(again.body.at("kept").as_bool());
    const auto kept = world_.post(path + "/file", company, own);
    EXPECT_TRUE(kept.body.at("kept").as_bool());
    const auto rows = world_.get(path + "/rows", company).body.at("items").as_array();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("level").as_string(), "skill_4");
    EXPECT_EQ(rows[0].at("overtime").as_int64(), 360'050);
}

/// What companies really send: a cover sheet first, deductions below 0, an old or damaged workbook.
TEST_F(PaySurveysTest, AWorkbookIsReadWhereItsTableIsOrSaysWhyNot) {
    drawn();
    const auto& company = companies_[0];
    const auto path = "/pay-answers/" + answer_of(company) + "/file";
    const auto book = [&](const std::string& base, bool titles) {
        return print::workbook_of([&](lxw_workbook* workbook) {
            print::write_texts(workbook_add_worksheet(workbook, "封面"), 0, {"宜宾酿造一厂", "2025 年度"});
            workbook_add_worksheet(workbook, "空表");
            lxw_worksheet* rows = workbook_add_worksheet(workbook, "人员");
            print::write_header(workbook, rows, {titles ? "职业代码" : "工种", "岗位等级", "性别", "在岗月数", "全年工时", "基本工资",
                                                 "奖金", "津贴补贴", "加班工资", "特殊情况工资"});
            print::write_texts(rows, 1, {"6-02-06-03", "四级/中级工", "", "12", "2000", base, "0", "0", "0", "0"});
        });
    };
    const auto read = world_.post(path, company, book("65000", true));
    EXPECT_TRUE(read.body.at("kept").as_bool()) << codec::json::serialize(read.body);
    const auto negative = world_.post(path, company, book("-65000", true));
    EXPECT_EQ(negative.body.at("faults").at(0).at("code").as_string(), "pay_amount_negative");
    EXPECT_EQ(negative.body.at("faults").at(0).at("column").as_string(), "基本工资");
    EXPECT_EQ(world_.post(path, company, book("65000", false)).text("code"), "columns_missing") << "no sheet has the titles";
    const auto whole = book("65000", true);
    for (const std::string bytes : {std::string(), std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), whole.substr(0, whole.size() / 2),
                                    std::string(3'000, '\0')}) {
        const auto refused = world_.post(path, company, bytes);
        EXPECT_GE(refused.status, 400) << bytes.size();
        EXPECT_LT(refused.status, 500) << bytes.size();
    }
}

TEST_F(PaySurveysTest, WhatIsUnusualIsExplainedBeforeItIsSubmitted) {
    drawn();
    const auto& company = companies_[0];
    const auto answer = answer_of(company);
    EXPECT_EQ(act(answer, "submit", company), "409pay_rows_missing");
    const std::string row =
        R"({"occupation":"6-02-06-03","level":"skill_4","sex":null,"months":12,"hours":3600,)"
        R"("base":0,"bonus":1000000,"allowance":0,"overtime":0,"special":0})";
    EXPECT_EQ(act(answer, "rows", company, R"({"rows":[)" + row + "]}"), "open");
    const auto findings = world_.get("/pay-answers/" + answer, company).body.at("findings").as_array();
    ASSERT_EQ(findings.size(), 5U);
    EXPECT_EQ(findings[4].at("finding").as_string(), "cost_missing") << "who cannot fill it in says why";
    EXPECT_EQ(findings[0].at("finding").as_string(), "below_minimum_wage");
    EXPECT_EQ(act(answer, "submit", company), "409pay_rows_unexplained");
    EXPECT_EQ(act(answer, "explain", company, R"({"finding":"very_high","words":"—"})"),
              "422pay_finding_unknown");
    for (const auto& finding : findings)
        EXPECT_EQ(act(answer, "explain", company,
                      R"({"finding":")" + std::string(finding.at("finding").as_string()) +
                          R"(","words":"计件，年内停工三个月"})"),
                  "open");
    EXPECT_EQ(act(answer, "submit", company), "review");
    EXPECT_EQ(act(answer, "rows", company, R"({"rows":[]})"), "409pay_answer_status");
    std::string bad = row;
    bad.replace(bad.find("skill_4"), 7, "skill_9");
    const auto other = answer_of(companies_[1]);
    const auto refused = world_.post("/pay-answers/" + other + "/rows", companies_[1],
                                     R"({"rows":[)" + bad + "]}");
    EXPECT_EQ(refused.text("code"), "pay_level_unknown");
}

TEST_F(PaySurveysTest, LabourCostIsOneSheetOfTheFile) {
    drawn();
    const auto& company = companies_[0];
    const auto path = "/pay-answers/" + answer_of(company);
    const auto file = [&](const std::string& wages, const std::string& profit) {
        return print::workbook_of([&](lxw_workbook* book) {
            lxw_worksheet* rows = workbook_add_worksheet(book, "填报");
            print::write_header(book, rows, {"职业代码", "岗位等级", "性别", "在岗月数", "全年工时", "基本工资",
                                             "奖金", "津贴补贴", "加班工资", "特殊情况工资"});
            for (std::uint32_t i = 1; i <= 6; ++i)
                print::write_texts(rows, i, {"6-02-06-03", "四级/中级工", "", "12", "2000", "65000", "0", "0", "0", "0"});
            lxw_worksheet* cost = workbook_add_worksheet(book, "人工成本");
            print::write_header(book, cost, {"项目", "金额（元）"});
            std::uint32_t at = 0;
            for (const auto& [item, amount] : std::vector<std::pair<std::string, std::string>>{
                     {"平均从业人数（人）", "6"}, {"劳动报酬", wages}, {"福利费用", "10,000.50"}, {"教育培训费用", "0"},
                     {"社会保险费用", "90000"}, {"劳动保护费用", "0"}, {"住房费用", "0"}, {"其他人工成本", "0"},
                     {"总成本费用", "900000"}, {"营业收入", "1200000"}, {"利润总额", profit}, {"增加值", ""}})
                print::write_texts(cost, ++at, {item, amount});
        });
    };
    const auto refused = world_.post(path + "/file", company, file("0", "-三"));
    EXPECT_FALSE(refused.body.at("kept").as_bool());
    ASSERT_EQ(refused.body.at("faults").as_array().size(), 1U) << codec::json::serialize(refused.body);
    EXPECT_EQ(refused.body.at("faults").at(0).at("column").as_string(), "人工成本：利润总额");
    EXPECT_EQ(refused.body.at("faults").at(0).at("row").as_int64(), 12);
    const auto zero = world_.post(path + "/file", company, file("0", "-3"));
    EXPECT_EQ(zero.body.at("faults").at(0).at("code").as_string(), "pay_cost_no_wages");
    EXPECT_FALSE(world_.get(path, company).body.at("cost").as_bool()) << "nothing is kept with a fault";
    const auto kept = world_.post(path + "/file", company, file("390000", "-20,000"));
    EXPECT_TRUE(kept.body.at("kept").as_bool()) << codec::json::serialize(kept.body);
    EXPECT_TRUE(kept.body.at("cost").as_bool());
    EXPECT_TRUE(kept.body.at("findings").as_array().empty()) << codec::json::serialize(kept.body);
    const auto shown = world_.get(path + "/rows", company);
    EXPECT_EQ(shown.body.at("cost").at("welfare").as_int64(), 1'000'050);
    EXPECT_EQ(shown.body.at("cost").at("profit").as_int64(), -2'000'000);
    EXPECT_TRUE(shown.body.at("cost").at("value_added").is_null());
    // A table of rows alone leaves what was said of labour cost.
    world_.post(path + "/file", company, sheet(60'000));
    EXPECT_TRUE(world_.get(path, company).body.at("cost").as_bool());
}

TEST_F(PaySurveysTest, LabourCostThatIsUnusualIsExplainedAndReadOnRecord) {
    drawn();
    const auto& company = companies_[0];
    const auto answer = answer_of(company);
    world_.post("/pay-answers/" + answer + "/file", company, sheet(60'000));
    EXPECT_EQ(world_.post("/pay-answers/" + answer + "/cost", companies_[1], cost()).status, 404);
    EXPECT_EQ(act(answer, "cost", company, cost("0")), "open");
    EXPECT_EQ(act(answer, "submit", company), "409pay_rows_unexplained");
    const std::string words = R"({"finding":"cost_no_insurance","words":"当年开业，次年补缴"})";
    EXPECT_EQ(act(answer, "explain", company, words), "open");
    EXPECT_EQ(act(answer, "cost", company, cost("0")), "open") << "written again: its words are asked for again";
    EXPECT_EQ(act(answer, "submit", company), "409pay_rows_unexplained");
    EXPECT_EQ(act(answer, "explain", company, words), "open");
    EXPECT_EQ(act(answer, "submit", company), "review");
    EXPECT_EQ(act(answer, "cost", company, cost()), "409pay_answer_status");
    const auto opened = world_.post("/pay-answers/" + answer + "/open", county_, R"({"purpose":"审核"})");
    EXPECT_EQ(opened.body.at("cost").at("wages").as_int64(), 39'000'000);
    EXPECT_EQ(world_.post("/pay-answers/" + answer + "/open", inspector_, R"({"purpose":"审核"})").status, 403);
}

TEST_F(PaySurveysTest, FourLayersAfterTheCompanyAndNobodyTwice) {
    drawn();
    const auto& company = companies_[0];
    const auto answer = answer_of(company);
    submitted(company, sheet(60'000));
    EXPECT_EQ(act(answer, "approve", world_.official("510500")), "404not_found");
    EXPECT_EQ(act(answer, "approve", other_county_), "404not_found");
    EXPECT_EQ(act(answer, "approve", county_), "review");
    EXPECT_EQ(act(answer, "approve", county_), "403pay_not_your_layer");
    EXPECT_EQ(act(answer, "approve", desk_[0]), "review");
    EXPECT_EQ(act(answer, "approve", desk_[0]), "403pay_four_eyes");
    EXPECT_EQ(act(answer, "send-back", desk_[1], R"({"reason":"奖金口径请核对"})"), "open");
    const auto shown = world_.get("/pay-answers/" + answer, company);
    EXPECT_EQ(shown.text("note"), "奖金口径请核对");
    EXPECT_EQ(shown.body.at("reviews").as_array().size(), 3U);
    EXPECT_EQ(act(answer, "submit", company), "review");
    EXPECT_EQ(world_.get("/inbox", county_).body.at("items").as_array().size(), 1U);
    accepted(answer, county_);
    EXPECT_EQ(act(answer, "approve", desk_[1]), "409pay_answer_status");
}

TEST_F(PaySurveysTest, TheLastLayerIsAnExpertWhomTheOfficeAsked) {
    const auto survey = drawn();
    const auto& company = companies_[0];
    const auto answer = answer_of(company);
    EXPECT_EQ(asked(survey, desk_[0], "nobody"), "pay_expert_unfit");
    EXPECT_EQ(asked(survey, desk_[0], "expert"), "pay_expert_unfit") << "asked already";
    EXPECT_EQ(asked(survey, named("owner", desk_[1]), "owner"), "pay_expert_unfit") << "nobody asks herself";
    named("inspects", inspector_);
    EXPECT_EQ(asked(survey, desk_[0], "inspects"), "pay_expert_unfit") << "the wall";
    EXPECT_EQ(asked(survey, county_, "owner"), "pay_survey_elsewhere");
    EXPECT_EQ(world_.get("/pay-answers/" + answer, expert_).status, 404) << "a draft is the company's own";
    submitted(company, sheet(60'000));
    EXPECT_EQ(act(answer, "approve", expert_), "403pay_not_your_layer");
    EXPECT_EQ(world_.get("/inbox", expert_).body.at("items").as_array().size(), 0U);
    EXPECT_EQ(act(answer, "approve", county_), "review");
    EXPECT_EQ(act(answer, "approve", desk_[0]), "review");
    EXPECT_EQ(act(answer, "approve", desk_[1]), "review");
    EXPECT_EQ(act(answer, "approve", desk_[2]), "403pay_not_an_expert") << "a fourth official is none";
    EXPECT_EQ(world_.get("/inbox", expert_).body.at("items").as_array().size(), 1U);
    EXPECT_EQ(world_.post("/pay-answers/" + answer + "/open", expert_, R"({"purpose":"专家评审"})").status, 200);
    EXPECT_EQ(act(answer, "approve", expert_), "accepted");
    const auto reviews = world_.get("/pay-answers/" + answer, company).body.at("reviews").as_array();
    ASSERT_EQ(reviews.size(), 4U);
    EXPECT_FALSE(reviews[2].at("as_expert").as_bool());
    EXPECT_TRUE(reviews[3].at("as_expert").as_bool());
    EXPECT_EQ(world_.get("/pay-surveys/" + survey, desk_[0]).body.at("experts").as_array().size(), 1U);
    EXPECT_TRUE(world_.get("/pay-surveys/" + survey, county_).body.at("experts").as_array().empty());
}

TEST_F(PaySurveysTest, EnforcementDoesNotSeeWhatCompaniesAnswered) {
    drawn();
    const auto& company = companies_[0];
    const auto answer = answer_of(company);
    submitted(company, sheet(60'000));
    const std::string purpose = R"({"purpose":"审核"})";
    const auto path = "/pay-answers/" + answer;
    EXPECT_EQ(world_.get(path, inspector_).status, 403);
    EXPECT_EQ(world_.get("/pay-answers", inspector_).status, 403);
    EXPECT_EQ(world_.post(path + "/open", inspector_, purpose).status, 403);
    EXPECT_EQ(world_.get(path + "/rows", desk_[0]).status, 403) << "rows are opened, on record";
    EXPECT_EQ(world_.get(path + "/rows", companies_[1]).status, 404);
    EXPECT_EQ(world_.get(path, companies_[1]).status, 404);
    EXPECT_EQ(world_.post(path + "/open", world_.official("510500"), purpose).status, 404);
    const auto rows = world_.post(path + "/open", county_, purpose);
    EXPECT_EQ(rows.body.at("items").as_array().size(), 6U);
    const auto readings = world_.get(path, company).body.at("readings").as_array();
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].at("purpose").as_string(), "审核");
    std::size_t read = 0;
    world_.store().read([&](const store::Reader& reader) {
        for (const auto& event : journal::after(reader, 0, 10'000))
            if (event.kind == "pay_answer.opened" && event.actor == county_.account) ++read;
        return true;
    });
    EXPECT_EQ(read, 1U);
    // Now she takes part in a complaint.
    world_.store().write([&](store::Transaction& transaction) {
        journal::Event event;
        event.at = world_.clock().now();
        event.kind = "case.step_taken";
        event.city = {"511500"};
        event.actor = county_.account;
        event.subject_kind = "case";
        event.subject = {1};
        event.data = boost::json::object{{"procedure", "complaint"}};
        journal::append(transaction, event);
        return true;
    });
    world_.app().follow();
    EXPECT_EQ(world_.post(path + "/open", county_, purpose).text("code"), "pay_wall");
    EXPECT_EQ(act(answer, "approve", county_), "403pay_wall");
    EXPECT_EQ(world_.get(path, county_).text("code"), "pay_wall");
    EXPECT_EQ(world_.get("/pay-answers", county_).text("code"), "pay_wall");
    EXPECT_TRUE(world_.get("/inbox", county_).body.at("items").as_array().empty());
}

TEST_F(PaySurveysTest, RefusesWithARule) {
    const auto code = [&](const std::string& body, const access::Caller& as) {
        static int keys = 0;
        return world_.post("/pay-surveys", as, body, "refused" + std::to_string(++keys)).text("code");
    };
    EXPECT_EQ(code(R"({"place":"510500","year":2025})", desk_[0]), "pay_survey_elsewhere");
    EXPECT_EQ(code(R"({"place":"511500","year":2026})", desk_[0]), "pay_year_not_over");
    EXPECT_EQ(code(R"({"place":"519999","year":2025})", desk_[0]), "unknown_code");
    EXPECT_EQ(code(R"({"place":"511500","year":2025})", inspector_), "not_allowed");
    const auto survey = opened();
    const auto path = "/pay-surveys/" + survey;
    EXPECT_EQ(code(R"({"place":"511500","year":2025})", desk_[1]), "pay_survey_exists");
    EXPECT_EQ(world_.post(path + "/draw", desk_[0], R"({"companies":3})").text("code"),
              "pay_frame_empty");
    EXPECT_EQ(world_.post(path + "/draw", county_, R"({"companies":3})").text("code"),
              "pay_survey_elsewhere");
    EXPECT_EQ(world_.post(path + "/draw", world_.official("510500"), R"({"companies":3})").text("code"),
              "not_found");
    const auto elsewhere = world_.employer("510502");
    const auto here = world_.employer("511502");
    const auto report = world_.post(path + "/frame", desk_[0],
                                    "统一社会信用代码,从业人数\n" + credit_code(elsewhere) + ",5\n" +
                                        credit_code(here) + ",0\n911,4\n" + credit_code(here) +
                                        ",4\n" + credit_code(here) + ",5\n");
    std::vector<std::string> faults;
    for (const auto& fault : report.body.at("faults").as_array())
        faults.emplace_back(fault.at("code").as_string());
    EXPECT_EQ(faults, (std::vector<std::string>{"pay_company_elsewhere", "number_out_of_range",
                                                "pay_company_unknown", "pay_company_twice"}));
    world_.post(path + "/frame", desk_[0], "统一社会信用代码,从业人数\n" + credit_code(here) + ",4\n");
    EXPECT_EQ(world_.post(path + "/draw", desk_[0], R"({"companies":3})").text("code"),
              "pay_sample_too_large");
    EXPECT_EQ(world_.post(path + "/draw", desk_[0], R"({"companies":1})").text("status"),
              "collecting");
    EXPECT_EQ(world_.post(path + "/compute", desk_[0]).text("code"), "pay_nothing_accepted");
}

TEST_F(PaySurveysTest, WhatIsTooFewIsNotPublished) {
    found_companies();
    const auto survey = opened();
    const auto path = "/pay-surveys/" + survey;
    world_.post(path + "/frame", desk_[0],
                "统一社会信用代码,从业人数\n" + credit_code(companies_[0]) + ",6\n");
    world_.post(path + "/draw", desk_[0], R"({"companies":1})");
    ask_expert(survey);
    submitted(companies_[0], sheet(60'000));
    accepted(answer_of(companies_[0]), county_);
    EXPECT_EQ(world_.post(path + "/compute", desk_[0]).text("status"), "computed");
    EXPECT_TRUE(world_.get(path + "/cells", desk_[1]).body.at("items").as_array().empty());
    EXPECT_EQ(world_.post(path + "/publish", desk_[1]).text("code"), "pay_guide_empty");
}

}  // namespace pay_surveys_test
}  // namespace jianghui::pay_surveys
