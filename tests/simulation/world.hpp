#pragma once
// A small market with seeded actors over the real program: two or three processes on one database, a
// clock that jumps, a database that fails, answers that are lost. Everything it does follows from the
// seed.

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

  private:
    using Posted = test::TestApp::Posted;
    using Answer = test::TestApp::Answer;

    struct Worker {
        access::Caller caller;
        std::size_t agency = 0;
    };
    struct Known {  ///< a share or seat that somebody was told of
        std::string id;
        std::string order;
        std::size_t agency = 0;
        std::size_t worker = 0;
        std::size_t employer = 0;
    };
    /// A request whose answer its caller did not hear, and that answer if there was one.
    struct Unheard {
        Posted request;
        std::optional<Answer> answer;
        Instant at;  ///< when it was sent
    };

    void populate();
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

    /// Sends through one of the processes; the answer, or nothing when it was not heard.
    std::vector<std::optional<Answer>> send(const std::string& act,
                                            const std::vector<Posted>& requests);
    std::optional<Answer> send(const std::string& act, const Posted& request);
    /// The acting process begins again if a fault has ended it; whether it did.
    bool begin_again_if_dead();
    /// Shares that stand-bys of an order were served with.
    /// None when the database failed; an acknowledged order that has no list is a fault.
    codec::json::array items_of(const test::TestApp::Answer& list, const std::string& of);
    void learn_served(const Known& order);
    /// The last seat that the agency offered, if any.
    [[nodiscard]] const Known* last_offer_of(std::size_t agency) const;
    void remember_grab(const Posted& request, const Answer& answer);

    // What was promised, besides the invariants.
    void check_shares();
    /// The page of an order is what the database says, through whatever process.
    void check_page(test::TestApp& process);
    /// Somebody who was refused for want of seats, and with her everybody else at that moment, was told
    /// how many there were.
    void check_refusal(const Posted& request, const Answer& answer);
    void look_on_while_disk_is_slow();
    void note_broken(std::string words) { broken_.push_back(std::move(words)); }

    bool chance(int percent) { return static_cast<int>(random_.below(100)) < percent; }
    std::size_t pick(std::size_t size) { return random_.below(size); }
    /// One of the newest `among` of a list that is not empty.
    template <class T>
    T& newest(std::vector<T>& list, std::size_t among) {
        return list[list.size() - 1 - pick(std::min(list.size(), among))];
    }
    test::TestApp& first() { return *processes_.front(); }
    test::TestApp& any_process() { return *processes_[pick(processes_.size())]; }
    std::string next_key() { return "key-" + std::to_string(++keys_); }

    Random random_;
    std::shared_ptr<FaultPlan> plan_ = std::make_shared<FaultPlan>();
    std::vector<std::unique_ptr<test::TestApp>> processes_;
    std::unique_ptr<Auditor> auditor_;
    std::size_t acting_ = 0;  ///< the process that a fault hits
    std::vector<access::Caller> employers_;
    std::vector<access::Caller> agencies_;
    std::vector<Worker> workers_;
    std::vector<Known> orders_;
    std::vector<Known> shares_;
    std::vector<Known> seats_;
    /// Their callers will ask again with the same key.
    std::vector<Unheard> unheard_;
    /// Every share that was promised to its caller by a 201: it must be there for ever.
    std::set<std::string> promised_;
    std::vector<std::string> broken_;  ///< by the step that runs
    std::string last_act_;
    std::map<std::string, int> succeeded_;
    int steps_ = 0;
    int keys_ = 0;
};

}  // namespace jianghui::simulation
