#include "features/statistics/roll.hpp"

#include <gtest/gtest.h>

#include "engine/registers/definition_file.hpp"
#include "engine/registers/loading.hpp"
#include "features/statistics/measures.hpp"

namespace jianghui::statistics {
namespace roll_test {

Instant at(const std::string& day) { return *parse_instant(day + "T08:00:00+08:00"); }

Measure valid_measure() {
    Measure measure;
    measure.counts = Counting::while_valid;
    return measure;
}

/// The value of a period, summed from the steps.
std::int64_t value(const Steps& steps, const std::string& quarter) {
    const int period = *parse_period(PeriodKind::quarter, quarter);
    std::int64_t sum = 0;
    for (const auto& [key, count] : steps)
        if (key.period <= period) sum += count.amount;
    return sum;
}

Spell spell(std::int64_t subject, const std::string& from, const std::string& to,
            std::int64_t amount, const std::string& place = "510502") {
    return {subject, at(from), to.empty() ? std::nullopt : std::optional(at(to)), amount,
            {{place}, "", "", ""}};
}

TEST(Steps, CountInEveryPeriodThatTheyTouch) {
    const auto steps = steps_of(valid_measure(), {spell(1, "2026-02-10", "2026-08-01", 20)});
    EXPECT_EQ(value(steps, "2025Q4"), 0);
    EXPECT_EQ(value(steps, "2026Q1"), 20);
    EXPECT_EQ(value(steps, "2026Q2"), 20);
    EXPECT_EQ(value(steps, "2026Q3"), 20);
    EXPECT_EQ(value(steps, "2026Q4"), 0);
    EXPECT_EQ(value(steps_of(valid_measure(), {spell(1, "2026-02-10", "", 20)}), "2030Q1"), 20);
}

TEST(Steps, TakeTheHighestAmountThatWasValidAtOneTime) {
    const Spells reposted{spell(1, "2026-01-10", "2026-02-01", 50),
                          spell(2, "2026-02-05", "2026-03-01", 50)};
    EXPECT_EQ(value(steps_of(valid_measure(), reposted), "2026Q1"), 50);
    const Spells together{spell(1, "2026-01-10", "2026-02-20", 50),
                          spell(2, "2026-02-05", "2026-05-01", 30)};
    EXPECT_EQ(value(steps_of(valid_measure(), together), "2026Q1"), 80);
    EXPECT_EQ(value(steps_of(valid_measure(), together), "2026Q2"), 30);
}

TEST(Steps, EndAtTheBeginningOfAPeriodIsNotInIt) {
    Spells spells{spell(1, "2026-01-10", "2026-02-01", 5)};
    spells[0].to = *parse_instant("2026-04-01T00:00:00+08:00");
    EXPECT_EQ(value(steps_of(valid_measure(), spells), "2026Q2"), 0);
    spells[0].to = *spells[0].to + Milliseconds(1);
    EXPECT_EQ(value(steps_of(valid_measure(), spells), "2026Q2"), 5);
}

TEST(Steps, OfOneSpellAreThoseThatItHasBesideAnotherOfAnotherTime) {
    const Instant new_year = *parse_instant("2026-01-01T00:00:00+08:00");
    const auto hours = [](int count) { return Milliseconds(std::chrono::hours(count)); };
    for (const auto kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
        for (const auto at_least : {hours(0), hours(24)})
            for (const int begins : {0, 5, 31 * 24, 200 * 24 + 1})
                for (const int lasts : {0, 1, 24, 31 * 24, 59 * 24, 90 * 24, 365 * 24, 366 * 24 - 5}) {
                    auto measure = valid_measure();
                    measure.period = kind;
                    Spells spells{spell(1, "2026-01-10", "", 7)};
                    spells[0].from = new_year + hours(begins);
                    spells[0].to = spells[0].from + hours(lasts);
                    const auto alone = steps_of(measure, spells, at_least);
                    spells.push_back(spell(2, "2050-05-02", "2050-08-01", 1, "511502"));
                    auto beside = steps_of(measure, spells, at_least);
                    std::erase_if(beside, [](const auto& step) { return step.first.where.place.text == "511502"; });
                    EXPECT_EQ(alone, beside) << begins << " " << lasts;
                }
}

TEST(Steps, MoveWithWhatWasSaidLast) {
    const Spells moved{spell(1, "2025-12-10", "2026-02-01", 1, "510502"),
                       spell(1, "2026-02-01", "", 1, "511502")};
    const auto steps = steps_of(valid_measure(), moved);
    EXPECT_EQ(value(steps, "2025Q4"), 1);
    EXPECT_EQ(value(steps, "2026Q1"), 1) << "once, in one place";
    std::int64_t old_place = 0;
    for (const auto& [key, count] : steps)
        if (key.where.place.text == "510502" && key.period <= 2026 * 4) old_place += count.amount;
    EXPECT_EQ(old_place, 0);
}

TEST(Steps, LeaveOutWhatWasTooShortButNotForAChangeOfItsAmount) {
    const Milliseconds day = std::chrono::hours(24);
    Spells spells{spell(1, "2026-01-10", "2026-01-11", 5)};
    EXPECT_EQ(value(steps_of(valid_measure(), spells, day), "2026Q1"), 5);
    spells[0].to = *spells[0].to - Milliseconds(1);
    EXPECT_EQ(value(steps_of(valid_measure(), spells, day), "2026Q1"), 0);
    const auto revised = changed({spell(1, "2026-01-10", "", 5)}, 1,
                                 at("2026-01-10") + std::chrono::hours(2), 9);
    const auto closed = ended(valid_measure(), revised, 1, at("2026-01-11"));
    EXPECT_EQ(closed.size(), 2U);
    EXPECT_EQ(value(steps_of(valid_measure(), closed, day), "2026Q1"), 9);
}

TEST(Spells, BeginAnewOnlyForSomethingElse) {
    const auto measure = valid_measure();
    Spells spells = begun(measure, {}, spell(1, "2026-01-10", "", 5), {6, {}});
    EXPECT_EQ(spells[0].to, at("2026-07-10"));
    spells = begun(measure, spells, spell(1, "2026-03-10", "", 5), {6, {}});
    ASSERT_EQ(spells.size(), 1U) << "renewed";
    EXPECT_EQ(spells[0].to, at("2026-09-10"));
    spells = begun(measure, spells, spell(1, "2026-04-10", "", 5, "511502"), {6, {}});
    ASSERT_EQ(spells.size(), 2U);
    EXPECT_EQ(spells[0].to, at("2026-04-10"));
    spells = begun(measure, spells, spell(1, "2026-12-10", "", 5, "511502"), {6, {}});
    EXPECT_EQ(spells.size(), 3U) << "it had run out";
    EXPECT_EQ(begun(measure, {}, spell(1, "2026-08-31", "", 5), {6, {}})[0].to,
              at("2027-02-28"));
}

TEST(Spells, AtAnEventAreTakenBack) {
    Measure measure;
    Spells spells = begun(measure, {}, spell(1, "2026-01-10", "", 5), {});
    EXPECT_EQ(steps_of(measure, spells).size(), 1U);
    EXPECT_TRUE(ended(measure, spells, 1, at("2026-02-10")).empty());
    EXPECT_EQ(ended(measure, spells, 2, at("2026-02-10")).size(), 1U);
}

std::vector<registers::Fault> faults(const std::string& text) {
    const auto tables = codes::Tables::load(SOURCE_FOLDER "/data").value();
    std::vector<registers::Fault> found;
    const auto read = registers::read_definition<Measure>(
        text, "x.toml", [&](const Measure& measure) {
            found = faults_of(measure, known_words(tables));
            return std::vector<registers::Fault>();
        });
    EXPECT_TRUE(read.has_value()) << read.error().message.en << read.error().path;
    return found;
}
std::string shipped(const std::string& id) {
    const auto files = registers::read_folder(SOURCE_FOLDER "/measures").value();
    for (const auto& file : files)
        if (file.file == id + ".toml") return file.text;
    return "";
}
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto found = text.find(from);
    EXPECT_NE(found, std::string::npos) << from;
    return text.replace(found, from.size(), to);
}

TEST(Definition, OfTheShippedMeasuresHasNoFaults) {
    for (const auto* id : {"demand", "supply", "placements"}) EXPECT_TRUE(faults(shipped(id)).empty());
}

TEST(Definition, SaysWhatCannotBeMeant) {
    const std::string demand = shipped("demand");
    const auto first = [&](const std::string& from, const std::string& to) {
        const auto found = faults(replaced(demand, from, to));
        return found.empty() ? "" : found.front().at;
    };
    EXPECT_EQ(first("\"order.resumed\"", "\"order.reborn\""), "/begins/1");
    EXPECT_EQ(first("\"order.resumed\"", "\"order.closed\""), "/ends/1");
    EXPECT_EQ(first("\"demand_valid_hours\"", "\"no_such\""), "/at_least");
    EXPECT_EQ(first("counts = \"while_valid\"", "counts = \"at_event\""), "/changes");
    EXPECT_EQ(first("id = \"place\", from = \"event\"", "id = \"place\", from = \"order\""),
              "/dimensions/0/from");
    EXPECT_EQ(first("id = \"industry\"", "id = \"place\""), "/dimensions/2/id");
    EXPECT_EQ(first("distinct = [\"organisation\", \"occupation\", \"place\"]", "distinct = []"),
              "/distinct");
    EXPECT_EQ(first("id = \"demand\"", "id = \"De mand\""), "/id");
}

}  // namespace roll_test
}  // namespace jianghui::statistics
