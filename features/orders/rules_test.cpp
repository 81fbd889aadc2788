// Terms that contradict each other, decided without a database.

#include "features/orders/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::orders {
namespace rules_test {

/// What is said of an order with that pay and fee; "" when nothing is.
std::string said(std::int64_t pay_min, std::int64_t pay_max, std::int64_t fee) {
    OrderRow order;
    order.pay_min_fen = Fen{pay_min};
    order.pay_max_fen = Fen{pay_max};
    order.service_fee_fen = Fen{fee};
    const auto fits = consistent(order);
    return fits ? "" : fits.error().code + " " + fits.error().path;
}

TEST(OrderRules, AmountsHaveAnEndFarBelowWhereSumsHaveOne) {
    constexpr std::int64_t most = 1'000'000'000;
    EXPECT_EQ(said(most, most, most), "");
    EXPECT_EQ(said(20'000, most + 1, 0), "amount_too_high /pay_max_fen");
    EXPECT_EQ(said(most + 1, most + 1, 0), "amount_too_high /pay_min_fen");
    EXPECT_EQ(said(20'000, 26'000, most + 1), "amount_too_high /service_fee_fen");
    EXPECT_EQ(said(2, 1, 0), "pay_mismatch /pay_max_fen");
}

}  // namespace rules_test
}  // namespace jianghui::orders
