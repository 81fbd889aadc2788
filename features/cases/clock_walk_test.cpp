// Every clock of every file of procedures/ rings in a running case: its reminders, its end, what the end does,
// who is told; it stands still where it must and is lengthened once. The days come from the second count
// (second_calendar_for_test.hpp) for starts around the festivals of 2026.

#include <gtest/gtest.h>

#include "engine/app/inbox_source.hpp"
#include "features/cases/second_calendar_for_test.hpp"
#include "features/cases/walker_for_test.hpp"

namespace jianghui::cases {
namespace clock_walk_test {

using procedures::CaseClock;
using procedures::ClockRow;
using procedures::ClockStatus;
using procedures::has;
using Faults = std::vector<std::string>;
using std::chrono::sys_days;

bool of_side(std::optional<Actor> actor) {
    return actor == Actor::applicant || actor == Actor::party;
}
bool of_counterpart(std::optional<Actor> actor) {
    return actor == Actor::counterpart_official || actor == Actor::counterpart_inspector;
}
std::string text_of(const journal::Event& event, std::string_view member) {
    const auto* found = event.data.as_object().if_contains(member);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

/// One clock of one procedure, in cases of its own.
class ClockWalk {
  public:
    ClockWalk(test::WorkingMarket& market, const SecondCalendar& calendar, const Procedure& procedure,
              const CaseClock& clock)
        : market_(market), calendar_(calendar), procedure_(procedure), clock_(clock) {}

    /// Rings all of it, begun by entering `state` on that day or soon after.
    Faults ring_all(const std::string& state, Date day) {
        auto path = paths_of(procedure_).at(state);
        Run run(market_, procedure_, path, later_steps());
        if (!begin(run, path, day)) return said_;
        const auto row = run.clock(clock_.id.text);
        if (!row) return say("it does not begin in " + state);
        check_start(*row, state);
        remind(run, *row);
        finish(run, state);
        return said_;
    }

    /// Stands still in each state of its pauses that one step leads to, and goes on with the days left.
    Faults stand_still() {
        for (const auto& into : procedure_.steps) {
            if (!clock_.pauses || !has(*clock_.pauses, into.to.text)) continue;
            if (procedures::by_clock_only(into) || has(*clock_.pauses, into.from[0].text)) continue;
            const Step* out = way_on(into.to.text);
            if (out == nullptr) continue;
            stand_still(into, *out);
        }
        return said_;
    }

    /// Is lengthened by its step, once.
    Faults lengthen() {
        if (!clock_.extended_by) return said_;
        const Step& step = *procedure_.step(clock_.extended_by->text);
        auto path = paths_of(procedure_).at(step.from[0].text);
        path.push_back(step.id.text);
        Run run(market_, procedure_, path, {step.id.text});
        if (auto wrong = run.go(path.size()); !wrong.empty()) return say(wrong);
        const auto once = run.clock(clock_.id.text);
        if (!once || !once->live()) return say("it does not run where it is lengthened");
        check_days(*once, {}, clock_.extension->value);
        if (auto wrong = run.take(step); !wrong.empty()) return say("a second time: " + wrong);
        if (run.clock(clock_.id.text)->days != once->days) say("it was lengthened twice");
        return said_;
    }

  private:
    Faults say(const std::string& wrong) {
        said_.push_back(procedure_.id.text + " " + clock_.id.text + ": " + wrong);
        return said_;
    }
    std::vector<std::string> later_steps() const {
        return clock_.at_end ? std::vector<std::string>{clock_.at_end->text} : std::vector<std::string>{};
    }

    /// Whether a step of the path waits for a clock or for days to pass.
    bool waits(const std::vector<std::string>& path) const {
        return std::any_of(path.begin(), path.end(), [&](const auto& name) {
            const Step& step = *procedure_.step(name);
            const bool guarded = step.guards && std::any_of(step.guards->begin(), step.guards->end(),
                                                            [](const auto& rule) { return rule.name.text == "days_since"; });
            return guarded || procedures::by_clock_only(step);
        });
    }
    /// Walks. All steps are taken on that day; where some wait, they begin in January, and the step that begins the
    /// clock is taken on that day when it has not passed by then.
    bool begin(Run& run, const std::vector<std::string>& path, Date day) {
        if (!waits(path)) run.begins_on(day);
        if (auto wrong = run.go(path.empty() ? 0 : path.size() - 1); !wrong.empty()) {
            say(wrong);
            return false;
        }
        if (path.empty()) return true;
        const Instant morning = start_of(day) + std::chrono::hours(9);
        const Step& last = *procedure_.step(path.back());
        if (market_.clock().now() < morning && !procedures::by_clock_only(last))
            market_.clock().set(morning);
        if (auto wrong = run.take(last); !wrong.empty()) {
            say(path.back() + ": " + wrong);
            return false;
        }
        return true;
    }

    std::int64_t length() const {
        if (clock_.days) return clock_.days->value;
        return *market_.app().services().get<procedures::World>().parameter(
            clock_.parameter->text, date_of(market_.clock().now()));
    }
    std::vector<std::int64_t> reminders() const {
        std::vector<std::int64_t> days;
        if (clock_.remind)
            for (const auto& one : *clock_.remind) days.push_back(one.value);
        std::sort(days.rbegin(), days.rend());
        return days;
    }

    /// The last day by the second count, against the row's.
    sys_days check_days(const ClockRow& row, std::vector<std::pair<sys_days, sys_days>> standstills,
                        std::int64_t more = 0) {
        const auto last = calendar_.last_day(
            {clock_.unit, row.started_on, length() + more, std::move(standstills), row.rolls});
        if (sys_days(row.due_on) != last)
            say("begun on " + date_text(row.started_on) + " it ends on " + date_text(row.due_on) +
                ", but should on " + date_text(last));
        return last;
    }
    void check_start(const ClockRow& row, const std::string& state) {
        if (row.status != ClockStatus::running) say("it does not run");
        if (row.started_on != date_of(market_.clock().now())) say("it did not begin on the day of the step");
        const bool party_acts = of_side(procedure_.state(state)->waits_for);
        if (row.rolls != (party_acts && clock_.unit == procedures::Days::natural))
            say("whether it may end on a day off is not by who has to act");
        check_days(row, {});
    }

    /// Each reminder on its morning, once, and it changes nothing but the journal.
    void remind(Run& run, const ClockRow& row) {
        const auto last = calendar_.last_day({clock_.unit, row.started_on, length(), {}, row.rolls});
        int rung = 0;
        for (const auto before : reminders()) {
            const auto day = calendar_.reminder(clock_.unit, last, before);
            const auto state = run.state();
            ring_at(run, start_of(day) - std::chrono::hours(4));
            if (run.events("case.clock_reminder", clock_.id.text) != rung)
                say("it reminds early, of " + std::to_string(before) + " days");
            ring_at(run, start_of(day) + std::chrono::minutes(1));
            run.ring();
            if (run.events("case.clock_reminder", clock_.id.text) != ++rung)
                say("it does not remind once " + std::to_string(before) + " days before, on " + date_text(day));
            if (run.state() != state) say("a reminder moved the case");
        }
    }
    void ring_at(Run& run, Instant at) {
        if (market_.clock().now() < at) market_.clock().set(at);
        run.ring();
    }

    /// Nothing on the evening of the last day; the next morning its step, or the place above is told.
    void finish(Run& run, const std::string& state) {
        const auto row = *run.clock(clock_.id.text);
        const int lines = static_cast<int>(run.steps().size());
        ring_at(run, start_of(row.due_on) + std::chrono::hours(23));
        if (run.events("case.clock_ended", clock_.id.text) + run.events("case.overdue", clock_.id.text) > 0)
            say("it ends before its last day is over");
        const bool late_before = run.row().late;
        ring_at(run, start_of(add_days(row.due_on, 1)) + std::chrono::minutes(1));
        const auto after = run.snapshot();
        run.ring();
        if (run.snapshot() != after) say("it rings twice");
        if (clock_.at_end)
            check_step(run, state, lines, late_before);
        else
            check_escalation(run, state, lines);
    }

    void check_step(Run& run, const std::string& state, int lines, bool late_before) {
        const Step& step = *procedure_.step(clock_.at_end->text);
        if (run.events("case.clock_ended", clock_.id.text) != 1) say("its end is not in the journal");
        if (run.clock(clock_.id.text)->status != ClockStatus::ended) say("it has not ended");
        const auto steps = run.steps();
        if (static_cast<int>(steps.size()) != lines + 1 || steps.back().step != step.id.text) {
            say("its end did not take " + step.id.text);
            return;
        }
        const auto& line = steps.back();
        if (line.actor != Actor::clock || line.account || line.to_state != step.to.text)
            say("the line does not say that the clock took the step");
        if (line.notice.has_value() != step.notice.has_value()) say("the step's notice is not in the line");
        const auto row = run.row();
        if (row.state != step.to.text) say("the case is in " + row.state);
        const auto turn = procedure_.state(state)->waits_for;
        if (row.counterpart_late != of_counterpart(turn)) say("whether the counterpart was late is not marked");
        const bool office_was_late = !of_side(turn) && !of_counterpart(turn);
        if (row.late != (late_before || office_was_late)) say("whether an office was late is not marked by who had to act");
        check_told(run, line, row);
    }
    /// A notice goes to each side that is somebody and may know.
    void check_told(Run& run, const procedures::StepRow& line, const procedures::CaseRow& row) {
        int sides = row.applicant_organisation || row.applicant_person ? 1 : 0;
        if ((row.party_organisation || row.party_person) && (row.told || !row.confidential)) ++sides;
        const auto events = market_.store().read(
            [&](const store::Reader& reader) { return journal::of_subject(reader, run.id().number); });
        int told = 0;
        for (const auto& event : events)
            if (event.kind == "case.told" && text_of(event, "timeline") == line.id.text()) ++told;
        if (told != (line.notice ? sides : 0)) say("told " + std::to_string(told) + " sides");
    }

    void check_escalation(Run& run, const std::string& state, int lines) {
        if (run.events("case.overdue", clock_.id.text) != 1) say("nobody is told that it is overdue");
        const auto row = run.row();
        if (row.state != state || static_cast<int>(run.steps().size()) != lines) say("it moved the case");
        const auto clock = *run.clock(clock_.id.text);
        const bool elsewhere = of_counterpart(row.waits_for);  // Whose office is late.
        if (!(elsewhere ? row.counterpart_late : row.late) || !clock.overdue_at || clock.rings_at)
            say("it is not marked as overdue");
        const auto above = place_above(elsewhere ? row.counterpart->text : row.place.text);
        if (told_office(run) != above) say("the journal tells " + told_office(run) + ", not " + above);
        if (!waits_for(run, market_.caller(access::Role::official, {}, above)))
            say("the place above, " + above + ", has nothing to look after");
        for (const char* place : {"510502", "510500", "511500"}) {
            if (place == above) continue;
            if (waits_for(run, market_.caller(access::Role::official, {}, place)))
                say(std::string("it is told to ") + place + " too");
        }
    }
    /// Which office the event of its being overdue is for.
    std::string told_office(Run& run) {
        const auto events = market_.store().read(
            [&](const store::Reader& reader) { return journal::of_subject(reader, run.id().number); });
        for (const auto& event : events)
            if (event.kind == "case.overdue" && text_of(event, "clock") == clock_.id.text) return text_of(event, "office");
        return "";
    }
    /// Whether the overdue case is in the inbox of that official.
    bool waits_for(Run& run, const access::Caller& who) {
        const auto& services = market_.app().services();
        const auto& sources = services.get<app::InboxSources>().sources;
        const auto overdue = std::find_if(sources.begin(), sources.end(),
                                          [](const auto& source) { return source.name == "cases.overdue"; });
        if (overdue == sources.end()) return false;
        return market_.store().read([&](const store::Reader& reader) {
            const http::Request request{};
            const app::Query query{reader, who, market_.clock().now(), services, request};
            const auto waiting = overdue->list(query, 100'000);
            return std::any_of(waiting.begin(), waiting.end(), [&](const auto& one) {
                return one.subject == run.id().number && one.kind == "case.overdue";
            });
        });
    }

    /// A step that leads from a state of its pauses to one where it runs; somebody's rather than a clock's.
    const Step* way_on(const std::string& state) const {
        const Step* found = nullptr;
        for (const auto& step : procedure_.steps) {
            const bool goes_on = has(step.from, state) && !has(clock_.stops, step.to.text) &&
                                 !has(*clock_.pauses, step.to.text) && procedure_.state(step.to.text)->waits_for;
            if (goes_on && (found == nullptr || procedures::by_clock_only(*found))) found = &step;
        }
        return found;
    }
    void stand_still(const Step& into, const Step& out) {
        auto path = paths_of(procedure_).at(into.from[0].text);
        Run run(market_, procedure_, path, {into.id.text, out.id.text});
        if (auto wrong = run.go(path.size()); !wrong.empty()) return void(say(wrong));
        const auto before = run.clock(clock_.id.text);
        if (!before || !before->live()) return;  // Begun later only.
        market_.clock().advance(std::chrono::hours(24));
        if (auto wrong = run.take(into); !wrong.empty()) return void(say(into.id.text + ": " + wrong));
        const auto stopped = *run.clock(clock_.id.text);
        if (stopped.status != ClockStatus::paused || stopped.rings_at)
            return void(say("it goes on in " + into.to.text));
        const auto since = sys_days(date_of(market_.clock().now()));
        market_.clock().advance(std::chrono::hours(24 * 3));
        run.ring();
        if (auto wrong = run.take(out); !wrong.empty()) return void(say(out.id.text + ": " + wrong));
        const auto goes_on = *run.clock(clock_.id.text);
        if (goes_on.status != ClockStatus::running || !goes_on.rings_at) say("it does not go on after " + into.to.text);
        check_days(goes_on, {{since, sys_days(date_of(market_.clock().now()))}});
    }

    test::WorkingMarket& market_;
    const SecondCalendar& calendar_;
    const Procedure& procedure_;
    const CaseClock& clock_;
    Faults said_;
};

struct Clocks : testing::Test {
    test::WorkingMarket market;
    const SecondCalendar calendar{SOURCE_FOLDER "/data"};

    /// Does that with each clock of each file; how many there were.
    template <class F>
    int each(F&& walk) {
        int clocks = 0;
        for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all()) {
            if (!procedure->clocks) continue;
            for (const auto& clock : *procedure->clocks) {
                ++clocks;
                for (const auto& wrong : walk(ClockWalk(market, calendar, *procedure, clock), clock))
                    ADD_FAILURE() << wrong;
            }
        }
        return clocks;
    }
};

TEST_F(Clocks, EachRingsFromEachStateThatBeginsIt) {
    const Date day = *parse_date("2026-01-29");
    const int clocks = each([&](ClockWalk walk, const CaseClock& clock) {
        Faults faults;
        for (const auto& state : clock.starts) faults = walk.ring_all(state.text, day);
        return faults;
    });
    EXPECT_GE(clocks, 35);
}

TEST_F(Clocks, EachEndsOnItsDayAroundTheFestivals) {
    // The worked Saturday before the Spring Festival; a day of it; the eve of the National Day.
    for (const char* day : {"2026-02-14", "2026-02-18", "2026-09-30"})
        each([&](ClockWalk walk, const CaseClock& clock) {
            return walk.ring_all(clock.starts[0].text, *parse_date(day));
        });
}

TEST_F(Clocks, EachStandsStillAndGoesOn) {
    each([](ClockWalk walk, const CaseClock&) { return walk.stand_still(); });
}

TEST_F(Clocks, EachIsLengthenedOnce) {
    each([](ClockWalk walk, const CaseClock&) { return walk.lengthen(); });
}

}  // namespace clock_walk_test
}  // namespace jianghui::cases
