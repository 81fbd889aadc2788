// A default bars its agency from grabbing until somebody who may closes it, or time does.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "engine/store/database_for_test.hpp"
#include "engine/store/old_database_for_test.hpp"
#include "features/shares/closing.hpp"
#include "features/shares/store.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::shares {
namespace defaults_test {

using access::Role;
using test::WorkingMarket;
using Answer = test::TestApp::Answer;

constexpr const char* made_good = R"({"ground":"made_good"})";
constexpr const char* excused = R"({"ground":"excused","reason":"厂区停电，并非机构之过"})";

TEST(ClosingRules, GiveEachSideItsOwnGrounds) {
    const auto said = [](Closer by, ClosingGround ground, const char* reason) {
        CloseDefault wanted{ShareId{1}, ground, {}};
        if (*reason != '\0') wanted.reason = Sentence{reason};
        const auto may = may_close(DefaultRow{}, by, wanted);
        return may ? std::string("yes") : may.error().code;
    };
    EXPECT_EQ(said(Closer::employer, ClosingGround::made_good, ""), "yes");
    EXPECT_EQ(said(Closer::employer, ClosingGround::settled, "已补偿"), "yes");
    EXPECT_EQ(said(Closer::employer, ClosingGround::excused, "停电"), "default_ground");
    EXPECT_EQ(said(Closer::employer, ClosingGround::lapsed, ""), "default_ground");
    EXPECT_EQ(said(Closer::office, ClosingGround::excused, "停电"), "yes");
    EXPECT_EQ(said(Closer::office, ClosingGround::excused, ""), "default_reason_wanted");
    EXPECT_EQ(said(Closer::office, ClosingGround::made_good, ""), "default_ground");
    EXPECT_EQ(said(Closer::office, ClosingGround::lapsed, "过期"), "default_ground");
}

TEST(ClosingRules, CloseNothingTwice) {
    DefaultRow closed;
    closed.closed_at = Instant{};
    const auto again = may_close(closed, Closer::employer, {ShareId{1}, ClosingGround::settled, {}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "default_not_open");
}

/// An order whose work is still to begin when the shares of December have defaulted.
std::string open_for_february(WorkingMarket& market) {
    const auto draft = market.post(
        "/orders", market.boss,
        R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502","headcount":9,)"
        R"("description":"负责起窖、拌料、上甑、摘酒","kind":"flex","address":"二车间",)"
        R"("hours_per_day_tenths":80,"starts_on":"2027-02-01","ends_on":"2027-02-28","pay_unit":"day",)"
        R"("pay_min_fen":20000,"pay_max_fen":26000})");
    const auto opened = market.post("/orders/" + draft.text("id") + "/publish", market.boss);
    EXPECT_EQ(opened.text("status"), "open") << opened.bytes;
    return draft.text("id");
}

/// 9 December: nobody came to the broker's share, and another order waits for February.
struct Defaults : testing::Test {
    WorkingMarket market;
    access::Caller city = market.caller(Role::official, {}, "511500");
    std::string next = open_for_february(market);
    ShareId share = market.grabbed(2, R"(,"hold_hours":400)");
    WorkingMarket::Worker worker = market.accepted(share);
    int grabs = 0;

    void SetUp() override {
        market.go_to("2026-12-09T12:00:00+08:00");
        nobody_comes(worker);
        ASSERT_EQ(status_of(share), "defaulted");
    }
    void nobody_comes(const WorkingMarket::Worker& who) {
        ASSERT_EQ(market.post("/seats/" + who.seat.text() + "/no-show", market.broker).status, 200);
        market.app().run_due_jobs();
    }
    std::string status_of(ShareId id) {
        return market.get("/shares/" + id.text(), market.boss).text("status");
    }
    Answer grab() {
        return market.post("/orders/" + next + "/shares", market.broker, R"({"seats":1})",
                           fmt::format("try{}", ++grabs));
    }
    Answer close(const access::Caller& who, const std::string& body, std::optional<ShareId> which = {}) {
        return market.post("/shares/" + which.value_or(share).text() + "/default/close", who, body);
    }
    Answer shown(const access::Caller& who) {
        return market.get("/shares/" + share.text() + "/default", who);
    }
    int open_defaults() {
        return market.store().read([&](store::Reader& reader) {
            return totals_of(reader, market.broker.organisation).open_defaults;
        });
    }
    std::vector<journal::Event> closings() {
        return market.store().read([&](store::Reader& reader) {
            auto events = journal::of_subject(reader, share.number);
            std::erase_if(events, [](const auto& each) { return each.kind != "share.default_closed"; });
            return events;
        });
    }
    std::size_t listed(const access::Caller& who, const std::string& filter = "") {
        const auto page = market.get("/share-defaults" + filter, who);
        return page.status == 200 ? page.body.at("items").as_array().size() : 1000;
    }
    int waiting(const access::Caller& who, std::string_view kind) {
        const auto inbox = market.get("/inbox", who);
        int found = 0;
        for (const auto& item : inbox.body.at("items").as_array())
            found += item.at("kind").as_string() == kind;
        return found;
    }
};

TEST_F(Defaults, ShutTheGateAndSayWhomToAsk) {
    const auto refused = grab();
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "open_default");
    EXPECT_EQ(refused.body.at("facts").at("open_defaults").as_string(), "1");
    const auto asked = market.get("/orders/" + next + "/gate", market.broker);
    const auto& refusals = asked.body.at("refusals").as_array();
    ASSERT_EQ(refusals.size(), 1U) << asked.bytes;
    EXPECT_NE(std::string(refusals[0].at("satisfy").at("zh").as_string()).find("用人单位"), std::string::npos);
    const auto seen = shown(market.broker);
    ASSERT_EQ(seen.status, 200) << seen.bytes;
    EXPECT_EQ(seen.body.at("employer").at("id").as_string(), market.boss.organisation.text());
    EXPECT_EQ(seen.text("city"), "511500");
    EXPECT_TRUE(seen.body.at("closed_at").is_null());
    EXPECT_TRUE(seen.body.at("may_close_as").as_array().empty()) << "not by who defaulted";
    EXPECT_EQ(shown(market.boss).body.at("may_close_as").as_array().size(), 2U);
    EXPECT_EQ(shown(city).body.at("may_close_as").at(0).as_string(), "excused");
}

TEST_F(Defaults, AreClosedByTheEmployerAndTheGateOpensAtOnce) {
    EXPECT_EQ(grab().text("code"), "open_default");
    const auto closed = close(market.boss, made_good);
    ASSERT_EQ(closed.status, 200) << closed.bytes;
    EXPECT_EQ(closed.text("ground"), "made_good");
    EXPECT_FALSE(closed.body.at("closed_at").is_null());
    EXPECT_TRUE(closed.body.at("may_close_as").as_array().empty());
    EXPECT_EQ(open_defaults(), 0);
    EXPECT_EQ(grab().status, 201);
    EXPECT_EQ(status_of(share), "defaulted") << "it did default";
}

TEST_F(Defaults, AreClosedAsSettledToo) {
    ASSERT_EQ(close(market.boss, R"({"ground":"settled","reason":"已赔付"})").status, 200);
    EXPECT_EQ(shown(market.broker).text("reason"), "已赔付");
    EXPECT_EQ(grab().status, 201);
}

TEST_F(Defaults, AreExcusedByTheOrdersCityWhichSaysWhyButNotInTheJournal) {
    EXPECT_EQ(close(city, R"({"ground":"excused"})").text("code"), "default_reason_wanted");
    EXPECT_EQ(grab().text("code"), "open_default");
    ASSERT_EQ(close(city, excused).status, 200);
    EXPECT_EQ(shown(market.broker).text("reason"), "厂区停电，并非机构之过");
    const auto told = closings();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].actor, city.account);
    EXPECT_EQ(told[0].organisation, market.broker.organisation);
    EXPECT_EQ(told[0].counterpart, market.boss.organisation);
    EXPECT_EQ(told[0].data.at("ground").as_string(), "excused");
    EXPECT_EQ(told[0].data.at("opened_on").as_string(), "2026-12-09");
    EXPECT_EQ(told[0].data.at("open_defaults").as_int64(), 0);
    EXPECT_EQ(codec::json::serialize(told[0].data).find("停电"), std::string::npos);
    EXPECT_EQ(grab().status, 201);
}

TEST_F(Defaults, AreClosedByNobodyElse) {
    EXPECT_EQ(close(market.broker, made_good).status, 403) << "the agency itself";
    EXPECT_EQ(close(market.agency("510502"), made_good).status, 403);
    EXPECT_EQ(close(market.employer("511502"), made_good).status, 404) << "another employer";
    EXPECT_EQ(close(market.caller(Role::official, {}, "510500"), excused).status, 404) << "another city";
    EXPECT_EQ(close(market.official, excused).status, 404) << "a county of it";
    EXPECT_EQ(close(market.caller(Role::inspector, {}, "511500"), excused).status, 403);
    EXPECT_EQ(close(worker.caller, made_good).status, 403);
    EXPECT_EQ(close(market.caller(Role::system_administrator, {}, "511500"), excused).status, 403);
    EXPECT_EQ(close(access::Caller{}, made_good).status, 401);
    EXPECT_EQ(close(market.boss, excused).text("code"), "default_ground");
    EXPECT_EQ(close(city, made_good).text("code"), "default_ground");
    EXPECT_EQ(close(market.boss, R"({"ground":"lapsed"})").text("code"), "default_ground");
    EXPECT_EQ(close(market.boss, R"({"ground":"forgotten"})").status, 400) << "no such ground";
    EXPECT_EQ(open_defaults(), 1);
    EXPECT_TRUE(closings().empty());
    EXPECT_EQ(grab().text("code"), "open_default");
}

TEST_F(Defaults, AreClosedOnce) {
    ASSERT_EQ(close(market.boss, made_good).status, 200);
    const auto again = close(market.boss, made_good);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.text("code"), "default_not_open");
    EXPECT_EQ(close(city, excused).text("code"), "default_not_open");
    EXPECT_EQ(open_defaults(), 0);
    EXPECT_EQ(closings().size(), 1U);
}

TEST(TwoDefaults, BarUntilBothAreClosed) {
    WorkingMarket market;
    const auto order = open_for_february(market);
    std::vector<ShareId> shares;
    std::vector<WorkingMarket::Worker> workers;
    for (int i = 0; i < 2; ++i) {
        shares.push_back(market.grabbed(2, R"(,"hold_hours":400)"));
        workers.push_back(market.accepted(shares.back()));
    }
    market.go_to("2026-12-09T12:00:00+08:00");
    for (const auto& worker : workers)
        ASSERT_EQ(market.post("/seats/" + worker.seat.text() + "/no-show", market.broker).status, 200);
    market.app().run_due_jobs();
    const auto grab = [&](const char* key) {
        return market.post("/orders/" + order + "/shares", market.broker, R"({"seats":1})", key);
    };
    const auto close = [&](ShareId id) {
        return market.post("/shares/" + id.text() + "/default/close", market.boss, made_good).status;
    };
    EXPECT_EQ(grab("a").body.at("facts").at("open_defaults").as_string(), "2");
    ASSERT_EQ(close(shares[0]), 200);
    const auto still = grab("b");
    EXPECT_EQ(still.text("code"), "open_default");
    EXPECT_EQ(still.body.at("facts").at("open_defaults").as_string(), "1");
    ASSERT_EQ(close(shares[1]), 200);
    EXPECT_EQ(grab("c").status, 201);
}

TEST_F(Defaults, LapseWithTimeAndOnce) {
    market.clock().advance(std::chrono::hours(24 * 180 - 1));
    market.app().run_due_jobs();
    EXPECT_EQ(open_defaults(), 1);
    market.clock().advance(std::chrono::hours(1));
    market.app().run_due_jobs();
    market.clock().advance(std::chrono::minutes(2));
    market.app().run_due_jobs();
    EXPECT_EQ(open_defaults(), 0);
    const auto told = closings();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_FALSE(told[0].actor) << "a clock";
    EXPECT_EQ(told[0].data.at("ground").as_string(), "lapsed");
    EXPECT_EQ(shown(market.boss).text("ground"), "lapsed");
    EXPECT_EQ(close(market.boss, made_good).text("code"), "default_not_open");
}

TEST_F(Defaults, AreSeenByTheirPartiesAndTheirCity) {
    const auto stranger = market.agency("510502");
    EXPECT_EQ(listed(market.broker), 1U);
    EXPECT_EQ(listed(market.boss), 1U);
    EXPECT_EQ(listed(city), 1U);
    EXPECT_EQ(listed(market.caller(Role::inspector, {}, "510000")), 1U);
    EXPECT_EQ(listed(market.caller(Role::official, {}, "510500")), 0U);
    EXPECT_EQ(listed(stranger), 0U);
    EXPECT_EQ(market.get("/share-defaults", worker.caller).status, 403);
    EXPECT_EQ(shown(stranger).status, 404);
    EXPECT_EQ(listed(city, "?open=true"), 1U);
    EXPECT_EQ(listed(city, "?open=false"), 0U);
    ASSERT_EQ(close(market.boss, made_good).status, 200);
    EXPECT_EQ(listed(city, "?open=true"), 0U);
    EXPECT_EQ(listed(market.broker, "?open=false"), 1U);
}

TEST_F(Defaults, WaitInBothInboxesUntilTheyAreClosed) {
    EXPECT_EQ(waiting(market.broker, "share.default_open"), 1);
    EXPECT_EQ(waiting(market.boss, "share.close_default"), 1);
    ASSERT_EQ(close(market.boss, made_good).status, 200);
    EXPECT_EQ(waiting(market.broker, "share.default_open"), 0);
    EXPECT_EQ(waiting(market.boss, "share.close_default"), 0);
    market.clock().advance(std::chrono::seconds(1));
    market.app().run_due_jobs();
    const auto notices = market.get("/notices", market.broker);
    const auto& newest = notices.body.at("items").at(0);
    EXPECT_EQ(newest.at("kind").as_string(), "share.default_closed");
    EXPECT_EQ(newest.at("link").as_string(), "/desk/shares/" + share.text());
}

TEST_F(Defaults, AreOfSharesThatDefaultedAlone) {
    ASSERT_EQ(close(market.boss, made_good).status, 200);
    const auto taken = grab();
    ASSERT_EQ(taken.status, 201);
    const auto live = *ShareId::parse(taken.text("id"));
    EXPECT_EQ(close(market.boss, made_good, live).text("code"), "default_not_open");
    EXPECT_EQ(market.get("/shares/" + live.text() + "/default", market.boss).status, 404);
}

constexpr std::string_view rows_of_old = R"(
INSERT INTO shares (id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason)
VALUES (1, '511500', 9, 5, 7, 0, 0, 'defaulted', 2, 1, '{}', 1, 3, 10, 'nobody_came'),
    (2, '511500', 9, 5, 7, 0, 0, 'defaulted', 2, 1, '{}', 1, 3, 20, 'nobody_came'),
    (3, '511500', 9, 5, 7, 4, 0, 'held', 2, 0, '{}', 1, 3, 1, ''),
    (4, '510500', 8, 5, 6, 0, 0, 'defaulted', 2, 1, '{}', 1, 3, 30, 'nobody_came');
INSERT INTO agency_totals (agency, seats, open_defaults) VALUES (7, 4, 1), (6, 0, 2), (4, 3, 0);
)";

struct OldDefault {
    ShareId share_id;
    std::string city;
    std::int64_t opened_at = 0;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(OldDefault, (), (share_id, city, opened_at, closed_at))

/// Of a database from before there were rows: as many as the counter of their agency says, and no counter that no
/// row can lower.
TEST(OldDefaults, AreRowsAsFarAsTheCounterSays) {
    const store::DatabaseForTest place;
    const auto database = place.open();
    const auto connection = database->connect(store::Database::Use::write);
    ASSERT_TRUE(store::bring_up_to_date(*connection, "20261203_1015", rows_of_old));
    const store::Reader reader(*connection);
    static constexpr store::Statement of_old{"test.of_old",
                                             "SELECT share_id, city, opened_at, closed_at FROM share_defaults "
                                             "ORDER BY share_id"};
    const auto rows = reader.all<OldDefault>(of_old);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].share_id, ShareId{2}) << "the newest of agency 7, whose counter says one";
    EXPECT_EQ(rows[0].opened_at, 20);
    EXPECT_FALSE(rows[0].closed_at);
    EXPECT_EQ(rows[1].share_id, ShareId{4});
    EXPECT_EQ(totals_of(reader, OrganisationId{7}).open_defaults, 1);
    EXPECT_EQ(totals_of(reader, OrganisationId{6}).open_defaults, 1) << "there is one to close";
    EXPECT_EQ(totals_of(reader, OrganisationId{7}).seats, 4);
}

}  // namespace defaults_test
}  // namespace jianghui::shares
