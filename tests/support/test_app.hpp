#pragma once
// The whole program without sockets: a temporary database, a clock moved by hand, every feature.
// Callers are handed in, so that a test can be anybody.

#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/app/app.hpp"
#include "tests/support/whole_database.hpp"

namespace jianghui::test {

class TestApp {
  public:
    /// What a test puts between the program and its database, at each start.
    using Wrap =
        std::function<std::unique_ptr<store::Database>(std::unique_ptr<store::Database>)>;

    /// Which of the program's clocks (jobs and tasks, by name) a test lets run; nothing: all.
    using Keeps = std::function<bool(std::string_view)>;

    /// Features, by name, that are not started and hear nothing. Their routes must not be asked for.
    using Idle = std::set<std::string, std::less<>>;

    /// Starts on 2026-11-23 09:00 in China. `lane`: how much may wait for the write lane.
    explicit TestApp(Wrap wrap = nullptr, store::Store::Options lane = store::Store::Options(),
                     Keeps keeps = nullptr, Idle idle = {});
    /// Another process on the database, keys, clock and callers of `first`, which must outlive it.
    /// It keeps the same clocks, and the same features are idle.
    TestApp(TestApp& first, Wrap wrap);
    ~TestApp();
    /// The process ends and another one begins on the same database.
    void restart();
    TestApp(const TestApp&) = delete;
    TestApp& operator=(const TestApp&) = delete;

    /// A caller of that role; organisations and places as given.
    access::Caller caller(access::Role role, OrganisationId organisation, std::string place,
                          PersonId person = {});
    /// An official of that place.
    access::Caller official(const std::string& place) {
        return caller(access::Role::official, {}, place);
    }

    struct Answer {
        int status = 0;
        codec::json::value body;
        std::string bytes;  ///< the body as it was sent
        /// The member as text; "" when it is missing or no text.
        [[nodiscard]] std::string text(std::string_view member) const;
        [[nodiscard]] std::int64_t number(std::string_view member) const;
    };
    /// One request below /api/v1, as the caller; waits for the answer.
    Answer send(http::Method method, const std::string& target, const access::Caller& as,
                const std::string& body = "", const std::string& idempotency_key = "");
    Answer get(const std::string& target, const access::Caller& as) {
        return send(http::Method::get, target, as);
    }
    Answer post(const std::string& target, const access::Caller& as, const std::string& body = "{}",
                const std::string& key = "") {
        return send(http::Method::post, target, as, body, key);
    }

    /// One command of several that arrive while the write lane is busy.
    struct Posted {
        std::string target;
        access::Caller as;
        std::string body;
        std::string key;
        http::Method method = http::Method::post;
    };
    /// Sends all of them while the lane is held up, so that they are decided together, in this
    /// order; their answers.
    std::vector<Answer> post_together(const std::vector<Posted>& requests);

    /// The same database as somebody sees it who is not the program.
    [[nodiscard]] std::unique_ptr<store::Database> another_database() const {
        return place_->open();
    }
    [[nodiscard]] bool on_postgres() const { return place_->is_postgres(); }

    ManualClock& clock() { return *clock_; }
    app::App& app() { return *app_; }
    /// Time goes on, so many times, and what is due runs each time.
    void run_jobs(int times, Milliseconds apart = std::chrono::seconds(1)) {
        for (int i = 0; i < times; ++i) {
            clock_->advance(apart);
            app_->run_due_jobs();
        }
    }
    store::Store& store() { return services_->get<store::Store>(); }

    /// A verified employer, and an agency with a licence, filing and dispatch licence for all kinds.
    access::Caller employer(const std::string& place);
    access::Caller agency(const std::string& place, int capacity = 100000);
    /// An open order of `headcount` seats in a county; its id. `more` is added to the JSON object.
    std::string open_order(const access::Caller& employer, int headcount,
                           const std::string& more = "", const std::string& place = "511502");

  private:
    static http::Request request_of(http::Method method, const std::string& target,
                                    const access::Caller& as, const std::string& body,
                                    const std::string& idempotency_key);

    /// Who calls, by the number that a request carries.
    struct Callers {
        std::mutex mutex;
        std::map<std::string, access::Caller> known;
        int count = 0;
        std::uint64_t starts = 6;  ///< of processes: each makes ids of its own, the same in each run
    };
    void open();

    std::shared_ptr<store::DatabaseForTest> place_;
    Wrap wrap_;
    store::Store::Options lane_;
    Keeps keeps_;
    Idle idle_;
    std::shared_ptr<ManualClock> clock_;
    std::shared_ptr<app::Services> services_;
    std::unique_ptr<app::App> app_;
    std::shared_ptr<Callers> callers_ = std::make_shared<Callers>();
};

}  // namespace jianghui::test
