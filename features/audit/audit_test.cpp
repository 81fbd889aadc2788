// The sealed journal as parties and strangers see it.

#include <gtest/gtest.h>

#include "engine/journal/seal.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::audit {
namespace audit_test {

using test::WorkingMarket;

struct Audit : testing::Test {
    WorkingMarket market;
    ShareId share = market.grabbed(2);
    access::Caller nobody;

    Audit() {
        market.clock().advance(std::chrono::seconds(6));
        market.app().run_due_jobs();
    }
    std::int64_t position_of(const std::string& kind) {
        return market.store().read([&](store::Reader& reader) {
            std::int64_t found = 0;
            for (const auto& event : journal::after(reader, 0, 10'000))
                if (event.kind == kind) found = event.position;
            return found;
        });
    }
    WorkingMarket::Answer proof(const std::string& kind, const access::Caller& who) {
        return market.get("/audit/proofs/" + std::to_string(position_of(kind)), who);
    }
};

TEST_F(Audit, SealsByItselfAndTheWholeVerifies) {
    const auto found =
        market.store().read([](store::Reader& reader) { return journal::verify(reader); });
    EXPECT_FALSE(found.fault);
    EXPECT_EQ(found.blocks, 1);
    EXPECT_EQ(found.unsealed, 0);
    const auto blocks = market.get("/audit/blocks", nobody).body.as_array();
    ASSERT_EQ(blocks.size(), 1u);
    EXPECT_EQ(blocks.at(0).at("digest").as_string(), found.head);
    market.clock().advance(std::chrono::seconds(6));
    market.app().run_due_jobs();
    EXPECT_EQ(market.get("/audit/blocks", nobody).body.as_array().size(), 1u)
        << "nothing new, no block";
}

TEST_F(Audit, AProofOfAPublicEventIsForEverybodyAndHolds) {
    const auto answer = proof("order.opened", nobody);
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    const auto read = codec::decode<journal::Proof>(answer.bytes);
    ASSERT_TRUE(read);
    const auto keys = market.get("/audit/keys", nobody).body.as_array();
    EXPECT_TRUE(journal::check_proof(*read, std::string(keys.at(0).at("point").as_string())));
}

TEST_F(Audit, AProofOfAnotherEventIsForItsPartiesAndTheirOffice) {
    (void)market.accepted(share);
    market.clock().advance(std::chrono::seconds(6));
    market.app().run_due_jobs();
    EXPECT_EQ(proof("seat.accepted", market.broker).status, 200);
    EXPECT_EQ(proof("seat.accepted", market.boss).status, 200);
    EXPECT_EQ(proof("seat.accepted", nobody).status, 404);
    EXPECT_EQ(proof("seat.accepted", market.agency("511002")).status, 404);
    const auto office = market.caller(access::Role::official, {}, "511500");
    EXPECT_EQ(proof("seat.accepted", office).status, 200);
}

TEST_F(Audit, WhatIsNotSealedYetSaysSo) {
    (void)market.open_order(market.boss, 1);
    const auto answer = proof("order.opened", nobody);
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.text("code"), "event_not_sealed");
    EXPECT_EQ(market.get("/audit/proofs/999999", nobody).status, 404);
}

}  // namespace audit_test
}  // namespace jianghui::audit
