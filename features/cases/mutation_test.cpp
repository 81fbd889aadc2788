// The shipped procedures, changed at random 2,000 times (registers: features/definitions, 10,000): reading never crashes, and whatever passes
// still protects people and can be walked to an end.

#include <set>

#include <gtest/gtest.h>

#include "engine/registers/mutator_for_test.hpp"
#include "features/cases/world.hpp"
#include "features/definitions/api.hpp"

namespace jianghui::cases {
namespace mutation_test {

using procedures::Procedure;

const std::vector<std::string> words{
    "true", "-1", "99999999999", "[", "]", "{", "}", "\xff", "0x", "'''", "\"clock\"", "\"party\"",
    "\"applicant\"", "\"official\"", "\"inspector\"", "burdens = true\n", "approves = true\n",
    "handles = true\n", "notifies = true\n", "publishes = true\n", "objects = true\n",
    "waits_for = \"party\"\n", "[[steps]]\n", "[[states]]\n", "[[clocks]]\n", "days = 0\n",
    "at_end = \"x\"\n", "{serial:3}", "{form.field}", "guards = [{ name = \"x\" }]\n",
    "effects = [{ name = \"issue_entry\" }]\n", "\"natural\"", "form = \"x\"\n"};

/// Every state that can be come to from the first one.
std::set<std::string> reached(const Procedure& procedure) {
    std::set<std::string> known{procedure.states.front().id.text};
    for (bool more = true; more;) {
        more = false;
        for (const auto& step : procedure.steps)
            for (const auto& from : step.from)
                if (known.count(from.text) > 0) more = known.insert(step.to.text).second || more;
    }
    return known;
}

/// What must hold of a procedure that passed, said once more in other words.
void expect_usable(const Procedure& procedure) {
    ASSERT_FALSE(procedure.states.empty());
    const auto known = reached(procedure);
    bool ends = false;
    for (const auto& state : procedure.states) {
        EXPECT_EQ(known.count(state.id.text), 1U) << "nobody comes to " << state.id.text;
        bool left = false;
        for (const auto& step : procedure.steps) left = left || procedures::has(step.from, state.id.text);
        EXPECT_EQ(left, state.waits_for.has_value()) << state.id.text;
        ends = ends || !state.waits_for;
    }
    EXPECT_TRUE(ends);
    for (const auto& step : procedure.steps) {
        EXPECT_NE(procedure.state(step.to.text), nullptr) << step.to.text;
        EXPECT_FALSE(step.by.empty());
        if (step.form) EXPECT_NE(procedure.form(step.form->text), nullptr);
        if (step.documents)
            for (const auto& name : *step.documents)
                EXPECT_NE(procedure.document(name.text), nullptr);
        if (procedures::is_set(step.burdens)) EXPECT_TRUE(procedures::is_set(step.approves)) << "decided by a second person";
        EXPECT_FALSE(procedures::is_set(step.handles) && procedures::is_set(step.approves)) << step.id.text;
    }
    if (procedure.clocks)
        for (const auto& clock : *procedure.clocks) {
            EXPECT_TRUE(clock.days || clock.parameter);
            if (!clock.at_end) continue;
            const auto* step = procedure.step(clock.at_end->text);
            ASSERT_NE(step, nullptr);
            EXPECT_TRUE(procedures::has(step->by, procedures::Actor::clock));
        }
}

TEST(ProcedureMutation, TwoThousandNeverCrashAndWhatPassesProtects) {
    const auto beside = definitions::read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
    procedures::Rules rules;
    procedures::add_built_in_rules(rules);
    const auto known = known_rules(rules, *beside.tables, SOURCE_FOLDER "/procedures");
    procedures::Registers registers;
    const auto all = beside.catalogue->all();
    for (const auto& one : all) registers[one->id.text] = one.get();
    std::vector<std::string> texts;
    const auto files = registers::read_folder(SOURCE_FOLDER "/procedures").value();
    for (const auto& file : files) texts.push_back(file.text);
    registers::Mutator mutator(std::move(texts), words);
    int passed = 0;
    constexpr int times = 2'000;
    for (int i = 0; i < times; ++i) {
        const std::string text = mutator.next();
        const auto read =
            registers::read_definition<Procedure>(text, "x.toml", [&](const Procedure& procedure) {
                return procedures::faults_of(procedure, *beside.codes, registers, known);
            });
        if (!read) {
            EXPECT_FALSE(read.error().message.en.empty());
            continue;
        }
        ++passed;
        SCOPED_TRACE(text);
        expect_usable(*read);
        const std::string written = codec::encode(*read);
        const auto again = codec::decode<Procedure>(written);
        ASSERT_TRUE(again.has_value()) << written;
        EXPECT_EQ(codec::encode(*again), written);
    }
    EXPECT_GT(passed, times / 100) << "the changes are not all nonsense";
    EXPECT_LT(passed, times / 2);
}

}  // namespace mutation_test
}  // namespace jianghui::cases
