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

/// Which of the procedure's openers the role is.
bool opens(const Procedure& procedure, access::Role role) {
    using procedures::Opener;
    const auto named = [&](Opener opener) {
        return std::find(procedure.opened_by.begin(), procedure.opened_by.end(), opener) != procedure.opened_by.end();
    };
    switch (role) {
        case access::Role::worker: return named(Opener::worker) || named(Opener::anybody);
        case access::Role::employer: return named(Opener::employer) || named(Opener::anybody);
        case access::Role::agency: return named(Opener::agency) || named(Opener::anybody);
        case access::Role::official: return named(Opener::official);
        case access::Role::inspector: return named(Opener::inspector);
        default: return false;
    }
}

TEST(Forbidden, NobodyOpensACaseThatIsNotHers) {
    using access::Role;
    test::WorkingMarket market;
    const std::vector<access::Caller> everybody{
        {}, market.caller(Role::half_signed_in, {}, "510502"), market.caller(Role::system_administrator, {}, ""),
        market.caller(Role::security_administrator, {}, ""), market.caller(Role::audit_administrator, {}, ""),
        market.accepted(market.grabbed(1)).caller, market.boss, market.broker,
        market.caller(Role::official, {}, "510502"), market.caller(Role::inspector, {}, "510502")};
    int refused = 0;
    int tried = 0;
    for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all())
        for (const auto& who : everybody) {
            const auto post = [&](const std::string& more) {
                return market.post("/cases", who,
                                   R"({"procedure":")" + procedure->id.text + R"(","values":{})" + more + "}",
                                   "open-" + std::to_string(++tried));
            };
            SCOPED_TRACE(procedure->id.text + " " + std::string(codec::enum_text(who.role)));
            const auto alone = post("");
            if (who.role == Role::anonymous) EXPECT_EQ(alone.status, 401);
            else if (who.role == Role::half_signed_in) EXPECT_EQ(alone.text("code"), "second_factor_due");
            else if (access::is_administrator(who.role)) EXPECT_EQ(alone.text("code"), "not_allowed");
            else if (!opens(*procedure, who.role)) EXPECT_EQ(alone.text("code"), "opener_not_allowed") << alone.bytes;
            else EXPECT_NE(alone.text("code"), "opener_not_allowed");
            EXPECT_NE(alone.status, 201) << "with nothing filled in";
            refused += !opens(*procedure, who.role);
            // In somebody's name: offices alone, and only where she might open it herself.
            if (who.role == Role::anonymous || who.role == Role::half_signed_in || access::is_administrator(who.role))
                continue;
            const auto helped = post(R"(,"organisation":")" + market.broker.organisation.text() + R"(")");
            const bool may = (who.role == Role::official || who.role == Role::inspector) &&
                             opens(*procedure, Role::agency);
            EXPECT_EQ(helped.text("code") == "opener_not_allowed", !may) << helped.bytes;
        }
    EXPECT_GT(refused, 100);
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
