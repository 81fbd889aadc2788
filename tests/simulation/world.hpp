#pragma once
// A small market with seeded actors over the real program: two or three processes on one database, a
// clock that jumps, a database that fails, answers that are lost. Everything it does follows from the
// seed.

#include <cstdlib>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "tests/simulation/audit.hpp"
#include "tests/simulation/faulty_database.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::simulation {

class World {
  public:
    /// Every third seed has three processes. `bug` is planted after the set-up.
    explicit World(std::uint64_t seed, Bug bug = Bug::none);

    /// One random act of somebody, or of the clock, possibly with a fault. Answers what is broken
    /// after it: invariants of the database, or a promise to a caller.
    [[nodiscard]] std::vector<std::string> step();

    /// What the last step did, for the report of a failure.
    [[nodiscard]] const std::string& last_act() const { return last_act_; }
    /// How often each act was answered with success: a simulation in which nothing succeeds proves
    /// nothing.
    [[nodiscard]] const std::map<std::string, int>& succeeded() const { return succeeded_; }
    [[nodiscard]] Auditor& auditor() { return *auditor_; }
    /// Of every request and its answer so far: equal for equal stories.
    [[nodiscard]] std::uint64_t story() const { return story_; }

  private:
    static constexpr std::size_t workers_each = 3;
    using Posted = test::TestApp::Posted;
    using Answer = test::TestApp::Answer;

    /// An order, share, seat, nomination or timesheet that somebody was told of.
    struct Known {
        std::string id;
        std::string order;
        std::size_t agency = 0;
        std::size_t worker = 0;
        std::size_t employer = 0;
        std::string mode = "race";  ///< of the order
    };
    /// An application to a draw as its agency knows it.
    struct Application {
        std::string id;
        std::string order;
        std::size_t agency = 0;
        std::int64_t number = 0;
        std::int64_t seats = 0;
        std::string nonce;
        bool withdrawn = false;  ///< or perhaps: the answer may have been lost
    };
    /// A draw that is still to be held, with what was published before.
    struct Awaited {
        Known order;
        std::string commitment;
    };
    /// A request whose answer its caller did not hear, and that answer if there was one.
    struct Unheard {
        Posted request;
        std::optional<Answer> answer;
        Instant at;  ///< when it was sent
    };

    void populate();
    /// A new agency with workers of its own in that place of the market.
    void open_agency(std::size_t place);
    PersonId new_person(const access::Caller& agency, int number);

    void publish_order();
    void grab_together();
    void release_share();
    void offer_seat();
    void answer_offer();
    void work_on_seat();
    void change_terms();
    void answer_change();
    void end_something();
    void move_clock();
    void ask_again();
    void bargain();
    void stand_by();
    void apply_to_draw();
    void name_agency();
    void answer_nomination();
    void record_work();
    void move_timesheet();
    void move_statement();
    void change_standing();
    void replace_barred();
    void close_default();
    void end_standing(std::size_t agency);
    void restore_standing(std::size_t agency);
    void verify_everybody();
    void change_recognition();
    void recognise(const char* city);
    void issue_credential(std::size_t agency, const char* kind);

    /// Sends through one of the processes; the answer, or nothing when it was not heard.
    std::vector<std::optional<Answer>> send(const std::string& act,
                                            const std::vector<Posted>& requests);
    std::optional<Answer> send(const std::string& act, const Posted& request);
    /// The acting process begins again if a fault has ended it; whether it did.
    bool begin_again_if_dead();
    /// None when the database failed; an acknowledged order that has no list is a fault.
    codec::json::array items_of(const test::TestApp::Answer& list, const std::string& of);
    /// Shares that were made without their agency asking at that moment.
    void learn_shares(const Known& order);
    /// The last seat that the agency offered, if any.
    [[nodiscard]] const Known* last_offer_of(std::size_t agency) const;
    void remember_grab(const Posted& request, const Answer& answer);
    /// One of the newest orders of that mode, if there is any.
    [[nodiscard]] const Known* order_by(std::string_view mode);
    /// Mostly one of those that the statement finds: something can be done with it. `list` is not empty.
    [[nodiscard]] const Known& likely(const std::vector<Known>& list, const store::Statement& which);
    [[nodiscard]] const Known& known_order(const std::string& id) const;

    // What was promised, besides the invariants.
    void check_shares();
    /// The page of an order is what the database says, through whatever process.
    void check_page(test::TestApp& process);
    /// So is that of a seat.
    void check_seat();
    /// Somebody who was refused for want of seats, and with her everybody else at that moment, was told
    /// how many there were.
    void check_refusal(const Posted& request, const Answer& answer);
    /// Draws that have been held since: anybody can recompute them, and every applicant finds its own
    /// number, nonce and seats in them.
    void check_draws();
    void check_draw(const Awaited& draw);
    void look_on_while_disk_is_slow();
    void note_broken(std::string words) { broken_.push_back(std::move(words)); }

    bool chance(int percent) { return static_cast<int>(random_.below(100)) < percent; }
    std::size_t pick(std::size_t size) { return random_.below(size); }
    std::size_t pick_agency() { return present_[pick(present_.size())]; }
    std::size_t pick_worker(std::size_t agency) { return agency * workers_each + pick(workers_each); }
    /// One of the newest `among` of a list that is not empty.
    template <class T>
    T& newest(std::vector<T>& list, std::size_t among) {
        return list[list.size() - 1 - pick(std::min(list.size(), among))];
    }
    test::TestApp& first() { return *processes_.front(); }
    test::TestApp& any_process() { return *processes_[pick(processes_.size())]; }
    std::string next_key() { return "key-" + std::to_string(++keys_); }
    [[nodiscard]] Date today() { return date_of(first().clock().now()); }

    Random random_;
    std::shared_ptr<FaultPlan> plan_ = std::make_shared<FaultPlan>();
    std::vector<std::unique_ptr<test::TestApp>> processes_;
    std::unique_ptr<Auditor> auditor_;
    std::size_t acting_ = 0;  ///< the process that a fault hits
    access::Caller official_, second_official_;  ///< of the whole region
    std::vector<access::Caller> employers_;
    std::vector<access::Caller> agencies_;
    std::vector<std::size_t> present_;     ///< the agencies of today: some that a default bars leave
    std::vector<access::Caller> workers_;  ///< `workers_each` of every agency, in their order
    std::vector<Known> orders_;
    std::vector<Known> shares_;
    std::vector<Known> seats_;
    std::vector<Known> begun_;  ///< seats that somebody has come to
    std::vector<Known> nominations_;
    std::vector<Known> timesheets_;
    std::vector<Application> applications_;
    std::vector<Awaited> awaited_;
    Instant verified_at_;  ///< when everybody's documents were looked at last
    /// Their callers will ask again with the same key.
    std::vector<Unheard> unheard_;
    /// Every share that was promised to its caller by a 201: it must be there for ever.
    std::set<std::string> promised_;
    std::vector<std::string> broken_;  ///< by the step that runs
    std::string last_act_;
    std::uint64_t story_ = 0;
    const bool tells_ = std::getenv("JIANGHUI_SIMULATION_TELLS") != nullptr;  ///< prints the story
    std::map<std::string, int> succeeded_;
    int steps_ = 0;
    int keys_ = 0;
};

}  // namespace jianghui::simulation
