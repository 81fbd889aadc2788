// What an employer says of its staff, and what the check of a dispatch order makes of it.

#include "features/orders/staff.hpp"

#include <gtest/gtest.h>

#include "features/orders/post_check.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::orders {
namespace staff_test {

TEST(DispatchShare, IsRoundedUpAndNothingOfNobody) {
    EXPECT_EQ(dispatch_percent_hundredths(90, 10), 1'000);
    EXPECT_EQ(dispatch_percent_hundredths(899, 100), 1'002) << "10.01001…";
    EXPECT_EQ(dispatch_percent_hundredths(0, 3), 10'000);
    EXPECT_EQ(dispatch_percent_hundredths(0, 0), std::nullopt);
}

class Staff : public testing::Test {
  protected:
    std::string staff() const { return "/organisations/" + boss_.organisation.text() + "/staff"; }
    test::TestApp::Answer report(const access::Caller& as, const std::string& body) {
        return world_.send(http::Method::put, staff(), as, body, "staff" + std::to_string(++keys_));
    }
    std::string drafted(int headcount, const std::string& kind = "dispatch") {
        const auto draft = world_.post(
            "/orders", boss_,
            R"({"title":"包装工","occupation":"6-02-06-03","place":"511502","description":"负责成品装箱、封箱、码放和出库清点",)"
            R"("kind":")" + kind +
                R"(","address":"二车间","hours_per_day_tenths":80,"shift":"day","starts_on":"2026-12-01","ends_on":"2026-12-31","pay_unit":"month",)"
                R"("pay_min_fen":450000,"pay_max_fen":500000,"headcount":)" + std::to_string(headcount) + "}");
        EXPECT_EQ(draft.status, 201) << draft.bytes;
        return draft.text("id");
    }
    /// What the check says of the quota; "" when nothing.
    std::string said(const std::string& order) {
        const auto findings = world_.get("/orders/" + order + "/post-check", boss_);
        EXPECT_EQ(findings.status, 200) << findings.bytes;
        for (const auto& one : findings.body.as_array())
            if (one.at("code").as_string() == "dispatch_quota") return std::string(one.at("severity").as_string());
        return "";
    }

    test::TestApp world_;
    access::Caller boss_ = world_.employer("511502");
    int keys_ = 0;
};

TEST_F(Staff, IsTheEmployersOwnWordAndSeenByWhoSupervisesIt) {
    EXPECT_TRUE(world_.get(staff(), boss_).body.at("contract_staff").is_null()) << "nothing was said";
    const std::string body = R"({"contract_staff":90,"dispatched_staff":4,"as_of_on":"2026-11-20"})";
    EXPECT_EQ(report(world_.employer("511502"), body).status, 403);
    EXPECT_EQ(report(world_.official("511502"), body).status, 403);
    EXPECT_EQ(report(boss_, R"({"contract_staff":90,"dispatched_staff":4,"as_of_on":"2046-11-20"})").text("path"), "/as_of_on");
    const auto shown = report(boss_, body);
    ASSERT_EQ(shown.status, 200) << shown.bytes;
    EXPECT_EQ(shown.number("percent_hundredths"), 426);
    EXPECT_EQ(shown.number("percent_max"), 10);
    EXPECT_EQ(world_.get(staff(), world_.official("511500")).number("contract_staff"), 90);
    EXPECT_EQ(world_.get(staff(), world_.official("510500")).status, 404);
    EXPECT_EQ(world_.get(staff(), world_.employer("511502")).status, 404);
    EXPECT_EQ(world_.get(staff(), {}).status, 401);
    EXPECT_EQ(report(boss_, R"({"contract_staff":80,"dispatched_staff":0,"as_of_on":"2026-11-21"})").number("contract_staff"), 80)
        << "its latest word takes the place of the one before";
}

TEST_F(Staff, ADispatchOrderIsComparedWithIt) {
    const auto ten = drafted(10);
    EXPECT_EQ(said(ten), "") << "nothing was said of the staff";
    ASSERT_EQ(report(boss_, R"({"contract_staff":90,"dispatched_staff":0,"as_of_on":"2026-11-20"})").status, 200);
    EXPECT_EQ(said(ten), "");
    EXPECT_EQ(said(drafted(11)), "note");
    EXPECT_EQ(said(drafted(11, "recruit")), "");
    // An order that is open counts for the next one.
    const auto published = world_.post("/orders/" + ten + "/publish", boss_);
    ASSERT_EQ(published.text("status"), "open") << published.bytes;
    EXPECT_EQ(said(ten), "") << "not twice";
    EXPECT_EQ(said(drafted(1)), "note");
    EXPECT_EQ(world_.get(staff(), boss_).number("dispatch_seats"), 10);
    ASSERT_EQ(world_.post("/orders/" + ten + "/cancel", boss_, R"({"reason":"停产"})").status, 200);
    EXPECT_EQ(said(drafted(10)), "") << "what is over counts no more";
    // A note stops nobody.
    const auto eleven = drafted(11);
    EXPECT_EQ(world_.post("/orders/" + eleven + "/publish", boss_).text("status"), "open");
}

}  // namespace staff_test
}  // namespace jianghui::orders
