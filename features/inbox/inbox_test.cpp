#include <algorithm>

#include <gtest/gtest.h>

#include "features/inbox/rules.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::inbox {
namespace {

using test::TestApp;

TEST(Level, GrowsTowardsTheDueTime) {
    const Instant now = *parse_instant("2026-11-23T09:00:00+08:00");
    const auto soon = std::chrono::hours(24);
    EXPECT_EQ(level_of({}, now, soon), Level::info);
    EXPECT_EQ(level_of(now + std::chrono::hours(25), now, soon), Level::info);
    EXPECT_EQ(level_of(now + std::chrono::hours(23), now, soon), Level::soon);
    EXPECT_EQ(level_of(now, now, soon), Level::late);
}

TEST(Notices, NameWhomTheEventConcernsAndHoldNoNames) {
    journal::Event event;
    event.kind = "seat.offered";
    event.city = {"511500"};
    event.organisation = OrganisationId{1};
    event.counterpart = OrganisationId{2};
    event.person = PersonId{3};
    event.subject_kind = "seat";
    event.subject = {4};
    event.data = boost::json::object{{"order", OrderId{5}.text()}};
    const auto notices = notices_of(event);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(notices[0].person, PersonId{3});
    EXPECT_FALSE(notices[0].organisation);
    EXPECT_EQ(title_of(notices[0], {"酿酒工", "某公司", {}}).zh, "某公司向您发出工作邀约：酿酒工");
    EXPECT_EQ(link_of(notices[0]), "/pocket/jobs/" + event.subject.text());
}

TEST(Notices, OverdueGoesToBothSidesAndTheOffice) {
    journal::Event event;
    event.kind = "statement.overdue";
    event.city = {"511500"};
    event.organisation = OrganisationId{1};
    event.counterpart = OrganisationId{2};
    event.subject_kind = "statement";
    event.data = boost::json::object{{"overdue_level", "red"}};
    const auto notices = notices_of(event);
    ASSERT_EQ(notices.size(), 3u);
    EXPECT_EQ(notices[2].office, PlaceCode{"511500"});
    EXPECT_EQ(title_of(notices[2], {"酿酒工", "某公司", {}}).zh, "某公司付款逾期红色预警：酿酒工");
}

TEST(Notices, GoToTheOfficeOrTheAccountThatTheEventNames) {
    journal::Event event;
    event.kind = "case.reminded";
    event.city = {"510500"};
    event.subject_kind = "case";
    event.data = boost::json::object{{"office", "510502"}, {"account", nullptr}};
    auto notices = notices_of(event);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(notices[0].desk, PlaceCode{"510502"});
    EXPECT_FALSE(notices[0].office) << "the places above are not told";
    event.data = boost::json::object{{"account", AccountId{7}.text()}};
    notices = notices_of(event);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(notices[0].account, AccountId{7});
    event.data = boost::json::object{};
    event.person = PersonId{3};
    notices = notices_of(event);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(link_of(notices[0]), "/pocket/cases/" + event.subject.text());
}

TEST(Notices, OfAnEntryThatEndedComeOnceAndLeadToIt) {
    for (const auto* kind : {"entry.suspended", "entry.restored", "entry.revoked", "entry.withdrawn", "entry.expired"}) {
        journal::Event event;
        event.kind = kind;
        event.city = {"510500"};
        event.organisation = OrganisationId{1};
        event.subject_kind = "entry";
        event.subject = {4};
        const auto notices = notices_of(event);
        ASSERT_EQ(std::count_if(notices.begin(), notices.end(), [](const NoticeRow& each) { return each.organisation.has_value(); }), 1) << kind;
        EXPECT_EQ(link_of(notices[0]), "/desk/entries/" + event.subject.text()) << kind;
    }
}

TEST(Notices, AnAgencyIsNotToldWhatItDidItself) {
    journal::Event event;
    event.kind = "share.released";
    event.organisation = OrganisationId{1};
    event.data = boost::json::object{{"reason", "agency"}};
    EXPECT_TRUE(notices_of(event).empty());
    event.data = boost::json::object{{"reason", "hold_ended"}};
    EXPECT_EQ(notices_of(event).size(), 1u);
}

TEST(Rules, EveryTextNamesOnlyWhatIsFilledIn) {
    for (const auto* kind : {"seat.offered", "share.grabbed", "statement.paid", "order.opened",
                             "case.told", "case.reminded", "case.ran_out", "case.overdue",
                             "case.assigned", "case.comment_told"})
        for (const auto part : {Part::person, Part::organisation, Part::counterpart, Part::office,
                                Part::desk, Part::account})
            if (find_rule(kind, part) != nullptr) {
                NoticeRow row;
                row.kind = kind;
                row.part = part;
                row.order_id = OrderId{1};
                EXPECT_EQ(title_of(row, {"x", "y", {"z", "z"}}).zh.find('{'), std::string::npos);
                EXPECT_EQ(link_of(row)->find('{'), std::string::npos);
            }
}

std::size_t count(const TestApp::Answer& answer) {
    EXPECT_EQ(answer.status, 200);
    return answer.body.at("items").as_array().size();
}

TEST(Inbox, ShowsAnAgencyWhatItHasToStaffAndAnOfficialWhomToVerify) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 5);
    world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", "k");
    const auto waiting = world.get("/inbox", agency);
    ASSERT_EQ(count(waiting), 1u);
    const auto& item = waiting.body.at("items").as_array()[0];
    EXPECT_EQ(item.at("kind").as_string(), "share.staff");
    EXPECT_EQ(item.at("level").as_string(), "info");
    EXPECT_TRUE(item.at("due_at").is_string());
    EXPECT_EQ(count(world.get("/inbox", world.agency("511002"))), 0u);
    EXPECT_EQ(world.get("/inbox", {}).status, 401);
    world.clock().advance(std::chrono::hours(30));
    const auto later = world.get("/inbox", agency);
    EXPECT_EQ(later.body.at("items").as_array()[0].at("level").as_string(), "soon");
    world.clock().advance(std::chrono::hours(30));
    world.app().run_due_jobs();
    EXPECT_EQ(count(world.get("/inbox", agency)), 0u) << "the hold has ended";
}

TEST(Inbox, PagesByACursor) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    for (int i = 0; i < 3; ++i)
        world.post("/orders/" + world.open_order(employer, 5) + "/shares", agency,
                   R"({"seats":2})", "k" + std::to_string(i));
    const auto first = world.get("/inbox?limit=2", agency);
    EXPECT_EQ(count(first), 2u);
    const auto rest = world.get("/inbox?limit=2&cursor=" + first.text("next"), agency);
    EXPECT_EQ(count(rest), 1u);
    EXPECT_EQ(rest.text("next"), "");
}

TEST(Notices, AreWrittenOnceAndReadByEachAccount) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 5);
    world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", "k");
    world.app().run_due_jobs();
    world.clock().advance(std::chrono::seconds(2));
    world.app().run_due_jobs();
    const auto notices = world.get("/notices", employer);
    ASSERT_EQ(count(notices), 3u) << "verified, order opened, seats grabbed";
    const auto& newest = notices.body.at("items").as_array()[0];
    EXPECT_EQ(newest.at("kind").as_string(), "share.grabbed");
    EXPECT_TRUE(newest.at("read_at").is_null());
    EXPECT_EQ(newest.at("link").as_string(), "/desk/orders/" + order);
    const std::string id(newest.at("id").as_string());
    EXPECT_EQ(world.post("/notices/" + id + "/read", agency).status, 404) << "not its own";
    EXPECT_EQ(world.post("/notices/" + id + "/read", employer).status, 200);
    EXPECT_EQ(count(world.get("/notices?unread=true", employer)), 2u);
    const auto colleague =
        world.caller(access::Role::employer, employer.organisation, "511502");
    EXPECT_EQ(count(world.get("/notices?unread=true", colleague)), 3u);
}

}  // namespace
}  // namespace jianghui::inbox
