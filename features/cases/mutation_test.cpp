// The shipped procedures, changed at random 10,000 times (registers: features/definitions, 10,000 more): reading
// never crashes, and whatever passes still protects people and can be walked to an end. Half of the changes are
// of letters and lines, half of what protects: flags, actors, states. That nothing passes wrongly is said by a
// second check, made in another way (unprotected_in).

#include <algorithm>
#include <random>
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
    "effects = [{ name = \"issue_entry\" }]\n", "\"natural\"", "form = \"x\"\n", "usual = \"x\"\n",
    "opening_documents = [\"x\"]\n", "{entry}"};

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
        if (!state.usual) continue;
        const auto* usual = procedure.step(state.usual->text);
        ASSERT_NE(usual, nullptr) << state.usual->text;
        EXPECT_TRUE(procedures::has(usual->from, state.id.text)) << state.usual->text;
    }
    EXPECT_TRUE(ends);
    for (const auto& name : procedure.opening_documents.value_or(List<procedures::Name40, 5>()))
        EXPECT_NE(procedure.document(name.text), nullptr) << name.text;
    for (const auto& step : procedure.steps) {
        EXPECT_NE(procedure.state(step.to.text), nullptr) << step.to.text;
        EXPECT_FALSE(step.by.empty());
        if (step.form) {
            EXPECT_NE(procedure.form(step.form->text), nullptr);
        }
        for (const auto& name : step.documents.value_or(List<procedures::Name40, 5>()))
            EXPECT_NE(procedure.document(name.text), nullptr) << name.text;
        EXPECT_TRUE(!procedures::is_set(step.burdens) || procedures::is_set(step.approves)) << "decided by a second person";
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

/// Where steps lead when some of them are left out: the states that are come to from the given ones.
template <class Allowed>
std::set<std::string> come_to(const Procedure& procedure, std::set<std::string> states, Allowed&& allowed) {
    for (bool more = true; more;) {
        more = false;
        for (const auto& step : procedure.steps)
            for (const auto& from : step.from)
                if (states.count(from.text) > 0 && allowed(step, from.text))
                    more = states.insert(step.to.text).second || more;
    }
    return states;
}

bool by_office_alone(const procedures::Step& step) {
    return std::all_of(step.by.begin(), step.by.end(), [](procedures::Actor actor) {
        return actor != procedures::Actor::applicant && actor != procedures::Actor::party &&
               actor != procedures::Actor::clock;
    });
}
bool by_sides_alone(const procedures::Step& step) {
    return std::all_of(step.by.begin(), step.by.end(), [](procedures::Actor actor) {
        return actor == procedures::Actor::applicant || actor == procedures::Actor::party;
    });
}

/// The protections of ADR 11.9 asked a second time, by leaving steps out of the graph: what can still be come
/// to without them lacks them. (The program walks the graph with what has happened on the way.)
class SecondCheck {
  public:
    explicit SecondCheck(const Procedure& procedure) : procedure_(procedure) {}

    /// Every step that burdens without notice, without time to object, without four eyes; that publishes
    /// before a decision or a publicity. Empty when people are protected.
    std::vector<std::string> unprotected() {
        for (const auto& step : procedure_.steps) {
            if (procedures::is_set(step.burdens)) check_burden(step);
            if (procedures::is_set(step.publishes) && !procedures::is_set(step.burdens)) check_publicity(step);
            const bool of_case = procedures::is_set(step.handles) || procedures::is_set(step.approves);
            if (of_case && !by_office_or_clock(step)) found_.push_back(step.id.text + ": a side handles or approves");
            if (procedures::is_set(step.handles) && procedures::is_set(step.approves))
                found_.push_back(step.id.text + ": two eyes");
        }
        return found_;
    }

  private:
    static bool by_office_or_clock(const procedures::Step& step) {
        return std::none_of(step.by.begin(), step.by.end(), [](procedures::Actor actor) {
            return actor == procedures::Actor::applicant || actor == procedures::Actor::party;
        });
    }
    std::set<std::string> start() const { return {procedure_.states.front().id.text}; }
    bool is_open_to_objection(const std::string& state, bool anybody) const {
        for (const auto& step : procedure_.steps)
            if (procedures::is_set(step.objects) && procedures::has(step.from, state) &&
                (anybody || by_sides_alone(step)))
                return true;
        return false;
    }
    bool begins_in(const procedures::Step& step, const std::set<std::string>& states) const {
        for (const auto& from : step.from)
            if (states.count(from.text) > 0) return true;
        return false;
    }
    /// The party's word, or the end of the time for it.
    bool hears(const procedures::Step& step, const std::string& from) const {
        return (procedures::is_set(step.objects) && by_sides_alone(step)) ||
               (procedures::by_clock_only(step) && is_open_to_objection(from, false));
    }
    void check_burden(const procedures::Step& burden) {
        using procedures::is_set;
        if (!is_set(burden.approves) || !by_office_alone(burden)) found_.push_back(burden.id.text + ": decided alone");
        const auto unhandled = come_to(procedure_, start(), [](const auto& step, const auto&) {
            return !is_set(step.handles);
        });
        if (begins_in(burden, unhandled)) found_.push_back(burden.id.text + ": nobody else handled");
        const auto untold = come_to(procedure_, start(), [](const auto& step, const auto&) {
            return !is_set(step.notifies);
        });
        if (begins_in(burden, untold)) found_.push_back(burden.id.text + ": not told");
        std::set<std::string> just_told;
        for (const auto& step : procedure_.steps)
            if (is_set(step.notifies) && begins_in(step, untold)) just_told.insert(step.to.text);
        const auto unheard = come_to(procedure_, just_told, [&](const auto& step, const auto& from) {
            return !hears(step, from);
        });
        if (begins_in(burden, unheard)) found_.push_back(burden.id.text + ": no time to object");
    }
    void check_publicity(const procedures::Step& shown) {
        const auto decides = [&](const auto& step, const std::string& from) {
            return procedures::is_set(step.burdens) ||
                   (procedures::by_clock_only(step) && is_open_to_objection(from, true));
        };
        const auto undecided = come_to(procedure_, start(), [&](const auto& step, const auto& from) {
            return !decides(step, from);
        });
        for (const auto& from : shown.from)
            if (undecided.count(from.text) > 0 && !decides(shown, from.text))
                found_.push_back(shown.id.text + ": published before");
    }

    const Procedure& procedure_;
    std::vector<std::string> found_;
};

/// Changes of what protects: a flag less or elsewhere, another actor, another state to go to or come from.
class ProtectionMutator {
  public:
    explicit ProtectionMutator(std::vector<std::string> texts) : texts_(std::move(texts)) {}
    std::string next() {
        std::string text = texts_[below(texts_.size())];
        for (std::size_t i = 0, changes = 1 + below(2); i < changes; ++i) change(text);
        return text;
    }

  private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    /// One of the places where the word stands; npos when it stands nowhere.
    std::size_t one_of(const std::string& text, const std::string& word) {
        std::vector<std::size_t> places;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) places.push_back(at);
        return places.empty() ? std::string::npos : places[below(places.size())];
    }
    void replace_one(std::string& text, const std::string& word, const std::string& by) {
        if (const auto at = one_of(text, word); at != std::string::npos) text.replace(at, word.size(), by);
    }
    /// The name in quotes after the word, taken from elsewhere in the text.
    void borrow(std::string& text, const std::string& word) {
        const auto into = one_of(text, word), out_of = one_of(text, word);
        if (into == std::string::npos) return;
        const auto name_at = [&](std::size_t at) {
            const auto begin = at + word.size();
            return std::pair{begin, text.find('"', begin) - begin};
        };
        const auto [from, length] = name_at(out_of);
        const std::string name = text.substr(from, length);
        const auto [at, size] = name_at(into);
        text.replace(at, size, name);
    }
    void change(std::string& text) {
        static const std::vector<std::string> flags{"burdens", "approves", "notifies", "objects", "handles",
                                                    "publishes"};
        static const std::vector<std::string> actors{"applicant", "party", "official", "inspector", "clock"};
        const std::string flag = flags[below(flags.size())] + " = true";
        switch (below(5)) {
            case 0: return replace_one(text, flag, flags[below(flags.size())] + " = false");
            case 1: return replace_one(text, "by = [\"", flag + ", by = [\"");
            case 2: return replace_one(text, "by = [\"" + actors[below(actors.size())] + "\"]",
                                       "by = [\"" + actors[below(actors.size())] + "\"]");
            case 3: return borrow(text, "to = \"");
            default: return borrow(text, "from = [\"");
        }
    }

    std::vector<std::string> texts_;
    std::mt19937_64 random_{20261128};
};

struct ProcedureMutation : testing::Test {
    definitions::FromFiles beside = definitions::read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
    procedures::Rules rules;
    procedures::KnownRules known;
    procedures::Registers in_force;
    std::vector<std::shared_ptr<const registers::Register>> all = beside.catalogue->all();
    std::vector<std::string> texts;
    int passed = 0, unprotected = 0;

    ProcedureMutation() {
        procedures::add_built_in_rules(rules);
        known = known_rules(rules, *beside.tables, SOURCE_FOLDER "/procedures");
        for (const auto& one : all) in_force[one->id.text] = one.get();
        const auto files = registers::read_folder(SOURCE_FOLDER "/procedures").value();
        for (const auto& file : files) texts.push_back(file.text);
    }
    /// Reads it; what passes is protected, usable and says the same when it is written and read again.
    void expect_safe(const std::string& text) {
        const auto read =
            registers::read_definition<Procedure>(text, "x.toml", [&](const Procedure& procedure) {
                auto faults = procedures::faults_of(procedure, *beside.codes, in_force, known);
                const bool lacks = !procedure.states.empty() && !SecondCheck(procedure).unprotected().empty();
                if (lacks) ++unprotected;
                if (lacks && faults.empty())
                    ADD_FAILURE() << SecondCheck(procedure).unprotected().front() << "\n" << text;
                return faults;
            });
        if (!read) {
            EXPECT_FALSE(read.error().message.en.empty());
            return;
        }
        ++passed;
        SCOPED_TRACE(text);
        expect_usable(*read);
        const std::string written = codec::encode(*read);
        const auto again = codec::decode<Procedure>(written);
        ASSERT_TRUE(again.has_value()) << written;
        EXPECT_EQ(codec::encode(*again), written);
    }
};

TEST_F(ProcedureMutation, LettersAndLinesFiveThousandTimes) {
    registers::Mutator mutator(texts, words);
    constexpr int times = 5'000;
    for (int i = 0; i < times && !HasFatalFailure(); ++i) expect_safe(mutator.next());
    EXPECT_GT(passed, times / 100) << "the changes are not all nonsense";
    EXPECT_LT(passed, times / 2);
}

TEST_F(ProcedureMutation, WhatProtectsFiveThousandTimes) {
    ProtectionMutator mutator(texts);
    constexpr int times = 5'000;
    for (int i = 0; i < times && !HasFatalFailure(); ++i) expect_safe(mutator.next());
    EXPECT_GT(passed, times / 100) << "some changes harm nobody";
    EXPECT_GT(unprotected, times / 20) << "many take a protection away, and all of those were refused";
}

TEST_F(ProcedureMutation, TheSecondCheckPassesWhatShipsAndSeesWhatLacks) {
    for (const auto& text : texts) {
        const auto read = registers::read_definition<Procedure>(
            text, "x.toml", [](const Procedure&) { return std::vector<registers::Fault>(); });
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(SecondCheck(*read).unprotected(), std::vector<std::string>()) << read->id.text;
        for (auto lacking = *read; auto& step : lacking.steps) {
            if (!procedures::is_set(step.burdens)) continue;
            for (auto& other : lacking.steps) other.notifies.reset();
            EXPECT_FALSE(SecondCheck(lacking).unprotected().empty()) << read->id.text;
            break;
        }
    }
}

}  // namespace mutation_test
}  // namespace jianghui::cases
