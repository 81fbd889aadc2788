// Finds the simulation what it is there to find? A mistake is planted between the program and its
// database, and somebody must notice within a few hundred steps; rows that are changed behind
// everybody's back are noticed at the next look.

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace planted_bugs_test {

constexpr int patience = 3000;

/// What was noticed first, in worlds with this mistake: some are so short of luck that it does not show.
std::string noticed(Bug bug) {
    for (std::uint64_t seed = 5; seed < 9; ++seed) {
        World world(seed, bug);
        for (int step = 0; step < patience; ++step)
            if (const auto broken = world.step(); !broken.empty()) {
                testing::Test::RecordProperty("step", step);
                return broken.front();
            }
    }
    return "nothing";
}

/// The mistakes are the same on both engines, and PostgreSQL takes seconds to make a world:
/// one of each kind there.
bool on_postgres() {
    const char* url = std::getenv("JIANGHUI_TEST_DB");
    return url != nullptr && *url != '\0';
}
struct OnSqlite : testing::Test {
    void SetUp() override {
        if (on_postgres()) GTEST_SKIP() << "on SQLite";
    }
};
using PlantedBugs = OnSqlite;

TEST(PlantedBug, OversoldSeatsAreNoticed) {
    EXPECT_NE(noticed(Bug::oversell).find("add up to the headcount"), std::string::npos);
}

TEST_F(PlantedBugs, ALostEventIsNoticed) {
    EXPECT_NE(noticed(Bug::lost_event).find("the last that the journal says"), std::string::npos);
}

TEST_F(PlantedBugs, AWorkerBookedTwiceIsNoticed) {
    const auto words = noticed(Bug::double_booking);
    EXPECT_TRUE(words.find("two seats on one day") != std::string::npos ||
                words.find("has its days") != std::string::npos)
        << words;
}

TEST_F(PlantedBugs, AForgottenKeyIsNoticed) {
    const auto words = noticed(Bug::forgotten_key);
    EXPECT_TRUE(words.find("asked for again") != std::string::npos ||
                words.find("two answers") != std::string::npos)
        << words;
}

TEST_F(PlantedBugs, ALostCommitIsNoticed) { EXPECT_NE(noticed(Bug::lost_commit), "nothing"); }

TEST_F(PlantedBugs, AProcessThatDoesNotHearTheOthersIsNoticed) {
    EXPECT_NE(noticed(Bug::deaf), "nothing");
}

TEST_F(PlantedBugs, AShareForABarredAgencyIsNoticed) {
    const auto words = noticed(Bug::blind_gate);
    EXPECT_NE(words.find("credential is out of force"), std::string::npos) << words;
}

TEST_F(PlantedBugs, AnAgencyThatIsBarredForEverIsNoticed) {
    EXPECT_NE(noticed(Bug::barred_for_ever).find("and its open defaults"), std::string::npos);
}

TEST(PlantedBug, ADrawThatWasForgedIsNoticed) {
    const auto words = noticed(Bug::forged_draw);
    EXPECT_TRUE(words.find("cannot be recomputed") != std::string::npos ||
                words.find("once, with its seed") != std::string::npos)
        << words;
}

TEST_F(PlantedBugs, AnAnswerToANominationThatIsForgottenIsNoticed) {
    EXPECT_NE(noticed(Bug::forgotten_name), "nothing");
}

TEST_F(PlantedBugs, ApprovedHoursThatNobodyOwesAreNoticed) {
    const auto words = noticed(Bug::unbilled);
    EXPECT_TRUE(words.find("what is owed for hours") != std::string::npos ||
                words.find("sum of its lines") != std::string::npos)
        << words;
}

TEST_F(PlantedBugs, AFenIsNoticed) {
    const auto words = noticed(Bug::short_by_a_fen);
    EXPECT_TRUE(words.find("fen") != std::string::npos) << words;
}

TEST_F(PlantedBugs, ADayThatIsCountedTwiceIsNoticed) {
    const auto words = noticed(Bug::day_twice);
    EXPECT_TRUE(words.find("counted twice") != std::string::npos ||
                words.find("each of its days") != std::string::npos)
        << words;
}

TEST_F(PlantedBugs, AnApprovalThatTheJournalDoesNotKnowIsNoticed) {
    EXPECT_NE(noticed(Bug::lost_approval).find("a timesheet is what the journal said"),
              std::string::npos);
}

TEST_F(PlantedBugs, AStatementThatIsConfirmedTooSoonIsNoticed) {
    EXPECT_NE(noticed(Bug::paid_unasked), "nothing");
}

/// Rows are changed behind everybody's back, as by another program.
/// Both looks must say `words` after that. The world lives for so many steps, and until that act has happened.
void expect(const std::string& change, const std::string& words, int steps = 400,
            const std::string& act = "") {
    World world(7);
    const auto happened = [&] { return act.empty() || world.succeeded().contains(act); };
    for (int step = 0; step < steps || (!happened() && step < 20'000); ++step)
        ASSERT_TRUE(world.step().empty());
    ASSERT_TRUE(happened()) << act;
    ASSERT_TRUE(world.auditor().look_at_everything().empty());
    world.auditor().tamper(change);
    const auto seen = world.auditor().look_at_changes();
    const auto all = world.auditor().look_at_everything();
    for (const auto* look : {&seen, &all})
        EXPECT_TRUE(std::any_of(look->begin(), look->end(), [&](const std::string& one) {
            return one.find(words) != std::string::npos;
        })) << words << ", but: " << (look->empty() ? "nothing" : look->front());
}

using Behind = OnSqlite;

TEST(BehindOnBoth, ASeatMoreIsSeen) {
    expect("UPDATE orders SET remaining = remaining + 1, headcount = headcount + 2 WHERE id = "
           "(SELECT MAX(id) FROM orders WHERE status = 'open')",
           "add up to the headcount");
}

TEST_F(Behind, AnotherTotalIsSeen) {
    expect("UPDATE agency_totals SET seats = seats + 1 WHERE agency = (SELECT MIN(agency) FROM "
           "agency_totals)",
           "sum of its live shares and its open defaults");
}

TEST_F(Behind, ADefaultThatVanishesIsSeen) {
    expect("DELETE FROM share_defaults WHERE share_id = (SELECT MAX(share_id) FROM share_defaults)",
           "a share that defaulted has a default", 2000);
}

TEST_F(Behind, AnotherStatusIsSeen) {
    expect("UPDATE seats SET status = 'accepted' WHERE id = (SELECT MAX(id) FROM seats WHERE "
           "status IN ('offered', 'declined', 'expired'))",
           "an accepted seat has its days");
}

TEST_F(Behind, ASeatWithoutAShareIsSeen) {
    expect("UPDATE seats SET share_id = 1 WHERE id = (SELECT MAX(id) FROM seats)",
           "nobody sits without a share");
}

TEST_F(Behind, AnotherWageIsSeen) {
    expect("UPDATE timesheets SET pay_fen = pay_fen + 1 WHERE id = (SELECT MAX(id) FROM timesheets)",
           "quantity times its rate", 1500);
}

TEST_F(Behind, AnotherLineIsSeen) {
    expect("UPDATE statement_lines SET amount_fen = amount_fen + 1 WHERE id = (SELECT MAX(id) FROM "
           "statement_lines)",
           "the sum of its lines", 1500);
}

TEST_F(Behind, AnotherLotIsSeen) {
    expect("UPDATE draw_applications SET place = place + 1 WHERE id = (SELECT MAX(id) FROM "
           "draw_applications WHERE status = 'drawn')",
           "an application is what the journal said", 2000, "lots");
}

TEST_F(Behind, AShareThatNobodyWasNamedForIsSeen) {
    expect("UPDATE orders SET mode = 'direct' WHERE mode = 'race'; UPDATE shares SET changed_at = changed_at + 1",
           "by lot, by name or by bid alone");
}

TEST_F(Behind, AnEventInTheMiddleIsSeenAsAGap) {
    expect("INSERT INTO events (position, at, kind, city, subject_kind, subject, data) SELECT "
           "MAX(position) + 2, 0, 'order.edited', '510500', 'order', 1, '{}' FROM events",
           "no gaps");
}

}  // namespace planted_bugs_test
}  // namespace jianghui::simulation
