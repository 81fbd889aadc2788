// A page that is handed out is what the order was at the last position that anybody has seen.

#include <gtest/gtest.h>

#include "features/orders/kept_pages.hpp"

namespace jianghui::orders {
namespace {

KeptPages::Page page_of(std::int64_t order, std::int64_t employer = 1) {
    auto page = std::make_shared<OrderPage>();
    page->row.id = OrderId{order};
    page->row.employer = OrganisationId{employer};
    return page;
}
journal::Named named(std::int64_t position, std::string kind, std::int64_t subject) {
    journal::Named event;
    event.position = position;
    event.subject_kind = std::move(kind);
    event.subject = {subject};
    return event;
}

TEST(KeptPages, APageHoldsUntilAnEventNamesItsOrderOrItsEmployer) {
    KeptPages pages;
    pages.learn({-1, 50, {}, true});
    pages.keep(50, page_of(7));
    pages.keep(50, page_of(8, 2));
    pages.keep(50, page_of(9));
    pages.learn({50, 52, {named(51, "share", 7), named(52, "order", 9)}, true});
    EXPECT_NE(pages.find(OrderId{7}), nullptr);
    EXPECT_EQ(pages.find(OrderId{9}), nullptr);
    pages.learn({52, 53, {named(53, "organisation", 2)}, true});
    EXPECT_EQ(pages.find(OrderId{8}), nullptr);
    EXPECT_NE(pages.find(OrderId{7}), nullptr);
    EXPECT_EQ(pages.position(), 53);
}

TEST(KeptPages, APageOfAnOlderSnapshotIsNotKept) {
    KeptPages pages;
    pages.learn({-1, 50, {}, true});
    pages.learn({50, 51, {named(51, "order", 7)}, true});
    pages.keep(50, page_of(7));
    EXPECT_EQ(pages.find(OrderId{7}), nullptr);
}

/// Two look for the first time at once, each told only where the journal ends. What happened between the two ends
/// nobody was told: a page of the first was handed out as it had been before that.
TEST(KeptPages, OfTwoWhoLookFirstTheLaterOneForgetsWhatTheOtherKept) {
    KeptPages pages;
    pages.learn({-1, 50, {}, true});
    pages.keep(50, page_of(7));
    pages.learn({-1, 60, {}, true});
    EXPECT_EQ(pages.find(OrderId{7}), nullptr);
    EXPECT_EQ(pages.position(), 60);
}

TEST(KeptPages, OfTwoWhoLookFirstTheEarlierOneChangesNothing) {
    KeptPages pages;
    pages.learn({-1, 60, {}, true});
    pages.keep(60, page_of(7));
    pages.learn({-1, 50, {}, true});
    EXPECT_NE(pages.find(OrderId{7}), nullptr);
    EXPECT_EQ(pages.position(), 60);
}

TEST(KeptPages, NewsThatDoNotSayEverythingLeaveNothing) {
    KeptPages pages;
    pages.learn({-1, 50, {}, true});
    pages.keep(50, page_of(7));
    pages.learn({50, 5'000, {}, false});
    EXPECT_EQ(pages.size(), 0U);
}

TEST(KeptPages, TheOldestPagesGoFirst) {
    KeptPages pages;
    pages.learn({-1, 1, {}, true});
    const auto most = static_cast<std::int64_t>(2 * KeptPages::pages_max);
    for (std::int64_t order = 1; order <= most + 1; ++order) pages.keep(1, page_of(order));
    EXPECT_LE(pages.size(), 2 * KeptPages::pages_max);
    EXPECT_EQ(pages.find(OrderId{1}), nullptr);
    EXPECT_NE(pages.find(OrderId{most + 1}), nullptr);
}

}  // namespace
}  // namespace jianghui::orders
