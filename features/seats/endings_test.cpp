// Shares that end after their hold is over, together with who sits in them.

#include <gtest/gtest.h>

#include "features/shares/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::seats {
namespace endings_test {

using test::WorkingMarket;

/// A share of three seats whose hold is over with one worker in it: two seats have gone back.
struct AfterTheHold : testing::Test {
    WorkingMarket market;
    ShareId share = market.grabbed(3, R"(,"hold_hours":24)");
    WorkingMarket::Worker worker = market.accepted(share);

    AfterTheHold() { pass("2026-11-25T09:00:00+08:00"); }

    void pass(const std::string& instant) {
        market.go_to(instant);
        market.app().run_due_jobs();
    }
    shares::ShareRow now() {
        return market.store().read([&](store::Reader& reader) {
            return *shares::find(reader, share);
        });
    }
    std::int64_t remaining() {
        return market.get("/orders/" + now().order_id.text(), market.boss).number("remaining");
    }
    /// The last event of the share.
    journal::Event told() {
        return market.store().read([&](store::Reader& reader) {
            return journal::of_subject(reader, share.number).back();
        });
    }
};

TEST_F(AfterTheHold, WhatItGaveBackSaysWhy) {
    EXPECT_EQ(now().seats, 1);
    EXPECT_EQ(told().kind, "share.shrunk");
    EXPECT_EQ(told().data.at("reason").as_string(), "hold_ended");
}

TEST_F(AfterTheHold, AShareThatIsWithdrawnIsWithdrawnAndNotReleased) {
    const auto province = market.caller(access::Role::official, {}, "510000");
    EXPECT_EQ(market.post("/shares/" + share.text() + "/withdraw", province,
                          R"({"reason":"核查"})")
                  .status,
              200);
    EXPECT_EQ(now().status, shares::ShareStatus::withdrawn);
    EXPECT_EQ(now().seats, 0);
    EXPECT_EQ(told().kind, "share.withdrawn");
    EXPECT_EQ(remaining(), 3);
    EXPECT_EQ(market.get("/seats/" + worker.seat.text(), market.broker).text("status"), "expired");
}

/// The worker says that she came; the employer never saw anybody.
TEST_F(AfterTheHold, AShareWhereNobodyComesDefaultsAndIsNotReleased) {
    market.go_to("2026-12-01T08:00:00+08:00");
    market.act<Done>(worker.caller, [&](app::Command& command) -> Result<Done> {
        TRY_DO(confirm_start(command, *find(command.db, worker.seat), Side::worker));
        return Done{};
    });
    pass("2026-12-09T09:00:00+08:00");
    EXPECT_EQ(now().status, shares::ShareStatus::defaulted);
    EXPECT_EQ(now().status_reason, "nobody_came");
    EXPECT_EQ(told().kind, "share.defaulted");
    EXPECT_EQ(told().data.at("change").as_int64(), -1);
    EXPECT_EQ(remaining(), 3);
}

}  // namespace endings_test
}  // namespace jianghui::seats
