// Sealed bids as rules: the commitment, the order of service, and what a forged document shows.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "features/quotes/rules.hpp"

namespace jianghui::quotes {
namespace rules_test {

const std::string nonce(32, 'a');

TEST(Commitment, IsWhatTheReadmeSays) {
    const OrderId order{123};
    const Bid bid{{25000}, 4, 1, nonce};
    EXPECT_EQ(commitment_of(order, bid),
              crypto::sm3("quote-1:" + order.text() + ":25000:4:1:" + nonce).hex());
}

TEST(Commitment, EveryNumberOfTheBidChangesIt) {
    const Bid bid{{25000}, 4, 1, nonce};
    const auto own = commitment_of({1}, bid);
    EXPECT_NE(commitment_of({2}, bid), own);
    EXPECT_NE(commitment_of({1}, {{25001}, 4, 1, nonce}), own);
    EXPECT_NE(commitment_of({1}, {{25000}, 5, 1, nonce}), own);
    EXPECT_NE(commitment_of({1}, {{25000}, 4, 2, nonce}), own);
    EXPECT_NE(commitment_of({1}, {{25000}, 4, 1, std::string(32, 'b')}), own);
}

RC_GTEST_PROP(ByFee, ServesTheLowestFirstAndEqualFeesByTheLottery, ()) {
    std::vector<Fen> fees(*rc::gen::inRange<std::size_t>(0, 30));
    for (auto& fee : fees) fee.value = *rc::gen::inRange(0, 6);
    const auto lottery = draws::lottery(crypto::sm3(std::to_string(*rc::gen::inRange(0, 999999))),
                                        fees.size());
    const auto order = by_fee(fees, lottery);
    RC_ASSERT(order.size() == fees.size());
    const auto lot = [&](std::size_t bid) {
        return std::find(lottery.begin(), lottery.end(), bid) - lottery.begin();
    };
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto before = fees[order[i - 1]], after = fees[order[i]];
        RC_ASSERT(before <= after);
        if (before == after) RC_ASSERT(lot(order[i - 1]) < lot(order[i]));
    }
}

struct MayBid : testing::Test {
    orders::OrderRow order;
    QuoteRow quote;
    PlaceBid wanted;
    Instant now = *parse_instant("2026-11-23T12:00:00+08:00");

    MayBid() {
        order.status = orders::OrderStatus::open;
        order.mode = orders::GrabMode::quote;
        order.lot_min = 2;
        order.lot_max = 5;
        quote.opens_at = now - std::chrono::hours(1);
        quote.closes_at = now + std::chrono::hours(1);
        quote.ceiling_fen = Fen{30000};
        wanted.fee_fen.value = 20000;
        wanted.seats.value = 3;
        wanted.nonce.text = std::string(32, 'A');
    }
    std::string refusal() {
        const auto bid = may_bid(order, quote, wanted, now);
        return bid ? "" : bid.error().code;
    }
};

TEST_F(MayBid, SaysTheBidInItsOneForm) {
    const auto bid = may_bid(order, quote, wanted, now);
    ASSERT_TRUE(bid.has_value());
    EXPECT_EQ(bid->nonce, nonce) << "in lower case";
    EXPECT_EQ(bid->at_least, 1);
}

TEST_F(MayBid, RefusesEachWithItsOwnCode) {
    wanted.fee_fen.value = 30000;
    EXPECT_EQ(refusal(), "") << "the ceiling itself may be bid";
    wanted.fee_fen.value = 30001;
    EXPECT_EQ(refusal(), "bid_above_ceiling");
    quote.ceiling_fen.reset();
    EXPECT_EQ(refusal(), "") << "without a fee in the order there is no ceiling";
    order.kind = orders::OrderKind::lend;
    EXPECT_EQ(refusal(), "bid_fee_for_lending");
    wanted.fee_fen.value = 0;
    EXPECT_EQ(refusal(), "");
    wanted.seats.value = 6;
    EXPECT_EQ(refusal(), "lot_size");
    wanted.seats.value = 3;
    wanted.at_least = Integer<1, 10000>{4};
    EXPECT_EQ(refusal(), "at_least_too_high");
    wanted.at_least.reset();
    wanted.nonce.text[0] = 'z';
    EXPECT_EQ(refusal(), "nonce_malformed");
    now = quote.closes_at;
    EXPECT_EQ(refusal(), "bid_window_closed") << "the close itself is too late";
    now = quote.opens_at - std::chrono::seconds(1);
    EXPECT_EQ(refusal(), "bid_window_closed");
    now = quote.opens_at;
    order.status = orders::OrderStatus::suspended;
    EXPECT_EQ(refusal(), "order_not_open");
    order.open_to_all = true;
    EXPECT_EQ(refusal(), "order_other_mode");
}

}  // namespace rules_test
}  // namespace jianghui::quotes
