#pragma once
// What computes fairs: one at a time, the oldest first, a little on each call of the clock. A fair that
// the program left half done is computed again from its orders.

#include <chrono>

#include "features/fairs/plan.hpp"
#include "features/fairs/solving.hpp"

namespace jianghui::fairs {

class Runner {
  public:
    /// Goes on with the fair in hand, or begins the next: ranks people for its orders for a moment,
    /// looks after the search, writes the plan when there is one. Called by one process at a time.
    void step(const app::Services& services);

  private:
    /// A fair in work.
    struct Work {
        FairId fair;
        std::vector<orders::OrderRow> rows;  ///< as FairInput::orders
        FairInput input;
        std::vector<OrderAccount> accounts;
        std::int64_t position = 0;
        allocation::ProblemFiles files;
        std::shared_ptr<const allocation::NamedProblem> problem;
        std::unique_ptr<Solving> solving;
        int refused = 0;  ///< how often the database did not take the plan
    };

    void begin(const app::Services& services, const FairRow& fair);
    /// Whether people were found for all orders.
    bool gather(const app::Services& services, const FairRow& fair);
    void solve(const app::Services& services, const FairRow& fair);
    void tell_progress(const app::Services& services, const FairRow& fair);
    /// How far the search of the fair in work is, as it is written down.
    void tell_search(FairRow& told) const;
    void fail(const app::Services& services, const FairRow& fair, std::string_view code);
    void keep(const app::Services& services, const FairRow& fair);

    std::unique_ptr<Work> work_;
};

}  // namespace jianghui::fairs
