#pragma once
// A small market with seeded actors over the real program: two processes on one database, a clock
// that jumps, a database that fails. Everything it does follows from the seed.

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "tests/simulation/faulty_database.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::simulation {

class World {
  public:
    explicit World(std::uint64_t seed);

    /// One random act of somebody, or of the clock, possibly with a fault. Answers what is broken
    /// after it: invariants of the database, or a promise to a caller.
    [[nodiscard]] std::vector<std::string> step();

    /// What the last step did, for the report of a failure.
    [[nodiscard]] const std::string& last_act() const { return last_act_; }
    /// How often each act was answered with success: a simulation in which nothing succeeds proves
    /// nothing.
    [[nodiscard]] const std::map<std::string, int>& succeeded() const { return succeeded_; }
    [[nodiscard]] int crashes() const { return crashes_; }

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

    /// Sends through one of the two processes; the answer, or nothing when the process died.
    std::vector<std::optional<Answer>> send(const std::string& act,
                                            const std::vector<Posted>& requests);
    std::optional<Answer> send(const std::string& act, const Posted& request);
    /// The processes that died begin again.
    void recover();
    /// Shares that stand-bys of an order were served with.
    void learn_served(const Known& order);
    void remember_grab(const Posted& request, const std::optional<Answer>& answer);
    void check_promises(std::vector<std::string>& broken);

    bool chance(int percent) { return static_cast<int>(random_.below(100)) < percent; }
    std::size_t pick(std::size_t size) { return random_.below(size); }

    Random random_;
    std::shared_ptr<FaultPlan> plan_ = std::make_shared<FaultPlan>();
    test::TestApp first_;
    test::TestApp second_;
    std::vector<access::Caller> employers_;
    std::vector<access::Caller> agencies_;
    std::vector<Worker> workers_;
    std::vector<Known> orders_;
    std::vector<Known> shares_;
    std::vector<Known> seats_;
    /// Grabs whose answer was lost: their callers will ask again with the same key.
    std::vector<Posted> unanswered_;
    /// Every share that was promised to its caller by a 201: it must be there for ever.
    std::set<std::string> promised_;
    std::string last_act_;
    std::map<std::string, int> succeeded_;
    int crashes_ = 0;
    int keys_ = 0;
};

}  // namespace jianghui::simulation
