#pragma once
// The demo's world: who is there, and a queue of what happens next. Everything happens through the
// features' own functions, as Commands at simulated instants in time order, a day to a transaction.

#include <functional>
#include <queue>
#include <set>

#include "features/codes/api.hpp"
#include "features/demo/fill.hpp"
#include "features/demo/trades.hpp"
#include "features/statements/api.hpp"

namespace jianghui::demo {

/// A refusal that the story did not foresee; ends the filling.
struct Refused {
    Error error;
};

template <class T>
T must(Result<T> result) {
    if (!result) throw Refused{result.error()};
    return std::move(*result);
}

/// How much there is.
struct Scale {
    int employers = 236;
    int agencies = 60;
    int people = 20'000;
    int orders = 500;
    int headcount_max = 26;
};

struct Party {
    OrganisationId id;
    access::Caller caller;
    std::string name;
    PlaceCode place;
    std::string_view industry;
    bool active = false;  ///< verified, and stays so: acts in the market
    std::vector<std::size_t> candidates;
};

struct Human {
    PersonId id;
    access::Caller caller;
    PlaceCode place;
    std::size_t trade = 0;
    bool certified = false;  ///< has what her trade asks for
    bool pool = false;
    bool reserved = false;  ///< of the showcase; nobody else takes her
    std::vector<std::pair<Date, Date>> busy;
};

class World {
  public:
    World(app::App& app, const Fill& wanted);

    /// Runs the whole year. Fails with demo_refused.
    [[nodiscard]] Result<Done> run();

    /// Something happens at that instant, or at once when it is past; never after the end.
    void at(Instant when, std::function<void()> what);
    void in(int minutes, std::function<void()> what) {
        at(now + std::chrono::minutes(minutes), std::move(what));
    }

    /// A change by that caller at this moment. What it refuses ends the filling.
    template <class F>
    auto act(const access::Caller& caller, F&& f) {
        return must(attempt(caller, std::forward<F>(f)));
    }
    /// The same where a refusal is part of life. Only for functions that refuse before they write.
    template <class F>
    auto attempt(const access::Caller& caller, F&& f) {
        app::Command command(*db_, caller, now, services, ids_);
        return f(command);
    }
    /// Between two transactions, at the first end of a stretch of six hours from then on: for acts that open
    /// transactions of their own (`ask`). Never after the end.
    void apart(Instant when, std::function<void()> what);
    /// Apart: a change or a query of the program as the web app asks for it, "POST /lists/{list}/freeze", in a
    /// transaction of its own; its answer. `named`: what stands in the path, and a query's parameters. What it
    /// refuses ends the filling.
    codec::json::value ask(const access::Caller& caller, std::string_view signature,
                           const codec::Parameters& named = {}, const std::string& body = "{}");
    /// The same where a refusal is part of life.
    [[nodiscard]] Result<codec::json::value> tried(const access::Caller& caller,
                                                   std::string_view signature,
                                                   const codec::Parameters& named = {},
                                                   const std::string& body = "{}");
    /// Apart: `act` and whatever else changes something, in one transaction.
    void together(const std::function<void()>& what);
    /// Apart: one of the program's jobs, until there is nothing left for it to do.
    void run_job(std::string_view name);

    /// One of the program's routes by the name of its right, where a feature has no function for it. A
    /// refusal (somebody was faster) changes nothing.
    void call(const access::Caller& caller, std::string_view right,
              const codec::Parameters& path, const std::string& body = "{}");

    [[nodiscard]] const store::Reader& db() const { return *db_; }
    [[nodiscard]] Date today() const { return date_of(now); }
    [[nodiscard]] const codes::Tables& tables() const { return services.get<codes::Tables>(); }

    // Chance.
    [[nodiscard]] int between(int least, int most) {
        return least + static_cast<int>(random.below(static_cast<std::uint64_t>(most - least + 1)));
    }
    [[nodiscard]] bool chance(int percent) { return between(0, 99) < percent; }
    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& from) {
        return from[random.below(from.size())];
    }
    [[nodiscard]] PlaceCode any_county(std::string_view city);
    [[nodiscard]] std::string any_city();
    [[nodiscard]] const access::Caller& official_of(const PlaceCode& place) const;

    /// Calls back for every statement that was drafted, once.
    std::function<void(StatementId)> on_statement;

    app::App& app;
    const app::Services& services;
    Fill wanted;
    Scale scale;
    Random random;
    /// What joined the story later draws from this one, so that the rest of the year stays as it was.
    Random aside;
    Instant start;
    Instant now;
    Instant end;
    std::vector<Party> employers;
    std::vector<Party> agencies;
    std::vector<Human> people;
    std::map<std::string, access::Caller> officials;  ///< by the place that they act for
    std::map<std::string, access::Caller> colleagues;  ///< the second pair of eyes, by place
    access::Caller inspector;
    access::Caller administrator;
    std::vector<DemoAccount> accounts;
    int seats_planned = 0;
    int timesheets_planned = 0;
    int statements_planned = 0;
    /// Who has a timesheet in a share, one seat of each share, and what was paid for which seat.
    std::map<ShareId, std::set<PersonId>> workers_of;
    std::map<ShareId, SeatId> seat_of;
    std::vector<std::pair<StatementId, SeatId>> paid_seats;

  private:
    struct Happening {
        Instant when;
        std::uint64_t number;
        std::function<void()> what;
        bool operator<(const Happening& other) const {
            return std::tie(other.when, other.number) < std::tie(when, number);
        }
    };
    void run_until(Instant limit);
    void run_apart();
    void run_clocks();
    void look_at_journal();

    IdSource ids_;
    store::Transaction* db_ = nullptr;
    std::priority_queue<Happening> queue_;
    std::priority_queue<Happening> apart_;
    std::uint64_t number_ = 0;
    std::int64_t journal_position_ = 0;
};

/// The caller of one of the parties. Requires that it is among them.
[[nodiscard]] const access::Caller& caller_of(const std::vector<Party>& parties, OrganisationId id);

// The chapters of the story; each puts its beginnings into the queue.
void tell_accounts(World& world);
void tell_organisations(World& world);
void tell_people(World& world);
void tell_orders(World& world);
void tell_payments(World& world);
void tell_showcase(World& world);
void tell_lending(World& world);
void tell_services(World& world);
void tell_bargains(World& world);
void tell_scarcity(World& world);
void tell_quarters(World& world);
void tell_pay_surveys(World& world);
void tell_rural_surveys(World& world);
void tell_duties(World& world);
void tell_cases(World& world);

}  // namespace jianghui::demo
