// Products as specifications: published through the gate, found, compared, booked, answered.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/products/model.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::products {
namespace products_test {

using test::TestApp;

struct Products : testing::Test {
    TestApp world;
    access::Caller seller = world.agency("510502");
    access::Caller boss = world.employer("511502");
    int keys = 0;

    static std::string body(const std::string& kind, int price, const std::string& places,
                            const std::string& more = "") {
        return fmt::format(
            R"({{"kind":"{}","title":"叉车司机取证班","description":"小班教学，含实操考试",)"
            R"("price_fen":{},"unit":"person","quantity_max":100,)"
            R"("terms":[{{"measure":"取证率","target":"不低于 90%"}}],)"
            R"("steps":[{{"title":"开班","percent":33,"days":7}},)"
            R"({{"title":"结业","percent":67,"days":30}}],"places":{}{}}})",
            kind, price, places, more);
    }
    std::string drafted(const access::Caller& who, const std::string& text) {
        const auto answer = world.post("/products", who, text);
        EXPECT_EQ(answer.status, 201) << answer.text("code");
        return answer.text("id");
    }
    std::string published(const access::Caller& who, const std::string& kind = "train",
                          int price = 80001, const std::string& places = R"(["511500"])") {
        const auto id = drafted(who, body(kind, price, places));
        EXPECT_EQ(world.post("/products/" + id + "/publish", who).text("status"), "published");
        return id;
    }
    TestApp::Answer book(const std::string& product, int quantity = 3,
                         const std::string& place = "511502", int version = 1,
                         const std::string& key = "") {
        return world.post(
            "/products/" + product + "/bookings", boss,
            fmt::format(R"({{"version":{},"quantity":{},"place":"{}","wishes":"周末班"}})", version,
                        quantity, place),
            key.empty() ? "k" + std::to_string(++keys) : key);
    }
    std::vector<std::string> found(const std::string& query) {
        std::vector<std::string> ids;
        const auto page = world.get("/products?" + query, {});
        EXPECT_EQ(page.status, 200) << page.text("code");
        if (page.status == 200)
            for (const auto& item : page.body.at("items").as_array())
                ids.emplace_back(item.at("id").as_string());
        return ids;
    }
    /// Suspends every credential of that kind of the seller.
    void suspend(const std::string& kind) {
        const auto answer = world.get("/organisations/" + seller.organisation.text(), seller);
        const auto official = world.caller(access::Role::official, {}, "510500");
        for (const auto& credential : answer.body.at("credentials").as_array())
            if (credential.at("kind").as_string() == kind) {
                const auto id = std::string(credential.at("id").as_string());
                EXPECT_EQ(world
                              .post("/credentials/" + id + "/suspend", official,
                                    R"({"reason_code":"false_information","reason":"材料不实"})")
                              .status,
                          200);
            }
    }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
    }
};

TEST_F(Products, AreDraftsUntilThePublishedOnesAreFoundByAnybody) {
    const auto id = drafted(seller, body("train", 80000, R"(["511500"])"));
    EXPECT_EQ(world.get("/products/" + id, {}).status, 404);
    EXPECT_EQ(world.get("/products/" + id, world.agency("510502")).status, 404);
    EXPECT_TRUE(found("").empty());
    EXPECT_EQ(world.get("/products?mine=true", seller).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(world.post("/products/" + id + "/publish", world.agency("510502")).status, 404);
    EXPECT_EQ(world.post("/products/" + id + "/withdraw", seller).text("code"),
              "product_status_conflict");
    const auto shown = world.post("/products/" + id + "/publish", seller);
    EXPECT_EQ(shown.text("needs"), "filing");
    EXPECT_EQ(shown.number("days"), 30);
    EXPECT_TRUE(shown.body.at("bookable").as_bool());
    EXPECT_EQ(found(""), std::vector{id});
    EXPECT_EQ(world.post("/products/" + id + "/publish", seller).text("code"),
              "product_status_conflict");
    EXPECT_EQ(world.post("/products/" + id + "/withdraw", seller).text("status"), "withdrawn");
    EXPECT_TRUE(found("").empty());
    EXPECT_EQ(book(id).text("code"), "product_status_conflict");
}

TEST_F(Products, UnknownCodesAndHalfDraftsAreRefused) {
    const auto refused = [&](const std::string& text) {
        return world.post("/products", seller, text).text("code");
    };
    EXPECT_EQ(refused(body("party", 1, R"(["511500"])")), "unknown_code");
    EXPECT_EQ(refused(body("train", 1, R"(["519999"])")), "unknown_code");
    EXPECT_EQ(refused(body("train", 0, R"(["511500"])")), "product_price");
    EXPECT_EQ(refused(body("train", 1, "[]")), "product_incomplete");
    EXPECT_EQ(world.post("/products", boss, body("train", 1, R"(["511500"])")).status, 403);
}

TEST_F(Products, TheCatalogueFiltersSortsAndPages) {
    const auto cheap = published(seller, "train", 50000, R"(["511500"])");
    const auto dear = published(seller, "train", 90000, R"(["510500","511502"])");
    const auto other = published(seller, "search", 70000, R"(["510000"])");
    EXPECT_EQ(found("sort=price"), (std::vector{cheap, other, dear}));
    EXPECT_EQ(found("sort=price_down"), (std::vector{dear, other, cheap}));
    EXPECT_EQ(found("kind=train"), (std::vector{dear, cheap}));
    EXPECT_EQ(found("price_from=60000&price_to=80000"), std::vector{other});
    EXPECT_EQ(found("place=510502"), (std::vector{other, dear})) << "its city or province is named";
    EXPECT_EQ(found("place=511502&sort=price"), (std::vector{cheap, other, dear}));
    EXPECT_EQ(found("place=511500&sort=price"), (std::vector{cheap, other, dear}));
    EXPECT_EQ(found("place=510300"), std::vector{other});
    EXPECT_EQ(found("q=%E5%8F%89%E8%BD%A6").size(), 3u);
    EXPECT_TRUE(found("q=%25").empty()) << "no wildcard";
    const auto page = world.get("/products?limit=2&sort=price", {});
    EXPECT_EQ(page.text("next"), "2");
    EXPECT_EQ(found("limit=2&sort=price&cursor=2"), std::vector{dear});
    const auto compared = world.get("/product-comparisons?ids=" + dear + "," + cheap, {});
    ASSERT_EQ(compared.status, 200);
    EXPECT_EQ(compared.body.at(0).at("id").as_string(), dear);
    EXPECT_EQ(world.get("/product-comparisons?ids=" + dear + "," + ProductId{77}.text(), {}).status,
              404);
    EXPECT_EQ(world.get("/product-comparisons?ids=abcabcabcabcabc", {}).text("code"),
              "compare_count");
}

TEST_F(Products, ThePriceIsFrozenAtBookingAndAcceptanceMakesTheEngagement) {
    const auto id = published(seller);
    const auto booked = book(id, 3, "511502", 1, "same");
    ASSERT_EQ(booked.status, 201) << booked.text("code");
    EXPECT_EQ(book(id, 3, "511502", 1, "same").text("id"), booked.text("id"));
    EXPECT_EQ(booked.number("total_fen"), 240003);
    EXPECT_EQ(world
                  .send(http::Method::patch, "/products/" + id, seller,
                        body("train", 99999, R"(["511500"])", R"(,"version":1)"))
                  .number("version"),
              2);
    EXPECT_EQ(world
                  .send(http::Method::patch, "/products/" + id, seller,
                        body("train", 1, R"(["511500"])", R"(,"version":1)"))
                  .text("code"),
              "product_changed");
    EXPECT_EQ(book(id).text("code"), "product_changed") << "the employer read version 1";
    const std::string path = "/bookings/" + booked.text("id");
    EXPECT_EQ(world.post(path + "/accept", world.agency("510502")).status, 404);
    EXPECT_EQ(world.get(path, world.employer("511502")).status, 404);
    const auto accepted = world.post(path + "/accept", seller);
    ASSERT_EQ(accepted.text("status"), "accepted") << accepted.text("code");
    const auto engagement = world.get("/engagements/" + accepted.text("engagement"), boss);
    EXPECT_EQ(engagement.number("price_fen"), 240003) << "the price of the day of the booking";
    const auto& steps = engagement.body.at("steps").as_array();
    EXPECT_EQ(steps.at(0).at("amount_fen").as_int64(), 79200);
    EXPECT_EQ(steps.at(1).at("amount_fen").as_int64(), 160803);
    EXPECT_EQ(steps.at(1).at("due_on").as_string(), "2026-12-23");
    EXPECT_EQ(world.post(path + "/accept", seller).text("code"), "booking_over");
    EXPECT_EQ(world.post(path + "/withdraw", boss).text("code"), "booking_over");
}

TEST_F(Products, ABookingIsDeclinedWithdrawnOrLapses) {
    const auto id = published(seller);
    EXPECT_EQ(book(id, 101).text("code"), "product_quantity");
    EXPECT_EQ(book(id, 1, "510502").text("code"), "product_not_there");
    EXPECT_EQ(book(id, 1, "519999").text("code"), "unknown_code");
    EXPECT_EQ(world.post("/products/" + id + "/bookings", seller, "{}", "x").status, 403);
    const auto path = [&] { return "/bookings/" + book(id).text("id"); };
    const auto declined = path();
    EXPECT_EQ(world.post(declined + "/decline", seller).status, 400) << "a reason";
    EXPECT_EQ(
        world.post(declined + "/decline", seller, R"({"reason":"本月班次已满"})").text("status"),
        "declined");
    EXPECT_EQ(world.get(declined, boss).text("reason"), "本月班次已满");
    EXPECT_EQ(world.post(path() + "/withdraw", boss).text("status"), "withdrawn");
    const auto slow = path();
    const auto inbox = world.get("/inbox", seller).body.at("items").as_array();
    ASSERT_EQ(inbox.size(), 1u);
    EXPECT_EQ(inbox[0].at("kind").as_string(), "booking.answer");
    go_on(49);
    EXPECT_EQ(world.post(slow + "/accept", seller).text("code"), "booking_over");
    EXPECT_EQ(world.get(slow, boss).text("status"), "lapsed");
    EXPECT_EQ(world.get("/bookings?status=lapsed", boss).body.at("items").as_array().size(), 1u);
}

TEST_F(Products, ASuspendedLicenceEndsPublishingBookingAndAcceptingAtOnce) {
    const auto id = published(seller, "dispatch");
    const auto booked = book(id).text("id");
    const auto draft = drafted(seller, body("dispatch", 5, R"(["511500"])"));
    suspend("dispatch_licence");
    EXPECT_EQ(book(id).text("code"), "licence_expired");
    EXPECT_EQ(world.post("/bookings/" + booked + "/accept", seller).text("code"),
              "licence_expired");
    EXPECT_EQ(world.post("/products/" + draft + "/publish", seller).text("code"),
              "licence_expired");
    const auto shown = world.get("/products/" + id, {});
    EXPECT_FALSE(shown.body.at("bookable").as_bool());
    EXPECT_EQ(shown.body.at("refusal").at("code").as_string(), "licence_expired");
    EXPECT_EQ(world
                  .post("/products/" + published(seller, "consult") + "/bookings", boss,
                        R"({"version":1,"quantity":1,"place":"511502"})", "other")
                  .status,
              201)
        << "another kind needs another credential";
}

TEST_F(Products, AnEmployerUnderExclusionCannotBook) {
    const auto id = published(seller);
    const auto official = world.caller(access::Role::official, {}, "511500");
    EXPECT_EQ(world.post("/organisations/" + boss.organisation.text() + "/exclusion", official,
                         R"({"reason_code":"unpaid_wages"})")
                      .status /
                  100,
              2);
    EXPECT_EQ(world.post("/organisations/" + boss.organisation.text() + "/exclusion/approve",
                         world.caller(access::Role::official, {}, "511500"))
                  .status,
              200);
    EXPECT_EQ(book(id).text("code"), "buyer_not_verified");
}

}  // namespace products_test
}  // namespace jianghui::products
