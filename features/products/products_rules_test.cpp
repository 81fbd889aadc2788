// Rules of products.

#include <gtest/gtest.h>

#include "features/products/rules.hpp"

namespace jianghui::products {
namespace products_rules_test {

ProductDraft good() {
    ProductDraft draft;
    draft.kind.text = "train";
    draft.title.text = "叉车司机取证班";
    draft.description.text = "小班教学，含实操考试";
    draft.price_fen = {80000};
    draft.unit.text = "person";
    draft.quantity_max = {200};
    draft.terms = {{{"取证率"}, {"不低于 90%"}}};
    draft.steps = {{{"开班"}, {40}, {7}}, {{"结业"}, {60}, {30}}};
    draft.places = {{"511500"}};
    return draft;
}

TEST(Draft, NeedsPriceTermPlaceAndAWholePlan) {
    EXPECT_TRUE(consistent(good()).has_value());
    const auto refused = [](auto&& spoil) {
        auto draft = good();
        spoil(draft);
        const auto result = consistent(draft);
        return result ? std::string() : result.error().code;
    };
    EXPECT_EQ(refused([](auto& draft) { draft.price_fen = {0}; }), "product_price");
    EXPECT_EQ(refused([](auto& draft) { draft.price_fen = {9'000'000'000'000}; }), "product_price");
    EXPECT_EQ(refused([](auto& draft) { draft.terms.clear(); }), "product_incomplete");
    EXPECT_EQ(refused([](auto& draft) { draft.places.clear(); }), "product_incomplete");
    EXPECT_EQ(refused([](auto& draft) { draft.steps.clear(); }), "product_incomplete");
    EXPECT_EQ(refused([](auto& draft) { draft.steps[0].percent = {41}; }), "plan_not_whole");
}

TEST(Draft, DaysAreThoseOfTheLastStepAndPlacesAreASet) {
    auto draft = good();
    draft.places = {{"511500"}, {"510500"}, {"511500"}};
    ProductRow row;
    apply(row, draft);
    EXPECT_EQ(row.days, 30);
    EXPECT_EQ(row.places, (PlaceList{{"510500"}, {"511500"}}));
}

TEST(Booking, VersionPlaceAndQuantity) {
    ProductRow row;
    apply(row, good());
    BookProduct wanted{{1}, {1}, {200}, {"511502"}, {}};
    EXPECT_EQ(may_book(row, wanted).error().code, "product_status_conflict");
    row.status = ProductStatus::published;
    EXPECT_TRUE(may_book(row, wanted).has_value());
    wanted.place = {"510502"};
    EXPECT_EQ(may_book(row, wanted).error().code, "product_not_there");
    wanted.place = {"511500"};
    wanted.quantity = {201};
    EXPECT_EQ(may_book(row, wanted).error().code, "product_quantity");
    wanted.version = {2};
    EXPECT_EQ(may_book(row, wanted).error().code, "product_changed");
}

TEST(Compare, OneToFourDifferentIds) {
    const auto text = [](std::int64_t number) { return ProductId{number}.text(); };
    EXPECT_EQ(read_ids(text(1) + "," + text(2) + "," + text(1))->size(), 2u);
    EXPECT_EQ(read_ids("abc").error().code, "compare_count");
    EXPECT_EQ(read_ids(text(1) + "," + text(2) + "," + text(3) + "," + text(4) + "," + text(5))
                  .error()
                  .code,
              "compare_count");
}

TEST(Need, OrderKindsMustBeInTheScope) {
    EXPECT_EQ(need_of("search", "licence").scope, organisations::OrderKind::search);
    EXPECT_FALSE(need_of("consult", "filing").scope.has_value());
    EXPECT_EQ(need_of("x", "").credential, organisations::CredentialKind::licence);
}

}  // namespace products_rules_test
}  // namespace jianghui::products
