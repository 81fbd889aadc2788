// Somebody who is not at the site tries to find its six digits.

#include <gtest/gtest.h>

#include "features/seats/code_tries.hpp"
#include "features/seats/site_code.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::seats {
namespace code_tries_test {

class CodeTries : public testing::Test {
  protected:
    CodeTries() { market.go_to("2026-12-01T01:00:00.000Z"); }
    test::TestApp::Answer type(const test::WorkingMarket::Worker& who, const std::string& code) {
        return market.post("/seats/" + who.seat.text() + "/start", who.caller,
                           R"({"code":")" + code + R"("})");
    }
    std::string right() {
        return market.get("/orders/" + order() + "/site-code", market.boss).text("code");
    }
    std::string wrong() { return right() == "000000" ? "000001" : "000000"; }
    std::string order() {
        return market.get("/seats/" + worker.seat.text(), worker.caller)
            .body.at("order").at("id").as_string().c_str();
    }
    int locks() {
        return market.store().read([&](store::Reader& reader) {
            int count = 0;
            for (const auto& event : journal::of_subject(reader, worker.seat.number))
                count += event.kind == "seat.code_locked" ? 1 : 0;
            return count;
        });
    }

    test::WorkingMarket market;
    ShareId share = market.grabbed(2);
    test::WorkingMarket::Worker worker = market.accepted(share);
    test::WorkingMarket::Worker other = market.accepted(share);
};

TEST_F(CodeTries, AreCountedAndLockTheSeatForAWhile) {
    for (const auto* left : {"4", "3", "2", "1", "0"}) {
        const auto answer = type(worker, wrong());
        EXPECT_EQ(answer.status, 409);
        EXPECT_EQ(answer.text("code"), "wrong_site_code");
        EXPECT_EQ(answer.body.at("facts").at("attempts_left").as_string(), left);
    }
    EXPECT_EQ(locks(), 1);
    const auto locked = type(worker, right());
    EXPECT_EQ(locked.status, 429) << "not even the right code: else the lock would tell nothing";
    EXPECT_EQ(locked.text("code"), "site_code_locked");
    EXPECT_NE(locked.bytes.find("30 分钟"), std::string::npos) << locked.bytes;
    EXPECT_EQ(type(other, right()).status, 200) << "somebody else's seat goes on";
    market.clock().advance(std::chrono::minutes(31));
    EXPECT_EQ(type(worker, right()).status, 200);
    EXPECT_EQ(locks(), 1);
}

TEST_F(CodeTries, AreForgottenOnceTheRightCodeCame) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(type(worker, wrong()).status, 409);
    EXPECT_EQ(type(worker, right()).status, 200);
    EXPECT_EQ(type(worker, wrong()).body.at("facts").at("attempts_left").as_string(), "4");
}

TEST_F(CodeTries, OfStrangersCountNothing) {
    EXPECT_EQ(market.post("/seats/" + worker.seat.text() + "/start", other.caller,
                          R"({"code":"000000"})")
                  .status,
              404);
    EXPECT_EQ(type(worker, wrong()).body.at("facts").at("attempts_left").as_string(), "4");
}

TEST_F(CodeTries, SurviveARestart) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(type(worker, wrong()).status, 409);
    market.restart();
    EXPECT_EQ(type(worker, right()).text("code"), "site_code_locked");
}

}  // namespace code_tries_test
}  // namespace jianghui::seats
