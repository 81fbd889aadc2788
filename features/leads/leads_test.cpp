// Leads as specifications: wages overdue to red, who takes the lead, how it ends.

#include <gtest/gtest.h>

#include "tests/support/working_market.hpp"

namespace jianghui::leads {
namespace leads_test {

using test::WorkingMarket;

/// A day's work of 200 yuan, approved; due on 2027-01-15.
struct Leads : testing::Test {
    WorkingMarket market;
    access::Caller inspector = market.caller(access::Role::inspector, {}, "511500");
    access::Caller colleague = market.caller(access::Role::inspector, {}, "511502");
    std::string statement;

    Leads() {
        const ShareId share = market.grabbed(1);
        const auto worker = market.accepted(share);
        market.go_to("2026-12-01T08:00:00+08:00");
        market.start(worker);
        market.go_to("2026-12-10T20:00:00+08:00");
        const auto made = market.post(
            "/seats/" + worker.seat.text() + "/timesheets", market.broker,
            R"({"from_on":"2026-12-01","to_on":"2026-12-01","quantity_hundredths":100,"submit":true})");
        market.post("/timesheets/" + made.text("id") + "/approve", market.boss);
        const auto page = market.get("/statements?share=" + share.text(), market.boss);
        statement = page.body.at("items").as_array().at(0).at("id").as_string();
    }
    void on(const char* instant) {
        market.go_to(instant);
        market.app().run_due_jobs();
        market.clock().advance(std::chrono::minutes(6));
        market.app().run_due_jobs();
    }
    boost::json::array leads(const access::Caller& who, const std::string& query = "") {
        return market.get("/leads" + query, who).body.at("items").as_array();
    }
    std::string lead() { return std::string(leads(inspector).at(0).at("id").as_string()); }
    WorkingMarket::Answer close(const access::Caller& who, const char* outcome) {
        return market.post("/leads/" + lead() + "/close", who,
                           fmt::format(R"({{"outcome":"{}","note":"已核实"}})", outcome));
    }
    void pay() {
        const std::string at = "/statements/" + statement;
        market.post(at + "/agree", market.broker);
        market.post(at + "/agree", market.boss);
        market.post(at + "/instruct", market.boss, R"({"reference":"I"})");
        EXPECT_EQ(market
                      .post(at + "/paid", market.boss,
                            R"({"reference":"B","paid_on":"2027-02-01"})")
                      .text("status"),
                  "paid");
    }
};

TEST_F(Leads, AreRaisedAtRedOnce) {
    on("2027-01-29T12:00:00+08:00");
    EXPECT_TRUE(leads(inspector).empty());
    on("2027-01-30T12:00:00+08:00");
    ASSERT_EQ(leads(inspector).size(), 1u);
    on("2027-02-20T12:00:00+08:00");
    ASSERT_EQ(leads(inspector).size(), 1u);
    const auto seen = leads(inspector).at(0);
    EXPECT_EQ(seen.at("status").as_string(), "raised");
    EXPECT_EQ(seen.at("next_step").as_string(), "office_takes");
    EXPECT_EQ(seen.at("statement").at("id").as_string(), statement);
    EXPECT_EQ(seen.at("statement").at("days_late").as_int64(), 36);
    EXPECT_EQ(seen.at("statement").at("wage_fen").as_int64(), 20'000);
}

TEST_F(Leads, AreTheOfficesOfThePlaceAlone) {
    on("2027-01-30T12:00:00+08:00");
    EXPECT_EQ(leads(colleague).size(), 1u);
    const auto elsewhere = market.caller(access::Role::inspector, {}, "510500");
    EXPECT_TRUE(leads(elsewhere).empty());
    EXPECT_EQ(market.get("/leads/" + lead(), elsewhere).status, 404);
    EXPECT_EQ(market.post("/leads/" + lead() + "/take", elsewhere).status, 404);
    EXPECT_EQ(market.get("/leads", market.boss).status, 403);
    const auto inbox = market.get("/inbox", inspector).body.at("items").as_array();
    ASSERT_EQ(inbox.size(), 1u);
    EXPECT_EQ(inbox.at(0).at("kind").as_string(), "lead.handle");
}

TEST_F(Leads, AreNotInTheJournalOfWhomTheyAreAbout) {
    on("2027-01-30T12:00:00+08:00");
    market.post("/leads/" + lead() + "/take", inspector);
    const auto reads = [&](const access::Caller& who, const char* kind) {
        return market.get("/journal?limit=500", who).bytes.find(kind) != std::string::npos;
    };
    EXPECT_TRUE(reads(market.boss, "statement.overdue"));
    EXPECT_FALSE(reads(market.boss, "lead."));
    EXPECT_FALSE(reads(market.broker, "lead."));
    EXPECT_TRUE(reads(inspector, "lead.raised"));
    EXPECT_TRUE(reads(inspector, "lead.taken"));
}

TEST_F(Leads, AreClosedByWhoLooksAfterThem) {
    on("2027-01-30T12:00:00+08:00");
    EXPECT_EQ(close(inspector, "pursued").text("code"), "lead_of_another");
    const auto taken = market.post("/leads/" + lead() + "/take", inspector);
    EXPECT_EQ(taken.text("status"), "taken");
    EXPECT_FALSE(taken.text("owner").empty());
    EXPECT_EQ(taken.text("next_step"), "employer_pays");
    EXPECT_EQ(close(colleague, "pursued").text("code"), "lead_of_another");
    EXPECT_EQ(close(inspector, "paid").text("code"), "lead_unpaid");
    market.go_to("2027-02-01T12:00:00+08:00");
    pay();
    EXPECT_EQ(market.get("/leads/" + lead(), inspector).text("next_step"), "office_decides");
    EXPECT_EQ(market.post("/leads/" + lead() + "/take", colleague).text("status"), "taken");
    EXPECT_EQ(close(colleague, "paid").text("status"), "closed");
    EXPECT_EQ(close(colleague, "paid").text("code"), "lead_closed");
    EXPECT_EQ(market.post("/leads/" + lead() + "/take", inspector).text("code"), "lead_closed");
    EXPECT_TRUE(leads(inspector, "?status=raised").empty());
    EXPECT_EQ(leads(colleague, "?mine=true").size(), 1u);
}

TEST_F(Leads, GoOnAsACaseWithWhatThePlatformKnows) {
    on("2027-01-30T12:00:00+08:00");
    const std::string at = "/leads/" + lead();
    EXPECT_EQ(market.post(at + "/case", inspector).text("code"), "lead_of_another");
    EXPECT_EQ(market.post(at + "/case", market.boss).status, 403);
    const auto elsewhere = market.caller(access::Role::inspector, {}, "510500");
    EXPECT_EQ(market.post(at + "/case", elsewhere).status, 404);
    market.post(at + "/take", inspector);
    const auto pursued = market.post(at + "/case", inspector);
    ASSERT_EQ(pursued.status, 200) << pursued.bytes;
    EXPECT_EQ(pursued.text("outcome"), "pursued");
    const auto opened = market.get("/cases/" + pursued.text("case_id"), colleague);
    ASSERT_EQ(opened.status, 200) << opened.bytes;
    EXPECT_EQ(opened.text("procedure"), "complaint");
    EXPECT_EQ(opened.text("state"), "registered");
    const auto values = opened.body.at("timeline").at(0).at("values");
    EXPECT_EQ(values.at("source").as_string(), "platform_lead");
    EXPECT_EQ(values.at("owed").as_int64(), 20'000);
    EXPECT_EQ(values.at("workers").as_int64(), 1);
    EXPECT_EQ(values.at("since_on").as_string(), "2027-01-16");
    EXPECT_EQ(market.post(at + "/case", inspector).text("code"), "lead_closed");
    EXPECT_TRUE(market.get("/cases", market.boss).body.at("items").as_array().empty())
        << "the employer is not told yet";
}

TEST_F(Leads, GoOnAsNoCaseOnceThePaymentIsRecorded) {
    on("2027-01-30T12:00:00+08:00");
    market.post("/leads/" + lead() + "/take", inspector);
    market.go_to("2027-02-01T12:00:00+08:00");
    pay();
    EXPECT_EQ(market.post("/leads/" + lead() + "/case", inspector).text("code"), "lead_paid");
}

TEST_F(Leads, HaveTheirSumsByOrderAgencyAndEmployer) {
    on("2027-01-30T12:00:00+08:00");
    for (const char* by : {"order", "agency", "employer"}) {
        const auto sums = market.get(std::string("/statements/overdue?by=") + by, inspector);
        ASSERT_EQ(sums.body.as_array().size(), 1u) << by;
        const auto& sum = sums.body.as_array().at(0);
        EXPECT_EQ(sum.at("level").as_string(), "red");
        EXPECT_EQ(sum.at("wage_fen").as_int64(), 20'000);
        EXPECT_EQ(sum.at("oldest_due_on").as_string(), "2027-01-15");
        EXPECT_EQ(sum.at("days_late").as_int64(), 15);
        EXPECT_EQ(sum.at("next_step").as_string(), "agree");
        EXPECT_EQ(sum.at("owner").at("side").as_string(), "employer") << by;
        EXPECT_EQ(sum.at("owner").at("organisation").at("id").as_string(), market.boss.organisation.text());
        EXPECT_EQ(sum.at("owner").at("others").as_int64(), 0);
        EXPECT_EQ(sum.at("statement").as_string(), statement);
        const auto linked = sum.at("id").as_string();
        if (std::string_view(by) == "employer") {
            EXPECT_EQ(linked, market.boss.organisation.text());
        }
        if (std::string_view(by) == "order") {
            EXPECT_EQ(market.get("/orders/" + std::string(linked), inspector).status, 200);
        }
    }
    EXPECT_EQ(market.get("/statements/overdue?by=agency", market.broker).body.as_array().size(), 1u);
    const auto stranger = market.agency("511002");
    EXPECT_TRUE(market.get("/statements/overdue?by=agency", stranger).body.as_array().empty());
    market.go_to("2027-02-01T12:00:00+08:00");
    pay();
    EXPECT_TRUE(market.get("/statements/overdue?by=order", inspector).body.as_array().empty());
}

TEST_F(Leads, SumsSayWhoseTurnItIs) {
    on("2027-01-30T12:00:00+08:00");
    const auto sum = [&](const char* by) {
        return market.get(std::string("/statements/overdue?by=") + by, inspector).body.as_array().at(0);
    };
    const std::string at = "/statements/" + statement;
    market.post(at + "/agree", market.boss);
    EXPECT_EQ(sum("employer").at("next_step").as_string(), "agree");
    EXPECT_EQ(sum("employer").at("owner").at("side").as_string(), "agency") << "it alone has not agreed";
    EXPECT_EQ(sum("employer").at("owner").at("organisation").at("id").as_string(),
              market.broker.organisation.text());
    market.post(at + "/agree", market.broker);
    EXPECT_EQ(sum("order").at("next_step").as_string(), "instruct");
    EXPECT_EQ(sum("order").at("owner").at("side").as_string(), "employer");
    market.post(at + "/instruct", market.boss, R"({"reference":"I"})");
    EXPECT_EQ(sum("agency").at("next_step").as_string(), "pay");
    EXPECT_EQ(sum("agency").at("owner").at("organisation").at("id").as_string(),
              market.boss.organisation.text());
}

}  // namespace leads_test
}  // namespace jianghui::leads
