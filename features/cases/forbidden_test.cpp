// Who may not take a step: for every file of procedures/, every state and every step, each kind of somebody
// that there is tries, and is refused with the error that her part in the case says; nothing changes. Who may
// is refused too where the state does not allow it, or where she has handled what she would approve.

#include <gtest/gtest.h>

#include "engine/app/app.hpp"
#include "features/cases/walker_for_test.hpp"

namespace jianghui::cases {
namespace forbidden_test {

using procedures::has;
using procedures::is_set;

/// What an answer must be: a status and a code. Nothing: the step is hers to take now.
struct Refusal {
    int status = 0;
    std::string code;
};

/// What is so when somebody tries.
struct Now {
    procedures::CaseRow row;
    std::set<AccountId> handled;  ///< opened the case, or took a step that handles
};

bool of_office(Actor actor) { return actor != Actor::applicant && actor != Actor::party; }

bool sees(const Player& who, const Now& now) {
    const bool as_counterpart = who.acts_as.count(Actor::counterpart_official) > 0 ||
                                who.acts_as.count(Actor::counterpart_inspector) > 0;
    if (as_counterpart && !now.row.counterpart) return false;
    if (who.sees == Sees::when_told) return now.row.told;
    return who.sees == Sees::always;
}

bool is_hers(const Player& who, const Step& step) {
    const auto level = registers::level_of(who.caller.place);
    return std::any_of(step.by.begin(), step.by.end(), [&](Actor actor) {
        const bool level_fits = !step.levels || !of_office(actor) ||
                                std::find(step.levels->begin(), step.levels->end(), level) != step.levels->end();
        return who.acts_as.count(actor) > 0 && level_fits;
    });
}

/// The table of refusals, by what is asked first.
std::optional<Refusal> refusal_of(const Player& who, const Step& step, const Now& now) {
    if (who.caller.role == access::Role::anonymous) return Refusal{401, "not_signed_in"};
    if (who.caller.role == access::Role::half_signed_in) return Refusal{403, "second_factor_due"};
    if (access::is_administrator(who.caller.role)) return Refusal{403, "not_allowed"};
    if (!sees(who, now)) return Refusal{404, "not_found"};
    if (!is_hers(who, step)) return Refusal{403, "step_not_yours"};
    if (!now.row.waits_for) return Refusal{409, "case_closed"};
    if (!has(step.from, now.row.state)) return Refusal{409, "step_not_now"};
    if (is_set(step.approves) && now.handled.count(who.caller.account) > 0) return Refusal{403, "four_eyes"};
    return std::nullopt;
}

/// Everybody in front of one case, in one state.
class Trial {
  public:
    Trial(test::WorkingMarket& market, const Procedure& procedure, Run& run)
        : market_(market), procedure_(procedure), run_(run) {
        now_.row = run.row();
        for (const auto& line : run.steps()) {
            const Step* step = line.step ? procedure.step(*line.step) : nullptr;
            if (line.account && (step == nullptr || is_set(step->handles))) now_.handled.insert(*line.account);
        }
    }

    /// What was wrongly allowed, refused with another error, or changed something.
    std::vector<std::string> faults() {
        std::vector<std::string> faults;
        for (const auto& step : procedure_.steps) {
            const auto before = run_.snapshot();
            for (const auto& who : run_.players())
                if (const auto wrong = fault_of(who, step); !wrong.empty())
                    faults.push_back(procedure_.id.text + ", " + now_.row.state + ", " + step.id.text + ": " +
                                     who.what + " " + wrong);
            if (run_.snapshot() != before) faults.push_back(step.id.text + ": a refused step changed something");
        }
        return faults;
    }
    [[nodiscard]] int tries() const { return tries_; }

  private:
    /// In the states that the step goes from through the API, elsewhere by the rule that the API asks.
    std::string fault_of(const Player& who, const Step& step) {
        const auto wanted = refusal_of(who, step, now_);
        if (!wanted) return {};
        ++tries_;
        const bool through_api = has(step.from, now_.row.state);
        if (!through_api && (wanted->status == 401 || wanted->code == "not_allowed" ||
                             wanted->code == "second_factor_due"))
            return {};
        const Refusal got = through_api ? asked(who, step) : decided(who, step);
        if (got.code == wanted->code && (got.status == wanted->status || !through_api)) return {};
        return fmt::format("got {} {}, not {} {}", got.status, got.code, wanted->status, wanted->code);
    }
    Refusal asked(const Player& who, const Step& step) {
        const auto answer = market_.post("/cases/" + run_.id().text() + "/steps/" + step.id.text, who.caller,
                                         R"({"values":{},"reason":"试一试"})");
        return {answer.status, answer.text("code")};
    }
    Refusal decided(const Player& who, const Step& step) {
        return market_.store().read([&](const store::Reader& reader) -> Refusal {
            if (!procedures::relation_of(now_.row, who.caller)) return {404, "not_found"};
            const auto lines = procedures::steps_of(reader, run_.id());
            const auto may = procedures::may_take(reader, market_.app().services(), procedure_, now_.row, lines,
                                                  step, who.caller, date_of(market_.clock().now()));
            return {may ? 200 : 0, may ? "" : may.error().code};
        });
    }

    test::WorkingMarket& market_;
    const Procedure& procedure_;
    Run& run_;
    Now now_;
    int tries_ = 0;
};

TEST(Forbidden, NobodyTakesAStepThatIsNotHers) {
    test::WorkingMarket market;
    int tries = 0;
    for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all())
        for (const auto& [state, path] : paths_of(*procedure)) {
            cases::Run run(market, *procedure, path);
            if (const auto wrong = run.go(path.size()); !wrong.empty()) {
                ADD_FAILURE() << procedure->id.text << " to " << state << ": " << wrong;
                continue;
            }
            Trial trial(market, *procedure, run);
            for (const auto& wrong : trial.faults()) ADD_FAILURE() << wrong;
            tries += trial.tries();
        }
    EXPECT_GT(tries, 20'000) << "files × states × steps × kinds of somebody";
}

TEST(Forbidden, WhoHandledDoesNotApprove) {
    test::WorkingMarket market;
    int four_eyes = 0;
    for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all())
        for (const auto& step : procedure->steps) {
            if (!is_set(step.approves)) continue;
            auto path = paths_of(*procedure).at(step.from[0].text);
            cases::Run run(market, *procedure, path, {step.id.text});
            ASSERT_EQ(run.go(path.size()), "") << procedure->id.text << " " << step.id.text;
            for (const auto& line : run.steps()) {
                const Step* taken = line.step ? procedure->step(*line.step) : nullptr;
                if (taken == nullptr || !is_set(taken->handles) || !line.account) continue;
                const auto& players = run.players();
                const auto who = std::find_if(players.begin(), players.end(), [&](const auto& player) {
                    return player.caller.account == *line.account;
                });
                if (who == players.end() || !is_hers(*who, step)) continue;
                const auto answer = market.post("/cases/" + run.id().text() + "/steps/" + step.id.text,
                                                who->caller, R"({"values":{},"reason":"自己审批"})");
                EXPECT_EQ(answer.text("code"), "four_eyes") << procedure->id.text << " " << step.id.text;
                ++four_eyes;
            }
        }
    EXPECT_GT(four_eyes, 20);
}

}  // namespace forbidden_test
}  // namespace jianghui::cases
