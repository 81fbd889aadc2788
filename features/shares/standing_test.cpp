// What becomes of shares when their agency's standing changes after the grab.

#include <gtest/gtest.h>

#include <set>

#include "engine/registers/registers.hpp"
#include "features/shares/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::shares {
namespace standing_test {

using test::WorkingMarket;

struct Standing : testing::Test {
    WorkingMarket market;
    access::Caller office = market.caller(access::Role::official, {}, "510502");
    access::Caller colleague = market.caller(access::Role::official, {}, "510502");
    ShareId share = market.grabbed(3);

    void act(const std::string& what) {
        const auto done = market.post("/organisations/" + market.broker.organisation.text() + what,
                                      office, R"({"reason_code":"false_posts"})");
        ASSERT_EQ(done.status, 200) << done.bytes;
    }
    int told(const std::string& kind) {
        market.clock().advance(std::chrono::seconds(1));
        market.app().run_due_jobs();
        return market.store().read([&](store::Reader& reader) {
            int found = 0;
            for (const auto& event : journal::after(reader, 0, 10'000)) found += event.kind == kind;
            return found;
        });
    }
    std::string notice_of(const access::Caller& who) {
        const auto page = market.get("/notices", who);
        const auto& items = page.body.at("items").as_array();
        return items.empty() ? "" : std::string(items.front().at("kind").as_string());
    }
    std::string offer() {
        try {
            market.accepted(share);
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
        return "offered";
    }
};

TEST_F(Standing, OfASuspendedAgencyBarsItFromStaffingAndTellsBothSidesOnce) {
    const auto before = market.accepted(share);
    act("/suspend");
    EXPECT_EQ(told("share.agency_barred"), 1);
    EXPECT_EQ(told("share.agency_barred"), 1);
    EXPECT_EQ(notice_of(market.boss), "share.agency_barred");
    EXPECT_EQ(notice_of(market.broker), "share.agency_barred");
    EXPECT_EQ(offer(), "set-up refused: organisation_unverified");
    // Whoever accepted before goes to work all the same.
    market.go_to("2026-12-01T08:00:00+08:00");
    market.start(before);
    EXPECT_EQ(market.get("/seats/" + before.seat.text(), market.boss).text("status"), "on_site");
}

/// In commits, not by a watch: the first turn of the clocks, which comes within a second, tells it, and nothing
/// comes between the suspension and that in the journal.
TEST_F(Standing, IsToldInTheFirstTurnOfTheClocks) {
    market.app().run_due_jobs();
    const auto commits = market.store().commits();
    const auto position = market.store().read(
        [](store::Reader& reader) { return journal::last_position(reader); });
    act("/suspend");
    EXPECT_EQ(market.store().commits(), commits + 1);
    market.clock().advance(std::chrono::seconds(1));
    market.app().run_due_jobs();
    const auto events = market.store().read(
        [&](store::Reader& reader) { return journal::after(reader, position, 3); });
    ASSERT_GE(events.size(), 2u);
    EXPECT_EQ(events[0].kind, "organisation.suspended");
    EXPECT_EQ(events[1].kind, "share.agency_barred");
    EXPECT_EQ(events[1].subject.number, share.number);
    EXPECT_EQ(notice_of(market.broker), "share.agency_barred") << "the holder has been told";
}

TEST_F(Standing, RestoredClearsTheShareAgain) {
    act("/suspend");
    EXPECT_EQ(told("share.agency_barred"), 1);
    act("/restore");
    EXPECT_EQ(told("share.agency_cleared"), 1);
    EXPECT_EQ(offer(), "offered");
}

TEST_F(Standing, IsNotClearedWhileAnotherRuleRefuses) {
    act("/suspend");
    act("/exclusion");
    ASSERT_EQ(market.post("/organisations/" + market.broker.organisation.text() + "/exclusion/approve", colleague)
                  .status,
              200);
    EXPECT_EQ(told("share.agency_barred"), 1) << "barred is barred";
    act("/restore");
    EXPECT_EQ(told("share.agency_cleared"), 0);
    EXPECT_EQ(offer(), "set-up refused: organisation_excluded");
}

/// Runs an act on entries as the server itself.
template <class F>
void act_on_entries(WorkingMarket& market, F&& act) {
    const access::Caller nobody;
    const auto done = market.store().write([&](store::Transaction& transaction) {
        const auto& services = market.app().services();
        app::Command command(transaction, nobody, market.clock().now(), services,
                             services.get<IdSource>());
        act(command);
        return true;
    });
    ASSERT_EQ(done, store::Work::Outcome::committed);
}

TEST_F(Standing, FallsWithTheEntryThatTheOrderNeedsAndWithNoOther) {
    std::vector<registers::Entry> entries;
    act_on_entries(market, [&](app::Command& command) {
        entries = registers::at_gate(command.db, market.broker.organisation);
    });
    const auto take = [&](const char* register_id, registers::EntryStep step) {
        act_on_entries(market, [&](app::Command& command) {
            for (const auto& entry : entries)
                if (entry.register_id == register_id)
                    ASSERT_TRUE(registers::take(command, entry.id, {step}).has_value());
        });
    };
    take("dispatch_licence", registers::EntryStep::suspend);
    EXPECT_EQ(told("share.agency_barred"), 0) << "flexible work needs the filing";
    take("hr_service_filing", registers::EntryStep::suspend);
    EXPECT_EQ(told("share.agency_barred"), 1);
    EXPECT_EQ(offer(), "set-up refused: licence_expired");
    take("hr_service_filing", registers::EntryStep::restore);
    EXPECT_EQ(told("share.agency_cleared"), 1);
    take("hr_service_filing", registers::EntryStep::end);
    EXPECT_EQ(told("share.agency_barred"), 2);
    EXPECT_EQ(offer(), "set-up refused: licence_missing");
}

TEST_F(Standing, FallsWithTheRecognitionOfAFilingFromElsewhere) {
    act_on_entries(market, [](app::Command& command) {
        const auto recognitions =
            registers::recognitions_of(command.db, "hr_service_filing", date_of(command.now));
        ASSERT_FALSE(recognitions.empty());
        std::set<registers::EntryId> ended;
        for (const auto& one : recognitions)
            if (ended.insert(one.id).second)
                ASSERT_TRUE(registers::take(command, one.id, {registers::EntryStep::end}));
    });
    EXPECT_EQ(told("share.agency_barred"), 1);
    EXPECT_EQ(offer(), "set-up refused: credential_not_recognised");
    const auto asked = market.get("/orders/" + market.open_order(market.boss, 3) + "/gate",
                                  market.broker);
    EXPECT_EQ(asked.body.at("refusals").at(0).at("code").as_string(), "credential_not_recognised");
}

TEST_F(Standing, OfAShareThatHasEndedIsNobodysBusiness) {
    ASSERT_EQ(market.post("/shares/" + share.text() + "/release", market.broker).status, 200);
    act("/suspend");
    EXPECT_EQ(told("share.agency_barred"), 0);
}

}  // namespace standing_test
}  // namespace jianghui::shares
