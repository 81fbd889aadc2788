#include <gtest/gtest.h>

#include "features/demo/errors.hpp"
#include "features/demo/fill.hpp"
#include "features/papers/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::demo {
namespace {

Fill small_fill() {
    return {*parse_instant("2026-11-23T08:59:00+08:00"), 3, true};
}

Filled filled(test::TestApp& world) {
    auto done = fill(world.app(), small_fill());
    EXPECT_TRUE(done.has_value()) << (done ? "" : (done.error().facts.empty() ? done.error().code : done.error().facts.front().second) + done.error().path);
    return done ? *done : Filled{};
}

constexpr store::Statement seats_of_orders{
    "demo_test.seats_of_orders",
    "SELECT COUNT(*) FROM orders o WHERE o.headcount - o.remaining <> "
    "(SELECT COALESCE(SUM(s.seats), 0) FROM shares s WHERE s.order_id = o.id)"};
constexpr store::Statement totals_of_statements{
    "demo_test.totals_of_statements",
    "SELECT COUNT(*) FROM statements t WHERE t.total_fen <> t.wage_fen + t.fee_fen OR t.total_fen <> "
    "(SELECT COALESCE(SUM(l.amount_fen), 0) FROM statement_lines l WHERE l.statement_id = t.id "
    "AND l.live = 1)"};
constexpr store::Statement staffed_shares{
    "demo_test.staffed_shares",
    "SELECT COUNT(*) FROM shares s WHERE s.status IN ('held', 'staffing') AND s.staffed <> "
    "(SELECT COUNT(*) FROM seats p WHERE p.share_id = s.id "
    "AND p.status IN ('offered', 'accepted', 'on_site', 'done', 'ended_early'))"};

TEST(Demo, SmallYearHoldsTogetherAndHasEveryState) {
    test::TestApp world;
    const auto year = filled(world);
    world.store().read([&](const store::Reader& reader) {
        for (const auto& wrong : {seats_of_orders, totals_of_statements, staffed_shares})
            EXPECT_EQ(reader.value<std::int64_t>(wrong), 0) << wrong.name;
    });
    for (const char* state :
         {"orders draft", "orders review", "orders open", "orders running", "orders closed",
          "orders expired", "orders cancelled", "orders suspended", "orders filled", "shares held",
          "shares staffing", "shares delivering", "shares settled", "shares released",
          "shares withdrawn", "shares defaulted", "seats offered", "seats accepted",
          "seats on_site", "seats done", "seats declined", "seats expired", "seats no_show",
          "seats replaced", "seats ended_early", "timesheets open", "timesheets submitted",
          "timesheets approved", "timesheets returned", "timesheets disputed",
          "timesheets decided", "statements draft", "statements agreed", 
          "statements paid", "statements confirmed", "statements overdue yellow",
          "statements overdue orange", "statements overdue red", "organisations registered",
          "organisations refused", "organisations suspended"})
        EXPECT_TRUE(year.counts.contains(state)) << state;
    for (const auto& [name, number] : year.counts) std::cout << number << "  " << name << '\n';
}

TEST(Demo, ItsPapersPointToWhereItIsServed) {
    test::TestApp world;
    auto wanted = small_fill();
    wanted.public_address = "http://127.0.0.1:9090";
    ASSERT_TRUE(fill(world.app(), wanted).has_value());
    world.store().read([](store::Reader& reader) {
        EXPECT_EQ(papers::paper_link(reader, "/lists/1", "扫码查看").address, "http://127.0.0.1:9090/lists/1");
    });
    test::TestApp other;
    wanted.public_address = "127.0.0.1:9090";
    const auto refused = fill(other.app(), wanted);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().facts.front().second, "address_malformed");
}

TEST(Demo, SameSeedSameYear) {
    test::TestApp one;
    test::TestApp other;
    const auto first = filled(one);
    EXPECT_EQ(first.journal_digest, filled(other).journal_digest);
    EXPECT_EQ(fill(one.app(), small_fill()).error().code, demo_not_empty.code);
}

}  // namespace
}  // namespace jianghui::demo
